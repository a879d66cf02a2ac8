# Tal som inte visas, eftersom få privatpersoner står bakom dem.
cells-note = Där en till fyra privatpersoner står bakom ett tal visar vi inte talet, och inte heller andra tal som tillsammans skulle avslöja det. I tabellerna står tecknet ” : ” i stället. Organisationer och bord är inte privatpersoner och räknas öppet.
cells-individual = privatpersoner (antalet visas inte)
cells-mixed = avsändare som inte visas efter slag
cells-group = Avsändare tillsammans
cells-sign = Slag av avsändare visas inte
cells-channels = { $channels }, sammanlagda eftersom få privatpersoner står bakom
cells-picture = Tal som en till fyra privatpersoner står bakom visas inte, och inte heller tal som tillsammans skulle avslöja dem.

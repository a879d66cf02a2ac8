# Tall som ikke blir vist, fordi få privatpersoner står bak dem.
cells-note = Der én til fire privatpersoner står bak et tall, viser vi ikke tallet, og heller ikke andre tall som til sammen ville ha røpt det. I tabellene står tegnet « : » i stedet. Organisasjoner og bord er ikke privatpersoner og telles åpent.
cells-individual = privatpersoner (tallet blir ikke vist)
cells-mixed = avsendere som ikke blir vist etter slag
cells-group = Avsendere samlet
cells-sign = Slag avsender ikke vist
cells-channels = { $channels }, slått sammen fordi få privatpersoner står bak
cells-picture = Tall som én til fire privatpersoner står bak, er ikke vist, og heller ikke tall som til sammen ville ha røpt dem.

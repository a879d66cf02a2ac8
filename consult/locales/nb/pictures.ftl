# Bildene i tilbakemeldingen. Ord: innspill = source; utsagn = passage; stemme = who speaks.

picture-theme = Tema
picture-lacking = Svar mangler
picture-flow-title = Veien fra den som snakket, til svaret
picture-flow-description = { $passages } utsagn går fra dem som snakket, gjennom { $themes } temaer, til forpliktelser og nye temaer, og videre til svarene. Hvert bånd er så bredt som antallet utsagn. { $gathered ->
    [0] Alle temaer er tegnet.
   *[other] { $gathered } av de minste temaene er tegnet sammen; tabellen har alle.
 }
picture-flow-table = Utsagn på hver vei fra den som snakket, til svaret
picture-flow-sources = Hvem
picture-flow-themes = Tema
picture-flow-targets = Forpliktelse eller nytt tema
picture-flow-responses = Svar
picture-voices-title = Hvor mange stemmer hvert tema har
picture-voices-description = Innspill fra bord, organisasjoner og privatpersoner i hvert tema. Hver kolonne har sin egen målestokk, for et bord kan være mange mennesker, så de kan ikke legges sammen. { $shown ->
    [one] { $shown } tema er tegnet
   *[other] { $shown } temaer er tegnet
 } av { $themes }; tabellen har alle.
picture-voices-narrow = Innspill i hvert tema, for hvert slags stemme for seg. Opptil { $most } temaer er tegnet for hvert slag; tabellen har alle.
picture-voices-table = Innspill i hvert tema, etter hvem som snakker
picture-map-title = Kart over utsagnene
picture-map-description = { $passages } utsagn i { $themes } temaer. Hvert merke er et utsagn, og formen viser hvem som snakker. Merker nær hverandre ligner som regel i innhold. Streker går fra utsagnene til midten av temaet. De største temaene er navngitt; tabellen har alle. Kartet er flatt og kan ikke vise alle forskjeller.
picture-map-table = Temaer på kartet, med plass i prosent fra venstre og nedenfra
picture-map-theme = Tema
picture-map-passages = Utsagn
picture-map-who = Innspill fra
picture-map-nearest = Ligner mest på
picture-map-across = Fra venstre
picture-map-up = Nedenfra
picture-changes-title = Hva som er endret siden forrige utgave
picture-changes-description = { $changes ->
    [one] Én endring siden forrige utgave.
   *[other] { $changes } endringer siden forrige utgave, etter hva som er endret og hvordan.
 }
picture-changes-table = Endringer siden forrige utgave
picture-changes-what = Hva
picture-changes-how = Hvordan
picture-changes-count = Antall endringer
picture-changed-source = Innspill
picture-changed-theme = Temaer
picture-changed-passage = Utsagn
picture-changed-conclusion = Konklusjoner
picture-changed-response = Svar
picture-change-new = nye
picture-change-gone = borte
picture-change-renamed = nytt navn
picture-change-moved = flyttet til et annet tema
picture-change-replaced = flyttet til en annen forpliktelse
picture-change-merged = slått sammen
picture-change-split = delt
picture-change-changed = endret

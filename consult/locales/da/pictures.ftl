# Figurerne i tilbagemeldingen. Ord: bidrag = source; udsagn = passage; stemme = who speaks.

picture-theme = Tema
picture-lacking = Svar mangler
picture-flow-title = Vejen fra den, der talte, til svaret
picture-flow-description = { $passages } udsagn går fra dem, der talte, gennem { $themes } temaer til forpligtelser og nye emner, og videre til svarene. Hvert bånd er så bredt som antallet af udsagn. { $gathered ->
    [0] Alle temaer er tegnet.
   *[other] { $gathered } af de mindste temaer er tegnet sammen; tabellen har dem alle.
 }
picture-flow-table = Udsagn på hver vej fra den, der talte, til svaret
picture-flow-sources = Hvem
picture-flow-themes = Tema
picture-flow-targets = Forpligtelse eller nyt emne
picture-flow-responses = Svar
picture-voices-title = Hvor mange stemmer hvert tema har
picture-voices-description = Bidrag fra borde, organisationer og privatpersoner i hvert tema. Hver kolonne har sin egen målestok, for et bord kan være mange mennesker, så de kan ikke lægges sammen. { $shown ->
    [one] { $shown } tema er tegnet
   *[other] { $shown } temaer er tegnet
 } af { $themes }; tabellen har dem alle.
picture-voices-narrow = Bidrag i hvert tema, for hver slags stemme for sig. Op til { $most } temaer er tegnet for hver slags; tabellen har dem alle.
picture-voices-table = Bidrag i hvert tema, efter hvem der taler
picture-map-title = Kort over udsagnene
picture-map-description = { $passages } udsagn i { $themes } temaer. Hvert mærke er et udsagn, og formen viser, hvem der taler. Mærker tæt på hinanden ligner som regel hinanden i indhold. Streger går fra udsagnene til midten af temaet. De største temaer er navngivet; tabellen har dem alle. Kortet er fladt og kan ikke vise alle forskelle.
picture-map-table = Temaer på kortet, med plads i procent fra venstre og nedefra
picture-map-theme = Tema
picture-map-passages = Udsagn
picture-map-who = Bidrag fra
picture-map-nearest = Ligner mest
picture-map-across = Fra venstre
picture-map-up = Nedefra
picture-changes-title = Hvad der er ændret siden forrige udgave
picture-changes-description = { $changes ->
    [one] Én ændring siden forrige udgave.
   *[other] { $changes } ændringer siden forrige udgave, efter hvad der er ændret, og hvordan.
 }
picture-changes-table = Ændringer siden forrige udgave
picture-changes-what = Hvad
picture-changes-how = Hvordan
picture-changes-count = Antal ændringer
picture-changed-source = Bidrag
picture-changed-theme = Temaer
picture-changed-passage = Udsagn
picture-changed-conclusion = Konklusioner
picture-changed-response = Svar
picture-change-new = nye
picture-change-gone = ikke længere med
picture-change-renamed = nyt navn
picture-change-moved = flyttet til et andet tema
picture-change-replaced = flyttet til en anden forpligtelse
picture-change-merged = slået sammen
picture-change-split = delt
picture-change-changed = ændret

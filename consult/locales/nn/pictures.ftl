# Bileta i tilbakemeldinga. Ord: innspel = source; utsegn = passage; røyst = who speaks.

picture-theme = Tema
picture-lacking = Svar manglar
picture-flow-title = Vegen frå den som snakka, til svaret
picture-flow-description = { $passages } utsegner går frå dei som snakka, gjennom { $themes } tema, til forpliktingar og nye tema, og vidare til svara. Kvart band er så breitt som talet på utsegner. { $gathered ->
    [0] Alle tema er teikna.
   *[other] { $gathered } av dei minste temaa er teikna saman; tabellen har alle.
 }
picture-flow-table = Utsegner på kvar veg frå den som snakka, til svaret
picture-flow-sources = Kven
picture-flow-themes = Tema
picture-flow-targets = Forplikting eller nytt tema
picture-flow-responses = Svar
picture-voices-title = Kor mange røyster kvart tema har
picture-voices-description = Innspel frå bord, organisasjonar og privatpersonar i kvart tema. Kvar kolonne har sin eigen målestokk, for eit bord kan vere mange menneske, så dei kan ikkje leggjast saman. { $shown ->
    [one] { $shown } tema er teikna
   *[other] { $shown } tema er teikna
 } av { $themes }; tabellen har alle.
picture-voices-narrow = Innspel i kvart tema, for kvart slag røyst for seg. Opp til { $most } tema er teikna for kvart slag; tabellen har alle.
picture-voices-table = Innspel i kvart tema, etter kven som snakkar
picture-map-title = Kart over utsegnene
picture-map-description = { $passages } utsegner i { $themes } tema. Kvart merke er ei utsegn, og forma viser kven som snakkar. Merke nær kvarandre liknar som regel i innhald. Strekar går frå utsegnene til midten av temaet. Dei største temaa er namngjevne; tabellen har alle. Kartet er flatt og kan ikkje vise alle skilnader.
picture-map-table = Tema på kartet, med plass i prosent frå venstre og nedanfrå
picture-map-theme = Tema
picture-map-passages = Utsegner
picture-map-who = Innspel frå
picture-map-nearest = Liknar mest på
picture-map-across = Frå venstre
picture-map-up = Nedanfrå
picture-changes-title = Kva som er endra sidan førre utgåve
picture-changes-description = { $changes ->
    [one] Éi endring sidan førre utgåve.
   *[other] { $changes } endringar sidan førre utgåve, etter kva som er endra og korleis.
 }
picture-changes-table = Endringar sidan førre utgåve
picture-changes-what = Kva
picture-changes-how = Korleis
picture-changes-count = Tal på endringar
picture-changed-source = Innspel
picture-changed-theme = Tema
picture-changed-passage = Utsegner
picture-changed-conclusion = Konklusjonar
picture-changed-response = Svar
picture-change-new = nye
picture-change-gone = borte
picture-change-renamed = nytt namn
picture-change-moved = flytte til eit anna tema
picture-change-replaced = flytte til ei anna forplikting
picture-change-merged = slegne saman
picture-change-split = delte
picture-change-changed = endra

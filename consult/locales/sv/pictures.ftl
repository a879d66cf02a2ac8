# Figurerna i återkopplingen. Ord: bidrag = source; uttalande = passage; röst = who speaks.

picture-theme = Tema
picture-lacking = Svar saknas
picture-flow-title = Vägen från den som talade till svaret
picture-flow-description = { $passages } uttalanden går från dem som talade, genom { $themes } teman, till åtaganden och nya ämnen, och vidare till svaren. Varje band är så brett som antalet uttalanden. { $gathered ->
    [0] Alla teman är ritade.
   *[other] { $gathered } av de minsta temana är ritade tillsammans; tabellen har alla.
 }
picture-flow-table = Uttalanden på varje väg från den som talade till svaret
picture-flow-sources = Vem
picture-flow-themes = Tema
picture-flow-targets = Åtagande eller nytt ämne
picture-flow-responses = Svar
picture-voices-title = Hur många röster varje tema har
picture-voices-description = Bidrag från bord, organisationer och privatpersoner i varje tema. Varje kolumn har sin egen skala, för ett bord kan vara många människor, så de kan inte läggas ihop. { $shown ->
    [one] { $shown } tema är ritat
   *[other] { $shown } teman är ritade
 } av { $themes }; tabellen har alla.
picture-voices-narrow = Bidrag i varje tema, för varje slags röst för sig. Upp till { $most } teman är ritade för varje slag; tabellen har alla.
picture-voices-table = Bidrag i varje tema, efter vem som talar
picture-map-title = Karta över uttalandena
picture-map-description = { $passages } uttalanden i { $themes } teman. Varje märke är ett uttalande, och formen visar vem som talar. Märken nära varandra liknar oftast varandra i innehåll. Streck går från uttalandena till mitten av temat. De största temana har namn; tabellen har alla. Kartan är platt och kan inte visa alla skillnader.
picture-map-table = Teman på kartan, med plats i procent från vänster och nedifrån
picture-map-theme = Tema
picture-map-passages = Uttalanden
picture-map-who = Bidrag från
picture-map-nearest = Liknar mest
picture-map-across = Från vänster
picture-map-up = Nedifrån
picture-changes-title = Vad som har ändrats sedan förra utgåvan
picture-changes-description = { $changes ->
    [one] En ändring sedan förra utgåvan.
   *[other] { $changes } ändringar sedan förra utgåvan, efter vad som har ändrats och hur.
 }
picture-changes-table = Ändringar sedan förra utgåvan
picture-changes-what = Vad
picture-changes-how = Hur
picture-changes-count = Antal ändringar
picture-changed-source = Bidrag
picture-changed-theme = Teman
picture-changed-passage = Uttalanden
picture-changed-conclusion = Slutsatser
picture-changed-response = Svar
picture-change-new = nya
picture-change-gone = inte längre med
picture-change-renamed = nytt namn
picture-change-moved = flyttade till ett annat tema
picture-change-replaced = flyttade till ett annat åtagande
picture-change-merged = sammanslagna
picture-change-split = delade
picture-change-changed = ändrade

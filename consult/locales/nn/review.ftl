# Avgjerder som menneske har teke: kvifor ei ikkje gjeld, eller ikkje slik ho vart teken.

review-remark-part = nokre av utsegnene finst ikkje lenger: { $ids }
review-remark-followed = temaet er no { $ids }
review-remark-passage-gone = utsegna finst ikkje lenger: { $ids }
review-remark-passage-elsewhere = utsegna finst ikkje lenger; dei same orda står i { $ids }
review-remark-aside = utsegna er lagd til side: { $ids }
review-remark-theme-gone = temaet finst ikkje lenger: { $ids }
review-remark-target-gone = rammeverket har ikkje lenger { $ids }
review-remark-conclusion-gone = konklusjonen finst ikkje lenger: { $ids }
review-remark-changed = er endra sidan nokon godkjende det
review-remark-undone = gjort om i avgjerd { $ids }

review-response = Svar frå styresmakta
review-response-on = Om { $target }:
review-response-lacking = Svar manglar.
review-response-responsible = Ansvarleg
review-response-next = Neste steg
review-response-date = Når
review-status-taken_up = Blir teke inn i ei forplikting
review-status-partly = Blir delvis teke inn
review-status-already_covered = Er alt dekt
review-status-forwarded = Er sendt vidare til ein sektor eller ein lovprosess
review-status-knowledge = Blir med som kunnskap til neste plan
review-status-not_taken_up = Blir ikkje teke inn
review-theme-approved = Godkjent
review-theme-changed = Endra sidan det vart godkjent
review-answered = { $lacking ->
    [0] { $themes ->
        [0] Det er ingen tema å svare på.
       *[other] Alle tema har fått svar.
     }
    [one] Eitt av { $themes } tema manglar svar.
   *[other] { $lacking } av { $themes } tema manglar svar.
 }

review-orphans = Avgjerder og svar som har mist det dei galdt
review-orphans-text = Dei er tekne vare på, og gjeld igjen om det dei galdt kjem tilbake. Avgjer eller svar på nytt der det trengst.
review-orphan = Avgjerd { $number } frå { $role } ({ $act }): { $why }
review-orphan-response = Svaret på { $theme } om { $target } ({ $status }): temaet eller plasseringa finst ikkje lenger
review-act-rename = ny tittel
review-act-merge = slå saman
review-act-split = dele
review-act-move = flytte
review-act-place = plassere
review-act-set_aside = leggje til side
review-act-approve = godkjenne
review-act-undo = gjere om

review-sheet-explain = Slik gjer du
review-sheet-themes = Tema
review-sheet-passages = Utsegner
review-sheet-answers = Svar
review-sheet-yes = ja
review-sheet-choose = Vel frå lista.
review-explain =
    Slik avgjer og svarar du i dette arket
    Fyll ut dei blå cellene. Dei grå er låste: Dei seier kva rada gjeld, og blir ikkje lesne tilbake.
    Når du er ferdig, lagrar du fila som .xlsx og leverer henne: consult review import FIL.xlsx --role ROLLE. Med --dry-run ser du først kva som blir endra. Ei celle du lèt vere i fred, avgjer ingenting.
    Tema: Endre tittelen, vel ei anna plassering, vel kva for tema dette skal gå opp i, eller skriv ja for å godkjenne. Godkjenn til slutt: Godkjenninga gjeld temaet slik det er etter alle endringane dine.
    Utsegner: Vel eit anna tema, eller skriv tittelen på eit nytt: Utsegner med same nye tittel kjem saman. Vel ei anna plassering. Sei kva det er, om det ikkje er innspel.
    Svar: Éi rad for kvart tema og kvar plassering. Status og grunngiving må vere med; maskina fyller ikkje ut noko. Skriv datoar som 2027, 2027-03 eller 2027-03-31.
    Grunngiving: kvifor du avgjer som du gjer, for dei som les loggen.
    Om andre avgjer noko i mellomtida, blir ingenting av det skrive over: Der de begge har endra same cella, seier importen frå og lèt henne stå.
review-column-themes-theme_id = Tema
review-column-themes-title = Tittel
review-column-themes-target = Plassering
review-column-themes-merge_into = Slå saman med
review-column-themes-approved = Godkjent
review-column-themes-reason = Grunngiving
review-column-themes-passages = Utsegner
review-column-themes-voices = Røyster
review-column-themes-says = Kva som blir sagt
review-column-passages-passage_id = Utsegn
review-column-passages-text = Tekst
review-column-passages-theme = Tema
review-column-passages-target = Plassering
review-column-passages-aside = Er ikkje innspel, men
review-column-passages-reason = Grunngiving
review-column-passages-source = Kjelde
review-column-answers-theme_id = Tema
review-column-answers-place = Plassering
review-column-answers-theme = Tittel
review-column-answers-status = Status
review-column-answers-reason = Grunngiving
review-column-answers-responsible = Ansvarleg
review-column-answers-next_step = Neste steg
review-column-answers-date = Når

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

# Menneskers avgjørelser: hvorfor en ikke gjelder, eller ikke slik den ble tatt.

review-remark-part = noen av utsagnene finnes ikke lenger: { $ids }
review-remark-followed = temaet er nå { $ids }
review-remark-passage-gone = utsagnet finnes ikke lenger: { $ids }
review-remark-passage-elsewhere = utsagnet finnes ikke lenger; de samme ordene står i { $ids }
review-remark-aside = utsagnet er lagt til side: { $ids }
review-remark-theme-gone = temaet finnes ikke lenger: { $ids }
review-remark-target-gone = rammeverket har ikke lenger { $ids }
review-remark-conclusion-gone = konklusjonen finnes ikke lenger: { $ids }
review-remark-changed = er endret siden noen godkjente det
review-remark-undone = omgjort i avgjørelse { $ids }

review-response = Svar fra myndighetene
review-response-on = Om { $target }:
review-response-lacking = Svar mangler.
review-response-responsible = Ansvarlig
review-response-next = Neste steg
review-response-date = Når
review-status-taken_up = Blir tatt inn i en forpliktelse
review-status-partly = Blir delvis tatt inn
review-status-already_covered = Er allerede dekket
review-status-forwarded = Er sendt videre til en sektor eller en lovprosess
review-status-knowledge = Blir med som kunnskap til neste plan
review-status-not_taken_up = Blir ikke tatt inn
review-theme-approved = Godkjent
review-theme-changed = Endret siden det ble godkjent
review-answered = { $lacking ->
    [0] { $themes ->
        [0] Det er ingen temaer å svare på.
       *[other] Alle temaene har fått svar.
     }
    [one] Ett av { $themes } temaer mangler svar.
   *[other] { $lacking } av { $themes } temaer mangler svar.
 }

review-orphans = Avgjørelser og svar som har mistet det de gjaldt
review-orphans-text = De er tatt vare på, og gjelder igjen hvis det de gjaldt kommer tilbake. Avgjør eller svar på nytt der det trengs.
review-orphan = Avgjørelse { $number } fra { $role } ({ $act }): { $why }
review-orphan-response = Svaret på { $theme } om { $target } ({ $status }): temaet eller plasseringen finnes ikke lenger
review-act-rename = ny tittel
review-act-merge = slå sammen
review-act-split = dele
review-act-move = flytte
review-act-place = plassere
review-act-set_aside = legge til side
review-act-approve = godkjenne
review-act-undo = omgjøre

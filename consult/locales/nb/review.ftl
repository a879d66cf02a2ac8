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

review-sheet-explain = Slik gjør du
review-sheet-themes = Temaer
review-sheet-passages = Utsagn
review-sheet-answers = Svar
review-sheet-yes = ja
review-sheet-choose = Velg fra listen.
review-explain =
    Slik avgjør og svarer du i dette arket
    Fyll ut de blå cellene. De grå er låst: De sier hva raden gjelder, og blir ikke lest tilbake.
    Når du er ferdig, lagrer du filen som .xlsx og leverer den: consult review import FIL.xlsx --role ROLLE. Med --dry-run ser du først hva som blir endret. En celle du lar være i fred, avgjør ingenting.
    Temaer: Endre tittelen, velg en annen plassering, velg hvilket tema dette skal gå opp i, eller skriv ja for å godkjenne. Godkjenn til slutt: Godkjenningen gjelder temaet slik det er etter alle endringene dine.
    Utsagn: Velg et annet tema, eller skriv tittelen på et nytt: Utsagn med samme nye tittel kommer sammen. Velg en annen plassering. Si hva det er, hvis det ikke er innspill.
    Svar: Én rad for hvert tema og hver plassering. Status og begrunnelse må være med; maskinen fyller ikke ut noe. Skriv datoer som 2027, 2027-03 eller 2027-03-31.
    Begrunnelse: hvorfor du avgjør som du gjør, for dem som leser loggen.
    Hvis andre avgjør noe i mellomtiden, blir ingenting av det overskrevet: Der dere begge har endret samme celle, sier importen fra og lar den stå.
review-column-themes-theme_id = Tema
review-column-themes-title = Tittel
review-column-themes-target = Plassering
review-column-themes-merge_into = Slå sammen med
review-column-themes-approved = Godkjent
review-column-themes-reason = Begrunnelse
review-column-themes-passages = Utsagn
review-column-themes-voices = Stemmer
review-column-themes-says = Hva som blir sagt
review-column-passages-passage_id = Utsagn
review-column-passages-text = Tekst
review-column-passages-theme = Tema
review-column-passages-target = Plassering
review-column-passages-aside = Er ikke innspill, men
review-column-passages-reason = Begrunnelse
review-column-passages-source = Kilde
review-column-answers-theme_id = Tema
review-column-answers-place = Plassering
review-column-answers-theme = Tittel
review-column-answers-status = Status
review-column-answers-reason = Begrunnelse
review-column-answers-responsible = Ansvarlig
review-column-answers-next_step = Neste steg
review-column-answers-date = Når

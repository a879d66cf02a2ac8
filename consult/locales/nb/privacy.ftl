# What became of people's decisions on personal data.

review-act-publish_as = publiseringsmåte
review-act-redact = ta ut
review-act-reveal = la stå
review-remark-source-gone = kilden finnes ikke lenger: { $ids }
review-remark-finding-gone = funnet finnes ikke lenger: { $ids }
review-remark-source-followed = kilden heter nå { $ids }

# Arket som folk avgjør i: hva som er funnet, og hva maskinen ikke fant.
privacy-sheet-found = Funnet
privacy-sheet-missed = Ikke funnet
privacy-decision-redact = ta ut
privacy-decision-reveal = la stå
privacy-status-redacted = tatt ut
privacy-status-open = venter på deg
privacy-status-revealed = står
privacy-column-finding_id = Funn
privacy-column-source_id = Kilde
privacy-column-source = Innspill
privacy-column-kind = Slag
privacy-column-before = Foran
privacy-column-words = Ordene
privacy-column-after = Etter
privacy-column-certainty = Visshet
privacy-column-status = Slik er det nå
privacy-column-decision = Avgjørelse
privacy-column-wider = Ta heller ut disse ordene
privacy-column-reason = Begrunnelse
privacy-explain =
    Slik avgjør du hva som blir tatt ut
    Denne filen inneholder det som ikke skal publiseres. Oppbevar den der innspillene ligger, og slett den når du er ferdig.
    Fyll ut de blå cellene. De andre er låst: De sier hva raden gjelder, og blir ikke lest tilbake.
    Funnet: Velg om ordene skal tas ut eller stå. Skal det ut mer enn det som er funnet, kopierer du alle ordene fra innspillet, med det som er funnet blant dem. Begrunnelse må være med hver gang.
    Ikke funnet: Velg innspillet, kopier ordene slik de står der, og skriv hvorfor. De blir tatt ut overalt i det innspillet.
    Når du er ferdig, lagrer du filen som .xlsx og leverer den: consult privacy import FIL.xlsx --role ROLLE. Med --dry-run ser du først hva som blir endret. En rad du lar være i fred, avgjør ingenting.
    Hvis andre avgjør noe i mellomtiden, blir ingenting av det overskrevet: Importen sier fra om raden og lar det stå.

# What became of people's decisions on personal data.

review-act-publish_as = publiseringsmåte
review-act-redact = ta ut
review-act-reveal = la stå
review-remark-source-gone = kjelda finst ikkje lenger: { $ids }
review-remark-finding-gone = funnet finst ikkje lenger: { $ids }
review-remark-source-followed = kjelda heiter no { $ids }

# Arket som folk avgjer i: kva som er funne, og kva maskina ikkje fann.
privacy-sheet-found = Funne
privacy-sheet-missed = Ikkje funne
privacy-decision-redact = ta ut
privacy-decision-reveal = la stå
privacy-status-redacted = teke ut
privacy-status-open = ventar på deg
privacy-status-revealed = står
privacy-column-finding_id = Funn
privacy-column-source_id = Kjelde
privacy-column-source = Innspel
privacy-column-kind = Slag
privacy-column-before = Framføre
privacy-column-words = Orda
privacy-column-after = Etter
privacy-column-certainty = Visse
privacy-column-status = Slik er det no
privacy-column-decision = Avgjerd
privacy-column-wider = Ta heller ut desse orda
privacy-column-reason = Grunngiving
privacy-explain =
    Slik avgjer du kva som blir teke ut
    Denne fila inneheld det som ikkje skal publiserast. Oppbevar henne der innspela ligg, og slett henne når du er ferdig.
    Fyll ut dei blå cellene. Dei andre er låste: Dei seier kva rada gjeld, og blir ikkje lesne tilbake.
    Funne: Vel om orda skal takast ut eller stå. Skal det ut meir enn det som er funne, kopierer du alle orda frå innspelet, med det som er funne blant dei. Grunngiving må vere med kvar gong.
    Ikkje funne: Vel innspelet, kopier orda slik dei står der, og skriv kvifor. Dei blir tekne ut overalt i det innspelet.
    Når du er ferdig, lagrar du fila som .xlsx og leverer henne: consult privacy import FIL.xlsx --role ROLLE. Med --dry-run ser du først kva som blir endra. Ei rad du lèt vere i fred, avgjer ingenting.
    Om andre avgjer noko i mellomtida, blir ingenting av det skrive over: Importen seier frå om rada og lèt det stå.

# The internal report. Words: innspill = one contribution (source); utsagn = one idea in it (passage).

report-kicker = Intern rapport
report-skip = Hopp til innholdet
report-lead = Her ser du hva folk og organisasjoner har spilt inn, hvilken forpliktelse det gjelder, og de nøyaktige ordene som sier det. Hvert sitat er en lenke til stedet det er hentet fra.
report-internal = Til internt bruk. Siden viser innspillene i full tekst, med navn og kontaktopplysninger. Den skal ikke legges ut.
report-proposed = Temaene og plasseringene er laget av en maskin og er forslag til noen har gått gjennom dem. Ingen tekst er diktet: setningene om hvor mange som mener noe, er regnet ut, og resten er sitater.
report-contents = Innhold
report-to-top = Til toppen
report-framework = Rammeverk
report-made = Laget
report-event-dates = Møter og høringer

report-brief = Kort fortalt
report-received = innspill mottatt
report-read = { $count ->
    [one] Det ene er lest.
   *[other] { $count } er lest.
 }
report-unreadable-count = { $count ->
    [0] Alle kunne leses.
    [one] 1 kunne ikke leses.
   *[other] { $count } kunne ikke leses.
 }
report-counts-note = Tallene gjelder innspill, ikke mennesker. Notatet fra ett bord kan romme mange deltakere, så bord, organisasjoner og privatpersoner blir ikke lagt sammen.
report-silent-count = { $count ->
    [one] Ett av innspillene er lest uten at noen sier noe der, for eksempel et tomt svar.
   *[other] { $count } av innspillene er lest uten at noen sier noe der, for eksempel tomme svar.
 }
report-about-count = { $count ->
    [one] Ett ark som bare forteller om et skjema, er lagt til side og ikke regnet som innspill.
   *[other] { $count } ark som bare forteller om et skjema, er lagt til side og ikke regnet som innspill.
 }
report-voice-group_note = Bord
report-voice-organisation = Organisasjoner
report-voice-individual = Privatpersoner
report-one-group_note = Bordnotat
report-one-organisation = Organisasjon
report-one-individual = Privatperson
report-count-group_note = { $count } bord
report-count-organisation = { $count ->
    [one] { $count } organisasjon
   *[other] { $count } organisasjoner
 }
report-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersoner
 }
report-count-passages = { $count } utsagn
report-count-themes = { $count ->
    [one] { $count } tema
   *[other] { $count } temaer
 }
report-found-text = Innspillene er delt i { $passages } utsagn, én tanke i hvert, og utsagnene er samlet i { $themes ->
    [one] { $themes } tema
   *[other] { $themes } temaer
 }. { $duplicates ->
    [0] Ingen står mer enn én gang.
    [one] Ett utsagn står likedan i to innspill; begge er med.
   *[other] { $duplicates } utsagn er like eller nesten like et annet; alle er med.
 }
report-single-voice = Én stemme
report-single-voice-long = Bare ett innspill sier dette.

report-overview = Hva gjelder innspillene?
report-overview-caption = Utsagn, temaer og stemmer for hver forpliktelse. Et utsagn er telt én gang, der det hører mest hjemme; et tema kan romme utsagn som hører hjemme andre steder.
report-column-passages = Utsagn

report-flow = Fra innspill til forpliktelser
report-flow-text = Hvert bånd er utsagn på vei fra dem som sa det, gjennom et tema, til det temaet gjelder. Bredden viser hvor mange utsagn det er.
report-flow-title = Veien fra innspill gjennom temaer til forpliktelser
report-flow-description = Figuren har tre kolonner: hvem innspillene kommer fra, temaene og forpliktelsene. { $passages } utsagn i { $themes } temaer. Alle tallene står i tabellen under figuren.
report-flow-table = Vis tallene i figuren som tabell
report-flow-caption = Utsagn etter hvem de kommer fra, tema og plassering
report-flow-from = Fra
report-flow-to = Gjelder
report-flow-theme = Tema
report-flow-rest = { $count ->
    [one] { $count } mindre tema
   *[other] { $count } mindre temaer
 }
report-flow-scroll = Figur som kan rulles sidelengs
report-table-scroll = Tabell som kan rulles sidelengs
report-group = { $voice }, { $event }

report-kind-commitment = Forpliktelser
report-kind-new_topic = Kjente nye temaer
report-kind-outside = Utenfor planen
report-title-new = Nytt: hører ikke til noe i planen
report-title-unplaced = Ikke plassert
report-about-new = Disse temaene ligner ikke på noen av forpliktelsene eller de kjente nye temaene.
report-about-unplaced = Her vet ikke maskinen hvor temaet hører til. Noen må lese det og plassere det.
report-nothing = Ingen innspill er plassert her.
report-also = Disse temaene gjelder også dette, og står i full tekst et annet sted:
report-also-under = under { $target }

report-keywords = Nøkkelord
report-further = { $count ->
    [one] Ett utsagn til som er talt med
   *[other] { $count } utsagn til som er talt med
 }
report-silent = { $count ->
    [one] Ett utsagn i temaet er ikke gjengitt
   *[other] { $count } utsagn i temaet er ikke gjengitt
 }
report-why = Hvorfor står temaet her?
report-why-probability = Maskinen holder det for { $percent } % sannsynlig at dette er rett sted.
report-why-evidence = Det som avgjorde: { $evidence }
report-why-runner-up = Nærmest etter: { $target }
report-why-person = Plassert av: { $who }
report-copies = { $count ->
    [one] Står likedan ett sted til
   *[other] Står likedan { $count } steder til
 }
report-page = side { $page }
report-under = under «{ $heading }»
report-answers = svar på «{ $question }»

report-sources = Innspillene i full tekst
report-sources-text = Utsagn er markert og har en pil til temaet sitt. Tekst som ikke er innspill, er grå, med grunnen foran. Åpne et innspill for å lese det.
report-source-themes = Hvor innspillet gikk
report-source-nothing = Ingen utsagn i dette innspillet.
report-to-theme = Til temaet { $theme }
report-close = Lukk
report-unaccounted = ikke gjort rede for
report-no-text = Innspillet har ingen tekst.

report-unreadable = Kunne ikke leses
report-unreadable-text = Disse filene kom inn, men ga ingen tekst. De er talt med som mottatt, og er ikke med i temaene.
report-unreadable-none = Alle filene kunne leses.
report-column-reason = Grunn
report-reason-empty = Filen er tom.
report-next-empty = Be avsenderen om å sende filen en gang til.
report-reason-encrypted = Filen er vernet med passord.
report-next-encrypted = Be avsenderen om en fil uten passord, eller åpne filen og lagre den uten.
report-reason-broken = Filen er ødelagt.
report-next-broken = Prøv å åpne den i programmet den er laget med og lagre den på nytt, eller be om en ny fil.
report-reason-scanned = Filen er et bilde av tekst, uten tekst.
report-next-scanned = Kjør tekstgjenkjenning (OCR) på filen, eller skriv den av, og legg den nye filen i mappen.
report-reason-unsupported = Filtypen kan ikke leses.
report-next-unsupported = Lagre innholdet som .docx, .pdf, .txt eller .xlsx, og legg den nye filen i mappen.
report-reason-too_large = Filen er for stor.
report-next-too_large = Del filen i mindre deler.
report-reason-unsafe = Filen er bygd slik at den ikke er trygg å åpne.
report-next-unsafe = Be avsenderen om den samme teksten i en vanlig fil.
report-reason-timeout = Det tok for lang tid å lese filen.
report-next-timeout = Lagre den på nytt i et enklere format, eller del den.
report-reason-other = Filen kunne ikke leses.
report-next-other = Prøv å lagre den på nytt i et annet format.

report-set-aside = Tekst som ikke er innspill
report-set-aside-text = Alt i innspillene er enten et utsagn eller lagt til side av en grunn. Slik fordeler det seg:
report-column-stretches = Steder
report-column-characters = Tegn
report-aside-heading = Overskrift
report-aside-procedural = Om gjennomføringen
report-aside-contact = Kontaktopplysninger
report-aside-quoted_previous = Sitert tidligere melding
report-aside-blank = Mellomrom og listetegn
report-aside-boilerplate = Fast tekst
report-aside-other = Annet

report-laws = Kontroll av rapporten
report-laws-text = Disse reglene blir prøvd hver gang rapporten blir laget.
report-laws-none = Reglene er ikke prøvd i denne kjøringen.
report-law-holds = Holder
report-law-fails = { $count ->
    [one] Holder ikke: ett brudd
   *[other] Holder ikke: { $count } brudd
 }
report-law-breaches = Vis bruddene
report-law-tiling = Hvert tegn i innspillene er gjort rede for
report-law-conservation = Ingen innspill og ingen utsagn er blitt borte
report-law-fidelity = Hvert sitat er ordrett det som står i kilden
report-law-grounding = Hver konklusjon viser til utsagn i sitt eget tema
report-law-order = Rekkefølgen filene kommer i, endrer ingenting
report-law-stability = Det som var der fra før, har de samme kjennemerkene
report-law-minority = Den som står alene om noe, har et eget tema
report-law-language-blindness = Temaene handler om saken, ikke om språket
report-law-privacy = Ingen personopplysninger i det som blir lagt ut
report-law-durability = En avbrutt kjøring ender likt med en hel

report-files = Alt dette finnes også som tabeller: tables.xlsx for folk, mappen tables og datapackage.json for maskiner. Hver konklusjon, hvert utsagn og hver kilde har det samme kjennemerket der som her.
report-id = Kjennemerke

report-number = { $count }
report-sheet = ark «{ $sheet }»
report-row = rad { $row }
report-unit-group_note = bord
report-unit-organisation = { $count ->
    [one] organisasjon
   *[other] organisasjoner
 }
report-unit-individual = { $count ->
    [one] privatperson
   *[other] privatpersoner
 }

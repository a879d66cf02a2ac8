# The internal report. Words: innspel = one contribution (source); utsegn = one idea in it (passage).

report-kicker = Intern rapport
report-skip = Hopp til innhaldet
report-lead = Her ser du kva folk og organisasjonar har spelt inn, kva for forplikting det gjeld, og dei nøyaktige orda som seier det. Kvart sitat er ei lenkje til staden det er henta frå.
report-internal = Til internt bruk. Sida viser innspela i full tekst, med namn og kontaktopplysningar. Ho skal ikkje leggjast ut.
report-proposed = Temaa og plasseringane er laga av ei maskin og er framlegg til nokon har gått gjennom dei. Ingen tekst er dikta: setningane om kor mange som meiner noko, er rekna ut, og resten er sitat.
report-contents = Innhald
report-to-top = Til toppen
report-framework = Rammeverk
report-made = Laga
report-event-dates = Møte og høyringar

report-brief = Kort fortalt
report-received = { $count ->
    [one] innspel motteke
   *[other] innspel mottekne
 }
report-read = { $count ->
    [one] Det eine er lese.
   *[other] { $count } er lesne.
 }
report-unreadable-count = { $count ->
    [0] Alle kunne lesast.
    [one] 1 kunne ikkje lesast.
   *[other] { $count } kunne ikkje lesast.
 }
report-counts-note = Tala gjeld innspel, ikkje menneske. Notatet frå eitt bord kan romme mange deltakarar, så bord, organisasjonar og privatpersonar blir ikkje lagde saman.
report-silent-count = { $count ->
    [one] Eitt av innspela er lese utan at nokon seier noko der, til dømes eit tomt svar.
   *[other] { $count } av innspela er lesne utan at nokon seier noko der, til dømes tomme svar.
 }
report-about-count = { $count ->
    [one] Eitt ark som berre fortel om eit skjema, er lagt til sides og ikkje rekna som innspel.
   *[other] { $count } ark som berre fortel om eit skjema, er lagde til sides og ikkje rekna som innspel.
 }
report-voice-group_note = Bord
report-voice-organisation = Organisasjonar
report-voice-individual = Privatpersonar
report-one-group_note = Bordnotat
report-one-organisation = Organisasjon
report-one-individual = Privatperson
report-count-group_note = { $count } bord
report-count-organisation = { $count ->
    [one] { $count } organisasjon
   *[other] { $count } organisasjonar
 }
report-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersonar
 }
report-count-passages = { $count ->
    [one] { $count } utsegn
   *[other] { $count } utsegner
 }
report-count-themes = { $count } tema
report-found-text = Innspela er delte i { $passages } utsegner, ein tanke i kvar, og utsegnene er samla i { $themes } tema. { $duplicates ->
    [0] Ingen står meir enn éin gong.
    [one] Éi utsegn står like eins i to innspel; begge er med.
   *[other] { $duplicates } utsegner er like eller nesten like ei anna; alle er med.
 }
report-single-voice = Éi røyst
report-single-voice-long = Berre eitt innspel seier dette.

report-overview = Kva gjeld innspela?
report-overview-caption = Utsegner, tema og røyster for kvar forplikting. Ei utsegn er talt éin gong, der ho høyrer mest heime; eit tema kan romme utsegner som høyrer heime andre stader.
report-column-passages = Utsegner

report-flow = Frå innspel til forpliktingar
report-flow-text = Kvart band er utsegner på veg frå dei som sa det, gjennom eit tema, til det temaet gjeld. Breidda viser kor mange utsegner det er.
report-flow-title = Vegen frå innspel gjennom tema til forpliktingar
report-flow-description = Figuren har tre kolonnar: kven innspela kjem frå, temaa, og forpliktingane. { $passages } utsegner i { $themes } tema. Alle tala står i tabellen under figuren.
report-flow-table = Vis tala i figuren som tabell
report-flow-caption = Utsegner etter kven dei kjem frå, tema og plassering
report-flow-from = Frå
report-flow-to = Gjeld
report-flow-theme = Tema
report-flow-rest = { $count } mindre tema
report-flow-scroll = Figur som kan rullast sidelengs
report-table-scroll = Tabell som kan rullast sidelengs
report-group = { $voice }, { $event }

report-kind-commitment = Forpliktingar
report-kind-new_topic = Kjende nye tema
report-kind-outside = Utanfor planen
report-title-new = Nytt: høyrer ikkje til noko i planen
report-title-unplaced = Ikkje plassert
report-about-new = Desse temaa liknar ikkje på nokon av forpliktingane eller dei kjende nye temaa.
report-about-unplaced = Her veit ikkje maskina kvar temaet høyrer til. Nokon må lese det og plassere det.
report-nothing = Ingen innspel er plasserte her.
report-also = Desse temaa gjeld òg dette, og står i full tekst ein annan stad:
report-also-under = under { $target }

report-keywords = Nøkkelord
report-further = { $count ->
    [one] Éi utsegn til som er talt med
   *[other] { $count } utsegner til som er talde med
 }
report-silent = { $count ->
    [one] Éi utsegn i temaet er ikkje attgjeven
   *[other] { $count } utsegner i temaet er ikkje attgjevne
 }
report-why = Kvifor står temaet her?
report-why-probability = Maskina held det for { $percent } % sannsynleg at dette er rett stad.
report-why-evidence = Det som avgjorde: { $evidence }
report-why-runner-up = Nærmast etter: { $target }
report-why-person = Plassert av: { $who }
report-copies = { $count ->
    [one] Står like eins eitt innspel til
   *[other] Står like eins { $count } stader til
 }
report-page = side { $page }
report-under = under «{ $heading }»
report-answers = svar på «{ $question }»

report-sources = Innspela i full tekst
report-sources-text = Utsegner er markerte og har ei pil til temaet sitt. Tekst som ikkje er innspel, er grå, med grunnen framfor. Opne eit innspel for å lese det.
report-source-themes = Kvar innspelet gjekk
report-source-nothing = Ingen utsegner i dette innspelet.
report-to-theme = Til temaet { $theme }
report-close = Lukk
report-unaccounted = ikkje gjort greie for
report-no-text = Innspelet har ingen tekst.

report-unreadable = Kunne ikkje lesast
report-unreadable-text = Desse filene kom inn, men gav ingen tekst. Dei er talde med som mottekne, og er ikkje med i temaa.
report-unreadable-none = Alle filene kunne lesast.
report-column-reason = Grunn
report-reason-empty = Fila er tom.
report-next-empty = Be avsendaren om å sende fila ein gong til.
report-reason-encrypted = Fila er verna med passord.
report-next-encrypted = Be avsendaren om ei fil utan passord, eller opne fila og lagre ho utan.
report-reason-broken = Fila er øydelagd.
report-next-broken = Prøv å opne ho i programmet ho er laga med og lagre ho på nytt, eller be om ei ny fil.
report-reason-scanned = Fila er eit bilete av tekst, utan tekst.
report-next-scanned = Kjør tekstattkjenning (OCR) på fila, eller skriv ho av, og legg den nye fila i mappa.
report-reason-unsupported = Filtypen kan ikkje lesast.
report-next-unsupported = Lagre innhaldet som .docx, .pdf, .txt eller .xlsx, og legg den nye fila i mappa.
report-reason-too_large = Fila er for stor.
report-next-too_large = Del fila i mindre delar.
report-reason-unsafe = Fila er bygd slik at ho ikkje er trygg å opne.
report-next-unsafe = Be avsendaren om den same teksten i ei vanleg fil.
report-reason-timeout = Det tok for lang tid å lese fila.
report-next-timeout = Lagre ho på nytt i eit enklare format, eller del ho.
report-reason-other = Fila kunne ikkje lesast.
report-next-other = Prøv å lagre ho på nytt i eit anna format.

report-set-aside = Tekst som ikkje er innspel
report-set-aside-text = Alt i innspela er anten ei utsegn eller lagt til side av ein grunn. Slik fordeler det seg:
report-column-stretches = Stader
report-column-characters = Teikn
report-aside-heading = Overskrift
report-aside-procedural = Om gjennomføringa
report-aside-contact = Kontaktopplysningar
report-aside-quoted_previous = Sitert tidlegare melding
report-aside-blank = Mellomrom og listeteikn
report-aside-boilerplate = Fast tekst
report-aside-other = Anna

report-laws = Kontroll av rapporten
report-laws-text = Desse reglane blir prøvde kvar gong rapporten blir laga.
report-laws-none = Reglane er ikkje prøvde i denne køyringa.
report-law-holds = Held
report-law-fails = { $count ->
    [one] Held ikkje: eitt brot
   *[other] Held ikkje: { $count } brot
 }
report-law-breaches = Vis brota
report-law-tiling = Kvart teikn i innspela er gjort greie for
report-law-conservation = Ingen innspel og ingen utsegner er blitt borte
report-law-fidelity = Kvart sitat er ordrett det som står i kjelda
report-law-grounding = Kvar konklusjon viser til utsegner i sitt eige tema
report-law-order = Rekkjefølgja filene kjem i, endrar ingenting
report-law-stability = Det som var der frå før, har dei same kjennemerka
report-law-minority = Den som står åleine om noko, har eit eige tema
report-law-language-blindness = Temaa handlar om saka, ikkje om språket
report-law-privacy = Ingen personopplysningar i det som blir lagt ut
report-law-durability = Ei avbroten køyring endar likt med ei heil

report-files = Alt dette finst òg som tabellar: tables.xlsx for folk, mappa tables og datapackage.json for maskiner. Kvar konklusjon, utsegn og kjelde har det same kjennemerket der som her.
report-id = Kjennemerke

report-number = { $count }
report-sheet = ark «{ $sheet }»
report-row = rad { $row }
report-unit-group_note = bord
report-unit-organisation = { $count ->
    [one] organisasjon
   *[other] organisasjonar
 }
report-unit-individual = { $count ->
    [one] privatperson
   *[other] privatpersonar
 }

# Tilbakemeldinga: dokumentet som styresmakta gjev ut, og orda på kvitteringane som er dei same der.
# Ord: innspel = one contribution (source); utsegn = one idea in it (passage). Røyster blir aldri lagde saman.

feedback-kicker = Tilbakemelding på innspela
feedback-subject = Kva folk og organisasjonar spelte inn, kva styresmakta svarar, og kvifor
feedback-contents = Innhald
feedback-draft = Utkast – ikkje endeleg. Teksten kan bli endra.
feedback-draft-about = Dette er eit utkast. Det kan mangle svar, og tema og plasseringar kan bli endra før den endelege utgåva.
feedback-internal = Til internt bruk: Her står innspela i full tekst, med namn og kontaktopplysningar.
feedback-audience = For: { $audience }

feedback-brief = Kort fortalt
feedback-brief-received = Det kom inn { $received } innspel. { $unreadable ->
    [0] Alle er lesne.
    [one] { $read } er lesne, eitt kunne ikkje lesast.
   *[other] { $read } er lesne, { $unreadable } kunne ikkje lesast.
 } { $withdrawn ->
    [0] { "" }
    [one] Eitt er trekt tilbake.
   *[other] { $withdrawn } er trekte tilbake.
 }
feedback-brief-found = Dei er delte i { $passages } utsegner, ein tanke i kvar, og utsegnene er samla i { $themes } tema.
feedback-brief-answered = { $lacking ->
    [0] Alle tema har fått svar.
    [one] Eitt av { $themes } tema manglar svar.
   *[other] { $lacking } av { $themes } tema manglar svar.
 }
feedback-brief-not-taken-up = { $count ->
    [0] Ingen svar seier at noko ikkje blir teke inn.
    [one] Eitt svar seier at noko ikkje blir teke inn, og kvifor.
   *[other] { $count } svar seier at noko ikkje blir teke inn, og kvifor.
 }
feedback-brief-receipt = Har du sendt innspel? Med kvitteringskoden din finn du kvar det du sa, gjekk, og kva svaret er.

feedback-process = Slik gjekk det føre seg
feedback-timeline = Tidslinje
feedback-column-when = Når
feedback-column-what = Kva
feedback-time-run = Innspela vart lesne, delte i utsegner og samla i tema
feedback-time-decided = { $count ->
    [one] Menneske gjekk gjennom og tok éi avgjerd om tema og plasseringar
   *[other] Menneske gjekk gjennom og tok { $count } avgjerder om tema og plasseringar
 }
feedback-time-answered = { $count ->
    [one] Styresmakta skreiv eitt svar
   *[other] Styresmakta skreiv { $count } svar
 }
feedback-time-edition = { $kind ->
    [final] Utgåve { $number } vart gjeven ut
   *[draft] Utkast { $number } vart laga
 }
feedback-time-reply = Frist for å seie frå om du er lesen feil
feedback-time-span = { $first } til { $last }
feedback-time-unknown = Utan dato

feedback-counts = Kva som kom inn
feedback-counts-note = Tala gjeld innspel, ikkje menneske. Notatet frå eitt bord kan romme mange deltakarar, så bord, organisasjonar og privatpersonar blir talde kvar for seg.
feedback-counts-caption = Innspel etter kven dei kjem frå
feedback-channels-caption = Innspel etter møte og høyring
feedback-column-who = Frå
feedback-column-channel = Kanal
feedback-column-contributions = Innspel
feedback-column-silent = Av dei utan utsegn
feedback-column-passages = Utsegner
feedback-column-unreadable = Kunne ikkje lesast
feedback-column-received = Mottekne
feedback-row-unreadable = Kunne ikkje lesast
feedback-row-withheld = Mottekne, men ikkje lagde ut
feedback-row-withdrawn = Trekte tilbake
feedback-row-received = Mottekne i alt
feedback-channel-none = Utanom møte og høyringar
feedback-voice-group_note = Bord
feedback-voice-organisation = Organisasjonar
feedback-voice-individual = Privatpersonar
feedback-one-group_note = Bord
feedback-one-organisation = Organisasjon
feedback-one-individual = Privatperson
feedback-count-group_note = { $count } bord
feedback-count-organisation = { $count ->
    [one] { $count } organisasjon
   *[other] { $count } organisasjonar
 }
feedback-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersonar
 }
feedback-count-passages = { $count ->
    [one] { $count } utsegn
   *[other] { $count } utsegner
 }
feedback-source = Innspel { $number }
feedback-source-by = Innspel { $number }: { $who }
feedback-who-at = { $who }, { $event }

feedback-pictures = Oversyn i figurar
feedback-kind-commitment = Forpliktingar
feedback-kind-new_topic = Kjende nye tema
feedback-kind-outside = Utanfor planen
feedback-title-new = Nytt: høyrer ikkje til noko i planen
feedback-title-unplaced = Ikkje plassert
feedback-about-new = Desse temaa liknar ikkje på nokon av forpliktingane eller dei kjende nye temaa.
feedback-about-unplaced = Her er det ikkje avgjort kvar temaet høyrer til.
feedback-nothing = Ingen innspel er plasserte her.
feedback-target-counts = { $passages } frå { $voices }.
feedback-also = Desse temaa gjeld òg dette, og står i full tekst ein annan stad:
feedback-list-last = { $first } og { $second }
feedback-list = { $first }, { $second }

feedback-part-of = Del av eit vidare tema:
feedback-theme-proposed = Tema og plassering er framlegg frå maskina.
feedback-theme-shaped = Delvis forma av menneske, resten er framlegg frå maskina. Ikkje godkjent enno.
feedback-theme-approved = Gått gjennom og godkjent av menneske.
feedback-theme-changed = Godkjent av menneske, men endra etterpå.
feedback-single = Éi røyst: Berre eitt innspel seier dette.
feedback-how-drafted = Setninga er formulert av ein språkmodell og kontrollert mot sitata.
feedback-how-edited = Setninga er endra av eit menneske.
feedback-further = Talde med, utan å vere siterte:
feedback-silent = { $count ->
    [one] Éi utsegn i temaet er ikkje attgjeven.
   *[other] { $count } utsegner i temaet er ikkje attgjevne.
 }
feedback-in-other-words = Konklusjonane finst ikkje på språket til denne sida. Dei står på språket dei er skrivne på.

feedback-response-on = Svar om { $target }
feedback-response-lacking = Svar manglar om { $target }.
feedback-reason = Grunngiving
feedback-responsible = Ansvarleg
feedback-next-step = Neste steg
feedback-date = Når
feedback-status-taken_up = Blir teke inn i ei forplikting
feedback-status-partly = Blir delvis teke inn
feedback-status-already_covered = Er alt dekt
feedback-status-forwarded = Er sendt vidare til ein sektor eller ein lovprosess
feedback-status-knowledge = Blir med som kunnskap til neste plan
feedback-status-not_taken_up = Blir ikkje teke inn

feedback-answers = Svara samla
feedback-answers-text = Eit tema får eitt svar for kvar stad det er plassert.
feedback-answers-caption = Svar etter kva dei går ut på
feedback-column-status = Svar
feedback-column-places = Tal på svar
feedback-row-lacking = Svar manglar
feedback-row-places = I alt
feedback-not-taken-up = Ikkje teke inn, og kvifor
feedback-not-taken-up-none = Ingen svar seier at noko ikkje blir teke inn.
feedback-lacking = Svar som manglar
feedback-lacking-none = Ingen svar manglar.
feedback-lacking-text = Styresmakta skuldar svar på desse:

feedback-unused = Det som ikkje kunne brukast
feedback-unreadable = Kunne ikkje lesast
feedback-unreadable-none = Alle innspela kunne lesast.
feedback-unreadable-text = Desse kom inn, men gav ingen tekst. Dei er talde med som mottekne, og er ikkje med i temaa.
feedback-unreadable-caption = Innspel som ikkje kunne lesast
feedback-column-source = Innspel
feedback-column-reason = Grunn
feedback-unreadable-empty = Fila er tom.
feedback-unreadable-encrypted = Fila er verna med passord.
feedback-unreadable-broken = Fila er øydelagd.
feedback-unreadable-scanned = Fila er eit bilete av tekst, utan tekst.
feedback-unreadable-unsupported = Filtypen kan ikkje lesast.
feedback-unreadable-too_large = Fila er for stor.
feedback-unreadable-unsafe = Fila er bygd slik at ho ikkje er trygg å opne.
feedback-unreadable-timeout = Det tok for lang tid å lese fila.
feedback-unreadable-other = Fila kunne ikkje lesast.
feedback-set-aside = Lagt til side
feedback-set-aside-text = Alt i innspela er anten ei utsegn eller lagt til side av ein grunn. Kvitteringa for kvart innspel viser kva.
feedback-set-aside-caption = Tekst som er lagd til side
feedback-column-stretches = Stader
feedback-column-characters = Teikn
feedback-aside-heading = Overskrift
feedback-aside-procedural = Om gjennomføringa
feedback-aside-contact = Kontaktopplysningar
feedback-aside-quoted_previous = Sitert tidlegare melding
feedback-aside-blank = Mellomrom og listeteikn
feedback-aside-boilerplate = Fast tekst
feedback-aside-other = Anna
feedback-aside-people = { $count ->
    [0] Menneske har ikkje lagt noko til side.
    [one] Éin av desse stadene er lagd til side av menneske:
   *[other] { $count } av desse stadene er lagde til side av menneske:
 }
feedback-silent-title = Utsegner som ingen konklusjon attgjev
feedback-silent-none = Kvar utsegn er sitert eller talt med i ein konklusjon.
feedback-silent-text = Desse utsegnene er med i eit tema, men ingen konklusjon seier det dei seier:
feedback-about-forms = { $count ->
    [one] Eitt ark som berre fortel om eit skjema, er lagt til sides og ikkje rekna som innspel.
   *[other] { $count } ark som berre fortel om eit skjema, er lagde til sides og ikkje rekna som innspel.
 }
feedback-duplicates = { $count ->
    [0] Ingen utsegn står meir enn éin gong.
    [one] Éi utsegn er lik eller nesten lik ei anna. Begge er med.
   *[other] { $count } utsegner er like eller nesten like ei anna. Alle er med.
 }

feedback-method = Slik er det gjort
feedback-method-lead = Ei maskin har lese innspela og gjort framlegg. Menneske har svart. Ingenting har forlate maskina det vart gjort på.
feedback-method-read = Kvar fil blir til tekst. Det som ikkje lèt seg lese, står ovanfor med grunnen.
feedback-method-split = Teksten blir delt i utsegner, ein tanke i kvar. Overskrifter, helsingar og liknande blir lagde til side. Kvart teikn er gjort greie for.
feedback-method-group = Utsegner som handlar om det same, blir samla i tema. Ei utsegn som står åleine, får eit tema for seg sjølv.
feedback-method-place = Kvart tema blir lagt til den forpliktinga det liknar mest på, eller til «nytt» om det ikkje liknar på nokon.
feedback-method-conclude = Konklusjonane er sitat. Orda kring sitata seier kor mange som står bak, og er rekna ut.
feedback-method-people = { $decisions ->
    [0] Ingen har endra framlegga frå maskina.
    [one] Menneske har teke éi avgjerd om framlegga.
   *[other] Menneske har teke { $decisions } avgjerder om framlegga.
 } { $approved } av { $themes } tema er godkjende av menneske.
feedback-method-answers = Svara er skrivne av menneske. Ingen maskin har fylt ut status eller grunngiving.
feedback-method-how-caption = Korleis konklusjonane er laga
feedback-column-how = Konklusjonar
feedback-column-count = Tal
feedback-made-extracted = Sitat med utrekna ord kring
feedback-made-drafted = Formulerte av ein språkmodell, kontrollerte mot sitata
feedback-made-edited = Endra av menneske
feedback-row-conclusions = Konklusjonar i alt
feedback-limits = Grenser
feedback-limit-themes = Maskina kan samle utsegner som ikkje høyrer saman, eller skilje slike som gjer det. Difor kan kven som helst sjå kva utsegner eit tema er bygt på.
feedback-limit-place = Plasseringa er eit framlegg til nokon har gått gjennom det.
feedback-limit-voices = Tala seier kor mange innspel som tek opp noko, ikkje kor mange i folket som meiner det. Dei som spelte inn, er ikkje eit utval av alle.
feedback-limit-words = Det som blir sagt mellom linjene, ironi og det som berre folk i rommet kunne forstå, går tapt.
feedback-measured = Kor godt det verkar
feedback-measured-text = Målt på { $corpora } innsamlingar der menneske har merkt kvar utsegn. Tala er det lågaste og det høgaste av dei.
feedback-measured-caption = Målt mot merking gjord av menneske
feedback-column-measure = Kva
feedback-column-figure = Av hundre
feedback-measured-recovered = Utsegner som maskina finn att
feedback-measured-themes = Samsvar om kva som høyrer saman (B-cubed F1)
feedback-measured-placed = Utsegner der første framlegg til plassering er rett
feedback-span = { $low }–{ $high }
feedback-model = Modell for tyding av tekst: { $model }. Program: consult { $version }. Køyring: { $run }.
feedback-laws = { $broken ->
    [0] Alle { $laws } kontrollar av rekneskapen held: Ingen innspel og ingen utsegner er blitt borte, og kvart sitat er ordrett.
   *[other] { $broken } av { $laws } kontrollar held ikkje.
 }

feedback-who = Kven som svarar for dette
feedback-who-body = Ansvarleg: { $body }.
feedback-who-body-none = Det er ikkje sagt kven som er ansvarleg for dette dokumentet.
feedback-who-contact = Spørsmål, eller er du lesen feil? Kontakt: { $contact }.
feedback-who-contact-none = Det er ikkje sagt kven du kan spørje.
feedback-who-until = Sei frå innan { $date }.

feedback-changes = Endringar sidan førre utgåve
feedback-changes-first = Dette er den første utgåva.
feedback-changes-since = Samanlikna med utgåve { $number } ({ $date }).

feedback-contributions = Innspela med merkte utsegner
feedback-contributions-text = Her står innspela slik dei er skrivne, med utsegnene merkte. Personopplysningar er tekne ut. Pila bak ei utsegn fører til konklusjonen ho støttar.
feedback-to-conclusion = → { $theme }
feedback-no-text = Innspelet har ingen tekst.

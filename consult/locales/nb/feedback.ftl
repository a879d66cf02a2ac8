# Tilbakemeldingen: dokumentet som myndigheten gir ut, og ordene på kvitteringene som er de samme der.
# Ord: innspill = one contribution (source); utsagn = one idea in it (passage). Røster blir aldri lagt sammen.

feedback-kicker = Tilbakemelding på innspillene
feedback-subject = Hva folk og organisasjoner spilte inn, hva myndigheten svarer, og hvorfor
feedback-contents = Innhold
feedback-draft = Utkast – ikke endelig. Teksten kan bli endret.
feedback-draft-about = Dette er et utkast. Det kan mangle svar, og temaer og plasseringer kan bli endret før den endelige utgaven.
feedback-internal = Til intern bruk: Her står innspillene i full tekst, med navn og kontaktopplysninger.
feedback-audience = For: { $audience }

feedback-brief = Kort fortalt
feedback-brief-received = Det kom inn { $received } innspill. { $unreadable ->
    [0] Alle er lest.
    [one] { $read } er lest, ett kunne ikke leses.
   *[other] { $read } er lest, { $unreadable } kunne ikke leses.
 } { $withdrawn ->
    [0] { "" }
    [one] Ett er trukket tilbake.
   *[other] { $withdrawn } er trukket tilbake.
 }
feedback-brief-found = De er delt i { $passages } utsagn, én tanke i hvert, og utsagnene er samlet i { $themes } temaer.
feedback-brief-answered = { $lacking ->
    [0] Alle temaer har fått svar.
    [one] Ett av { $themes } temaer mangler svar.
   *[other] { $lacking } av { $themes } temaer mangler svar.
 }
feedback-brief-not-taken-up = { $count ->
    [0] Ingen svar sier at noe ikke blir tatt inn.
    [one] Ett svar sier at noe ikke blir tatt inn, og hvorfor.
   *[other] { $count } svar sier at noe ikke blir tatt inn, og hvorfor.
 }
feedback-brief-receipt = Har du sendt innspill? Med kvitteringskoden din finner du hvor det du sa, gikk, og hva svaret er.

feedback-process = Slik gikk det for seg
feedback-timeline = Tidslinje
feedback-column-when = Når
feedback-column-what = Hva
feedback-time-run = Innspillene ble lest, delt i utsagn og samlet i temaer
feedback-time-decided = { $count ->
    [one] Mennesker gikk gjennom og tok én avgjørelse om temaer og plasseringer
   *[other] Mennesker gikk gjennom og tok { $count } avgjørelser om temaer og plasseringer
 }
feedback-time-answered = { $count ->
    [one] Myndigheten skrev ett svar
   *[other] Myndigheten skrev { $count } svar
 }
feedback-time-edition = { $kind ->
    [final] Utgave { $number } ble gitt ut
   *[draft] Utkast { $number } ble laget
 }
feedback-time-reply = Frist for å si fra om du er lest feil
feedback-time-span = { $first } til { $last }
feedback-time-unknown = Uten dato

feedback-counts = Hva som kom inn
feedback-counts-note = Tallene gjelder innspill, ikke mennesker. Notatet fra ett bord kan romme mange deltakere, så bord, organisasjoner og privatpersoner blir talt hver for seg.
feedback-counts-caption = Innspill etter hvem de kommer fra
feedback-channels-caption = Innspill etter møte og høring
feedback-column-who = Fra
feedback-column-channel = Kanal
feedback-column-contributions = Innspill
feedback-column-silent = Av dem uten utsagn
feedback-column-passages = Utsagn
feedback-column-unreadable = Kunne ikke leses
feedback-column-received = Mottatt
feedback-row-unreadable = Kunne ikke leses
feedback-row-withheld = Mottatt, men ikke lagt ut
feedback-row-withdrawn = Trukket tilbake
feedback-row-received = Mottatt i alt
feedback-channel-none = Utenom møter og høringer
feedback-voice-group_note = Bord
feedback-voice-organisation = Organisasjoner
feedback-voice-individual = Privatpersoner
feedback-one-group_note = Bord
feedback-one-organisation = Organisasjon
feedback-one-individual = Privatperson
feedback-count-group_note = { $count } bord
feedback-count-organisation = { $count ->
    [one] { $count } organisasjon
   *[other] { $count } organisasjoner
 }
feedback-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersoner
 }
feedback-count-passages = { $count } utsagn
feedback-source = Innspill { $number }
feedback-source-by = Innspill { $number }: { $who }
feedback-who-at = { $who }, { $event }

feedback-pictures = Oversikt i figurer
feedback-kind-commitment = Forpliktelser
feedback-kind-new_topic = Kjente nye temaer
feedback-kind-outside = Utenfor planen
feedback-title-new = Nytt: hører ikke til noe i planen
feedback-title-unplaced = Ikke plassert
feedback-about-new = Disse temaene ligner ikke på noen av forpliktelsene eller de kjente nye temaene.
feedback-about-unplaced = Her er det ikke avgjort hvor temaet hører til.
feedback-nothing = Ingen innspill er plassert her.
feedback-target-counts = { $passages } fra { $voices }.
feedback-also = Disse temaene gjelder også dette, og står i full tekst et annet sted:
feedback-list-last = { $first } og { $second }
feedback-list = { $first }, { $second }

feedback-part-of = Del av et videre tema:
feedback-theme-proposed = Tema og plassering er forslag fra maskinen.
feedback-theme-shaped = Delvis formet av mennesker, resten er forslag fra maskinen. Ikke godkjent ennå.
feedback-theme-approved = Gått gjennom og godkjent av mennesker.
feedback-theme-changed = Godkjent av mennesker, men endret etterpå.
feedback-single = Én røst: Bare ett innspill sier dette.
feedback-how-drafted = Setningen er formulert av en språkmodell og kontrollert mot sitatene.
feedback-how-edited = Setningen er endret av et menneske.
feedback-further = Talt med, uten å være sitert:
feedback-silent = { $count ->
    [one] Ett utsagn i temaet er ikke gjengitt.
   *[other] { $count } utsagn i temaet er ikke gjengitt.
 }
feedback-in-other-words = Konklusjonene finnes ikke på språket til denne siden. De står på språket de er skrevet på.

feedback-response-on = Svar om { $target }
feedback-response-lacking = Svar mangler om { $target }.
feedback-reason = Begrunnelse
feedback-responsible = Ansvarlig
feedback-next-step = Neste steg
feedback-date = Når
feedback-status-taken_up = Blir tatt inn i en forpliktelse
feedback-status-partly = Blir delvis tatt inn
feedback-status-already_covered = Er alt dekket
feedback-status-forwarded = Er sendt videre til en sektor eller en lovprosess
feedback-status-knowledge = Blir med som kunnskap til neste plan
feedback-status-not_taken_up = Blir ikke tatt inn

feedback-answers = Svarene samlet
feedback-answers-text = Et tema får ett svar for hvert sted det er plassert.
feedback-answers-caption = Svar etter hva de går ut på
feedback-column-status = Svar
feedback-column-places = Antall svar
feedback-row-lacking = Svar mangler
feedback-row-places = I alt
feedback-not-taken-up = Ikke tatt inn, og hvorfor
feedback-not-taken-up-none = Ingen svar sier at noe ikke blir tatt inn.
feedback-lacking = Svar som mangler
feedback-lacking-none = Ingen svar mangler.
feedback-lacking-text = Myndigheten skylder svar på disse:

feedback-unused = Det som ikke kunne brukes
feedback-unreadable = Kunne ikke leses
feedback-unreadable-none = Alle innspillene kunne leses.
feedback-unreadable-text = Disse kom inn, men ga ingen tekst. De er talt med som mottatt, og er ikke med i temaene.
feedback-unreadable-caption = Innspill som ikke kunne leses
feedback-column-source = Innspill
feedback-column-reason = Grunn
feedback-unreadable-empty = Filen er tom.
feedback-unreadable-encrypted = Filen er vernet med passord.
feedback-unreadable-broken = Filen er ødelagt.
feedback-unreadable-scanned = Filen er et bilde av tekst, uten tekst.
feedback-unreadable-unsupported = Filtypen kan ikke leses.
feedback-unreadable-too_large = Filen er for stor.
feedback-unreadable-unsafe = Filen er bygd slik at den ikke er trygg å åpne.
feedback-unreadable-timeout = Det tok for lang tid å lese filen.
feedback-unreadable-other = Filen kunne ikke leses.
feedback-set-aside = Lagt til side
feedback-set-aside-text = Alt i innspillene er enten et utsagn eller lagt til side av en grunn. Kvitteringen for hvert innspill viser hva.
feedback-set-aside-caption = Tekst som er lagt til side
feedback-column-stretches = Steder
feedback-column-characters = Tegn
feedback-aside-heading = Overskrift
feedback-aside-procedural = Om gjennomføringen
feedback-aside-contact = Kontaktopplysninger
feedback-aside-quoted_previous = Sitert tidligere melding
feedback-aside-blank = Mellomrom og listetegn
feedback-aside-boilerplate = Fast tekst
feedback-aside-other = Annet
feedback-aside-people = { $count ->
    [0] Mennesker har ikke lagt noe til side.
    [one] Ett av disse stedene er lagt til side av mennesker:
   *[other] { $count } av disse stedene er lagt til side av mennesker:
 }
feedback-silent-title = Utsagn som ingen konklusjon gjengir
feedback-silent-none = Hvert utsagn er sitert eller talt med i en konklusjon.
feedback-silent-text = Disse utsagnene er med i et tema, men ingen konklusjon sier det de sier:
feedback-about-forms = { $count ->
    [one] Ett ark som bare forteller om et skjema, er lagt til side og ikke regnet som innspill.
   *[other] { $count } ark som bare forteller om et skjema, er lagt til side og ikke regnet som innspill.
 }
feedback-duplicates = { $count ->
    [0] Ingen utsagn står mer enn én gang.
    [one] Ett utsagn er likt eller nesten likt et annet. Begge er med.
   *[other] { $count } utsagn er like eller nesten like et annet. Alle er med.
 }

feedback-method = Slik er det gjort
feedback-method-lead = En maskin har lest innspillene og kommet med forslag. Mennesker har svart. Ingenting har forlatt maskinen det ble gjort på.
feedback-method-read = Hver fil blir til tekst. Det som ikke lar seg lese, står ovenfor med grunnen.
feedback-method-split = Teksten blir delt i utsagn, én tanke i hvert. Overskrifter, hilsener og lignende blir lagt til side. Hvert tegn er gjort rede for.
feedback-method-group = Utsagn som handler om det samme, blir samlet i temaer. Et utsagn som står alene, får et tema for seg selv.
feedback-method-place = Hvert tema blir lagt til den forpliktelsen det ligner mest på, eller til «nytt» om det ikke ligner på noen.
feedback-method-conclude = Konklusjonene er sitater. Ordene rundt sitatene sier hvor mange som står bak, og er regnet ut.
feedback-method-people = { $decisions ->
    [0] Ingen har endret forslagene fra maskinen.
    [one] Mennesker har tatt én avgjørelse om forslagene.
   *[other] Mennesker har tatt { $decisions } avgjørelser om forslagene.
 } { $approved } av { $themes } temaer er godkjent av mennesker.
feedback-method-answers = Svarene er skrevet av mennesker. Ingen maskin har fylt ut status eller begrunnelse.
feedback-method-how-caption = Hvordan konklusjonene er laget
feedback-column-how = Konklusjoner
feedback-column-count = Antall
feedback-made-extracted = Sitater med utregnede ord rundt
feedback-made-drafted = Formulert av en språkmodell, kontrollert mot sitatene
feedback-made-edited = Endret av mennesker
feedback-row-conclusions = Konklusjoner i alt
feedback-limits = Grenser
feedback-limit-themes = Maskinen kan samle utsagn som ikke hører sammen, eller skille slike som gjør det. Derfor kan hvem som helst se hvilke utsagn et tema er bygd på.
feedback-limit-place = Plasseringen er et forslag til noen har gått gjennom den.
feedback-limit-voices = Tallene sier hvor mange innspill som tar opp noe, ikke hvor mange i befolkningen som mener det. De som spilte inn, er ikke et utvalg av alle.
feedback-limit-words = Det som blir sagt mellom linjene, ironi og det som bare folk i rommet kunne forstå, går tapt.
feedback-measured = Hvor godt det virker
feedback-measured-text = Målt på { $corpora } innsamlinger der mennesker har merket hvert utsagn. Tallene er det laveste og det høyeste av dem.
feedback-measured-caption = Målt mot merking gjort av mennesker
feedback-column-measure = Hva
feedback-column-figure = Av hundre
feedback-measured-recovered = Utsagn som maskinen finner igjen
feedback-measured-themes = Samsvar om hva som hører sammen (B-cubed F1)
feedback-measured-placed = Utsagn der første forslag til plassering er rett
feedback-span = { $low }–{ $high }
feedback-model = Modell for betydning av tekst: { $model }. Program: consult { $version }. Kjøring: { $run }.
feedback-laws = { $broken ->
    [0] Alle { $laws } kontroller av regnskapet holder: Ingen innspill og ingen utsagn er blitt borte, og hvert sitat er ordrett.
   *[other] { $broken } av { $laws } kontroller holder ikke.
 }

feedback-who = Hvem som svarer for dette
feedback-who-body = Ansvarlig: { $body }.
feedback-who-body-none = Det er ikke sagt hvem som er ansvarlig for dette dokumentet.
feedback-who-contact = Spørsmål, eller er du lest feil? Kontakt: { $contact }.
feedback-who-contact-none = Det er ikke sagt hvem du kan spørre.
feedback-who-until = Si fra innen { $date }.

feedback-changes = Endringer siden forrige utgave
feedback-changes-first = Dette er den første utgaven.
feedback-changes-since = Sammenlignet med utgave { $number } ({ $date }).

feedback-contributions = Innspillene med merkede utsagn
feedback-contributions-text = Her står innspillene slik de er skrevet, med utsagnene merket. Personopplysninger er tatt ut. Pilen bak et utsagn fører til konklusjonen det støtter.
feedback-to-conclusion = → { $theme }
feedback-no-text = Innspillet har ingen tekst.

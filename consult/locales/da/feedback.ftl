# Tilbagemeldingen: dokumentet som myndigheden udgiver, og ordene på kvitteringerne som er de samme dér.
# Ord: bidrag = one contribution (source); udsagn = one idea in it (passage). Stemmer lægges aldrig sammen.

feedback-kicker = Tilbagemelding på bidragene
feedback-subject = Hvad borgere og organisationer bidrog med, hvad myndigheden svarer, og hvorfor
feedback-contents = Indhold
feedback-draft = Udkast – ikke endeligt. Teksten kan blive ændret.
feedback-draft-about = Dette er et udkast. Der kan mangle svar, og temaer og placeringer kan blive ændret før den endelige udgave.
feedback-internal = Til intern brug: Her står bidragene i deres helhed, med navne og kontaktoplysninger.
feedback-audience = Til: { $audience }

feedback-brief = Kort fortalt
feedback-brief-received = Der kom { $received } bidrag. { $unreadable ->
    [0] Alle er læst.
    [one] { $read } er læst, ét kunne ikke læses.
   *[other] { $read } er læst, { $unreadable } kunne ikke læses.
 } { $withdrawn ->
    [0] { "" }
    [one] Ét er trukket tilbage.
   *[other] { $withdrawn } er trukket tilbage.
 }
feedback-brief-found = De er delt i { $passages } udsagn med én tanke i hvert, og udsagnene er samlet i { $themes } temaer.
feedback-brief-answered = { $lacking ->
    [0] Alle temaer har fået svar.
    [one] Ét af { $themes } temaer mangler svar.
   *[other] { $lacking } af { $themes } temaer mangler svar.
 }
feedback-brief-not-taken-up = { $count ->
    [0] Ingen svar siger, at noget ikke bliver taget med.
    [one] Ét svar siger, at noget ikke bliver taget med, og hvorfor.
   *[other] { $count } svar siger, at noget ikke bliver taget med, og hvorfor.
 }
feedback-brief-receipt = Har du sendt et bidrag? Med din kvitteringskode finder du, hvor det du sagde, blev af, og hvad svaret er.

feedback-process = Sådan gik det til
feedback-timeline = Tidslinje
feedback-column-when = Hvornår
feedback-column-what = Hvad
feedback-time-run = Bidragene blev læst, delt i udsagn og samlet i temaer
feedback-time-decided = { $count ->
    [one] Mennesker gennemgik resultatet og traf én afgørelse om temaer og placeringer
   *[other] Mennesker gennemgik resultatet og traf { $count } afgørelser om temaer og placeringer
 }
feedback-time-answered = { $count ->
    [one] Myndigheden skrev ét svar
   *[other] Myndigheden skrev { $count } svar
 }
feedback-time-edition = { $kind ->
    [final] Udgave { $number } blev udgivet
   *[draft] Udkast { $number } blev lavet
 }
feedback-time-reply = Frist for at sige til, hvis du er læst forkert
feedback-time-span = { $first } til { $last }
feedback-time-unknown = Uden dato

feedback-counts = Hvad der kom ind
feedback-counts-note = Tallene gælder bidrag, ikke mennesker. Noterne fra ét bord kan rumme mange deltagere, så borde, organisationer og privatpersoner tælles hver for sig.
feedback-counts-caption = Bidrag efter hvem de kommer fra
feedback-channels-caption = Bidrag efter møde og høring
feedback-column-who = Fra
feedback-column-channel = Kanal
feedback-column-contributions = Bidrag
feedback-column-silent = Heraf uden udsagn
feedback-column-passages = Udsagn
feedback-column-unreadable = Kunne ikke læses
feedback-column-received = Modtaget
feedback-row-unreadable = Kunne ikke læses
feedback-row-withheld = Modtaget, men ikke lagt ud
feedback-row-withdrawn = Trukket tilbage
feedback-row-received = Modtaget i alt
feedback-channel-none = Uden for møder og høringer
feedback-voice-group_note = Borde
feedback-voice-organisation = Organisationer
feedback-voice-individual = Privatpersoner
feedback-one-group_note = Bord
feedback-one-organisation = Organisation
feedback-one-individual = Privatperson
feedback-count-group_note = { $count ->
    [one] { $count } bord
   *[other] { $count } borde
 }
feedback-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisationer
 }
feedback-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersoner
 }
feedback-count-passages = { $count } udsagn
feedback-source = Bidrag { $number }
feedback-source-by = Bidrag { $number }: { $who }
feedback-who-at = { $who }, { $event }

feedback-pictures = Overblik i figurer
feedback-kind-commitment = Forpligtelser
feedback-kind-new_topic = Kendte nye emner
feedback-kind-outside = Uden for planen
feedback-title-new = Nyt: hører ikke til noget i planen
feedback-title-unplaced = Ikke placeret
feedback-about-new = Disse temaer ligner ingen af forpligtelserne eller de kendte nye emner.
feedback-about-unplaced = Her er det ikke afgjort, hvor temaet hører til.
feedback-nothing = Ingen bidrag er placeret her.
feedback-target-counts = { $passages } fra { $voices }.
feedback-also = Disse temaer gælder også dette, og står i deres helhed et andet sted:
feedback-list-last = { $first } og { $second }
feedback-list = { $first }, { $second }

feedback-part-of = Del af et bredere tema:
feedback-theme-proposed = Tema og placering er maskinens forslag.
feedback-theme-shaped = Delvis formet af mennesker, resten er maskinens forslag. Endnu ikke godkendt.
feedback-theme-approved = Gennemgået og godkendt af mennesker.
feedback-theme-changed = Godkendt af mennesker, men ændret siden.
feedback-single = Én stemme: Kun ét bidrag siger dette.
feedback-how-drafted = Sætningen er formuleret af en sprogmodel og kontrolleret mod citaterne.
feedback-how-edited = Sætningen er ændret af et menneske.
feedback-further = Talt med uden at være citeret:
feedback-silent = { $count ->
    [one] Ét udsagn i temaet er ikke gengivet.
   *[other] { $count } udsagn i temaet er ikke gengivet.
 }
feedback-in-other-words = Konklusionerne findes ikke på denne sides sprog. De står på det sprog, de er skrevet på.

feedback-response-on = Svar om { $target }
feedback-response-lacking = Der mangler svar om { $target }.
feedback-reason = Begrundelse
feedback-responsible = Ansvarlig
feedback-next-step = Næste skridt
feedback-date = Hvornår
feedback-status-taken_up = Tages med i en forpligtelse
feedback-status-partly = Tages delvis med
feedback-status-already_covered = Er allerede dækket
feedback-status-forwarded = Er sendt videre til en sektor eller en lovproces
feedback-status-knowledge = Bevares som viden til den næste plan
feedback-status-not_taken_up = Tages ikke med

feedback-answers = Svarene samlet
feedback-answers-text = Et tema får ét svar for hvert sted, det er placeret.
feedback-answers-caption = Svar efter hvad de går ud på
feedback-column-status = Svar
feedback-column-places = Antal svar
feedback-row-lacking = Svar mangler
feedback-row-places = I alt
feedback-not-taken-up = Ikke taget med, og hvorfor
feedback-not-taken-up-none = Ingen svar siger, at noget ikke bliver taget med.
feedback-lacking = Svar der mangler
feedback-lacking-none = Ingen svar mangler.
feedback-lacking-text = Myndigheden skylder svar på disse:

feedback-unused = Det der ikke kunne bruges
feedback-unreadable = Kunne ikke læses
feedback-unreadable-none = Alle bidrag kunne læses.
feedback-unreadable-text = Disse kom ind, men gav ingen tekst. De er talt med som modtaget, og er ikke med i temaerne.
feedback-unreadable-caption = Bidrag der ikke kunne læses
feedback-column-source = Bidrag
feedback-column-reason = Grund
feedback-unreadable-empty = Filen er tom.
feedback-unreadable-encrypted = Filen er beskyttet med adgangskode.
feedback-unreadable-broken = Filen er beskadiget.
feedback-unreadable-scanned = Filen er et billede af tekst, uden tekst.
feedback-unreadable-unsupported = Filtypen kan ikke læses.
feedback-unreadable-too_large = Filen er for stor.
feedback-unreadable-unsafe = Filen er bygget, så den ikke er sikker at åbne.
feedback-unreadable-timeout = Det tog for lang tid at læse filen.
feedback-unreadable-other = Filen kunne ikke læses.
feedback-set-aside = Lagt til side
feedback-set-aside-text = Alt i bidragene er enten et udsagn eller lagt til side af en grund. Kvitteringen for hvert bidrag viser hvad.
feedback-set-aside-caption = Tekst der er lagt til side
feedback-column-stretches = Steder
feedback-column-characters = Tegn
feedback-aside-heading = Overskrift
feedback-aside-procedural = Om gennemførelsen
feedback-aside-contact = Kontaktoplysninger
feedback-aside-quoted_previous = Citeret tidligere besked
feedback-aside-blank = Mellemrum og listetegn
feedback-aside-boilerplate = Fast tekst
feedback-aside-other = Andet
feedback-aside-people = { $count ->
    [0] Mennesker har ikke lagt noget til side.
    [one] Ét af disse steder er lagt til side af mennesker:
   *[other] { $count } af disse steder er lagt til side af mennesker:
 }
feedback-silent-title = Udsagn som ingen konklusion gengiver
feedback-silent-none = Hvert udsagn er citeret eller talt med i en konklusion.
feedback-silent-text = Disse udsagn er med i et tema, men ingen konklusion siger det, de siger:
feedback-about-forms = { $count ->
    [one] Ét ark, der kun fortæller om et skema, er lagt til side og ikke regnet som bidrag.
   *[other] { $count } ark, der kun fortæller om et skema, er lagt til side og ikke regnet som bidrag.
 }
feedback-duplicates = { $count ->
    [0] Intet udsagn står mere end én gang.
    [one] Ét udsagn er ens eller næsten ens med et andet. Begge er med.
   *[other] { $count } udsagn er ens eller næsten ens med et andet. Alle er med.
 }

feedback-method = Sådan er det gjort
feedback-method-lead = En maskine har læst bidragene og givet forslag. Mennesker har svaret. Intet har forladt den maskine, det blev gjort på.
feedback-method-read = Hver fil bliver til tekst. Det der ikke kan læses, står ovenfor med grunden.
feedback-method-split = Teksten deles i udsagn med én tanke i hvert. Overskrifter, hilsner og lignende lægges til side. Der er gjort rede for hvert tegn.
feedback-method-group = Udsagn om det samme samles i temaer. Et udsagn der står alene, får sit eget tema.
feedback-method-place = Hvert tema lægges til den forpligtelse, det ligner mest, eller til »nyt«, hvis det ikke ligner nogen.
feedback-method-conclude = Konklusionerne er citater. Ordene omkring citaterne siger, hvor mange der står bag, og er beregnet.
feedback-method-people = { $decisions ->
    [0] Ingen har ændret maskinens forslag.
    [one] Mennesker har truffet én afgørelse om forslagene.
   *[other] Mennesker har truffet { $decisions } afgørelser om forslagene.
 } { $approved } af { $themes } temaer er godkendt af mennesker.
feedback-method-answers = Svarene er skrevet af mennesker. Ingen maskine har udfyldt status eller begrundelse.
feedback-method-how-caption = Hvordan konklusionerne er lavet
feedback-column-how = Konklusioner
feedback-column-count = Antal
feedback-made-extracted = Citater med beregnede ord omkring
feedback-made-drafted = Formuleret af en sprogmodel, kontrolleret mod citaterne
feedback-made-edited = Ændret af mennesker
feedback-row-conclusions = Konklusioner i alt
feedback-limits = Grænser
feedback-limit-themes = Maskinen kan samle udsagn, der ikke hører sammen, eller skille nogle, der gør. Derfor kan enhver se, hvilke udsagn et tema er bygget på.
feedback-limit-place = Placeringen er et forslag, indtil nogen har gennemgået den.
feedback-limit-voices = Tallene siger, hvor mange bidrag der tager noget op, ikke hvor mange i befolkningen der mener det. De der bidrog, er ikke et udsnit af alle.
feedback-limit-words = Det der siges mellem linjerne, ironi og det som kun folk i rummet kunne forstå, går tabt.
feedback-measured = Hvor godt det virker
feedback-measured-text = Målt på { $corpora } indsamlinger, hvor mennesker har mærket hvert udsagn. Tallene er det laveste og det højeste af dem.
feedback-measured-caption = Målt mod mærkning gjort af mennesker
feedback-column-measure = Hvad
feedback-column-figure = Ud af hundrede
feedback-measured-recovered = Udsagn som maskinen finder igen
feedback-measured-themes = Enighed om hvad der hører sammen (B-cubed F1)
feedback-measured-placed = Udsagn hvor første forslag til placering er rigtigt
feedback-span = { $low }–{ $high }
feedback-model = Model for teksters betydning: { $model }. Program: consult { $version }. Kørsel: { $run }.
feedback-laws = { $broken ->
    [0] Alle { $laws } kontroller af regnskabet holder: Ingen bidrag og ingen udsagn er gået tabt, og hvert citat er ordret.
   *[other] { $broken } af { $laws } kontroller holder ikke.
 }

feedback-who = Hvem der svarer for dette
feedback-who-body = Ansvarlig: { $body }.
feedback-who-body-none = Det er ikke oplyst, hvem der er ansvarlig for dette dokument.
feedback-who-contact = Spørgsmål, eller er du læst forkert? Kontakt: { $contact }.
feedback-who-contact-none = Det er ikke oplyst, hvem du kan spørge.
feedback-who-until = Sig til senest { $date }.

feedback-changes = Ændringer siden forrige udgave
feedback-changes-first = Dette er den første udgave.
feedback-changes-since = Sammenlignet med udgave { $number } ({ $date }).

feedback-contributions = Bidragene med mærkede udsagn
feedback-contributions-text = Her står bidragene, som de er skrevet, med udsagnene mærket. Personoplysninger er taget ud. Pilen efter et udsagn fører til den konklusion, det støtter.
feedback-to-conclusion = → { $theme }
feedback-no-text = Bidraget har ingen tekst.

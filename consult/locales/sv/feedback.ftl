# Återkopplingen: dokumentet som myndigheten ger ut, och orden på kvittenserna som är desamma där.
# Ord: bidrag = one contribution (source); uttalande = one idea in it (passage). Röster läggs aldrig ihop.

feedback-kicker = Återkoppling på bidragen
feedback-subject = Vad människor och organisationer bidrog med, vad myndigheten svarar, och varför
feedback-contents = Innehåll
feedback-draft = Utkast – inte slutligt. Texten kan komma att ändras.
feedback-draft-about = Detta är ett utkast. Svar kan saknas, och teman och placeringar kan ändras före den slutliga utgåvan.
feedback-internal = För internt bruk: Här står bidragen i sin helhet, med namn och kontaktuppgifter.
feedback-audience = För: { $audience }

feedback-brief = I korthet
feedback-brief-received = Det kom in { $received } bidrag. { $unreadable ->
    [0] Alla är lästa.
    [one] { $read } är lästa, ett kunde inte läsas.
   *[other] { $read } är lästa, { $unreadable } kunde inte läsas.
 } { $withdrawn ->
    [0] { "" }
    [one] Ett är återkallat.
   *[other] { $withdrawn } är återkallade.
 }
feedback-brief-found = De är delade i { $passages } uttalanden med en tanke i varje, och uttalandena är samlade i { $themes } teman.
feedback-brief-answered = { $lacking ->
    [0] Alla teman har fått svar.
    [one] Ett av { $themes } teman saknar svar.
   *[other] { $lacking } av { $themes } teman saknar svar.
 }
feedback-brief-not-taken-up = { $count ->
    [0] Inget svar säger att något inte tas in.
    [one] Ett svar säger att något inte tas in, och varför.
   *[other] { $count } svar säger att något inte tas in, och varför.
 }
feedback-brief-receipt = Har du lämnat ett bidrag? Med din kvittenskod hittar du vart det du sade tog vägen, och vad svaret är.

feedback-process = Så gick det till
feedback-timeline = Tidslinje
feedback-column-when = När
feedback-column-what = Vad
feedback-time-run = Bidragen lästes, delades i uttalanden och samlades i teman
feedback-time-decided = { $count ->
    [one] Människor gick igenom resultatet och fattade ett beslut om teman och placeringar
   *[other] Människor gick igenom resultatet och fattade { $count } beslut om teman och placeringar
 }
feedback-time-answered = { $count ->
    [one] Myndigheten skrev ett svar
   *[other] Myndigheten skrev { $count } svar
 }
feedback-time-edition = { $kind ->
    [final] Utgåva { $number } gavs ut
   *[draft] Utkast { $number } gjordes
 }
feedback-time-reply = Sista dag att säga till om du har lästs fel
feedback-time-span = { $first } till { $last }
feedback-time-unknown = Utan datum

feedback-counts = Vad som kom in
feedback-counts-note = Siffrorna gäller bidrag, inte människor. Anteckningarna från ett bord kan rymma många deltagare, så bord, organisationer och privatpersoner räknas var för sig.
feedback-counts-caption = Bidrag efter vem de kommer från
feedback-channels-caption = Bidrag efter möte och samråd
feedback-column-who = Från
feedback-column-channel = Kanal
feedback-column-contributions = Bidrag
feedback-column-silent = Därav utan uttalande
feedback-column-passages = Uttalanden
feedback-column-unreadable = Kunde inte läsas
feedback-column-received = Mottagna
feedback-row-unreadable = Kunde inte läsas
feedback-row-withheld = Mottagna, men inte publicerade
feedback-row-withdrawn = Återkallade
feedback-row-received = Mottagna totalt
feedback-channel-none = Utanför möten och samråd
feedback-voice-group_note = Bord
feedback-voice-organisation = Organisationer
feedback-voice-individual = Privatpersoner
feedback-one-group_note = Bord
feedback-one-organisation = Organisation
feedback-one-individual = Privatperson
feedback-count-group_note = { $count } bord
feedback-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisationer
 }
feedback-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersoner
 }
feedback-count-passages = { $count ->
    [one] { $count } uttalande
   *[other] { $count } uttalanden
 }
feedback-source = Bidrag { $number }
feedback-source-by = Bidrag { $number }: { $who }
feedback-who-at = { $who }, { $event }

feedback-pictures = Överblick i figurer
feedback-kind-commitment = Åtaganden
feedback-kind-new_topic = Kända nya ämnen
feedback-kind-outside = Utanför planen
feedback-title-new = Nytt: hör inte till något i planen
feedback-title-unplaced = Inte placerat
feedback-about-new = Dessa teman liknar inget av åtagandena eller de kända nya ämnena.
feedback-about-unplaced = Här är det inte avgjort var temat hör hemma.
feedback-nothing = Inga bidrag är placerade här.
feedback-target-counts = { $passages } från { $voices }.
feedback-also = Dessa teman gäller också detta, och står i sin helhet på annan plats:
feedback-list-last = { $first } och { $second }
feedback-list = { $first }, { $second }

feedback-part-of = Del av ett vidare tema:
feedback-theme-proposed = Tema och placering är maskinens förslag.
feedback-theme-shaped = Delvis format av människor, resten är maskinens förslag. Inte godkänt ännu.
feedback-theme-approved = Genomgånget och godkänt av människor.
feedback-theme-changed = Godkänt av människor, men ändrat efteråt.
feedback-single = En röst: Bara ett bidrag säger detta.
feedback-how-drafted = Meningen är formulerad av en språkmodell och kontrollerad mot citaten.
feedback-how-edited = Meningen är ändrad av en människa.
feedback-further = Medräknade utan att vara citerade:
feedback-silent = { $count ->
    [one] Ett uttalande i temat återges inte.
   *[other] { $count } uttalanden i temat återges inte.
 }
feedback-in-other-words = Slutsatserna finns inte på den här sidans språk. De står på det språk de är skrivna på.

feedback-response-on = Svar om { $target }
feedback-response-lacking = Svar saknas om { $target }.
feedback-reason = Motivering
feedback-responsible = Ansvarig
feedback-next-step = Nästa steg
feedback-date = När
feedback-status-taken_up = Tas in i ett åtagande
feedback-status-partly = Tas delvis in
feedback-status-already_covered = Täcks redan
feedback-status-forwarded = Har lämnats vidare till en sektor eller en lagprocess
feedback-status-knowledge = Tas med som kunskap till nästa plan
feedback-status-not_taken_up = Tas inte in

feedback-answers = Svaren samlade
feedback-answers-text = Ett tema får ett svar för varje plats där det är placerat.
feedback-answers-caption = Svar efter vad de innebär
feedback-column-status = Svar
feedback-column-places = Antal svar
feedback-row-lacking = Svar saknas
feedback-row-places = Totalt
feedback-not-taken-up = Inte intaget, och varför
feedback-not-taken-up-none = Inget svar säger att något inte tas in.
feedback-lacking = Svar som saknas
feedback-lacking-none = Inget svar saknas.
feedback-lacking-text = Myndigheten är skyldig svar på dessa:

feedback-unused = Det som inte kunde användas
feedback-unreadable = Kunde inte läsas
feedback-unreadable-none = Alla bidrag kunde läsas.
feedback-unreadable-text = Dessa kom in men gav ingen text. De är räknade som mottagna och ingår inte i temana.
feedback-unreadable-caption = Bidrag som inte kunde läsas
feedback-column-source = Bidrag
feedback-column-reason = Skäl
feedback-unreadable-empty = Filen är tom.
feedback-unreadable-encrypted = Filen är skyddad med lösenord.
feedback-unreadable-broken = Filen är skadad.
feedback-unreadable-scanned = Filen är en bild av text, utan text.
feedback-unreadable-unsupported = Filtypen kan inte läsas.
feedback-unreadable-too_large = Filen är för stor.
feedback-unreadable-unsafe = Filen är byggd så att den inte är säker att öppna.
feedback-unreadable-timeout = Det tog för lång tid att läsa filen.
feedback-unreadable-other = Filen kunde inte läsas.
feedback-set-aside = Lagt åt sidan
feedback-set-aside-text = Allt i bidragen är antingen ett uttalande eller lagt åt sidan av ett skäl. Kvittensen för varje bidrag visar vad.
feedback-set-aside-caption = Text som är lagd åt sidan
feedback-column-stretches = Ställen
feedback-column-characters = Tecken
feedback-aside-heading = Rubrik
feedback-aside-procedural = Om genomförandet
feedback-aside-contact = Kontaktuppgifter
feedback-aside-quoted_previous = Citerat tidigare meddelande
feedback-aside-blank = Mellanrum och listtecken
feedback-aside-boilerplate = Fast text
feedback-aside-other = Annat
feedback-aside-people = { $count ->
    [0] Människor har inte lagt något åt sidan.
    [one] Ett av dessa ställen är lagt åt sidan av människor:
   *[other] { $count } av dessa ställen är lagda åt sidan av människor:
 }
feedback-silent-title = Uttalanden som ingen slutsats återger
feedback-silent-none = Varje uttalande är citerat eller medräknat i en slutsats.
feedback-silent-text = Dessa uttalanden ingår i ett tema, men ingen slutsats säger det de säger:
feedback-about-forms = { $count ->
    [one] Ett blad som bara berättar om ett formulär är lagt åt sidan och räknas inte som bidrag.
   *[other] { $count } blad som bara berättar om ett formulär är lagda åt sidan och räknas inte som bidrag.
 }
feedback-duplicates = { $count ->
    [0] Inget uttalande står mer än en gång.
    [one] Ett uttalande är lika eller nästan lika ett annat. Båda är med.
   *[other] { $count } uttalanden är lika eller nästan lika ett annat. Alla är med.
 }

feedback-method = Så är det gjort
feedback-method-lead = En maskin har läst bidragen och lämnat förslag. Människor har svarat. Inget har lämnat den maskin det gjordes på.
feedback-method-read = Varje fil blir text. Det som inte går att läsa står ovan med skälet.
feedback-method-split = Texten delas i uttalanden med en tanke i varje. Rubriker, hälsningar och liknande läggs åt sidan. Varje tecken är redovisat.
feedback-method-group = Uttalanden om samma sak samlas i teman. Ett uttalande som står ensamt får ett eget tema.
feedback-method-place = Varje tema läggs till det åtagande det liknar mest, eller till ”nytt” om det inte liknar något.
feedback-method-conclude = Slutsatserna är citat. Orden runt citaten säger hur många som står bakom, och är uträknade.
feedback-method-people = { $decisions ->
    [0] Ingen har ändrat maskinens förslag.
    [one] Människor har fattat ett beslut om förslagen.
   *[other] Människor har fattat { $decisions } beslut om förslagen.
 } { $approved } av { $themes } teman är godkända av människor.
feedback-method-answers = Svaren är skrivna av människor. Ingen maskin har fyllt i status eller motivering.
feedback-method-how-caption = Hur slutsatserna är gjorda
feedback-column-how = Slutsatser
feedback-column-count = Antal
feedback-made-extracted = Citat med uträknade ord omkring
feedback-made-drafted = Formulerade av en språkmodell, kontrollerade mot citaten
feedback-made-edited = Ändrade av människor
feedback-row-conclusions = Slutsatser totalt
feedback-limits = Gränser
feedback-limit-themes = Maskinen kan samla uttalanden som inte hör ihop, eller skilja sådana som gör det. Därför kan vem som helst se vilka uttalanden ett tema bygger på.
feedback-limit-place = Placeringen är ett förslag tills någon har gått igenom den.
feedback-limit-voices = Siffrorna säger hur många bidrag som tar upp något, inte hur många i befolkningen som anser det. De som bidrog är inget urval av alla.
feedback-limit-words = Det som sägs mellan raderna, ironi och det som bara de i rummet kunde förstå går förlorat.
feedback-measured = Hur väl det fungerar
feedback-measured-text = Mätt på { $corpora } insamlingar där människor har märkt varje uttalande. Siffrorna är den lägsta och den högsta av dem.
feedback-measured-caption = Mätt mot märkning gjord av människor
feedback-column-measure = Vad
feedback-column-figure = Av hundra
feedback-measured-recovered = Uttalanden som maskinen hittar
feedback-measured-themes = Samstämmighet om vad som hör ihop (B-cubed F1)
feedback-measured-placed = Uttalanden där första förslaget till placering är rätt
feedback-span = { $low }–{ $high }
feedback-model = Modell för texters betydelse: { $model }. Program: consult { $version }. Körning: { $run }.
feedback-laws = { $broken ->
    [0] Alla { $laws } kontroller av räkenskaperna håller: Inget bidrag och inget uttalande har gått förlorat, och varje citat är ordagrant.
   *[other] { $broken } av { $laws } kontroller håller inte.
 }

feedback-who = Vem som svarar för detta
feedback-who-body = Ansvarig: { $body }.
feedback-who-body-none = Det är inte sagt vem som är ansvarig för detta dokument.
feedback-who-contact = Frågor, eller har du lästs fel? Kontakt: { $contact }.
feedback-who-contact-none = Det är inte sagt vem du kan fråga.
feedback-who-until = Säg till senast { $date }.

feedback-changes = Ändringar sedan förra utgåvan
feedback-changes-first = Detta är den första utgåvan.
feedback-changes-since = Jämfört med utgåva { $number } ({ $date }).

feedback-contributions = Bidragen med märkta uttalanden
feedback-contributions-text = Här står bidragen som de är skrivna, med uttalandena märkta. Personuppgifter är borttagna. Pilen efter ett uttalande leder till den slutsats det stöder.
feedback-to-conclusion = → { $theme }
feedback-no-text = Bidraget har ingen text.

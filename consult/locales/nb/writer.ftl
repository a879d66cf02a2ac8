# Skriveren: hvorfor porten avviser en setning, hva en skriving gjorde, og hvordan tekst ble til.

gate-form-empty = Den sier ingenting.
gate-form-long = Den er for lang: { $detail } tegn.
gate-form-open = Den er ingen hel setning.
gate-form-control = Den har tegn som ingen skriver.
gate-form-sentences = Den er mer enn én setning.
gate-chatter = Den snakker om seg selv eller til leseren, eller har oppmerking eller en adresse: { $detail }
gate-citation-none = Den viser ikke til noe.
gate-citation-unknown = Den viser til et utsagn som ikke finnes: { $detail }
gate-citation-elsewhere = Den viser til noe som ikke er dens eget: { $detail }
gate-citation-needless = Den viser til et utsagn som den ikke bruker: { $detail }
gate-quote-not-verbatim = Den siterer det ingen har skrevet: { $detail }
gate-quote-open = Et anførselstegn mangler makkeren sin.
gate-quote-turned = Den utelater «ikke» foran et sitat: { $detail }
gate-number = Ingen utsagn den viser til, sier dette tallet: { $detail }
gate-date = Ingen utsagn den viser til, sier denne datoen: { $detail }
gate-quantity = Så mange er det ikke som sier det: { $detail }
gate-general = Den gjør én stemme til flere: { $detail }
gate-commitment = Den nevner en forpliktelse som temaet ikke gjelder: { $detail }
gate-name = Ingen utsagn den viser til, sier dette navnet: { $detail }
gate-negation-added = Den nekter det ingen har nektet: { $detail }
gate-negation-dropped = Den utelater et «ikke»: { $detail }
gate-instruction = Den gjør det en bidragsyter ba en maskin om.
gate-personal = Den har personopplysninger ({ $detail }).
gate-language = Den er på et annet språk ({ $detail }).
gate-unsupported = Ingenting den viser til, sier dette: { $detail }
gate-turned = Den sier noe annet enn det den viser til, eller det motsatte: { $detail }

writer-left-out = Den skrevne teksten om temaet sier ikke det som dette utsagnet sier.
writer-kept = { $count ->
    [one] Én skrevet setning kom gjennom kontrollen og er i bruk.
   *[other] { $count } skrevne setninger kom gjennom kontrollen og er i bruk.
 }
writer-refused = { $count ->
    [one] Én ble avvist og er tatt vare på med grunnen.
   *[other] { $count } ble avvist og er tatt vare på med grunnene.
 }
writer-withheld = { $count ->
    [one] Én konklusjon ble ikke sendt: noen snakker til en maskin i den.
   *[other] { $count } konklusjoner ble ikke sendt: noen snakker til en maskin i dem.
 }
writer-closed = { $count ->
    [one] Én tekst ble ikke sendt: den bygger på et innspill som er holdt tilbake eller bare oppsummert.
   *[other] { $count } tekster ble ikke sendt: de bygger på innspill som er holdt tilbake eller bare oppsummert.
 }
writer-rules-alone = Modellen som skal lese om en setning sier det samme som utsagnet, kan ikke brukes på denne maskinen (installer consult på nytt). Bare reglene har dømt.
writer-unanswered = { $count ->
    [one] Én forespørsel fikk ikke noe brukbart svar: { $why }
   *[other] { $count } forespørsler fikk ikke noe brukbart svar: { $why }
 }
writer-why-gone = serveren var ikke der.
writer-why-slow = serveren brukte for lang tid.
writer-why-busy = serveren var opptatt eller sviktet.
writer-why-refused = serveren sa nei.
writer-why-broken = svaret var ikke slik det ble bedt om.
writer-why-cut = svaret var bare halvt.
writer-why-limit = grensen for tegn eller kostnad var nådd.
writer-extractive = Der ingen skrevet setning står, står sitatene med tallene sine.
writer-how-extracted = Sitert og talt
writer-how-drafted = Skrevet av en språkmodell
writer-how-plain = Skrevet om til klart språk av en språkmodell
writer-how-translate = Oversatt av en språkmodell
writer-undecided = Skrevet av en språkmodell og kontrollert mot utsagnene. Ingen har vedtatt teksten, og den blir ikke publisert.
writer-title = Forslag til tittel
writer-overview = Oversikt: hva temaene her sier
writer-translations = { $count ->
    [one] Oversettelse av én konklusjon
   *[other] Oversettelser av { $count } konklusjoner
 }
writer-drawn-on = { $count ->
    [one] Bygger på ett utsagn
   *[other] Bygger på { $count } utsagn
 }
writer-before = Setningen før den ble skrevet om
writer-from = Oversatt fra: { $text }
writer-language-nn = Nynorsk
writer-language-nb = Bokmål
writer-language-en = Engelsk
writer-how-edited = Formulert av et menneske
writer-method = { $drafted ->
    [0] { "" }
    [one] Én setning er skrevet av en språkmodell ({ $model }) ut fra utsagnene ved siden av, og er kontrollert for tall, navn, sitater, nekting og mening.
   *[other] { $drafted } setninger er skrevet av en språkmodell ({ $model }) ut fra utsagnene ved siden av, og er kontrollert for tall, navn, sitater, nekting og mening.
 }

review-act-edit = omformulering
review-remark-worded-anew = det som ble omformulert, er endret siden: { $ids }

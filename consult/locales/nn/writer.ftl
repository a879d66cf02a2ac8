# Skrivaren: kvifor porten avviser ei setning, kva ei skriving gjorde, og korleis tekst vart til.

gate-form-empty = Ho seier ingenting.
gate-form-long = Ho er for lang: { $detail } teikn.
gate-form-open = Ho er inga heil setning.
gate-form-control = Ho har teikn som ingen skriv.
gate-form-sentences = Ho er meir enn éi setning.
gate-chatter = Ho snakkar om seg sjølv eller til lesaren, eller har oppmerking eller ei adresse: { $detail }
gate-citation-none = Ho viser ikkje til noko.
gate-citation-unknown = Ho viser til ei utsegn som ikkje finst: { $detail }
gate-citation-elsewhere = Ho viser til noko som ikkje er hennar eige: { $detail }
gate-citation-needless = Ho viser til ei utsegn som ho ikkje bruker: { $detail }
gate-quote-not-verbatim = Ho siterer det ingen har skrive: { $detail }
gate-quote-open = Eit hermeteikn manglar makkeren sin.
gate-quote-turned = Ho utelet «ikkje» framfor eit sitat: { $detail }
gate-number = Inga utsegn ho viser til, seier dette talet: { $detail }
gate-date = Inga utsegn ho viser til, seier denne datoen: { $detail }
gate-quantity = Så mange er det ikkje som seier det: { $detail }
gate-general = Ho gjer éi røyst til fleire: { $detail }
gate-commitment = Ho nemner ei forplikting som temaet ikkje gjeld: { $detail }
gate-name = Inga utsegn ho viser til, seier dette namnet: { $detail }
gate-negation-added = Ho nektar det ingen har nekta: { $detail }
gate-negation-dropped = Ho utelet eit «ikkje»: { $detail }
gate-instruction = Ho gjer det ein bidragsytar bad ei maskin om.
gate-personal = Ho har personopplysningar ({ $detail }).
gate-language = Ho er på eit anna språk ({ $detail }).
gate-unsupported = Ingenting ho viser til, seier dette: { $detail }
gate-turned = Ho seier noko anna enn det ho viser til, eller det motsette: { $detail }

writer-left-out = Den skrivne teksten om temaet seier ikkje det som denne utsegna seier.
writer-kept = { $count ->
    [one] Éi skriven setning kom gjennom kontrollen og er i bruk.
   *[other] { $count } skrivne setningar kom gjennom kontrollen og er i bruk.
 }
writer-refused = { $count ->
    [one] Éi vart avvist og er teken vare på med grunnen.
   *[other] { $count } vart avviste og er tekne vare på med grunnane.
 }
writer-withheld = { $count ->
    [one] Éin konklusjon vart ikkje send: nokon snakkar til ei maskin i han.
   *[other] { $count } konklusjonar vart ikkje sende: nokon snakkar til ei maskin i dei.
 }
writer-closed = { $count ->
    [one] Éin tekst vart ikkje send: han byggjer på eit innspel som er halde tilbake eller berre oppsummert.
   *[other] { $count } tekstar vart ikkje sende: dei byggjer på innspel som er haldne tilbake eller berre oppsummerte.
 }
writer-rules-alone = Modellen som skal lese om ei setning seier det same som utsegna, kan ikkje brukast på denne maskina (installer consult på nytt). Berre reglane har dømt.
writer-unanswered = { $count ->
    [one] Éin førespurnad fekk ikkje noko brukande svar: { $why }
   *[other] { $count } førespurnader fekk ikkje noko brukande svar: { $why }
 }
writer-why-gone = tenaren var ikkje der.
writer-why-slow = tenaren brukte for lang tid.
writer-why-busy = tenaren var oppteken eller svikta.
writer-why-refused = tenaren sa nei.
writer-why-broken = svaret var ikkje slik det vart bede om.
writer-why-cut = svaret var berre halvt.
writer-why-limit = grensa for teikn eller kostnad var nådd.
writer-extractive = Der ingen skriven setning står, står sitata med tala sine.
writer-how-extracted = Sitert og talt
writer-how-drafted = Skrive av ein språkmodell
writer-how-plain = Skriven om til klart språk av ein språkmodell
writer-how-translate = Omsett av ein språkmodell
writer-undecided = Skrive av ein språkmodell og kontrollert mot utsegnene. Ingen har vedteke teksten, og han blir ikkje publisert.
writer-title = Framlegg til tittel
writer-overview = Oversyn: kva temaa her seier
writer-translations = { $count ->
    [one] Omsetjing av éin konklusjon
   *[other] Omsetjingar av { $count } konklusjonar
 }
writer-drawn-on = { $count ->
    [one] Byggjer på éi utsegn
   *[other] Byggjer på { $count } utsegner
 }
writer-before = Setninga før ho vart skriven om
writer-from = Omsett frå: { $text }
writer-language-nn = Nynorsk
writer-language-nb = Bokmål
writer-language-en = Engelsk
writer-how-edited = Formulert av eit menneske
writer-method = { $drafted ->
    [0] { "" }
    [one] Éi setning er skriven av ein språkmodell ({ $model }) ut frå utsegnene ved sida av, og er kontrollert for tal, namn, sitat, nekting og meining.
   *[other] { $drafted } setningar er skrivne av ein språkmodell ({ $model }) ut frå utsegnene ved sida av, og er kontrollerte for tal, namn, sitat, nekting og meining.
 }

review-act-edit = omformulering
review-remark-worded-anew = det som vart omformulert, er endra sidan: { $ids }

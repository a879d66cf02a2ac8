# Korleis tekst er vorten til, der ikkje alt er sitat.

report-proposed-worded = Temaa og plasseringane er laga av ei maskin og er framlegg til nokon har gått gjennom dei. Ikkje all tekst er sitat: nokre setningar er omformulerte, og det står ved kvar av dei.
worded-edited = { $edited ->
    [0] { "" }
    [one] Éin konklusjon er formulert av eit menneske.
   *[other] { $edited } konklusjonar er formulerte av menneske.
 }
worded-rest = Dei andre er sitat med tal som er rekna ut.
feedback-method-conclude-worded = Konklusjonane er sitat der ikkje anna er sagt. Orda kring sitata seier kor mange som står bak, og er rekna ut.
feedback-method-lead-sent = Ei maskin har lese innspela og gjort framlegg. Menneske har svart. Utsegner, med personopplysningar dekte til, er sende til ein språkmodell ({ $model } hos { $host }). Noko anna har ikkje forlate maskina det vart gjort på.

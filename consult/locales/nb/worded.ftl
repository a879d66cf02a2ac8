# Hvordan tekst er blitt til, der ikke alt er sitater.

report-proposed-worded = Temaene og plasseringene er laget av en maskin og er forslag til noen har gått gjennom dem. Ikke all tekst er sitater: noen setninger er omformulert, og det står ved hver av dem.
worded-edited = { $edited ->
    [0] { "" }
    [one] Én konklusjon er formulert av et menneske.
   *[other] { $edited } konklusjoner er formulert av mennesker.
 }
worded-rest = De andre er sitater med tall som er regnet ut.
feedback-method-conclude-worded = Konklusjonene er sitater der ikke annet er sagt. Ordene rundt sitatene sier hvor mange som står bak, og er regnet ut.
feedback-method-lead-sent = En maskin har lest innspillene og kommet med forslag. Mennesker har svart. Utsagn, med personopplysninger dekket til, er sendt til en språkmodell ({ $model } hos { $host }). Noe annet har ikke forlatt maskinen det ble gjort på.

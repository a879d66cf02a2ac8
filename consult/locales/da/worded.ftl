# Hvordan tekst er blevet til, hvor ikke alt er citater.

writer-method = { $drafted ->
    [0] { "" }
    [one] Én sætning er skrevet af en sprogmodel ({ $model }) ud fra udsagnene ved siden af og er kontrolleret for tal, navne, citater, benægtelser og mening.
   *[other] { $drafted } sætninger er skrevet af en sprogmodel ({ $model }) ud fra udsagnene ved siden af og er kontrolleret for tal, navne, citater, benægtelser og mening.
 }
worded-edited = { $edited ->
    [0] { "" }
    [one] Én konklusion er formuleret af et menneske.
   *[other] { $edited } konklusioner er formuleret af mennesker.
 }
worded-rest = De andre er citater med tal, der er beregnet.
feedback-method-conclude-worded = Konklusionerne er citater, hvor intet andet er sagt. Ordene omkring citaterne siger, hvor mange der står bag, og er beregnet.
feedback-method-lead-sent = En maskine har læst bidragene og givet forslag. Mennesker har svaret. Udsagn, med personoplysninger dækket til, er sendt til en sprogmodel ({ $model } hos { $host }). Intet andet har forladt den maskine, det blev gjort på.

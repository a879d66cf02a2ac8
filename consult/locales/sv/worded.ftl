# Hur text har kommit till, där inte allt är citat.

writer-method = { $drafted ->
    [0] { "" }
    [one] En mening är skriven av en språkmodell ({ $model }) utifrån uttalandena bredvid och är kontrollerad för tal, namn, citat, nekanden och innebörd.
   *[other] { $drafted } meningar är skrivna av en språkmodell ({ $model }) utifrån uttalandena bredvid och är kontrollerade för tal, namn, citat, nekanden och innebörd.
 }
worded-edited = { $edited ->
    [0] { "" }
    [one] En slutsats är formulerad av en människa.
   *[other] { $edited } slutsatser är formulerade av människor.
 }
worded-rest = De andra är citat med tal som är uträknade.
feedback-method-conclude-worded = Slutsatserna är citat om inget annat sägs. Orden runt citaten säger hur många som står bakom, och är uträknade.
feedback-method-lead-sent = En maskin har läst bidragen och lämnat förslag. Människor har svarat. Uttalanden, med personuppgifter dolda, har skickats till en språkmodell ({ $model } hos { $host }). Inget annat har lämnat den maskin det gjordes på.

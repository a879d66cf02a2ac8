# Grunnar for plasseringar: kvifor eit innspel står der det står. Setta saman med semikolon.

place-words = deler orda { $words }
place-heading = står under «{ $heading }»
place-meaning = tyding { $likeness }
place-none = liknar ikkje klart nok på nokon del av planen
place-learned = { $count ->
    [one] liknar eitt innspel som folk har plassert her
   *[other] liknar { $count } innspel som folk har plassert her
}
theme-part-of = del av «{ $wider }»

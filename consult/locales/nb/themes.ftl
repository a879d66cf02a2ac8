# Grunner for plasseringer: hvorfor et innspill står der det står. Settes sammen med semikolon.

place-words = deler ordene { $words }
place-heading = står under «{ $heading }»
place-meaning = betydning { $likeness }
place-none = ligner ikke tydelig nok på noen del av planen
place-learned = { $count ->
    [one] ligner ett innspill som folk har plassert her
   *[other] ligner { $count } innspill som folk har plassert her
}
theme-part-of = del av «{ $wider }»

# Kva ei omkoding seier som ikkje avgjer noko, og kvifor.

recode-why-source = dokumentet er ikkje eit av våre
recode-why-position = posisjonane ligg utanfor teksten
recode-why-text = orda står ikkje i teksten vår, eller står der meir enn ein gong
recode-why-part = kodinga dekkjer berre ein del av ei utsegn; del henne opp eller utvid henne
recode-why-set_aside = kodinga dekkjer noko som ikkje vart rekna som innspel
recode-why-code = koden står ikkje i kodeboka
recode-why-document = eit heilt dokument er koda, ikkje ei utsegn
recode-why-several = har fleire kodar; ei utsegn høyrer til eitt tema, så vel éin
recode-why-uncoded = inga koding dekkjer utsegna lenger; ho blir ståande (consult review set-aside om ho ikkje er innspel)
recode-why-dropped = koden er borte, men nokre av utsegnene er ikkje koda ein annan stad; temaet blir ståande
recode-why-empty = er ein ny kode som ingenting er koda med
recode-why-gone = finst ikkje lenger; det vart slått saman, flytta eller lagt til side i mellomtida
recode-why-collides = kolliderer: nokon har endra det i mellomtida
recode-why-decision = kan ikkje gjerast

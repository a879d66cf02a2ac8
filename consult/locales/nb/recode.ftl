# Hva en omkoding sier som ikke avgjør noe, og hvorfor.

recode-why-source = dokumentet er ikke et av våre
recode-why-position = posisjonene ligger utenfor teksten
recode-why-text = ordene står ikke i teksten vår, eller står der mer enn én gang
recode-why-part = kodingen dekker bare en del av et utsagn; del det opp eller utvid den
recode-why-set_aside = kodingen dekker noe som ikke ble regnet som innspill
recode-why-code = koden står ikke i kodeboken
recode-why-document = et helt dokument er kodet, ikke et utsagn
recode-why-several = har flere koder; et utsagn hører til ett tema, så velg én
recode-why-uncoded = ingen koding dekker utsagnet lenger; det blir stående (consult review set-aside hvis det ikke er innspill)
recode-why-dropped = koden er borte, men noen av utsagnene er ikke kodet et annet sted; temaet blir stående
recode-why-empty = er en ny kode som ingenting er kodet med
recode-why-gone = finnes ikke lenger; det ble slått sammen, flyttet eller lagt til side i mellomtiden
recode-why-collides = kolliderer: noen har endret det i mellomtiden
recode-why-decision = kan ikke gjøres

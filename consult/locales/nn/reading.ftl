# Andre lesingar: kva ein lesar får, og kor samde maskin og folk er.

reading-explain =
    Slik les du i denne arbeidsboka
    Du les utsegner utan å sjå kva maskina har gjort med dei. Det er meininga: etterpå tel vi kor ofte de er samde.
    Les det som står i kolonnen Tekst, og det som står over, før og etter. Fyll så ut dei blå cellene; alle andre er verna.
    Plassering: kva forplikting eller nytt emne gjeld ho mest? Vel frå lista: new om ho ikkje gjeld nokon av dei, unplaced om du ikkje kan avgjere det, aside om det ikkje er innspel i det heile.
    Tema: kva handlar ho om? Vel eit tema frå lista, eller skriv eit eige; skriv det likt for alle utsegner som høyrer saman.
    Merknad: kva du var i tvil om. La heller ei rad stå tom enn å gjette.
    Ikkje drøft det med andre som les dei same utsegnene, før du er ferdig.
    Lagre fila som .xlsx og lever henne tilbake: consult review agreement FIL.xlsx --role ROLLE
reading-aside = ikkje innspel
reading-sheet-explain = Slik gjer du
reading-sheet-passages = Utsegner
reading-column-passage_id = Utsegn
reading-column-above = Det som står over
reading-column-before = Før
reading-column-text = Tekst
reading-column-after = Etter
reading-column-target = Plassering
reading-column-theme = Tema
reading-column-remark = Merknad

agreement-none = Ingen har lese eit utval av utsegnene utan å sjå kva maskina har gjort med dei. Kor ofte maskina har rett i denne høyringa, er difor ikkje kjent.
agreement-placement = { $passages } utsegner frå { $sources } innspel er lesne av { $reader }, som ikkje såg kva maskina hadde gjort med dei. Maskina og lesaren plasserte { $agree } % av dei likt. Cohens kappa, som trekkjer frå det tilfeldige, er { $kappa }{ $interval }.
agreement-placement-people = { $first } og { $second } har lese dei same { $passages } utsegnene frå { $sources } innspel, og plasserte { $agree } % av dei likt. Cohens kappa er { $kappa }{ $interval }.
agreement-interval = { " " }(95 % intervall { $low } til { $high })
agreement-too-few = Det er for få utsegner til å seie kor sikkert talet er.
agreement-undefined = ikkje definert

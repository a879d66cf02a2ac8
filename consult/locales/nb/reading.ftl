# Andre lesninger: hva en leser får, og hvor enige maskin og folk er.

reading-explain =
    Slik leser du i denne arbeidsboken
    Du leser utsagn uten å se hva maskinen har gjort med dem. Det er meningen: etterpå teller vi hvor ofte dere er enige.
    Les det som står i kolonnen Tekst, og det som står over, før og etter. Fyll så ut de blå cellene; alle andre er låst.
    Plassering: hvilken forpliktelse eller hvilket nytt tema gjelder det mest? Velg fra listen: new hvis det ikke gjelder noen av dem, unplaced hvis du ikke kan avgjøre det, aside hvis det ikke er innspill i det hele tatt.
    Tema: hva handler det om? Velg et tema fra listen, eller skriv et eget; skriv det likt for alle utsagn som hører sammen.
    Merknad: hva du var i tvil om. La heller en rad stå tom enn å gjette.
    Ikke drøft det med andre som leser de samme utsagnene, før du er ferdig.
    Lagre filen som .xlsx og lever den tilbake: consult review agreement FIL.xlsx --role ROLLE
reading-aside = ikke innspill
reading-sheet-explain = Slik gjør du
reading-sheet-passages = Utsagn
reading-column-passage_id = Utsagn
reading-column-above = Det som står over
reading-column-before = Før
reading-column-text = Tekst
reading-column-after = Etter
reading-column-target = Plassering
reading-column-theme = Tema
reading-column-remark = Merknad

agreement-none = Ingen har lest et utvalg av utsagnene uten å se hva maskinen har gjort med dem. Hvor ofte maskinen har rett i denne høringen, er derfor ikke kjent.
agreement-placement = { $passages } utsagn fra { $sources } innspill er lest av { $reader }, som ikke så hva maskinen hadde gjort med dem. Maskinen og leseren plasserte { $agree } % av dem likt. Cohens kappa, som trekker fra det tilfeldige, er { $kappa }{ $interval }.
agreement-placement-people = { $first } og { $second } har lest de samme { $passages } utsagnene fra { $sources } innspill, og plasserte { $agree } % av dem likt. Cohens kappa er { $kappa }{ $interval }.
agreement-interval = { " " }(95 % intervall { $low } til { $high })
agreement-too-few = Det er for få utsagn til å si hvor sikkert tallet er.
agreement-undefined = ikke definert

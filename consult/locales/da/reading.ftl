# Hvor enige maskine og mennesker er.

agreement-none = Ingen har læst et udvalg af udsagnene uden at se, hvad maskinen har gjort med dem. Hvor ofte maskinen har ret i denne høring, vides derfor ikke.
agreement-placement = { $passages } udsagn fra { $sources } bidrag er læst af { $reader }, som ikke så, hvad maskinen havde gjort med dem. Maskinen og læseren placerede { $agree } % af dem ens. Cohens kappa, som trækker det tilfældige fra, er { $kappa }{ $interval }.
agreement-placement-people = { $first } og { $second } har læst de samme { $passages } udsagn fra { $sources } bidrag og placerede { $agree } % af dem ens. Cohens kappa er { $kappa }{ $interval }.
agreement-interval = { " " }(95 % interval { $low } til { $high })
agreement-too-few = Der er for få udsagn til at sige, hvor sikkert tallet er.
agreement-undefined = ikke defineret

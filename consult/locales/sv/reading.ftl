# Hur överens maskin och människor är.

agreement-none = Ingen har läst ett urval av uttalandena utan att se vad maskinen har gjort med dem. Hur ofta maskinen har rätt i det här samrådet är därför inte känt.
agreement-placement = { $passages } uttalanden från { $sources } bidrag är lästa av { $reader }, som inte såg vad maskinen hade gjort med dem. Maskinen och läsaren placerade { $agree } % av dem lika. Cohens kappa, som räknar bort det slumpmässiga, är { $kappa }{ $interval }.
agreement-placement-people = { $first } och { $second } har läst samma { $passages } uttalanden från { $sources } bidrag och placerade { $agree } % av dem lika. Cohens kappa är { $kappa }{ $interval }.
agreement-interval = { " " }(95 % intervall { $low } till { $high })
agreement-too-few = Det är för få uttalanden för att säga hur säker siffran är.
agreement-undefined = inte definierat

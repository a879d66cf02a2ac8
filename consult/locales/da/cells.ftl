# Tal som ikke vises, fordi få privatpersoner står bag dem.
cells-note = Hvor en til fire privatpersoner står bag et tal, viser vi ikke tallet, og heller ikke andre tal som tilsammen ville røbe det. I tabellerne står tegnet » : « i stedet. Organisationer og borde er ikke privatpersoner og tælles åbent.
cells-individual = privatpersoner (antallet vises ikke)
cells-mixed = afsendere som ikke vises efter slags
cells-group = Afsendere samlet
cells-sign = Slags afsender ikke vist
cells-channels = { $channels }, lagt sammen fordi få privatpersoner står bag
cells-picture = Tal som en til fire privatpersoner står bag, er ikke vist, og heller ikke tal som tilsammen ville røbe dem.

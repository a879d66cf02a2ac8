# Tal som ikkje blir viste, fordi få privatpersonar står bak dei.
cells-note = Der éin til fire privatpersonar står bak eit tal, viser vi ikkje talet, og heller ikkje andre tal som saman ville ha røpt det. I tabellane står teiknet « : » i staden. Organisasjonar og bord er ikkje privatpersonar og blir talde opne.
cells-individual = privatpersonar (talet blir ikkje vist)
cells-mixed = avsendarar som ikkje blir viste etter slag
cells-group = Avsendarar samla
cells-sign = Slag avsendar ikkje vist
cells-channels = { $channels }, lagde saman fordi få privatpersonar står bak
cells-picture = Tal som éin til fire privatpersonar står bak, er ikkje viste, og heller ikkje tal som saman ville ha røpt dei.

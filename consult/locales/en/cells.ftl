# Numbers that are not shown, because few private individuals stand behind them.
cells-note = Where one to four private individuals stand behind a number, we do not show it, nor other numbers that together would give it away. Tables have the sign “ : ” in its place. Organisations and tables are not private individuals and are counted openly.
cells-individual = individuals (number not shown)
cells-mixed = contributors whose kinds are not shown
cells-group = Contributors together
cells-sign = Kind of contributor not shown
cells-channels = { $channels }, put together because few private individuals stand behind them
cells-picture = Numbers that stand for one to four private individuals are not shown, nor are numbers that together would give them away.

# Second readings: what a reader is given, and how far machine and people agree.

reading-explain =
    How to read in this workbook
    You read statements without seeing what the machine has made of them. That is the point: afterwards we count how often the two of you agree.
    Read what stands in the column Text, and what stands above, before and after it. Then fill in the blue cells; all others are protected.
    Place: which commitment or new topic does it bear on most? Choose from the list: new if it bears on none of them, unplaced if you cannot tell, aside if it is no input at all.
    Theme: what is it about? Choose a theme from the list, or write one of your own; write it in the same way for all statements that belong together.
    Remark: what you were in doubt about. Leave a row empty rather than guess.
    Do not discuss it with others who read the same statements before you are done.
    Save the file as .xlsx and give it back: consult review agreement FILE.xlsx --role ROLE
reading-aside = no input
reading-sheet-explain = How to
reading-sheet-passages = Statements
reading-column-passage_id = Statement
reading-column-above = What stands above
reading-column-before = Before
reading-column-text = Text
reading-column-after = After
reading-column-target = Place
reading-column-theme = Theme
reading-column-remark = Remark

agreement-none = Nobody has read a sample of the statements without seeing what the machine made of them. How often the machine is right in this consultation is therefore not known.
agreement-placement = { $passages } statements of { $sources } contributions were read by { $reader }, who did not see what the machine had made of them. Machine and reader placed { $agree } % of them alike. Cohen's kappa, which corrects for chance, is { $kappa }{ $interval }.
agreement-placement-people = { $first } and { $second } have read the same { $passages } statements of { $sources } contributions, and placed { $agree } % of them alike. Cohen's kappa is { $kappa }{ $interval }.
agreement-interval = { " " }(95 % interval { $low } to { $high })
agreement-too-few = These are too few statements to say how sure the figure is.
agreement-undefined = not defined

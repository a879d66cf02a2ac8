# Det som står runt orden i varje publicerat dokument.

document-skip = Hoppa till innehållet
document-navigation = Fler sidor
document-permalink = Länk till { $what }
document-permalink-short = Länk hit
document-data = Se siffrorna som tabell
document-scroll = Tabell som kan rullas i sidled: { $caption }
document-quote = Citat { $number }
document-page = Sida { $page } av { $pages }
document-note-draft = Utkast
document-note-missing = Saknas
document-note-decided = Avgjort
document-note-about = Observera
document-responsible = Ansvarig: { $author }
document-date = Datum: { $date }
document-signs = Några tecken finns inte i filens typsnitt. De står som tal, så här: { $example }. Webbsidan visar tecknen själva.
document-tables = Siffrorna bakom figurerna
document-table-there = Siffrorna bakom figuren finns i en tabell i slutet av dokumentet.

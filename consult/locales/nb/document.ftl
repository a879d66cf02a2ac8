# What every published document says around its own words, in whatever file it becomes.

document-skip = Hopp til innholdet
document-navigation = Flere sider
document-permalink = Lenke til { $what }
document-permalink-short = Lenke hit
document-data = Se tallene som tabell
document-scroll = Tabell som kan rulles sidelengs: { $caption }
document-quote = Sitat { $number }
document-page = Side { $page } av { $pages }
document-note-draft = Utkast
document-note-missing = Mangler
document-note-decided = Avgjort
document-note-about = Merk
document-responsible = Ansvarlig: { $author }
document-date = Dato: { $date }
document-signs = Noen tegn finnes ikke i skrifttypene i denne filen. De står som tall, slik: { $example }. Nettsiden viser tegnene selv.
document-tables = Tallene bak figurene
document-table-there = Tallene bak figuren står i en tabell bak i dokumentet.

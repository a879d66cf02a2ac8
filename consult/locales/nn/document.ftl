# What every published document says around its own words, in whatever file it becomes.

document-skip = Hopp til innhaldet
document-navigation = Fleire sider
document-permalink = Lenkje til { $what }
document-permalink-short = Lenkje hit
document-data = Sjå tala som tabell
document-scroll = Tabell som kan rullast sidelengs: { $caption }
document-quote = Sitat { $number }
document-page = Side { $page } av { $pages }
document-note-draft = Utkast
document-note-missing = Manglar
document-note-decided = Avgjort
document-note-about = Merk
document-responsible = Ansvarleg: { $author }
document-date = Dato: { $date }
document-signs = Nokre teikn finst ikkje i skrifttypane i denne fila. Dei står som tal, slik: { $example }. Nettsida viser teikna sjølve.
document-tables = Tala bak figurane
document-table-there = Tala bak figuren står i ein tabell bak i dokumentet.

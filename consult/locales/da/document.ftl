# Det, der står omkring ordene i hvert offentliggjort dokument.

document-skip = Gå til indholdet
document-navigation = Flere sider
document-permalink = Link til { $what }
document-permalink-short = Link hertil
document-data = Se tallene som tabel
document-scroll = Tabel, der kan rulles sidelæns: { $caption }
document-quote = Citat { $number }
document-page = Side { $page } af { $pages }
document-note-draft = Udkast
document-note-missing = Mangler
document-note-decided = Afgjort
document-note-about = Bemærk
document-responsible = Ansvarlig: { $author }
document-date = Dato: { $date }
document-signs = Nogle tegn findes ikke i filens skrifttyper. De står som tal, sådan her: { $example }. Websiden viser selve tegnene.
document-tables = Tallene bag figurerne
document-table-there = Tallene bag figuren står i en tabel bagest i dokumentet.

# What every published document says around its own words, in whatever file it becomes.

document-skip = Skip to the content
document-navigation = More pages
document-permalink = Link to { $what }
document-permalink-short = Link to this
document-data = See the figures as a table
document-scroll = Table that can be scrolled sideways: { $caption }
document-quote = Quote { $number }
document-page = Page { $page } of { $pages }
document-note-draft = Draft
document-note-missing = Missing
document-note-decided = Decided
document-note-about = Note
document-responsible = Responsible: { $author }
document-date = Date: { $date }
document-signs = Some characters are not in the typefaces of this file. They stand as numbers, like this: { $example }. The web page shows the characters themselves.
document-tables = The figures behind the pictures
document-table-there = The figures behind this picture are in a table at the end of the document.

# The internal report. Words: contribution = source; statement = one idea in it (passage).

report-kicker = Internal report
report-skip = Skip to the content
report-lead = What people and organisations have said, which commitment it bears on, and the exact words that say so. Every quote is a link to the place it was taken from.
report-internal = For internal use. This page shows the contributions in full, with names and contact details. It must not be published.
report-proposed = Themes and placements were made by a machine and are proposals until somebody has gone through them. No text is invented: the sentences about how many say something are computed, and the rest is quotes.
report-contents = Contents
report-to-top = To the top
report-framework = Framework
report-made = Made
report-event-dates = Meetings and hearings

report-brief = In brief
report-received = { $count ->
    [one] contribution received
   *[other] contributions received
 }
report-read = { $count } read.
report-unreadable-count = { $count ->
    [0] All could be read.
    [one] 1 could not be read.
   *[other] { $count } could not be read.
 }
report-counts-note = The figures count contributions, not people. One table's notes may hold many participants, so tables, organisations and individuals are never added together.
report-silent-count = { $count ->
    [one] One of the contributions was read but says nothing, such as an empty answer.
   *[other] { $count } of the contributions were read but say nothing, such as empty answers.
 }
report-about-count = { $count ->
    [one] One sheet that only tells of a form is set aside and not counted as a contribution.
   *[other] { $count } sheets that only tell of a form are set aside and not counted as contributions.
 }
report-voice-group_note = Tables
report-voice-organisation = Organisations
report-voice-individual = Individuals
report-one-group_note = Table notes
report-one-organisation = Organisation
report-one-individual = Individual
report-count-group_note = { $count ->
    [one] { $count } table
   *[other] { $count } tables
 }
report-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
 }
report-count-individual = { $count ->
    [one] { $count } individual
   *[other] { $count } individuals
 }
report-count-passages = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
 }
report-count-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
 }
report-found-text = The contributions are divided into { $passages ->
    [one] { $passages } statement
   *[other] { $passages } statements
 } of one idea each, gathered in { $themes ->
    [one] { $themes } theme
   *[other] { $themes } themes
 }. { $duplicates ->
    [0] None stands more than once.
    [one] One statement stands alike in two contributions; both are kept.
   *[other] { $duplicates } statements are equal or nearly equal to another; all are kept.
 }
report-single-voice = Single voice
report-single-voice-long = Only one contribution says this.

report-overview = What is it about?
report-overview-caption = Statements, themes and voices for each commitment. A statement is counted once, where it bears most; a theme may hold statements that bear elsewhere.
report-column-passages = Statements

report-flow = From contributions to commitments
report-flow-text = Each band is statements on their way from those who made them, through a theme, to what the theme bears on. Its width shows how many they are.
report-flow-title = The way from contributions through themes to commitments
report-flow-description = The picture has three columns: who the contributions come from, the themes and the commitments. { $passages } statements in { $themes } themes. All figures stand in the table below the picture.
report-flow-table = Show the figures as a table
report-flow-caption = Statements by who made them, theme and placement
report-flow-from = From
report-flow-to = Bears on
report-flow-theme = Theme
report-flow-rest = { $count ->
    [one] { $count } smaller theme
   *[other] { $count } smaller themes
 }
report-flow-scroll = Picture that scrolls sideways
report-table-scroll = Table that scrolls sideways
report-group = { $voice }, { $event }

report-kind-commitment = Commitments
report-kind-new_topic = Known new topics
report-kind-outside = Outside the plan
report-title-new = New: belongs to nothing in the plan
report-title-unplaced = Not placed
report-about-new = These themes resemble none of the commitments or known new topics.
report-about-unplaced = The machine does not know where these belong. Somebody has to read and place them.
report-nothing = No contributions are placed here.
report-also = These themes bear on this too, and stand in full elsewhere:
report-also-under = under { $target }

report-keywords = Keywords
report-further = { $count ->
    [one] One more statement that is counted
   *[other] { $count } more statements that are counted
 }
report-silent = { $count ->
    [one] One statement of the theme is not reflected
   *[other] { $count } statements of the theme are not reflected
 }
report-why = Why does the theme stand here?
report-why-probability = The machine holds this to be the right place with a probability of { $percent }%.
report-why-evidence = What decided: { $evidence }
report-why-runner-up = Next nearest: { $target }
report-why-person = Placed by: { $who }
report-copies = { $count ->
    [one] Stands alike in one more place
   *[other] Stands alike in { $count } more places
 }
report-page = page { $page }
report-under = under “{ $heading }”
report-answers = answer to “{ $question }”

report-sources = The contributions in full
report-sources-text = Statements are marked and have an arrow to their theme. Text that is not input is grey, with the reason before it. Open a contribution to read it.
report-source-themes = Where this contribution went
report-source-nothing = No statements in this contribution.
report-to-theme = To the theme { $theme }
report-close = Close
report-unaccounted = not accounted for
report-no-text = The contribution has no text.

report-unreadable = Could not be read
report-unreadable-text = These files came in but gave no text. They are counted as received, and are not part of the themes.
report-unreadable-none = All files could be read.
report-column-reason = Reason
report-reason-empty = The file is empty.
report-next-empty = Ask the sender to send it again.
report-reason-encrypted = The file is protected by a password.
report-next-encrypted = Ask the sender for a file without a password, or open it and save it without.
report-reason-broken = The file is damaged.
report-next-broken = Try to open it in the program it was made with and save it anew, or ask for a new file.
report-reason-scanned = The file is a picture of text, without text.
report-next-scanned = Run text recognition (OCR) on it, or type it, and put the new file in the folder.
report-reason-unsupported = This type of file cannot be read.
report-next-unsupported = Save its content as .docx, .pdf, .txt or .xlsx, and put the new file in the folder.
report-reason-too_large = The file is too large.
report-next-too_large = Divide it into smaller parts.
report-reason-unsafe = The file is built in a way that is not safe to open.
report-next-unsafe = Ask the sender for the same text in an ordinary file.
report-reason-timeout = Reading the file took too long.
report-next-timeout = Save it anew in a simpler format, or divide it.
report-reason-other = The file could not be read.
report-next-other = Try to save it anew in another format.

report-set-aside = Text that is not input
report-set-aside-text = Everything in the contributions is either a statement or set aside for a reason. This is how it divides:
report-column-stretches = Places
report-column-characters = Characters
report-aside-heading = Heading
report-aside-procedural = Procedure
report-aside-contact = Contact details
report-aside-quoted_previous = Earlier message, quoted
report-aside-blank = White space and list marks
report-aside-boilerplate = Standard text
report-aside-other = Other

report-laws = Checks on this report
report-laws-text = These rules are tested each time the report is made.
report-laws-none = The rules were not tested in this run.
report-law-holds = Holds
report-law-fails = { $count ->
    [one] Does not hold: one breach
   *[other] Does not hold: { $count } breaches
 }
report-law-breaches = Show the breaches
report-law-tiling = Every character of the contributions is accounted for
report-law-conservation = No contribution and no statement was lost
report-law-fidelity = Every quote is word for word what its source says
report-law-grounding = Every conclusion cites statements of its own theme
report-law-order = The order in which files arrive changes nothing
report-law-stability = What was there before keeps its identifiers
report-law-minority = Who stands alone with something has a theme of their own
report-law-language-blindness = Themes are about subjects, not languages
report-law-privacy = No personal data in what is published
report-law-durability = An interrupted run ends like a whole one

report-files = All this also stands in tables: tables.xlsx for people, the folder tables and datapackage.json for machines. Every conclusion, statement and source has the same identifier there as here.
report-id = Identifier

report-number = { $count }
report-sheet = sheet “{ $sheet }”
report-row = row { $row }
report-unit-group_note = { $count ->
    [one] table
   *[other] tables
 }
report-unit-organisation = { $count ->
    [one] organisation
   *[other] organisations
 }
report-unit-individual = { $count ->
    [one] individual
   *[other] individuals
 }

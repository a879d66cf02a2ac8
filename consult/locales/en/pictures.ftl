# The pictures of the feedback. Words: contribution = source; statement = passage; voice = who speaks.

picture-theme = Theme
picture-lacking = No response yet
picture-flow-title = The way from who spoke to the response
picture-flow-description = { $passages } statements go from those who spoke, through { $themes } themes, to commitments and new topics, and on to the responses. Each band is as broad as its number of statements. { $gathered ->
    [0] All themes are drawn.
   *[other] { $gathered } of the smallest themes are drawn together; the table has them all.
 }
picture-flow-table = Statements on each way from who spoke to the response
picture-flow-sources = Who
picture-flow-themes = Theme
picture-flow-targets = Commitment or new topic
picture-flow-responses = Response
picture-voices-title = How many voices each theme has
picture-voices-description = Contributions from tables, organisations and individuals in each theme. Each column has a scale of its own, because a table may be many people, so they cannot be added up. { $shown ->
    [one] { $shown } theme is drawn
   *[other] { $shown } themes are drawn
 } of { $themes }; the table has them all.
picture-voices-narrow = Contributions in each theme, for each kind of voice by itself. Up to { $most } themes are drawn for each kind; the table has them all.
picture-voices-table = Contributions in each theme, by who speaks
picture-map-title = Map of the statements
picture-map-description = { $passages } statements in { $themes } themes. Each sign is a statement, and its shape shows who speaks. Signs near each other are usually alike in content. Lines run from the statements to the middle of their theme. The largest themes are named; the table has them all. The map is flat and cannot show every difference.
picture-map-table = Themes on the map, with their place in per cent from the left and from below
picture-map-theme = Theme
picture-map-passages = Statements
picture-map-who = Contributions from
picture-map-nearest = Most like
picture-map-across = From the left
picture-map-up = From below
picture-changes-title = What has changed since the last edition
picture-changes-description = { $changes ->
    [one] One change since the last edition.
   *[other] { $changes } changes since the last edition, by what changed and how.
 }
picture-changes-table = Changes since the last edition
picture-changes-what = What
picture-changes-how = How
picture-changes-count = Number of changes
picture-changed-source = Contributions
picture-changed-theme = Themes
picture-changed-passage = Statements
picture-changed-conclusion = Conclusions
picture-changed-response = Responses
picture-change-new = new
picture-change-gone = gone
picture-change-renamed = renamed
picture-change-moved = moved to another theme
picture-change-replaced = moved to another commitment
picture-change-merged = merged
picture-change-split = split
picture-change-changed = changed

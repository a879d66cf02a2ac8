# The feedback document that the authority publishes, and the words on receipts that are the same there.
# Words: contribution = source; statement = one idea in it (passage). Voices are never added up.

feedback-kicker = Feedback on the contributions
feedback-subject = What people and organisations contributed, what the authority answers, and why
feedback-contents = Contents
feedback-draft = Draft – not final. The text may change.
feedback-draft-about = This is a draft. Responses may be lacking, and themes and placements may change before the final edition.
feedback-internal = For internal use: the contributions stand here in full, with names and contact details.
feedback-audience = For: { $audience }

feedback-brief = In brief
feedback-brief-received = { $received ->
    [one] One contribution was received.
   *[other] { $received } contributions were received.
 } { $unreadable ->
    [0] All were read.
    [one] { $read } were read, one could not be.
   *[other] { $read } were read, { $unreadable } could not be.
 } { $withdrawn ->
    [0] { "" }
    [one] One was withdrawn.
   *[other] { $withdrawn } were withdrawn.
 }
feedback-brief-found = They are divided into { $passages ->
    [one] { $passages } statement
   *[other] { $passages } statements
 } of one idea each, gathered in { $themes ->
    [one] { $themes } theme
   *[other] { $themes } themes
 }.
feedback-brief-answered = { $lacking ->
    [0] Every theme has a response.
    [one] One of { $themes } themes lacks a response.
   *[other] { $lacking } of { $themes } themes lack a response.
 }
feedback-brief-not-taken-up = { $count ->
    [0] No response says that something is not taken up.
    [one] One response says that something is not taken up, and why.
   *[other] { $count } responses say that something is not taken up, and why.
 }
feedback-brief-receipt = Did you contribute? With your receipt code you find where what you said went, and what the answer is.

feedback-process = How it was done
feedback-timeline = Timeline
feedback-column-when = When
feedback-column-what = What
feedback-time-run = The contributions were read, divided into statements and gathered in themes
feedback-time-decided = { $count ->
    [one] People went through the result and made one decision on themes and placements
   *[other] People went through the result and made { $count } decisions on themes and placements
 }
feedback-time-answered = { $count ->
    [one] The authority wrote one response
   *[other] The authority wrote { $count } responses
 }
feedback-time-edition = { $kind ->
    [final] Edition { $number } was published
   *[draft] Draft { $number } was made
 }
feedback-time-reply = Last day to say that you were misread
feedback-time-span = { $first } to { $last }
feedback-time-unknown = Without a date

feedback-counts = What came in
feedback-counts-note = The figures count contributions, not people. One table’s notes may hold many participants, so tables, organisations and individuals are counted apart.
feedback-counts-caption = Contributions by who they come from
feedback-channels-caption = Contributions by meeting and hearing
feedback-column-who = From
feedback-column-channel = Channel
feedback-column-contributions = Contributions
feedback-column-silent = Without a statement
feedback-column-passages = Statements
feedback-column-unreadable = Could not be read
feedback-column-received = Received
feedback-row-unreadable = Could not be read
feedback-row-withheld = Received, but not published
feedback-row-withdrawn = Withdrawn
feedback-row-received = Received in all
feedback-channel-none = Outside meetings and hearings
feedback-voice-group_note = Tables
feedback-voice-organisation = Organisations
feedback-voice-individual = Individuals
feedback-one-group_note = Table
feedback-one-organisation = Organisation
feedback-one-individual = Individual
feedback-count-group_note = { $count ->
    [one] { $count } table
   *[other] { $count } tables
 }
feedback-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
 }
feedback-count-individual = { $count ->
    [one] { $count } individual
   *[other] { $count } individuals
 }
feedback-count-passages = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
 }
feedback-source = Contribution { $number }
feedback-source-by = Contribution { $number }: { $who }
feedback-who-at = { $who }, { $event }

feedback-pictures = The whole in pictures
feedback-kind-commitment = Commitments
feedback-kind-new_topic = Known new topics
feedback-kind-outside = Outside the plan
feedback-title-new = New: belongs to nothing in the plan
feedback-title-unplaced = Not placed
feedback-about-new = These themes resemble none of the commitments or known new topics.
feedback-about-unplaced = It has not been decided where these belong.
feedback-nothing = No contributions are placed here.
feedback-target-counts = { $passages } from { $voices }.
feedback-also = These themes bear on this too, and stand in full elsewhere:
feedback-list-last = { $first } and { $second }
feedback-list = { $first }, { $second }

feedback-part-of = Part of a wider theme:
feedback-theme-proposed = Theme and placement are proposals of the machine.
feedback-theme-shaped = Shaped in part by people, the rest is a proposal of the machine. Not approved yet.
feedback-theme-approved = Read and approved by people.
feedback-theme-changed = Approved by people, but changed since.
feedback-single = Single voice: only one contribution says this.
feedback-how-drafted = The sentence was worded by a language model and checked against the quotes.
feedback-how-edited = The sentence was changed by a person.
feedback-further = Counted without being quoted:
feedback-silent = { $count ->
    [one] One statement of the theme is not reflected.
   *[other] { $count } statements of the theme are not reflected.
 }
feedback-in-other-words = There are no conclusions in the language of this page. They stand in the language in which they were written.

feedback-response-on = Response on { $target }
feedback-response-lacking = A response is lacking on { $target }.
feedback-reason = Reason
feedback-responsible = Responsible
feedback-next-step = Next step
feedback-date = When
feedback-status-taken_up = Is taken up in a commitment
feedback-status-partly = Is taken up in part
feedback-status-already_covered = Is already covered
feedback-status-forwarded = Is handed to a sector or a legal process
feedback-status-knowledge = Is kept as knowledge for the next framework
feedback-status-not_taken_up = Is not taken up

feedback-answers = The responses together
feedback-answers-text = A theme gets one response for each place that it bears on.
feedback-answers-caption = Responses by what they say
feedback-column-status = Response
feedback-column-places = Responses
feedback-row-lacking = A response is lacking
feedback-row-places = In all
feedback-not-taken-up = Not taken up, and why
feedback-not-taken-up-none = No response says that something is not taken up.
feedback-lacking = Responses that are lacking
feedback-lacking-none = No response is lacking.
feedback-lacking-text = The authority owes a response to these:

feedback-unused = What could not be used
feedback-unreadable = Could not be read
feedback-unreadable-none = All contributions could be read.
feedback-unreadable-text = These came in but gave no text. They are counted as received, and are not part of the themes.
feedback-unreadable-caption = Contributions that could not be read
feedback-column-source = Contribution
feedback-column-reason = Reason
feedback-unreadable-empty = The file is empty.
feedback-unreadable-encrypted = The file is protected by a password.
feedback-unreadable-broken = The file is damaged.
feedback-unreadable-scanned = The file is a picture of text, without text.
feedback-unreadable-unsupported = This type of file cannot be read.
feedback-unreadable-too_large = The file is too large.
feedback-unreadable-unsafe = The file is built in a way that is not safe to open.
feedback-unreadable-timeout = Reading the file took too long.
feedback-unreadable-other = The file could not be read.
feedback-set-aside = Set aside
feedback-set-aside-text = Everything in the contributions is either a statement or set aside for a reason. The receipt of each contribution shows what.
feedback-set-aside-caption = Text that is set aside
feedback-column-stretches = Places
feedback-column-characters = Characters
feedback-aside-heading = Heading
feedback-aside-procedural = Procedure
feedback-aside-contact = Contact details
feedback-aside-quoted_previous = Earlier message, quoted
feedback-aside-blank = White space and list marks
feedback-aside-boilerplate = Standard text
feedback-aside-other = Other
feedback-aside-people = { $count ->
    [0] People have set nothing aside.
    [one] One of these places was set aside by people:
   *[other] { $count } of these places were set aside by people:
 }
feedback-silent-title = Statements that no conclusion reflects
feedback-silent-none = Every statement is quoted or counted in a conclusion.
feedback-silent-text = These statements are part of a theme, but no conclusion says what they say:
feedback-about-forms = { $count ->
    [one] One sheet that only tells of a form is set aside and not counted as a contribution.
   *[other] { $count } sheets that only tell of a form are set aside and not counted as contributions.
 }
feedback-duplicates = { $count ->
    [0] No statement stands more than once.
    [one] One statement is equal or nearly equal to another. Both are kept.
   *[other] { $count } statements are equal or nearly equal to another. All are kept.
 }

feedback-method = The method
feedback-method-lead = A machine has read the contributions and made proposals. People have answered. Nothing has left the machine on which it was done.
feedback-method-read = Each file is turned into text. What cannot be read stands above with the reason.
feedback-method-split = The text is divided into statements of one idea each. Headings, greetings and the like are set aside. Every character is accounted for.
feedback-method-group = Statements about the same subject are gathered in themes. A statement that stands alone gets a theme of its own.
feedback-method-place = Each theme is put under the commitment that it resembles most, or under “new” if it resembles none.
feedback-method-conclude = The conclusions are quotes. The words around the quotes say how many stand behind them, and are computed.
feedback-method-people = { $decisions ->
    [0] Nobody has changed the machine’s proposals.
    [one] People have made one decision on the proposals.
   *[other] People have made { $decisions } decisions on the proposals.
 } { $approved } of { $themes } themes { $approved ->
    [one] is
   *[other] are
 } approved by people.
feedback-method-answers = The responses were written by people. No machine has filled in a status or a reason.
feedback-method-how-caption = How the conclusions were made
feedback-column-how = Conclusions
feedback-column-count = Number
feedback-made-extracted = Quotes with computed words around them
feedback-made-drafted = Worded by a language model, checked against the quotes
feedback-made-edited = Changed by people
feedback-row-conclusions = Conclusions in all
feedback-limits = Limits
feedback-limit-themes = The machine may gather statements that do not belong together, or part such as do. That is why anybody can see which statements a theme is built on.
feedback-limit-place = A placement is a proposal until somebody has gone through it.
feedback-limit-voices = The figures tell how many contributions raise something, not how many in the population hold it. Those who contributed are no sample of everybody.
feedback-limit-words = What is said between the lines, irony and what only people in the room could understand is lost.
feedback-measured = How well it works
feedback-measured-text = Measured on { $corpora } consultations in which people have labelled every statement. The figures are the lowest and the highest of them.
feedback-measured-caption = Measured against labels made by people
feedback-column-measure = What
feedback-column-figure = Of a hundred
feedback-measured-recovered = Statements that the machine finds
feedback-measured-themes = Agreement on what belongs together (B-cubed F1)
feedback-measured-placed = Statements whose first proposed place is right
feedback-span = { $low }–{ $high }
feedback-model = Model of the meaning of text: { $model }. Program: consult { $version }. Run: { $run }.
feedback-laws = { $broken ->
    [0] All { $laws } checks of the books hold: no contribution and no statement was lost, and every quote is verbatim.
   *[other] { $broken } of { $laws } checks do not hold.
 }

feedback-who = Who answers for this
feedback-who-body = Responsible: { $body }.
feedback-who-body-none = It is not stated who is responsible for this document.
feedback-who-contact = Questions, or were you misread? Contact: { $contact }.
feedback-who-contact-none = It is not stated whom you can ask.
feedback-who-until = Please reply by { $date }.

feedback-changes = Changes since the edition before
feedback-changes-first = This is the first edition.
feedback-changes-since = Compared with edition { $number } ({ $date }).

feedback-contributions = The contributions with their statements marked
feedback-contributions-text = The contributions stand here as they were written, with the statements marked. Personal data is taken out. The arrow behind a statement leads to the conclusion that it supports.
feedback-to-conclusion = → { $theme }
feedback-no-text = The contribution has no text.

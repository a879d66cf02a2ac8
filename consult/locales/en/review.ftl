# People's decisions: why one does not hold, or not as it was made.

review-remark-part = some of its passages are no longer there: { $ids }
review-remark-followed = the theme is now { $ids }
review-remark-passage-gone = the passage is no longer there: { $ids }
review-remark-passage-elsewhere = the passage is no longer there; the same words stand in { $ids }
review-remark-aside = the passage has been set aside: { $ids }
review-remark-theme-gone = the theme is no longer there: { $ids }
review-remark-target-gone = the framework no longer has { $ids }
review-remark-conclusion-gone = the conclusion is no longer there: { $ids }
review-remark-changed = has changed since it was approved
review-remark-undone = undone by decision { $ids }

review-response = Response from the authority
review-response-on = On { $target }:
review-response-lacking = A response is lacking.
review-response-responsible = Responsible
review-response-next = Next step
review-response-date = When
review-status-taken_up = Is taken up in a commitment
review-status-partly = Is taken up in part
review-status-already_covered = Is already covered
review-status-forwarded = Is handed to a sector or a legal process
review-status-knowledge = Is kept as knowledge for the next framework
review-status-not_taken_up = Is not taken up
review-theme-approved = Approved
review-theme-changed = Changed since it was approved
review-answered = { $lacking ->
    [0] { $themes ->
        [0] There is no theme to respond to.
       *[other] Every theme has a response.
     }
    [one] One of { $themes } themes lacks a response.
   *[other] { $lacking } of { $themes } themes lack a response.
 }

review-orphans = Decisions and responses that lost what they were about
review-orphans-text = They are kept, and hold again if what they were about comes back. Decide or respond again where that is needed.
review-orphan = Decision { $number } by { $role } ({ $act }): { $why }
review-orphan-response = The response to { $theme } on { $target } ({ $status }): the theme or its place is no longer there
review-act-rename = rename
review-act-merge = merge
review-act-split = split
review-act-move = move
review-act-place = place
review-act-set_aside = set aside
review-act-approve = approve
review-act-undo = undo

review-sheet-explain = How to
review-sheet-themes = Themes
review-sheet-passages = Passages
review-sheet-answers = Responses
review-sheet-yes = yes
review-sheet-choose = Choose from the list.
review-explain =
    How to decide and answer in this workbook
    Fill in the blue cells. The grey ones are protected: they say what a row is about, and are not read back.
    When you are done, save the file as .xlsx and give it back: consult review import FILE.xlsx --role ROLE. With --dry-run you see first what will change. A cell that you leave alone decides nothing.
    Themes: change a title; choose another place; choose the theme that this one is to go up in; say yes to approve. Approve last: it holds for the theme as it is after all your changes.
    Passages: choose another theme, or write the title of a new one: passages with the same new title go together. Choose another place. Say what it is if it is not input.
    Responses: a row for every theme and place. Status and reason must be there; the machine fills in nothing. Write dates as 2027, 2027-03 or 2027-03-31.
    Reason: why you decide as you do, for those who read the log.
    If others decide meanwhile, nothing of theirs is overwritten: where you both changed the same cell, the import says so, and leaves it.
review-column-themes-theme_id = Theme
review-column-themes-title = Title
review-column-themes-target = Place
review-column-themes-merge_into = Merge into
review-column-themes-approved = Approved
review-column-themes-reason = Reason
review-column-themes-passages = Passages
review-column-themes-voices = Voices
review-column-themes-says = What is said
review-column-passages-passage_id = Passage
review-column-passages-text = Text
review-column-passages-theme = Theme
review-column-passages-target = Place
review-column-passages-aside = Is not input, but
review-column-passages-reason = Reason
review-column-passages-source = Source
review-column-answers-theme_id = Theme
review-column-answers-place = Place
review-column-answers-theme = Title
review-column-answers-status = Status
review-column-answers-reason = Reason
review-column-answers-responsible = Responsible
review-column-answers-next_step = Next step
review-column-answers-date = When

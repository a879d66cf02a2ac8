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

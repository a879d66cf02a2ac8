# What became of people's decisions on personal data.

review-act-publish_as = way of publishing
review-act-redact = take out
review-act-reveal = let stay
review-remark-source-gone = the source is gone: { $ids }
review-remark-finding-gone = the finding is gone: { $ids }
review-remark-source-followed = the source is now { $ids }

# The workbook that people decide in: what was found, and what the machine has missed.
privacy-sheet-found = Found
privacy-sheet-missed = Missed
privacy-decision-redact = take out
privacy-decision-reveal = let stay
privacy-status-redacted = taken out
privacy-status-open = waits for you
privacy-status-revealed = stays
privacy-column-finding_id = Finding
privacy-column-source_id = Source
privacy-column-source = Contribution
privacy-column-kind = Kind
privacy-column-before = Before it
privacy-column-words = The words
privacy-column-after = After it
privacy-column-certainty = Certainty
privacy-column-status = As it is now
privacy-column-decision = Decision
privacy-column-wider = Take out these words instead
privacy-column-reason = Reason
privacy-explain =
    How to decide what is taken out
    This file holds what is not to be published. Keep it where the contributions are, and delete it when you are done.
    Fill in the blue cells. The others are protected: they say what a row is about, and are not read back.
    Found: choose whether the words are taken out or stay. Where more is to go than was found, copy all of the words from the contribution, with what was found among them. Give a reason every time.
    Missed: choose the contribution, copy the words as they stand there, and write why. They are taken out everywhere in that contribution.
    When you are done, save the file as .xlsx and give it back: consult privacy import FILE.xlsx --role ROLE. With --dry-run you see first what will change. A row that you leave alone decides nothing.
    If others decide meanwhile, nothing of theirs is overwritten: the import tells the row, and leaves it.

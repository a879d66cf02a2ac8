# The receipt: what each contributor gets back, in their own written standard. Words shared with the feedback document are in feedback.ftl.

receipt-title = Receipt for your contribution
receipt-title-group_note = Receipt for the notes from the table
receipt-title-organisation = Receipt for the contribution from { $who }
receipt-lead = Thank you for contributing. Here you see what we read, where it went, and what the authority answers.
receipt-code = Receipt code: { $code }
receipt-code-keep = Keep the code. With it you find this page again.
receipt-code-where = Enter the code at { $address }.
receipt-code-later = Enter the code at “Find your contribution” where the feedback is published.
receipt-received = What we received
receipt-received-as = Contribution { $number }: { $who }
receipt-received-file = Received as: { $path }
receipt-received-date = Date: { $date }
receipt-read = The contribution was read: { $passages ->
    [0] We found no statement in it.
    [one] We found one statement in it.
   *[other] We found { $passages } statements in it.
 }
receipt-characters = { $all } characters: { $said } in statements, { $aside } set aside.
receipt-unreadable = The contribution came in, but we could not read it. { $reason } It is counted as received, but is not part of the answers.
receipt-unreadable-next = Please get in touch, and we will find a way to include it.
receipt-withheld = The contribution was received and read. It is not published, and counts as one contribution. Your receipt was sent to you separately.
receipt-text = The contribution as it was written
receipt-text-note = What we read as statements is marked. The number behind leads to where the statement went.
receipt-text-note-public = What we read as statements is marked. The number behind leads to where the statement went. Personal data is taken out.
receipt-where = Where it went
receipt-where-none = No statement went on.
receipt-statement = Statement { $number }
receipt-theme-label = Theme
receipt-on = Bears on: { $targets }
receipt-own-place = Statement { $number } bears first of all on { $target }.
receipt-quoted = Statement { $number } is quoted in the conclusion:
receipt-counted = Statement { $number } is counted in the conclusion:
receipt-not-reflected = Statement { $number } is part of the theme, but no conclusion says what it says. Reason: { $reason }
receipt-alike = { $count ->
    [one] Statement { $number } is equal or nearly equal to a statement in another contribution or elsewhere in this one.
   *[other] Statement { $number } is equal or nearly equal to { $count } other statements.
 }
receipt-answer = The authority’s response
receipt-not-answered = Not answered yet on { $target }.
receipt-aside = What we set aside, and why
receipt-aside-none = We set nothing aside.
receipt-aside-caption = Text of the contribution that is not taken as input
receipt-column-text = Text
receipt-column-why = Reason
receipt-aside-person = { $reason }, decided by a person
receipt-aside-blank = { $count ->
    [0] { "" }
    [one] There is one space or list mark besides.
   *[other] There are { $count } spaces and list marks besides.
 }
receipt-misread = Were you misread?
receipt-whole = Read the whole feedback
receipt-draft = Draft – the responses are not final.

public-title = The answer to the contributions
public-start = Start page
public-report = The internal report
public-feedback = The feedback
public-feedback-in = The feedback in { $language }
public-find = Find your contribution
public-find-text = Did you get a receipt code? With it you find what we read in your contribution, where it went, and what the answer is.
public-files = For those who want to check
public-files-text = The tables under the answers, without personal data. Every row has the same identifier as in the feedback.
public-contributions = The contributions with their statements marked
public-edition = Edition { $number }, { $date }
public-find-title = Find your contribution by its receipt code
public-find-how = How to
public-find-how-text = The code stands in the letter that you got. It has five groups of four signs, like this: { $example }
public-find-noscript = Without script: write the code, in capitals and with its hyphens, into the address in your browser in place of “index.html”, with .html behind it, like this: { $example }.html
public-find-label = Receipt code
public-find-button = Show the receipt
public-find-wrong = This is not a receipt code. Please see whether a sign is wrong or missing.
public-find-lost = Have you lost the code? Ask { $contact }.
public-find-lost-none = Have you lost the code? Ask those who received the contribution.
public-find-privacy = Nobody can see your code here, and this page has no list of codes.
public-language-nn = Nynorsk
public-language-nb = Bokmål
public-language-en = English
public-language-da = Danish
public-language-sv = Swedish

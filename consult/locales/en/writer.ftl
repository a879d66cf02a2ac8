# The writer: why the gate refuses a drafted sentence, what a drafting did, and how text came about.

gate-form-empty = It says nothing.
gate-form-long = It is too long: { $detail } characters.
gate-form-open = It is not a whole sentence.
gate-form-control = It holds characters that nobody writes.
gate-form-sentences = It is more than one sentence.
gate-chatter = It speaks of itself or to its reader, or holds markup or an address: { $detail }
gate-citation-none = It cites nothing.
gate-citation-unknown = It cites a passage that does not exist: { $detail }
gate-citation-elsewhere = It cites what is not its own: { $detail }
gate-citation-needless = It cites a passage that it does not use: { $detail }
gate-quote-not-verbatim = It quotes what nobody wrote: { $detail }
gate-quote-open = A quotation mark has no partner.
gate-quote-turned = It leaves out the “not” before a quote: { $detail }
gate-number = No passage that it cites says this number: { $detail }
gate-date = No passage that it cites says this date: { $detail }
gate-quantity = This is not how many say it: { $detail }
gate-general = It makes several of one voice: { $detail }
gate-commitment = It names a commitment that its theme is not about: { $detail }
gate-name = No passage that it cites says this name: { $detail }
gate-negation-added = It denies what nobody denied: { $detail }
gate-negation-dropped = It leaves out a “not”: { $detail }
gate-instruction = It does what a contributor told a machine to do.
gate-personal = It holds personal data ({ $detail }).
gate-language = It is in another language ({ $detail }).
gate-unsupported = Nothing that it cites says this: { $detail }
gate-turned = It says something else than what it cites, or the contrary: { $detail }

writer-left-out = The drafted text of the theme does not say what this statement says.
writer-kept = { $count ->
    [one] One drafted sentence passed the checks and is in use.
   *[other] { $count } drafted sentences passed the checks and are in use.
 }
writer-refused = { $count ->
    [one] One was refused, and is kept with its reason.
   *[other] { $count } were refused, and are kept with their reasons.
 }
writer-withheld = { $count ->
    [one] One conclusion was not sent: somebody speaks to a machine in it.
   *[other] { $count } conclusions were not sent: somebody speaks to a machine in them.
 }
writer-closed = { $count ->
    [one] One text was not sent: it draws on a submission that is withheld or only summed up.
   *[other] { $count } texts were not sent: they draw on submissions that are withheld or only summed up.
 }
writer-rules-alone = The model that reads whether a sentence says what its passages say cannot be used on this machine (install consult again). The rules alone have judged.
writer-unanswered = { $count ->
    [one] One request got no answer that could be used: { $why }
   *[other] { $count } requests got no answer that could be used: { $why }
 }
writer-why-gone = the server was not there.
writer-why-slow = the server took too long.
writer-why-busy = the server was busy or failed.
writer-why-refused = the server refused.
writer-why-broken = the answer was not as it was asked for.
writer-why-cut = the answer was only half.
writer-why-limit = the limit of tokens or cost was reached.
writer-extractive = Where no drafted sentence stands, the quotes with their counts do.
writer-how-extracted = Quoted and counted
writer-how-drafted = Drafted by a language model
writer-how-plain = Reworded in plain language by a language model
writer-how-translate = Translated by a language model
writer-undecided = Drafted by a language model and checked against the statements. Nobody has adopted the text, and it is not published.
writer-title = Proposed title
writer-overview = Overview: what the themes here say
writer-translations = { $count ->
    [one] Translation of one conclusion
   *[other] Translations of { $count } conclusions
 }
writer-drawn-on = { $count ->
    [one] Draws on one statement
   *[other] Draws on { $count } statements
 }
writer-before = The sentence before it was reworded
writer-from = Translated from: { $text }
writer-language-nn = Nynorsk
writer-language-nb = Bokmål
writer-language-en = English
writer-how-edited = Worded by a person
writer-method = { $drafted ->
    [0] { "" }
    [one] One sentence was drafted by a language model ({ $model }) from the statements beside it, and passed checks of numbers, names, quotes, denials and meaning.
   *[other] { $drafted } sentences were drafted by a language model ({ $model }) from the statements beside them, and passed checks of numbers, names, quotes, denials and meaning.
 }

review-act-edit = edit
review-remark-worded-anew = what it edits has changed since: { $ids }

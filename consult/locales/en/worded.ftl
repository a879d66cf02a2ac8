# How text came about, where not all of it is quoted.

report-proposed-worded = Themes and placements were made by a machine and are proposals until somebody has gone through them. Not all text is quoted: some sentences are reworded, and each of them says so.
worded-edited = { $edited ->
    [0] { "" }
    [one] One conclusion was worded by a person.
   *[other] { $edited } conclusions were worded by people.
 }
worded-rest = The others are quotes with counts that are computed.
feedback-method-conclude-worded = The conclusions are quotes unless something else is said. The words around the quotes say how many stand behind them, and are computed.
feedback-method-lead-sent = A machine has read the contributions and made proposals. People have answered. Statements, with personal data masked, were sent to a language model ({ $model } at { $host }). Nothing else has left the machine on which it was done.

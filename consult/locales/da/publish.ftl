# Ordene i figurerne: hvem der taler, og hvor noget er placeret.

report-voice-group_note = Borde
report-voice-organisation = Organisationer
report-voice-individual = Privatpersoner
report-one-group_note = Noter fra et bord
report-one-organisation = Organisation
report-one-individual = Privatperson
report-count-group_note = { $count ->
    [one] { $count } bord
   *[other] { $count } borde
 }
report-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisationer
 }
report-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersoner
 }
report-column-passages = Udsagn
report-flow-rest = { $count ->
    [one] { $count } mindre tema
   *[other] { $count } mindre temaer
 }
report-group = { $voice }, { $event }
report-title-new = Nyt: hører ikke til noget i planen
report-title-unplaced = Ikke placeret
report-number = { $count }

# Orden i figurerna: vem som talar, och var något är placerat.

report-voice-group_note = Bord
report-voice-organisation = Organisationer
report-voice-individual = Privatpersoner
report-one-group_note = Anteckningar från ett bord
report-one-organisation = Organisation
report-one-individual = Privatperson
report-count-group_note = { $count } bord
report-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisationer
 }
report-count-individual = { $count ->
    [one] { $count } privatperson
   *[other] { $count } privatpersoner
 }
report-column-passages = Uttalanden
report-flow-rest = { $count ->
    [one] { $count } mindre tema
   *[other] { $count } mindre teman
 }
report-group = { $voice }, { $event }
report-title-new = Nytt: hör inte till något i planen
report-title-unplaced = Inte placerat
report-number = { $count }

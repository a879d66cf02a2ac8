# Hvad et svar går ud på, i figurer og i oversigten over ændringer.

review-status-taken_up = Tages med i en forpligtelse
review-status-partly = Tages delvis med
review-status-already_covered = Er allerede dækket
review-status-forwarded = Er sendt videre til en sektor eller en lovproces
review-status-knowledge = Bevares som viden til den næste plan
review-status-not_taken_up = Tages ikke med

# Vad ett svar innebär, i figurer och i översikten över ändringar.

review-status-taken_up = Tas in i ett åtagande
review-status-partly = Tas delvis in
review-status-already_covered = Täcks redan
review-status-forwarded = Har lämnats vidare till en sektor eller en lagprocess
review-status-knowledge = Tas med som kunskap till nästa plan
review-status-not_taken_up = Tas inte in

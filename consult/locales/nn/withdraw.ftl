# Withdrawing a contribution.

review-remark-withdrawn = orda var frå eit innspel som er trekt tilbake: { $ids }

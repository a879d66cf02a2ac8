# Withdrawing a contribution.

review-remark-withdrawn = ordene var fra et innspill som er trukket tilbake: { $ids }

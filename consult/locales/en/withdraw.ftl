# Withdrawing a contribution.

review-remark-withdrawn = its words were those of a contribution that has been withdrawn: { $ids }

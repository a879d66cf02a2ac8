# What became of people's decisions on personal data.

review-remark-source-gone = kjelda finst ikkje lenger: { $ids }
review-remark-finding-gone = funnet finst ikkje lenger: { $ids }
review-remark-source-followed = kjelda heiter no { $ids }

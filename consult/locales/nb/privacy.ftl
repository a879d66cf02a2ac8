# What became of people's decisions on personal data.

review-remark-source-gone = kilden finnes ikke lenger: { $ids }
review-remark-finding-gone = funnet finnes ikke lenger: { $ids }
review-remark-source-followed = kilden heter nå { $ids }

# What became of people's decisions on personal data.

review-remark-source-gone = the source is gone: { $ids }
review-remark-finding-gone = the finding is gone: { $ids }
review-remark-source-followed = the source is now { $ids }

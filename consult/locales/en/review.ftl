# People's decisions: why one does not hold, or not as it was made.

review-remark-part = some of its passages are no longer there: { $ids }
review-remark-followed = the theme is now { $ids }
review-remark-passage-gone = the passage is no longer there: { $ids }
review-remark-passage-elsewhere = the passage is no longer there; the same words stand in { $ids }
review-remark-aside = the passage has been set aside: { $ids }
review-remark-theme-gone = the theme is no longer there: { $ids }
review-remark-target-gone = the framework no longer has { $ids }
review-remark-conclusion-gone = the conclusion is no longer there: { $ids }
review-remark-changed = has changed since it was approved
review-remark-undone = undone by decision { $ids }

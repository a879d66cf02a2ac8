# Avgjerder som menneske har teke: kvifor ei ikkje gjeld, eller ikkje slik ho vart teken.

review-remark-part = nokre av utsegnene finst ikkje lenger: { $ids }
review-remark-followed = temaet er no { $ids }
review-remark-passage-gone = utsegna finst ikkje lenger: { $ids }
review-remark-passage-elsewhere = utsegna finst ikkje lenger; dei same orda står i { $ids }
review-remark-aside = utsegna er lagd til side: { $ids }
review-remark-theme-gone = temaet finst ikkje lenger: { $ids }
review-remark-target-gone = rammeverket har ikkje lenger { $ids }
review-remark-conclusion-gone = konklusjonen finst ikkje lenger: { $ids }
review-remark-changed = er endra sidan nokon godkjende det
review-remark-undone = gjort om i avgjerd { $ids }

# Menneskers avgjørelser: hvorfor en ikke gjelder, eller ikke slik den ble tatt.

review-remark-part = noen av utsagnene finnes ikke lenger: { $ids }
review-remark-followed = temaet er nå { $ids }
review-remark-passage-gone = utsagnet finnes ikke lenger: { $ids }
review-remark-passage-elsewhere = utsagnet finnes ikke lenger; de samme ordene står i { $ids }
review-remark-aside = utsagnet er lagt til side: { $ids }
review-remark-theme-gone = temaet finnes ikke lenger: { $ids }
review-remark-target-gone = rammeverket har ikke lenger { $ids }
review-remark-conclusion-gone = konklusjonen finnes ikke lenger: { $ids }
review-remark-changed = er endret siden noen godkjente det
review-remark-undone = omgjort i avgjørelse { $ids }

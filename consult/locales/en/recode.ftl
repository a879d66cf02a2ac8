# What a researcher's recoding says that decides nothing, and why.

recode-why-source = its document is none of ours
recode-why-position = its positions lie outside the text
recode-why-text = its words do not stand in our text, or more than once
recode-why-part = it covers a statement in part; divide or extend it
recode-why-set_aside = it covers what was not taken for input
recode-why-code = its code is not in the code book
recode-why-document = a whole document was coded, not a statement
recode-why-several = has several codes; a statement is in one theme, so choose one
recode-why-uncoded = no coding covers it any more; it stays where it is (consult review set-aside, if it is no input)
recode-why-dropped = its code is gone, but some of its statements are not coded elsewhere; the theme stays
recode-why-empty = is a new code that nothing is coded with
recode-why-gone = is no longer there; it was merged, moved or set aside meanwhile
recode-why-collides = collides: somebody has changed it meanwhile
recode-why-decision = cannot be done

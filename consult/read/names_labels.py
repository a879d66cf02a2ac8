"""What the model that finds names says of each token; the same for who trains it and who asks it."""

LABELS = ("O", "PER", "ORG", "PLACE", "OTHER")
PERSON = LABELS.index("PER")

"""Type pairs of words with a linear classifier, where the rules stop."""

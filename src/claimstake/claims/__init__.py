"""The claims file: what is claimed in one article, by whom, how surely, and in which words."""

"""Check that a graph is sound, and say what follows from it."""

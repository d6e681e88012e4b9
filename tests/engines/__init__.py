"""SPARQL engines that the stored queries are run on, each behind one function."""

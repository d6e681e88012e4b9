"""The graph of an article: what its claims file says, as RDF without blank nodes."""

"""Write graphs as files that every RDF tool reads: sorted, so that the same graph is the same bytes."""

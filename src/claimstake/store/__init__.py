"""One protocol over every place the graph can live: a directory, memory, a SPARQL endpoint."""

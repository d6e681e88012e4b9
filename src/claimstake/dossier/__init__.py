"""The dossier: one HTML file that shows what a store holds, without any network."""

"""Pictures of what claims say: who is tied to what, as Mermaid, DOT and SVG."""

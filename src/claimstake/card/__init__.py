"""What a person reads of one thing in the store: an evidence card, a page, a summary."""

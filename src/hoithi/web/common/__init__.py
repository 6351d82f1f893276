"""What all audiences share: the reader's aids, error pages, context of every page."""

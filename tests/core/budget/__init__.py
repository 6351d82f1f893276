"""The rules of a campaign's money."""

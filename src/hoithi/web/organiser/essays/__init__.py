"""The head's pages of essays: who marks what, what differs, similarity, handing over, archive."""

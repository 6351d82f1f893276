"""Plan documents, what was understood of them, and the campaigns that they found."""

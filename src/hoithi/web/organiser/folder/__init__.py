"""The folder of a campaign: the papers of a moment in order of signing, and what is missing."""

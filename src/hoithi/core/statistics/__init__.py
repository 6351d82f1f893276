"""Statistics of questions and papers after a round (classical test theory)."""

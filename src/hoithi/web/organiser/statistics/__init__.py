"""Statistics of the questions of a round, for those who may read its keys."""

"""Reports of units: the outline that is asked for, what fills it in, and what it sums up to."""

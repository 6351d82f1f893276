"""The organiser's lists: exclusions, corrections, attempts given back, places, units' lists."""

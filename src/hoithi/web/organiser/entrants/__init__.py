"""Teams, units and people registered by the secretariat, on screen and from tables."""

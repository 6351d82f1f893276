"""Money of a campaign: lines of quantity and norm, prizes, norms, tax, and what is left."""

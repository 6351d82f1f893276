"""Units and their history: what an authority is divided into, since when, and what became of it."""

"""The campaign's own report to its superior: gathered, put in words, sent as official document."""

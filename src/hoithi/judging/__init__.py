"""Points entered by hand and their confirmation."""

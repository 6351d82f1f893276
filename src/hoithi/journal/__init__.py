"""Who did what, when: rows are added, never changed."""

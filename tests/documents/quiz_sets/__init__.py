"""Sets of attempts: the public ones where they are, and small ones of our own."""

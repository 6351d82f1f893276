"""The contestant's way: contest page, entry, code, paper, receipt, own attempts."""

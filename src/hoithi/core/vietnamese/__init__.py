"""Vietnamese conventions: names and their order, money in words, dates, numbers and identities."""

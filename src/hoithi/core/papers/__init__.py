"""Papers: drawn from the bank by a blueprint, provably from a seed, with even exposure."""

"""Deeds on essays: beginning, sharing out, marking, opening again, handing over."""

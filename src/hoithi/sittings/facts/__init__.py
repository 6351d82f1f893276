"""Rows of the exam room to records of the rules, and what may be wrong with a packet."""

"""Deeds of the exam room: storing packets, sealing pools, closing, deciding, marking."""

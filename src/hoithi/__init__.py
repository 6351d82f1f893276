"""Hội Thi: runs the contests and emulation campaigns of a Vietnamese authority."""

"""Placings and prizes of a round: prepared, verified, published."""

"""Figures of speed: a load generator and the measures made with it."""

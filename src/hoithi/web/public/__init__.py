"""Screens for everybody: contests, their rules, and published results."""

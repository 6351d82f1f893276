"""Screens of the organiser: contests, their rules, their running, questions and results."""

"""Screens of meetings: invitation, those invited, check-in, conclusions, papers, moves."""

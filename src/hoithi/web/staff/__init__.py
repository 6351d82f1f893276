"""Screens of accounts, organising bodies, units and the journal; signing in."""

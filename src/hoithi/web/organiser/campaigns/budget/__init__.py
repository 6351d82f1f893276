"""Screens of a campaign's money: estimates, sources, vouchers, lists of payments, settlement."""

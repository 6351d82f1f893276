"""Campaigns and the plans they carry out."""

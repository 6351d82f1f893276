"""Certificates and where they are verified."""

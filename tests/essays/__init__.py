"""Tests of the marking of essays."""

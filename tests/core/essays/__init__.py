"""Tests of essays."""

"""Tests of collective rankings."""

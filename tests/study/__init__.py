"""Tests of the study set."""

"""Tests of what the exam room keeps and counts."""

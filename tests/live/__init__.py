"""Tests of the exam room."""

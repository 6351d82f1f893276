"""Tests of campaigns handed on."""

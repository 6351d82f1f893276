"""Tests of the wiring: database wrappers, the entry of the server, the supervisor."""

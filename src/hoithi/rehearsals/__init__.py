"""Simulated contestants: they enter, sit and hand in through the same doors as everybody."""

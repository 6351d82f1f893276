"""Reads a signed plan: from its text to the facts it states, each with its place, and doubts."""

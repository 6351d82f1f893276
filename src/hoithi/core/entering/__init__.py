"""The door of a contest: what somebody filled in, understood, and what follows from it."""

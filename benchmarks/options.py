"""What one measurement is told: its database, how long and how often."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """For one measurement in its own process."""

    database: str
    seconds: float
    runs: int
    starts: int = 100
    """A second, in the sustained load."""
    saves: int = 1_000
    """A second, in the sustained load and while a result is published."""
    submissions: int = 1_000_000
    """Of the round that is published."""

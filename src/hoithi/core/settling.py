"""A third look at what two people typed unlike."""

from enum import StrEnum


class Side(StrEnum):
    """Whose reading of a place the paper confirms."""

    FIRST = "first"
    SECOND = "second"

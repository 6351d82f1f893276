"""What every record of a rulebook has in common: frozen, by name, unknown fields refused."""

from decimal import Decimal
from typing import Annotated

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a rulebook; a field that equals its default is not written.

    Subclasses pass `kw_only=True` themselves: msgspec does not inherit it.
    """


Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""A permanent key: rows of the database refer to it, so it never changes once used."""

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
"""A sentence or a title as it is printed."""

Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
Amount = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000_000)]
"""Money in đồng."""

Percent = Decimal
"""A share of 100."""

MomentText = Annotated[
    str,
    msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$|^\d{4}-\d{2}-\d{2}T24:00$"),
]
"""A minute in Asia/Ho_Chi_Minh as the plan writes it; "2025-10-26T24:00" ends that day."""

DayText = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A day in Asia/Ho_Chi_Minh."""

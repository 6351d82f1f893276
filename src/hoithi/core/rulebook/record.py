"""What every record of a rulebook has in common: frozen, by name, unknown fields refused.

The extra metadata of the aliases says what a value is (`kind`) or to what it refers (`refers`);
the form screens, the reader and the checks go by it, so a new field needs its alias only.
"""

from decimal import Decimal
from typing import Annotated

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a rulebook; a field that equals its default is not written.

    Subclasses pass `frozen=True, kw_only=True` themselves: msgspec does not inherit the second,
    and type checkers do not inherit the first.
    """


BLANK = "…"
"""What stands in a text that a new record needs and nobody has written yet."""

KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINK_PATTERN = r"^https?://[^\s/]+\S*$"

Key = Annotated[str, msgspec.Meta(pattern=KEY_PATTERN, max_length=40, extra={"kind": "key"})]
"""A permanent key: rows of the database refer to it, so it never changes once used."""


def _reference(to: str) -> msgspec.Meta:
    extra = {"kind": "reference", "refers": to}
    return msgspec.Meta(pattern=KEY_PATTERN, max_length=40, extra=extra)


RoundKey = Annotated[str, _reference("round")]
PartKey = Annotated[str, _reference("part")]
GroupKey = Annotated[str, _reference("group")]
CollectiveKey = Annotated[str, _reference("collective")]
PrizeKey = Annotated[str, _reference("prize")]

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000, extra={"kind": "text"})]
"""A sentence or a title as it is printed."""

LinkText = Annotated[
    str,
    msgspec.Meta(pattern=LINK_PATTERN, min_length=1, max_length=2000, extra={"kind": "link"}),
]
"""The address of a page that people may open: http or https and nothing else."""


def _code(of: str) -> msgspec.Meta:
    extra = {"kind": "code", "refers": of}
    return msgspec.Meta(min_length=1, max_length=100, pattern=r"^\S+$", extra=extra)


UnitCode = Annotated[str, _code("unit")]
"""The code of a unit in the body's tree."""
KindOfUnit = Annotated[str, _code("kind_of_unit")]
"""A code of `core.units.UnitKind`."""
RoleCode = Annotated[str, _code("role")]
AudienceCode = Annotated[str, _code("audience")]
"""Audience of questions in the bank: official, citizen, pupil."""
FieldKey = Annotated[
    str,
    msgspec.Meta(pattern=KEY_PATTERN, max_length=40, extra={"kind": "key", "refers": "field"}),
]
"""The key of a field of the question bank."""

Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000, extra={"kind": "count"})]
WholeNumber = Annotated[int, msgspec.Meta(ge=0, le=1_000_000, extra={"kind": "count"})]
Amount = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000_000, extra={"kind": "money"})]
"""Money in đồng."""

Percent = Annotated[Decimal, msgspec.Meta(extra={"kind": "percent"})]
"""A share of 100."""

MomentText = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$|^\d{4}-\d{2}-\d{2}T24:00$",
        extra={"kind": "moment"},
    ),
]
"""A minute in Asia/Ho_Chi_Minh as the plan writes it; "2025-10-26T24:00" ends that day."""

DayText = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", extra={"kind": "day"})]
"""A day in Asia/Ho_Chi_Minh."""

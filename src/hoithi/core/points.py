"""Points as every source delivers them, and the result of an entrant in a round."""

from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

Number = int | Decimal
_NOTHING = Decimal(0)


class PartPoints(Struct, frozen=True, kw_only=True, gc=False):
    """What one entrant got in one part of one round: by a sitting, a sheet, or entered by hand.

    A million of these pass through `results`, hence no garbage-collection header.
    """

    entrant_id: int
    round_key: str
    part_key: str
    points: Decimal
    """Points that stand: a penalty is already taken off."""
    most: Decimal
    sitting_id: int | None = None
    """None for points without a sitting, which are given once."""
    right: Number = 0
    questions: Number = 0
    seconds: Number | None = None
    """Time of the sitting in whole steps of the rulebook's precision."""
    started_at: datetime | None = None
    submitted_at: datetime | None = None
    prediction: int | None = None
    passed: bool | None = None
    """What the source says itself; where it says nothing the part's pass mark decides."""
    penalty: Decimal = _NOTHING
    """What was taken off for time or conduct."""

    @property
    def all_right(self) -> bool:
        """Whether every question with a key was answered right; essays are none of these."""
        return self.questions > 0 and self.right == self.questions


class EntrantFacts(Struct, frozen=True, kw_only=True, gc=False):
    """What ranking and prizes must know about an entrant beside the points."""

    entrant_id: int
    registered_at: datetime | None = None
    unit_id: int | None = None
    """The unit one stands for."""
    group: str | None = None
    birth: date | int | None = None
    """The day of birth, or only its year."""
    female: bool | None = None
    ranked: bool = True
    """False: takes part outside the contest (insiders the rules let in)."""
    may_win: bool = True
    """False: is ranked and takes no prize."""
    disqualified: bool = False
    """The committee does not recognise the results: neither ranked nor counted for a unit."""


class PartShare(Struct, frozen=True, gc=False):
    """What a part added to a result."""

    part_key: str
    points: Decimal
    passed: bool | None


class Result(Struct, frozen=True, kw_only=True, gc=False):
    """What counts for one entrant in one round, after the counted sitting has been chosen."""

    entrant_id: int
    round_key: str
    """Empty for a result over the whole contest."""
    points: Decimal
    most: Decimal
    right: Number
    questions: Number
    seconds: Number | None
    total_seconds: Number
    """Over all sittings, counted or not."""
    sittings: int
    full_marks: int
    """Sittings with every question right, counted or not."""
    started_at: datetime | None = None
    submitted_at: datetime | None = None
    prediction: int | None = None
    distance: int | None = None
    """How far the prediction was from the truth; set by `settle_predictions`."""
    exact: int = 0
    """How many predictions hit the truth: of a round one at most."""
    passed: bool | None = None
    penalty: Decimal = _NOTHING
    parts: tuple[PartShare, ...] = ()
    """By part key."""
    counted: tuple[int, ...] = ()
    """The counted sittings; empty where all count together (sum, mean) or none was needed."""

    @property
    def all_right(self) -> bool:
        """Whether what counts has every question right."""
        return self.questions > 0 and self.right == self.questions

    def part_points(self, key: str) -> Decimal | None:
        """Points of one part; None where the entrant has none."""
        return next((part.points for part in self.parts if part.part_key == key), None)

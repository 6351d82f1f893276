"""What a prepared result holds: its records, table by table."""

from decimal import Decimal

import msgspec

FORMAT = 1
WHOLE = "toan-cuoc-thi"
"""In addresses: the result over the whole contest, which has no round key."""
LINES_A_CHUNK = 1000

Value = int | str | None
"""A ranking value as it was compared: a whole number, a decimal as text, a moment as ISO text."""


class Table:
    """Names of the tables of a draft. Only public ones are ever read by public pages."""

    HEAD = "head"
    LINES = "lines"
    FIND = "find"
    PRIZES = "prizes"
    UNITS = "units"
    STATISTICS = "statistics"
    SIGNS = "signs"
    JUDGED = "judged"
    """Only where the committee judged units."""


class UnitName(msgspec.Struct, frozen=True, array_like=True):
    """A unit as it was called when the round closed."""

    id: int
    code: str
    name: str
    kind: str


class KeyShown(msgspec.Struct, frozen=True, array_like=True):
    """A ranking key as the rulebook states it."""

    by: str
    first: str
    title: str = ""
    part: str = ""


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One line of the ranking of persons, teams or units of a round.

    Names are masked before they come here, those of minors further: no reader of a draft can
    show more than may be shown.
    """

    place: int
    tied: bool
    entrant: int
    """Never shown: the verification and the explanation sheet go by it."""
    name: str
    group: str
    unit: int
    """Index into the units of the head; -1 for none."""
    points: Decimal
    most: Decimal
    seconds: int
    sittings: int
    values: tuple[Value, ...]
    """One for each ranking key, in order."""
    prize: str = ""
    """Title of the prize taken; the first where there are several."""


class Winner(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes a prize."""

    place: int
    name: str
    unit: str = ""
    entrant: int = 0
    unit_id: int = 0
    shared: bool = False
    """More get this prize than the table has: equals share it (đồng giải)."""
    why: str = ""
    """Words of the committee for a prize it decides."""


class PrizeShown(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a prize table with those who take it; fewer than `count` where slots stay empty."""

    key: str
    title: str
    count: int
    amount: int = 0
    gift: str = ""
    award: str = ""
    winners: tuple[Winner, ...] = ()
    empty: tuple[str, ...] = ()
    """Why slots of the row stay empty, one reason for each (`core.prizes.Reason`)."""


class PassedShown(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands high enough and takes no prize of the table, and why."""

    entrant: int
    name: str
    place: int
    reason: str


class GivenUpShown(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier, lower prize that its winner leaves for the one won here."""

    entrant: int
    name: str
    table: str
    prize: str
    round_key: str = ""


class TableShown(msgspec.Struct, frozen=True, kw_only=True):
    """A prize table with its winners and what the committee has still to decide."""

    key: str
    title: str
    scope: str
    group: str = ""
    authority: str = ""
    prizes: tuple[PrizeShown, ...] = ()
    undecided: tuple[int, ...] = ()
    """Entrants whose equal places reach over the last slot; lots or the committee decide."""
    undecided_by: str = ""
    """How these are to be parted (`lot`, `committee`)."""
    passed_over: tuple["PassedShown", ...] = ()
    given_up: tuple["GivenUpShown", ...] = ()
    reserves: tuple[int, ...] = ()
    """Entrants next in rank, in the order to be telephoned."""


class FailureShown(msgspec.Struct, frozen=True, kw_only=True):
    """A condition for being ranked that a unit does not meet, and how far it is from it."""

    kind: str = ""
    """Empty: nobody took part for the unit."""
    found: Value = None
    needed: Value = None
    by: str = ""
    quota: str = ""
    missing: tuple[str, ...] = ()
    """Titles of parts in which nobody of the unit took part."""


class WorkingShown(msgspec.Struct, frozen=True, array_like=True):
    """How one aggregate became points of the score."""

    by: str
    value: Value
    points: Value
    place: int | None = None
    capped: bool = False
    title: str = ""


class UnitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A unit in a collective ranking; `place` 0 where a gate keeps it out."""

    place: int
    tied: bool = False
    unit: int
    code: str
    name: str
    values: tuple[Value, ...]
    """One for each column; empty for a unit that is not ranked."""
    score: Value = None
    working: tuple[WorkingShown, ...] = ()
    failures: tuple[FailureShown, ...] = ()
    people: int = 0
    sittings: int = 0
    staff: int | None = None
    prize: str = ""


class CollectiveShown(msgspec.Struct, frozen=True, kw_only=True):
    """A collective ranking."""

    key: str
    title: str
    method: str
    columns: tuple[KeyShown, ...]
    """What is compared, in order; `by` is "score" for the score."""
    lines: tuple[UnitLine, ...]


class UnitCount(msgspec.Struct, frozen=True, array_like=True):
    """People and sittings of a unit in the statistics."""

    unit: int
    people: int
    sittings: int
    full_marks: int
    mean: Decimal | None


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a round: people and sittings are always kept apart."""

    people: int
    sittings: int
    ranked: int
    full_marks: int
    bands: tuple[int, ...] = ()
    """People with full marks, from 75 %, from 25 %, below 25 %, and nothing."""
    by_unit: tuple[UnitCount, ...] = ()
    """Index -1 for those who stand for no unit."""
    by_day: tuple[tuple[str, int], ...] = ()
    by_hour: tuple[int, ...] = ()
    """Sittings handed in during each hour of the day."""
    by_group: tuple[tuple[str, int, int], ...] = ()


class SignShown(msgspec.Struct, frozen=True, kw_only=True):
    """A sign of irregularity that a person should look into; never public."""

    kind: str
    subject: str
    """What it is about: an entrant's number, or the hash of a device or of a sheet."""
    entrants: tuple[int, ...]
    """The first of those concerned."""
    count: int
    """How many are concerned."""
    facts: dict[str, str] = {}


class Section(msgspec.Struct, frozen=True, array_like=True):
    """A ranking inside the lines: of one group, from place 1."""

    group: str
    """Key of the group; empty for those who have none."""
    first: int
    """Position of its first line, from 0."""
    lines: int


class Predicted(msgspec.Struct, frozen=True, kw_only=True):
    """The number a prediction question asked for, once its population was frozen."""

    group: str = ""
    """The group that was asked; empty for everybody."""

    target: str
    population: str
    truth: int


class RoundUsed(msgspec.Struct, frozen=True, kw_only=True):
    """A round inside an overall result, by the draft that was used."""

    key: str
    title: str
    sha256: str


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the other tables are to be read by."""

    format: int = FORMAT
    contest: str
    slug: str
    body: str
    kind: str
    round_key: str = ""
    round_title: str = ""
    closed_at: str = ""
    versions: tuple[tuple[int, str], ...]
    """Number and hash of every version of the rulebook under which a counted sitting began."""
    keys: tuple[KeyShown, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    units: tuple[UnitName, ...] = ()
    lines: int = 0
    shards: int = 1
    """Into how many chunks the index of lines is divided (`shard_of`)."""
    ranked_lines: int | None = None
    """How many lines may be public; none means all."""
    unit_figures: bool = True
    predicted: tuple[Predicted, ...] = ()
    rounds: tuple[RoundUsed, ...] = ()
    entrant: str = "person"
    sections: tuple[Section, ...] = ()
    """The rankings of the groups one after the other; empty for one ranking of all."""
    in_shares: bool = False
    """Units and groups are compared by points as shares of what could be reached, out of 100."""

    def section_at(self, position: int) -> Section:
        """The ranking to which a line belongs."""
        for section in self.sections:
            if section.first <= position < section.first + section.lines:
                return section
        return Section("", 0, self.lines)

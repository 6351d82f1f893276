"""Lines of drafts turned back into results, so that several rounds can be ranked together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from hoithi.core.lots import Lot
from hoithi.core.points import EntrantFacts, PartShare, Result
from hoithi.core.ranking.columns import Grounds, Value
from hoithi.core.rulebook.ranking import By, RankingKey
from hoithi.results.facts.snapshot import Head, KeyShown, Line
from hoithi.results.facts.values import compared, key_shown

_IN_EVERY_LINE = {By.POINTS, By.SECONDS, By.SITTINGS, By.LOT}
_OF_RESULT: Mapping[str, str] = {
    By.RIGHT: "right",
    By.PREDICTION_DISTANCE: "distance",
    By.PREDICTION_EXACT: "exact",
    By.SECONDS: "seconds",
    By.TOTAL_SECONDS: "total_seconds",
    By.SUBMITTED_AT: "submitted_at",
    By.STARTED_AT: "started_at",
    By.FULL_MARKS: "full_marks",
    By.PENALTY: "penalty",
    By.PASSED: "passed",
}
_OF_ENTRANT: Mapping[str, str] = {
    By.REGISTERED_AT: "registered_at",
    By.AGE: "birth",
    By.FEMALE: "female",
}


@dataclass
class Joined:
    """The results of several rounds with what ranking must know beside them."""

    results: list[Result] = field(default_factory=list)
    entrants: dict[int, EntrantFacts] = field(default_factory=dict)
    judged: dict[str, dict[int, Decimal]] = field(default_factory=dict)

    def add(self, head: Head, lines: Iterable[Line]) -> None:
        """Adds the lines of a round's draft."""
        for line in lines:
            told = [
                (key, compared(key, value))
                for key, value in zip(head.keys, line.values, strict=True)
            ]
            self.results.append(_result(head, line, told))
            known = self.entrants.get(line.entrant) or EntrantFacts(
                entrant_id=line.entrant, group=line.group or None
            )
            self.entrants[line.entrant] = replace(known, **_fields(told, _OF_ENTRANT))
            for key, value in told:
                if key.by == By.JUDGED and isinstance(value, Decimal):
                    self.judged.setdefault(key.title, {})[line.entrant] = value

    def grounds(self, lots: tuple[Lot, ...]) -> Grounds:
        """For ranking; moments in the lines are whole steps of the rules' precision already."""
        return Grounds(self.entrants, self.judged, lots)


def tells(head: Head, keys: Sequence[RankingKey]) -> bool:
    """Whether the lines of a draft hold everything that these keys compare."""
    told = {(key.by, key.title, key.part) for key in head.keys}
    asked = (key_shown(key) for key in keys if key.by not in _IN_EVERY_LINE)
    return all((key.by, key.title, key.part) in told for key in asked)


_Told = Sequence[tuple[KeyShown, Value]]


def _result(head: Head, line: Line, told: _Told) -> Result:
    parts = (
        PartShare(key.part, value, None)
        for key, value in told
        if key.by == By.PART_POINTS and isinstance(value, Decimal)
    )
    plain = Result(
        entrant_id=line.entrant,
        round_key=head.round_key,
        points=line.points,
        most=line.most,
        right=0,
        questions=0,
        seconds=line.seconds,
        total_seconds=line.seconds,
        sittings=line.sittings,
        full_marks=0,
        parts=tuple(sorted(parts, key=lambda share: share.part_key)),
    )
    return replace(plain, **_fields(told, _OF_RESULT))


def _fields(told: _Told, names: Mapping[str, str]) -> dict[str, Any]:
    return {names[key.by]: value for key, value in told if key.by in names}

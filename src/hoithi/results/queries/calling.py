"""Whom to telephone about prizes, table by table and in order; names are masked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from hoithi.entries.models import Entrant
from hoithi.results.facts.snapshot import Line, TableShown
from hoithi.results.models import Draft, Verdict, Verification
from hoithi.results.queries import drafts, stored
from hoithi.results.queries.unit_ties import undecided_by_kind


@dataclass(frozen=True)
class Candidate:
    """Somebody who takes a prize, or is next in rank; found by the token, masked by name."""

    token: str
    entrant: int
    name: str
    unit: str
    line: Line | None = None
    number: int | None = None
    """The number of the line in the whole ranking, from 1."""
    table: str = ""
    prize: str = ""
    finding: Verification | None = None

    @property
    def is_waiting(self) -> bool:
        """Takes a prize and has not been verified."""
        verdict = self.finding.verdict if self.finding else None
        return bool(self.prize) and verdict != Verdict.VERIFIED


@dataclass(frozen=True)
class Board:
    """A prize table for persons or teams: who takes a prize, and who is next."""

    table: TableShown
    winners: tuple[Candidate, ...]
    reserves: tuple[Candidate, ...]


@dataclass(frozen=True)
class Calls:
    """Everybody whom the desk of a draft names."""

    boards: tuple[Board, ...] = ()
    undecided: tuple[Candidate, ...] = ()
    """Numbered on the desk in the order of `drafts.undecided`: each once, whatever the tables."""
    struck: tuple[Candidate, ...] = ()
    """Whose result is not recognised."""
    unreached: tuple[Candidate, ...] = ()
    """Whom nobody reached: they keep their place, and may be called again."""


def calls(draft: Draft) -> Calls:
    """Everybody to be telephoned, and whose result is not recognised; a few queries."""
    tables = stored.prize_tables(draft.pk)
    found = drafts.findings(draft.contest, draft.round)
    struck = [who for who, row in found.items() if row.verdict == Verdict.NOT_RECOGNISED]
    unreached = [who for who, row in found.items() if row.verdict == Verdict.UNREACHED]
    people = _People(draft, {*_named(tables), *struck, *unreached}, found)
    tied = {entrant: table.title for table in reversed(tables) for entrant in table.undecided}
    equals, _ = undecided_by_kind(stored.head(draft.pk), tables)
    return Calls(
        boards=tuple(_board(table, people) for table in tables if _concerns_people(table)),
        undecided=tuple(people.one(who, tied[who]) for who in equals),
        struck=tuple(people.one(who) for who in struck),
        unreached=tuple(people.one(who) for who in unreached),
    )


def findings_about(draft: Draft, entrant: Entrant) -> list[Verification]:
    """What was found about somebody in the round of a draft, the newest first; all are kept."""
    rows = Verification.objects.filter(contest=draft.contest_id, entrant=entrant)
    here = rows.filter(Q(round=draft.round_id) | Q(round=None))
    return list(here.select_related("by", "round").order_by("-pk"))


def _named(tables: Iterable[TableShown]) -> set[int]:
    named: set[int] = set()
    for table in tables:
        named.update(table.reserves, table.undecided)
        named.update(winner.entrant for prize in table.prizes for winner in prize.winners)
    return named - {0}


def _concerns_people(table: TableShown) -> bool:
    wins = any(winner.entrant for prize in table.prizes for winner in prize.winners)
    return wins or bool(table.reserves)


def _board(table: TableShown, people: "_People") -> Board:
    wins = [(prize.title, one.entrant) for prize in table.prizes for one in prize.winners]
    return Board(
        table=table,
        winners=tuple(people.one(who, table.title, prize) for prize, who in wins if who),
        reserves=tuple(people.one(who, table.title) for who in table.reserves),
    )


class _People:
    """Tokens, lines and findings of those who are named, read at once."""

    def __init__(
        self, draft: Draft, wanted: set[int], findings: Mapping[int, Verification]
    ) -> None:
        rows = Entrant.objects.filter(pk__in=wanted).values_list("pk", "token", "name")
        self._rows = {pk: (token, name) for pk, token, name in rows}
        self._places = stored.places_of(draft.pk, wanted)
        self._units = stored.head(draft.pk).units
        self._findings = findings

    def one(self, entrant: int, table: str = "", prize: str = "") -> Candidate:
        """One of them as the desk shows it."""
        position, line = self._places.get(entrant, (None, None))
        token, name = self._rows.get(entrant, ("", ""))
        return Candidate(
            token=token,
            entrant=entrant,
            name=line.name if line else name,
            unit=self._units[line.unit].name if line and line.unit >= 0 else "",
            line=line,
            number=None if position is None else position + 1,
            table=table,
            prize=prize,
            finding=self._findings.get(entrant),
        )

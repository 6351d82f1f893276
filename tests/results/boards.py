"""Contests, entrants and hand-made drafts for the tests of results and of the public pages."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from msgspec import structs

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest, ContestState, Round
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_toml
from hoithi.core.rulebook.moments import instant
from hoithi.entries.models import Entrant
from hoithi.people.models import OrganisingBody
from hoithi.results import queries
from hoithi.results.actions import DraftWriter, look_for_signs
from hoithi.results.facts.snapshot import (
    CollectiveShown,
    Head,
    KeyShown,
    Line,
    PrizeShown,
    Section,
    Statistics,
    Table,
    TableShown,
    UnitName,
    Winner,
)
from hoithi.results.models import Draft
from tests import make

EXAMPLES = Path(__file__).parents[2] / "examples"
SONG_CONG = from_toml((EXAMPLES / "song-cong-2021.toml").read_bytes())
BINH_SON = from_toml((EXAMPLES / "binh-son-2024.toml").read_bytes())
OPENS = instant("2021-12-13T08:30")
CLOSES = instant("2021-12-19T16:30")
PUBLISHES = instant("2021-12-20T08:00")
LATER = PUBLISHES + timedelta(hours=2)
_numbers = count(100_001)


def contest(rulebook: Rulebook = SONG_CONG, *, body: OrganisingBody | None = None) -> Contest:
    """An announced contest with these rules."""
    by, early = make.person(), OPENS - timedelta(days=3)
    made = contests.create(
        rulebook, body=body or make.body(), by=by, at=early, slug=f"cuoc-thi-{next(_numbers)}"
    )
    contests.put_in_force(made, by=by, at=early)
    # Binh Son's plan leaves days open, so its page could not be announced; its rounds are held.
    made.state = ContestState.ANNOUNCED
    made.save()
    return made


def without_deadline(rulebook: Rulebook) -> Rulebook:
    """The same rules without a last day on which teams are registered."""
    entry = rulebook.entry
    team = structs.replace(entry.team, register_by=None)
    return structs.replace(rulebook, entry=structs.replace(entry, team=team))


def entrant(of: Contest, name: str, **fields: object) -> Entrant:
    """An entrant with this masked name."""
    return Entrant.objects.create(
        contest=of,
        name=name,
        key_hash=f"key-{next(_numbers)}",
        consented_at=OPENS,
        registered_at=OPENS,
        **fields,
    )


@dataclass
class Board:
    """What a hand-made draft holds."""

    names: list[str] = field(default_factory=list)
    prizes: int = 1
    """So many of the first take the prize."""
    ranked_lines: int | None = None
    collectives: tuple[CollectiveShown, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    """Groups ranked apart: key and lines of each."""
    equals: int = 0
    """So many after the winners are equal at the last slot, and wait for lots."""


KEYS = (KeyShown("points", "more"), KeyShown("seconds", "less"))


def drafted(of: Contest, round_: Round | None, board: Board, *, at: datetime = CLOSES) -> Draft:
    """A draft with one line a name: 10 points each, each a second slower than the one above."""
    entrants = [entrant(of, name) for name in board.names]
    groups = [group for group, lines in board.groups for _ in range(lines)]
    starts = [groups.index(group) for group in groups] or [0] * len(entrants)
    lines = [
        structs.replace(_line(place - start, who), group=group)
        for place, (who, group, start) in enumerate(
            zip(entrants, groups or [""] * len(entrants), starts, strict=True), start=1
        )
    ]
    won = tuple(
        Winner(place=line.place, name=line.name, entrant=line.entrant)
        for line in lines[: board.prizes]
    )
    reserves = tuple(who.pk for who in entrants[board.prizes : board.prizes + 3])
    prize = PrizeShown(key="first", title="giải Nhất", count=1, award="certificate", winners=won)
    equal = tuple(who.pk for who in entrants[board.prizes : board.prizes + board.equals])
    table = TableShown(
        key="week", title="Giải cá nhân tuần", scope="round", prizes=(prize,), reserves=reserves,
        undecided=equal, undecided_by="lot" if equal else "",
    )  # fmt: skip
    writer = DraftWriter()
    shown, shards = writer.put_lines(lines)
    writer.put(Table.PRIZES, [table])
    writer.put(Table.UNITS, board.collectives)
    writer.put(
        Table.STATISTICS,
        Statistics(
            people=shown,
            sittings=2 * shown,
            ranked=shown,
            full_marks=1,
            bands=(1, shown - 1, 0, 0, 0),
        ),
    )
    writer.put(Table.HEAD, _head(of, round_, board, shown, shards))
    draft = Draft.objects.create(
        id=writer.draft_id,
        contest=of,
        round=round_,
        number=Draft.objects.filter(contest=of, round=round_).count() + 1,
        version=of.versions.latest("number"),
        facts={"inputs": queries.inputs(of, round_)},
        sha256=writer.sha256,
        prepared_at=at,
    )
    look_for_signs(draft, at=at)
    return draft


def _sections(board: Board) -> tuple[Section, ...]:
    counts = [lines for _, lines in board.groups]
    return tuple(
        Section(key, sum(counts[:place]), lines) for place, (key, lines) in enumerate(board.groups)
    )


def _line(place: int, who: Entrant) -> Line:
    return Line(
        place=place, tied=False, entrant=who.pk, name=who.name, group="", unit=0,
        points=Decimal(10), most=Decimal(10), seconds=60 + place, sittings=2,
        values=("10", 60 + place), prize="giải Nhất" if place == 1 else "",
    )  # fmt: skip


def _head(of: Contest, round_: Round | None, board: Board, shown: int, shards: int) -> Head:
    version = of.versions.latest("number")
    return Head(
        contest=of.title, slug=of.slug, body=of.body.name, kind=of.kind,
        round_key=round_.key if round_ else "", round_title=round_.title if round_ else "",
        versions=((version.number, version.sha256),), keys=KEYS,
        units=(UnitName(1, "bach-quang", "Phường Bách Quang", "ward"),),
        lines=shown, shards=shards, ranked_lines=board.ranked_lines,
        groups=tuple((key, f"Nhóm {key}") for key, _ in board.groups),
        sections=_sections(board),
    )  # fmt: skip

"""A million sittings of 300,000 people as rows, written straight to the tables."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest, ContestState
from hoithi.core.rulebook.formats import from_toml
from hoithi.core.rulebook.moments import instant
from hoithi.entries.models import Entrant
from hoithi.people.models import OrganisingBody, StaffCount, Unit, UnitVersion
from hoithi.sittings.models import Mark, Paper, PaperPool, Sitting, Submission
from hoithi.sittings.queries.keys import keys_of

OPENS = instant("2026-10-05T08:00")
CLOSES = instant("2026-10-11T20:00")
UNITS = 3321
"""As many as the country has communes."""
_AT_ONCE = 20_000
_RULES = Path(__file__).parent / "publish.toml"


def mixed(number: int) -> int:
    """A number that looks drawn, always the same."""
    return (number * 2_654_435_761) % 2**32


def insert(model: Any, fields: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Writes rows with plain SQL; moments are brought to the form the database keeps."""
    quoted = connection.ops.quote_name
    columns = [quoted(model._meta.get_field(name).column) for name in fields]
    places = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {quoted(model._meta.db_table)} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - names of our own tables
    adapt = connection.ops.adapt_datetimefield_value
    stream = iter(rows)
    while batch := list(islice(stream, _AT_ONCE)):
        plain = [[adapt(v) if isinstance(v, datetime) else v for v in row] for row in batch]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(sql, plain)


def contest() -> Contest:
    """An announced contest with units and their staff."""
    body = OrganisingBody.objects.create(slug="bench", name="UBND tỉnh", created_at=OPENS)
    made = contests.create(
        from_toml(_RULES.read_bytes()),
        body=body,
        by=None,
        at=OPENS - timedelta(days=2),
        slug="bench",
    )
    contests.put_in_force(made, by=None, at=OPENS - timedelta(days=1))
    made.state = ContestState.ANNOUNCED
    made.save()
    units = Unit.objects.bulk_create(Unit(body=body, code=f"u{n}") for n in range(UNITS))
    UnitVersion.objects.bulk_create(
        UnitVersion(unit=unit, kind="commune", name=f"Xã số {n}", search=f"xa so {n}",
                    valid_from=OPENS.date())
        for n, unit in enumerate(units)
    )  # fmt: skip
    StaffCount.objects.bulk_create(
        StaffCount(body=body, unit=unit, people=150, as_of=OPENS.date(), supplier="Sở Nội vụ")
        for unit in units
    )
    return made


def write_rows(made: Contest, sittings: int, people: int) -> None:
    """Entrants, sittings, submissions and marks."""
    round_ = made.rounds.get(key="week-1")
    pool = PaperPool.objects.create(
        round=round_, part_key="paper", seed="s", draw_version=1, size=1, sha256="x",
        sealed_at=OPENS,
    )  # fmt: skip
    paper = Paper.objects.create(pool=pool, ordinal=1, content=[])
    versions = list(UnitVersion.objects.values_list("pk", flat=True))
    insert(Entrant, [*ENTRANT], (entrant(n, made.pk, versions) for n in range(people)))
    common = (round_.pk, "paper", paper.pk, round_.version_id)
    insert(Sitting, [*SITTING], (sitting(n, people, common) for n in range(sittings)))
    insert(Submission, [*SUBMISSION], (submission(n) for n in range(sittings)))
    state = keys_of(round_.pk).state
    insert(Mark, [*MARK], (mark(n, state) for n in range(sittings)))


ENTRANT = (
    "id", "contest", "kind", "token", "key_hash", "code_hash", "code_number", "name", "unit",
    "standing", "group", "channel", "effect", "female", "birth_year", "consented_at",
    "device_hash", "registered_at",
)  # fmt: skip
SITTING = (
    "id", "entrant", "ordinal", "round", "part_key", "paper", "version", "token", "started_at",
    "deadline_at", "device_hash", "device_class",
)  # fmt: skip
SUBMISSION = (
    "id", "sitting", "kind", "holder", "revision", "answers", "prediction", "submitted_at",
    "receipt",
)  # fmt: skip
MARK = ("id", "submission", "key_state", "points", "most", "right", "questions", "marked_at")


def entrant(n: int, contest_id: int, versions: list[int]) -> tuple[Any, ...]:
    """The columns of a person."""
    some = mixed(n)
    return (
        n + 1, contest_id, "person", f"t{n}", f"k{n}", "", 1, f"Nguyễn V. {some % 997}**",
        versions[some % len(versions)], "", "", "online", "", None, 1950 + some % 60,
        OPENS, "", OPENS + timedelta(seconds=some % 500_000),
    )  # fmt: skip


def started(n: int) -> datetime:
    """When a sitting began."""
    return OPENS + timedelta(seconds=mixed(n) % 550_000)


def sitting(n: int, people: int, common: tuple[Any, ...]) -> tuple[Any, ...]:
    """The columns of a sitting."""
    begun = started(n)
    return (
        n + 1, mixed(n) % people + 1, n // people + 1 + n % 7 * 1000 + n, *common, f"s{n}", begun,
        begun + timedelta(minutes=15), "", "phone",
    )  # fmt: skip


def submission(n: int) -> tuple[Any, ...]:
    """The columns of what was handed in."""
    some = mixed(n)
    done = started(n) + timedelta(seconds=60 + some // 13 % 600)
    return (n + 1, n + 1, "contestant", 1, 9, "{}", 290_000 + some // 11 % 9, done, f"R{n}")


def mark(n: int, state: str) -> tuple[Any, ...]:
    """The columns of a mark."""
    right = mixed(n) // 7 % 21
    return (n + 1, n + 1, state, right, 20, right, 20, CLOSES)

"""A prepared contest that has not opened, on a database that threads may share."""

from pathlib import Path
from typing import Any

import pytest

from hoithi.contests.models import Contest, ContestState
from hoithi.core.rulebook.document import Round, Window
from hoithi.core.rulebook.entry import EntryRules
from hoithi.people.models import Person
from tests import make
from tests.live import scene
from tests.live.conftest import database as on_both

WEEKS = tuple(
    Round(
        key=f"week-{number}",
        title=f"Tuần {number}",
        window=Window(opens=f"2026-11-{day:02}T08:00", closes=f"2026-11-{day + 6:02}T24:00"),
        publishes=f"2026-11-{day + 7:02}T16:00",
    )
    for number, day in ((1, 9), (2, 16))
)


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path, django_db_blocker: Any) -> Any:
    """SQLite, unless a test asks for another; its vendor."""
    request.param = getattr(request, "param", "sqlite")
    yield from on_both.__wrapped__(request, tmp_path, django_db_blocker)


@pytest.fixture
def contest(database: str, at: object) -> Contest:  # noqa: ARG001 - their order matters
    """Two weeks that open in seven days; rules in force, papers sealed, not announced."""
    made = scene.contest(scene.rules(entry=EntryRules(unit=None), rounds=WEEKS))
    Contest.objects.filter(pk=made.pk).update(state=ContestState.DRAFT)
    made.refresh_from_db()
    return made


@pytest.fixture
def of_two_papers(database: str, at: object) -> Contest:  # noqa: ARG001 - their order matters
    """The same with a second paper in each week, and one attempt of each."""
    once = {"a_round": 1, "a_day": None}
    rules = scene.two_papers(entry=EntryRules(unit=None), rounds=WEEKS, attempts=once)
    made = scene.contest(rules)
    Contest.objects.filter(pk=made.pk).update(state=ContestState.DRAFT)
    made.refresh_from_db()
    return made


@pytest.fixture
def organiser(contest: Contest) -> Person:
    """Somebody of the contest's body."""
    return make.person(of=contest.body)

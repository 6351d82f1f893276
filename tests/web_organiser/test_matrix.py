"""The table of questions is edited line by line beside what the banks hold."""

import pytest
from django.urls import reverse

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import newest_version
from hoithi.core.papers.matrices import matrices
from hoithi.core.rulebook.parts import Difficulty, Draw
from hoithi.people.models import RoleName
from tests.web_organiser.stage import role
from tests.web_organiser.test_bank_seal import before, contest, fill, organiser, round_

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
__all__ = ["before", "contest", "organiser", "round_"]


@pytest.fixture
def address(contest):
    return reverse("rules_matrix", args=[contest.slug])


def sent(*lines: dict[str, str], path: str = "parts[0].blueprint") -> dict[str, str]:
    """A table as the form sends it."""
    head = {"o": path, "dong-TOTAL_FORMS": str(len(lines)), "dong-INITIAL_FORMS": "0"}
    boxes = (
        (f"dong-{n}-{name}", value) for n, line in enumerate(lines) for name, value in line.items()
    )
    return head | dict(boxes)


def rows_of(contest) -> tuple[Draw, ...]:
    """The first table of the newest rules."""
    return matrices(rulebook_of(newest_version(contest)))[0].rows


def test_what_is_sent_is_the_table_of_the_draft(organiser, contest, address):
    before_it = newest_version(contest).number
    first = {"field": "one-stop", "count": "4", "difficulty": "hard", "points": "0,5"}
    second = {"field": "procedures", "count": "6", "topic": "  Hồ sơ ", "audience": "pupil"}
    lines = (first, {"field": "", "count": ""}, second)
    assert organiser.post(address, sent(*lines)).status_code == 302
    hard, topic = rows_of(contest)
    assert (hard.field, hard.count, hard.difficulty) == ("one-stop", 4, Difficulty.HARD)
    assert str(hard.points) == "0.5"
    assert topic == Draw(field="procedures", count=6, topic="Hồ sơ", audience="pupil")
    assert newest_version(contest).number >= before_it
    page = organiser.get(address).content.decode()
    assert "Một đề có 10 câu" in page
    assert "còn thiếu" in page


def test_a_bank_that_covers_it_leaves_nothing_to_say(organiser, contest, round_, address):
    fill(contest, round_.opens_at)
    cards = organiser.get(address).context["cards"]
    assert [card.shortages for card in cards] == [()] * len(cards)
    assert all(
        line.available for card in cards for line in card.lines if line.available is not None
    )


@pytest.mark.parametrize(
    "line",
    [
        {"field": "one-stop", "count": "-1"},
        {"field": "one-stop", "count": "1001"},
        {"field": "one-stop", "count": "một"},
        {"field": "khong-co", "count": "1"},
        {"field": "", "count": "3"},
        {"field": "one-stop", "count": ""},
        {"field": "one-stop", "count": "1", "difficulty": "x"},
        {"field": "one-stop", "count": "1", "topic": "a" * 121},
        {"field": "one-stop", "count": "1", "topic": "a\x07"},
        {"field": "one-stop", "count": "1", "points": "-1"},
    ],
)
def test_a_line_that_cannot_be_is_refused_and_nothing_is_written(organiser, contest, address, line):
    before_it = rows_of(contest)
    answer = organiser.post(address, sent(line))
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()
    assert rows_of(contest) == before_it


def test_too_many_lines_and_broken_forms_change_nothing(organiser, contest, address):
    before_it = rows_of(contest)
    many = sent(*({"field": "one-stop", "count": "1"},) * 41)
    for data in (many, {"o": "parts[0].blueprint"}):
        assert organiser.post(address, data).status_code == 422
    for path in ("parts[9].blueprint", "title", ""):
        assert organiser.post(address, sent(path=path)).status_code == 404
    assert rows_of(contest) == before_it


def test_a_secretary_reads_it_without_a_button(contest, address):
    secretary = role(RoleName.SECRETARY, contest.body)
    page = secretary.get(address).content.decode()
    assert "Ghi ma trận" not in page
    assert secretary.post(address, sent()).status_code in {403, 404}

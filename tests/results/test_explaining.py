"""Why one stands above another: said for every line, and equal to what a second scorer finds."""

import random
from datetime import timedelta

import pytest

from hoithi.results import actions
from hoithi.results.queries import stored
from hoithi.results.queries.explaining import line_sheet, unit_sheet
from hoithi.wording.explaining import line_document, line_sentences, unit_sentences
from tests.results.boards import CLOSES, contest, entrant
from tests.results.rows import Sat, sit, unit

pytestmark = pytest.mark.django_db
AT = CLOSES + timedelta(minutes=1)


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def week(online):
    return online.rounds.get(key="week-1")


def test_a_line_says_why_it_is_below_and_above(online, week):
    sat = {"A**": Sat(100, 200), "B**": Sat(90, 100), "C**": Sat(90, 130)}
    people = {name: entrant(online, name) for name in sat}
    receipts = {name: sit(who, week, sat[name]).receipt for name, who in people.items()}
    draft = actions.prepare(week, at=AT)
    sheet = line_sheet(draft, people["B**"])
    assert line_sentences(sheet) == [
        "A** xếp trên B** vì điểm cao hơn: 100 so với 90.",
        "B** xếp trên C** vì thời gian làm bài ngắn hơn: 1 phút 40 giây so với 2 phút 10 giây.",
    ]
    assert [one.receipt for one in sheet.sittings] == [receipts["B**"]]
    document = line_document(sheet, sha256=draft.sha256)
    assert draft.sha256 in document.trace
    assert line_sheet(draft, entrant(online, "D**")) is None


def test_equals_say_that_they_share_the_place(online, week):
    people = [entrant(online, name) for name in ("A**", "B**", "C**")]
    for who in people:
        sit(who, week, Sat(100, 200))
    sheet = line_sheet(actions.prepare(week, at=AT), people[1])
    assert line_sentences(sheet) == ["Cùng hạng với 2 người khác."]
    assert sheet.line.tied


def test_a_unit_says_why_the_other_is_above(online, week):
    wards = [unit(online.body, name) for name in ("Phường X", "Phường Y")]
    for place, name in enumerate(("A**", "B**", "C**")):
        sit(entrant(online, name, unit=wards[place % 2]), week, Sat(100))
    later = AT + timedelta(days=14)
    for round_ in online.rounds.all():
        actions.prepare(round_, at=later)
    whole = actions.prepare_overall(online, at=later)
    sheet = unit_sheet(whole, "communes", wards[1].unit.code)
    assert unit_sentences(sheet) == ["- Phường X xếp trên vì số lượt thi: 2 so với 1."]
    assert unit_sheet(whole, "communes", "khong-co") is None


def shadow_key(sat):
    """Points down, then seconds, then the moment of handing in."""
    return (-sat.points, sat.seconds, sat.after + timedelta(seconds=sat.seconds))


@pytest.mark.parametrize("seed", range(5))
def test_every_explanation_names_the_key_that_a_second_scorer_finds(online, week, seed):
    draw = random.Random(seed)
    sat = {}
    for number in range(25):
        after = timedelta(minutes=draw.randrange(3))
        sat[f"N{number}"] = Sat(draw.choice([90, 100]), draw.choice([100, 110]), after=after)
        sit(entrant(online, f"N{number}"), week, sat[f"N{number}"])
    draft = actions.prepare(week, at=AT)
    lines = stored.lines(draft.pk, 0, 25)
    keys = [shadow_key(sat[line.name]) for line in lines]
    assert keys == sorted(keys)
    assert [line.place for line in lines] == [1 + sum(k < key for k in keys) for key in keys]
    for upper, lower, a, b in zip(lines, lines[1:], keys, keys[1:], strict=False):
        found = line_sheet(draft, online.entrants.get(pk=lower.entrant)).explanation
        if a == b:
            assert upper.entrant in found.shared_with
        else:
            differs = next(n for n, (x, y) in enumerate(zip(a, b, strict=True), 1) if x != y)
            assert found.above.number == differs

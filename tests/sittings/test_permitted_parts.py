"""An attempt given back is for the paper that the order names; the others keep their limits."""

from datetime import timedelta

import pytest

from hoithi.core.attempts import MayStart
from hoithi.entries.models import Entrant
from hoithi.sittings.actions.deciding import Grounds, PaperIn, permit
from hoithi.sittings.facts.records import EVERY_PART
from hoithi.sittings.forms import PermitForm
from hoithi.sittings.queries.halls import hall
from hoithi.sittings.queries.orders import PaperToPermit, papers_to_permit
from hoithi.sittings.queries.parts import standings_of
from hoithi.sittings.queries.starts import standing
from tests import make
from tests.live import scene
from tests.live.scene import AT, SECOND
from tests.sittings.make import sitting, submission

ONCE = {"a_round": 1, "a_day": None}
HOUR = timedelta(hours=1)
GROUNDS = {"reason": "Mất điện", "document_number": "17/TB-BTC"}


def paper(round_key: str, part: str = "paper", title: str = "", *, is_open: bool = False):
    return PaperToPermit(round_key, f"Tuần {round_key}", part, title, is_open)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "may_start"),
    [
        pytest.param("paper", [True, False], id="for the first"),
        pytest.param(SECOND, [False, True], id="for the second"),
        pytest.param(EVERY_PART, [True, True], id="an order of before papers were told apart"),
    ],
)
def test_it_lifts_the_limit_of_that_paper_alone(part, may_start):
    contest = scene.contest(scene.two_papers(attempts=ONCE))
    who, round_ = scene.entrant(contest), contest.rounds.get()
    for sat in ("paper", SECOND):
        submission(sitting(who, AT - HOUR, part_key=sat), {})
    order = PaperIn(round_, part)
    permit(Entrant.objects.all(), order, grounds=Grounds("Mất điện"), by=make.person(), at=AT)
    now = hall(AT)
    found = standings_of(now.rounds[round_.pk], standing(who.pk, now), AT)
    assert [isinstance(one.decision, MayStart) for one in found] == may_start


@pytest.mark.parametrize(
    ("papers", "initial", "choices"),
    [
        pytest.param([], "", [("", "Chọn đợt thi")], id="no round"),
        pytest.param([paper("1"), paper("2")], "",
                     [("", "Chọn đợt thi"), ("1", "Tuần 1"), ("2", "Tuần 2")], id="none open"),
        pytest.param([paper("1"), paper("2", is_open=True)], "2",
                     [("", "Chọn đợt thi"), ("1", "Tuần 1"), ("2", "Tuần 2")], id="one open"),
        pytest.param([paper("1", is_open=True), paper("2", is_open=True)], "",
                     [("", "Chọn đợt thi"), ("1", "Tuần 1"), ("2", "Tuần 2")], id="two open"),
        pytest.param(
            [paper("1", "a", "Luật", is_open=True), paper("1", "b", "Nghị quyết")], "1/a",
            [("", "Chọn đợt thi"),
             ("Tuần 1", [("1/a", "Luật (Tuần 1)"), ("1/b", "Nghị quyết (Tuần 1)")])],
            id="two papers under their round"),
    ],
)  # fmt: skip
def test_nothing_stands_chosen_unless_one_paper_alone_is_open(papers, initial, choices):
    field = PermitForm(papers=papers)["round"]
    assert (field.initial, field.field.choices) == (initial, choices)


def test_a_round_must_be_chosen_and_says_which_paper():
    papers = [paper("1", "a", "Luật"), paper("1", "b", "Nghị quyết")]
    chosen = [PermitForm(GROUNDS | {"round": key}, papers=papers) for key in ("1/b", "", "1", "x")]
    assert [form.is_valid() for form in chosen] == [True, False, False, False]
    assert chosen[0].cleaned_data["round"] == papers[1]


@pytest.mark.django_db
def test_the_papers_of_a_contest_with_what_is_open():
    contest = scene.contest(scene.two_papers())
    found = papers_to_permit(contest, at=AT)
    assert [(one.key, one.title, one.is_open) for one in found] == [
        ("week-1/paper", "Bài pháp luật", True),
        (f"week-1/{SECOND}", "Bài nghị quyết", True),
    ]
    contest.rounds.update(cancelled_at=AT)
    assert papers_to_permit(contest, at=AT) == []

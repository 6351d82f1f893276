"""A form about one person that is refused comes back on the person's page."""

import pytest

from hoithi.sittings.models import SittingDecision
from tests.results import boards, rows
from tests.web_organiser.again import told_again

pytestmark = pytest.mark.django_db


@pytest.fixture
def who(contest):
    """Somebody who sat twice in week 1."""
    who = boards.entrant(contest, "Nguyễn T. A.")
    for points in (70, 80):
        rows.sit(who, contest.rounds.get(key="week-1"), rows.Sat(points))
    return who


@pytest.mark.parametrize(
    ("rest", "sent", "kept"),
    [
        pytest.param("lien-he/", {"reason": " "}, (), id="contact"),
        pytest.param("cap-lai-ma/", {"reason": ""}, (), id="a new code"),
        pytest.param(
            "them-luot/",
            {"round": "week-2", "document_number": "17/TB-BTC"},
            ('value="week-2" selected', "17/TB-BTC"),
            id="an attempt without its reason",
        ),
        pytest.param("them-luot/", {"round": "x", "reason": "Mất điện"}, ("Mất điện",), id="round"),
    ],
)
def test_a_form_on_the_page(desk, who, rest, sent, kept):
    path = f"/quan-tri/cuoc-thi/{who.contest.slug}/nguoi/{who.token}/"
    answer = desk.post(f"{path}{rest}", sent)
    assert told_again(answer, "Nguyễn T. A.", "Các lượt thi", "field__error", *kept)
    assert not SittingDecision.objects.exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param({"deed": "extend", "minutes": ""}, "Ghi số phút thêm", id="no minutes"),
        pytest.param({"deed": "count_late"}, "muộn", id="nothing came late"),
    ],
)
def test_a_decision_comes_back_at_its_sitting(desk, who, sent, told):
    sitting, other = who.sittings.order_by("ordinal")
    path = f"/quan-tri/cuoc-thi/{who.contest.slug}/nguoi/{who.token}/luot/{sitting.token}/"
    answer = desk.post(path, {"reason": "Máy tại điểm thi hỏng", **sent})
    assert told_again(answer, told, "Máy tại điểm thi hỏng")
    bound = {one: form.is_bound for one, form in answer.context["sittings"]}
    assert bound == {sitting: True, other: False}
    assert not SittingDecision.objects.exists()

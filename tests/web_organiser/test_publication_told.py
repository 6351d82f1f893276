"""Between approval and publication the desk says when the result comes out."""

from datetime import timedelta

import pytest

from hoithi.results import actions
from hoithi.results.models import Approval, Draft, Result
from hoithi.results.queries import desk as desks
from tests import make
from tests.results import boards

pytestmark = pytest.mark.django_db
CORRECTION = "bản mới là bản điều chỉnh"


@pytest.fixture
def approved(organiser):
    """A closed round whose list nobody has to verify any more, and which is approved."""
    contest = boards.contest(body=organiser.body)
    draft = boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(["Lê V. B."]))
    who = contest.entrants.get()
    finding = actions.Finding(verdict="verified")
    actions.verify(contest, draft.round, who, finding, by=organiser, at=make.AT)
    Approval.objects.create(draft=draft, invited_name="Bà Lan", at=make.AT)
    return contest


def page(desk, contest) -> str:
    return desk.get(f"/quan-tri/cuoc-thi/{contest.slug}/ket-qua/week-1/").content.decode()


def comes_out(contest, **when) -> None:
    contest.rounds.filter(key="week-1").update(
        **{"publishes_at": None, "publishes_on_approval": False} | when
    )


@pytest.mark.parametrize("shown_before", [False, True], ids=["nothing", "a preliminary list"])
@pytest.mark.parametrize(
    ("when", "told"),
    [
        pytest.param({"publishes_on_approval": True}, "tự công bố trong ít phút tới", id="at once"),
        pytest.param(
            {"publishes_at": make.AT + timedelta(hours=1)}, "tự công bố lúc ", id="at its minute"
        ),
        pytest.param({}, "Công bố kết quả", id="by hand"),
    ],
)
def test_what_is_not_published_is_not_corrected(desk, approved, when, told, shown_before):
    if shown_before:
        actions.publish_preliminary(Draft.objects.get(), at=make.AT)
    comes_out(approved, **when)
    text = page(desk, approved)
    assert (told in text, CORRECTION in text, "cb_reason" in text) == (True, False, False)


def test_what_is_published_is_corrected_with_a_reason(desk, approved, organiser):
    draft = Draft.objects.get()
    actions.publish(draft, by=organiser, at=make.AT)
    found = desks.desk(organiser, approved.slug, "week-1", at=make.AT)
    assert (found.corrects, found.missing) == (True, ())
    assert CORRECTION not in page(desk, approved)


def test_a_reason_of_pages_corrects_nothing(desk, approved):
    path = f"/quan-tri/cuoc-thi/{approved.slug}/ket-qua/week-1/cong-bo/"
    answer = desk.post(path, {"reason": "x" * 6_000})
    assert (answer.status_code, Result.objects.exists()) == (422, False)
    assert desk.post(path).status_code == 302


def test_without_a_final_result_the_page_says_why_there_is_no_certificate(desk, approved):
    actions.publish_preliminary(Draft.objects.get(), at=make.AT)
    path = f"/quan-tri/cuoc-thi/{approved.slug}/ket-qua/week-1/giay-chung-nhan/lap/"
    answer = desk.post(path)
    assert answer.status_code == 422
    assert "chưa công bố kết quả chính thức" in answer.content.decode()

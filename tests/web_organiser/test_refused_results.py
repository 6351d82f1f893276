"""A form that is refused on the way to results comes back on its page with what was typed."""

import pytest

from hoithi.awards import actions as awards
from hoithi.people.models import RoleName
from hoithi.results import actions
from hoithi.results.facts.packing import pack
from hoithi.results.facts.snapshot import SignShown, Table
from hoithi.results.models import Chunk, LotDrawing, Remark, SignFinding
from tests import make
from tests.results import boards
from tests.web_organiser.again import told_again
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn T. A.", "Lê V. B.", "Trần C.", "Phạm D.", "Hoàng E."]


@pytest.fixture
def held(organiser):
    """A closed round: one winner, two equals for whom lots are drawn, two signs of trouble."""
    contest = boards.contest(body=organiser.body)
    board = boards.Board(NAMES, equals=2)
    draft = boards.drafted(contest, contest.rounds.get(key="week-1"), board)
    concerned = tuple(contest.entrants.values_list("pk", flat=True)[:2])
    found = [
        SignShown(kind="shared_device", subject=f"may-{n}", entrants=concerned, count=2)
        for n in range(2)
    ]
    content, _ = pack(found)
    Chunk.objects.filter(draft_id=draft.pk, table=Table.SIGNS).update(content=content)
    return contest


def address(contest, rest: str = "") -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/ket-qua/week-1/{rest}"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param({"order": "hai, một", "witnesses": "Bà Lan"}, "Chỉ ghi các số", id="words"),
        pytest.param({"order": "2²", "witnesses": "Bà Lan"}, "Chỉ ghi các số", id="a power"),
        pytest.param({"order": "2, 3", "witnesses": "Bà Lan"}, "từ 1 đến 2", id="nobody's number"),
        pytest.param({"order": "2, 2", "witnesses": "Bà Lan"}, "mỗi người một lần", id="twice"),
        pytest.param({"order": "2, 1", "reason": " ", "witnesses": ""}, "lý do", id="no grounds"),
    ],
)
def test_lots(desk, held, sent, told):
    answer = desk.post(address(held, "bang-nhau/"), sent)
    assert told_again(answer, told, f'value="{sent["order"]}"', sent["witnesses"], "Kết quả đợt")
    assert not LotDrawing.objects.exists()


def test_a_finding_about_a_sign_comes_back_at_its_sign(desk, held):
    sent = {"sign": "shared_device", "subject": "may-1", "serious": "on", "finding": " "}
    answer = desk.post(address(held, "dau-hieu/"), sent)
    assert told_again(answer, "Hãy ghi rồi gửi lại")
    shown = [(one.sign.subject, form.is_bound) for one, form in lines_of(answer)]
    assert shown == [("may-0", False), ("may-1", True)]
    assert answer.content.decode().count(" checked") == 1
    assert not SignFinding.objects.exists()


def lines_of(answer) -> list:
    """The signs on the page with their forms, whatever their kind."""
    return [line for kind in answer.context["signs"].kinds for line in kind.lines]


@pytest.mark.parametrize("rest", ["phe-duyet/", "cong-bo/"])
def test_a_button_of_the_desk(desk, held, rest):
    assert told_again(desk.post(address(held, rest)), "Kết quả đợt thi", "Bằng nhau")


def test_a_list_asked_for_before_the_end(desk, contest):
    path = f"/quan-tri/cuoc-thi/{contest.slug}/ket-qua/week-1/lap/"
    assert told_again(desk.post(path), "Kết quả đợt thi", "chưa kết thúc")


@pytest.mark.parametrize(("rest", "field"), [("lien-he/", "reason"), ("xac-minh/", "verdict")])
def test_a_candidate(desk, held, rest, field):
    told = "Hãy ghi rồi gửi lại" if field == "reason" else "Hãy chọn một mục"
    path = address(held, f"nguoi/{held.entrants.get(name=NAMES[0]).token}/")
    answer = desk.post(f"{path}{rest}", {"reason": "  " if field == "reason" else "Đã gọi"})
    assert told_again(answer, NAMES[0], told)


@pytest.fixture
def published(held, organiser):
    """A public result with one certificate."""
    early = actions.publish_preliminary(held.drafts.get(), at=boards.PUBLISHES)
    type(early).objects.filter(pk=early.pk).update(preliminary=False)
    early.refresh_from_db()
    awards.issue(early, by=organiser, at=boards.LATER)
    return early


def test_a_certificate(desk, held, published):
    row = published.certificates.get()
    base = f"/quan-tri/cuoc-thi/{held.slug}/giay-chung-nhan/{row.code}"
    assert told_again(desk.post(f"{base}/thu-hoi/", {}), row.code, "Hãy ghi rồi gửi lại")
    desk.post(f"{base}/thu-hoi/", {"reason": "In sai"})
    answer = desk.post(f"{base}/thu-hoi/", {"reason": "Thu hồi vì in sai họ tên"})
    assert told_again(answer, row.code, "Thu hồi vì in sai họ tên")


def test_an_answer_to_a_remark(desk, held, published):
    for number in (1, 2):
        Remark.objects.create(
            result=published, number=number, text=f"Nội dung {number}", filed_at=boards.LATER
        )
    first = Remark.objects.get(number=1)
    path = f"/quan-tri/cuoc-thi/{held.slug}/phan-anh/{first.pk}/tra-loi/"
    assert told_again(desk.post(path, {"answer": ""}), "Hãy ghi rồi gửi lại", "Nội dung 2")
    other = browser(make.holder(RoleName.SECRETARY, over=held.body))
    assert other.post(path, {"answer": "Đã kiểm tra, kết quả đúng."}).status_code == 302
    answer = desk.post(path, {"answer": "Ban Tổ chức đã rà soát lại."})
    assert told_again(answer, "Ban Tổ chức đã rà soát lại.", "Đã kiểm tra, kết quả đúng.")

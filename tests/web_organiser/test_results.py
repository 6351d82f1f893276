"""The results desk: telephone, part, approve, publish, certify, answer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.people.models import RoleName
from hoithi.results.models import Approval, Result, Verdict, Verification
from tests import make
from tests.results import boards
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def held(organiser):
    """A closed round with a prepared draft of five names."""
    contest = boards.contest(body=organiser.body)
    round_ = contest.rounds.get(key="week-1")
    names = ["Nguyễn T. A.", "Lê V. B.", "Trần C.", "Phạm D.", "Hoàng E."]
    boards.drafted(contest, round_, boards.Board(names))
    return contest


def address(contest, rest: str = "") -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/ket-qua/week-1/{rest}"


def token(desk, contest) -> str:
    return desk.get(address(contest)).context["desk"].candidates[0].token


def verified(desk, contest) -> None:
    sent = {"verdict": Verdict.VERIFIED}
    path = address(contest, f"nguoi/{token(desk, contest)}/xac-minh/")
    assert desk.post(path, sent).status_code == 302


def missing(desk, contest) -> list[str]:
    return list(desk.get(address(contest)).context["desk"].missing)


def test_candidates_and_reserves_stand_in_order_with_masked_names(desk, held):
    page = desk.get(address(held))
    found = page.context["desk"]

    assert [one.line.name for one in found.candidates] == ["Nguyễn T. A."]
    (board,) = found.calls.boards
    assert [one.line.name for one in board.reserves] == ["Lê V. B.", "Trần C.", "Phạm D."]
    assert missing(desk, held) == ["verification", "approval", "publication"]


@pytest.mark.parametrize("verdict", [Verdict.NOT_RECOGNISED, Verdict.UNREACHED])
def test_not_recognising_needs_a_reason(desk, held, verdict):
    path = address(held, f"nguoi/{token(desk, held)}/xac-minh/")

    assert desk.post(path, {"verdict": verdict}).status_code == 422
    assert desk.post(path, {}).status_code == 422
    assert not Verification.objects.exists()


@pytest.mark.parametrize(
    ("verdict", "word"),
    [(Verdict.NOT_RECOGNISED, "Không công nhận"), (Verdict.UNREACHED, "Không liên lạc được")],
)
def test_a_verdict_stays_readable_and_can_be_followed_by_another(desk, held, verdict, word):
    person = address(held, f"nguoi/{token(desk, held)}/")
    sent = {"verdict": verdict, "reason": "Thi hộ người khác"}
    assert desk.post(f"{person}xac-minh/", sent).status_code == 302

    page = desk.get(person).content.decode()
    by = Verification.objects.get().by.full_name
    for told in ("Kết quả xác minh đã ghi", word, "Thi hộ người khác", by):
        assert told in page
    calls = desk.get(address(held)).context["desk"].calls
    named = calls.struck if verdict == Verdict.NOT_RECOGNISED else calls.unreached
    assert [one.finding.reason for one in named] == ["Thi hộ người khác"]
    again = desk.post(f"{person}xac-minh/", {"verdict": Verdict.VERIFIED})
    assert (again.status_code, Verification.objects.count()) == (302, 2)


def test_from_the_telephone_to_the_page_of_results(desk, held):
    verified(desk, held)
    assert missing(desk, held) == ["approval", "publication"]

    second = browser(make.holder(RoleName.APPROVER, over=held.body))
    assert second.post(address(held, "phe-duyet/")).status_code == 302
    assert desk.post(address(held, "cong-bo/")).status_code == 302

    result = Result.objects.get()
    assert (result.number, result.visible_from) == (1, make.AT)
    assert missing(desk, held) == []


def test_who_verified_cannot_approve_alone(desk, held):
    verified(desk, held)
    assert desk.post(address(held, "phe-duyet/")).status_code == 422
    assert not Approval.objects.exists()


def test_a_leaders_signed_document_approves(desk, held):
    verified(desk, held)
    sent = {
        "document_number": "31/QĐ-UBND",
        "document_date": "2021-12-20",
        "signer": "Nguyễn Văn Quang, Chủ tịch",
        "file": SimpleUploadedFile("quyet-dinh.pdf", PDF, "application/pdf"),
    }
    response = desk.post(address(held, "phe-duyet/van-ban/"), sent)

    assert response.status_code == 302, response.content.decode()
    assert Approval.objects.get().document_number == "31/QĐ-UBND"


def test_a_document_of_a_day_to_come_approves_nothing(desk, held):
    verified(desk, held)
    sent = {
        "document_number": "31/QĐ-UBND",
        "document_date": "2099-12-01",
        "signer": "Nguyễn Văn Quang, Chủ tịch",
        "file": SimpleUploadedFile("quyet-dinh.pdf", PDF, "application/pdf"),
    }
    response = desk.post(address(held, "phe-duyet/van-ban/"), sent)
    told = "Ngày của văn bản không được sau hôm nay"
    assert (response.status_code, told in response.content.decode()) == (422, True)
    assert not Approval.objects.exists()


def test_somebody_named_in_the_decision_approves_once_by_link(desk, held, client):
    verified(desk, held)
    sent = {"full_name": "Lê Thị Hoa", "post": "Phó Trưởng Ban", "decision": "12/QĐ-UBND"}
    link = desk.post(address(held, "phe-duyet/thu-moi/"), sent).context["address"]
    path = link.removeprefix("http://testserver")

    assert [desk.get(path).status_code, desk.post(path).status_code] == [422, 422]
    assert not Approval.objects.exists()
    assert "Nguyễn T. A." in client.get(path).content.decode()
    assert "Đã phê duyệt" in client.post(path).content.decode()
    assert Approval.objects.get().invited_name == "Lê Thị Hoa, Phó Trưởng Ban (12/QĐ-UBND)"
    assert client.post(path).status_code == 422


@pytest.mark.parametrize(
    "rest", ["phe-duyet/van-ban/", "phe-duyet/bien-ban/", "phe-duyet/thu-moi/"]
)
def test_an_empty_approval_is_refused(desk, held, rest):
    verified(desk, held)
    assert desk.post(address(held, rest)).status_code == 422
    assert not Approval.objects.exists()


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(None, id="the file left out"),
        pytest.param(b"no scan at all", id="a file of another kind"),
    ],
)
def test_a_refused_approval_keeps_what_was_typed(desk, held, file):
    verified(desk, held)
    sent = {"document_number": "31/QĐ-UBND", "document_date": "2021-12-20", "signer": "Ông Quang"}
    if file:
        sent["file"] = SimpleUploadedFile("quyet-dinh.pdf", file, "application/pdf")
    response = desk.post(address(held, "phe-duyet/van-ban/"), sent)

    page = response.content.decode()
    assert (response.status_code, Approval.objects.count()) == (422, 0)
    for kept in ("31/QĐ-UBND", "2021-12-20", "Ông Quang", "hãy chọn lại tệp", "Kết quả đợt thi"):
        assert kept in page
    assert 'class="notice notice--bad" role="alert"' in page


def test_nothing_is_published_before_it_is_approved(desk, held):
    assert desk.post(address(held, "cong-bo/")).status_code == 422
    assert not Result.objects.exists()


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")])
def test_the_ranking_is_taken_away_masked(desk, held, kind, begins):
    response = desk.get(address(held, f"bang.{kind}"))
    assert response.content.startswith(begins)
    if kind == "csv":
        assert "Nguyễn T. A." in response.content.decode("utf-8-sig")


def test_others_read_and_strangers_find_nothing(held):
    auditor = browser(make.holder(RoleName.AUDITOR, over=held.body))
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))

    assert auditor.get(address(held)).status_code == 200
    assert auditor.post(address(held, "cong-bo/")).status_code == 404
    assert stranger.get(address(held)).status_code == 404
    assert stranger.get(address(held, "bang.csv")).status_code == 404

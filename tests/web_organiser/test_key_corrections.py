"""From a doubtful key to the notice of its correction, on the pages of two people."""

import pytest
from django.urls import reverse

from hoithi.awards import actions as awards
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.questions.models import QuestionVersion
from hoithi.results.models import (
    Approval,
    CorrectionState,
    Draft,
    KeyCorrection,
    LotDrawing,
    Result,
)
from tests import make
from tests.questions import make as builders
from tests.results.keys import AFTER, NAMES, Week
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
SAID = {"deed": "key", "right": ["1"], "reason": "Nghị định 61 đã được sửa đổi"}


@pytest.fixture
def week():
    with clock.pinned(AFTER):
        yield Week()


def proposed(week):
    sent = browser(week.official).post(reverse("key_correct", args=[week.version.pk]), SAID)
    assert sent.status_code == 302, sent.content.decode()
    return KeyCorrection.objects.get()


def page(person, correction):
    return browser(person).get(reverse("key_correction", args=[correction.pk])).content.decode()


def decide(person, correction, **said):
    return browser(person).post(reverse("key_decide", args=[correction.pk]), said)


def test_two_people_correct_a_key_and_the_public_page_says_so(week):
    week.verify(1)
    result = week.published()
    (certificate,) = awards.issue(result, by=week.official, at=AFTER)
    correction = proposed(week)
    shown = page(week.chief, correction)
    assert certificate.code in shown
    assert all(name in shown for name in NAMES[:2])
    assert "Phê duyệt đính chính" not in page(week.official, correction)
    assert decide(week.official, correction, approve="").status_code == 422

    assert decide(week.chief, correction, approve="").status_code == 302
    newest = Result.objects.latest("number")
    assert (newest.number, newest.correction_reason.endswith(SAID["reason"])) == (2, True)
    public = browser(week.chief).get(f"/{week.contest.slug}/ket-qua/{week.round.key}/")
    assert "Kết quả số 2, điều chỉnh kết quả trước đó" in public.content.decode()
    for kind, head in (("docx", b"PK"), ("pdf", b"%PDF")):
        paper = browser(week.chief).get(reverse("key_notice", args=[correction.pk, kind]))
        assert paper.content.startswith(head)


def test_everything_issued_that_names_somebody_concerned_is_listed(week):
    week.published()
    draft = Draft.objects.latest("pk")
    Approval.objects.filter(draft=draft).update(
        document_number="15/QĐ-UBND", document_date=AFTER.date(), signer="Nguyễn Văn Chủ"
    )
    for people in (week.people[:2], week.people[2:]):
        LotDrawing.objects.create(
            contest=week.contest, round=week.round, order=[one.pk for one in people],
            witnesses="Ban Giám sát", by=week.official, at=AFTER,
        )  # fmt: skip
    correction = proposed(week)
    shown = page(week.chief, correction)
    assert "Kết quả số 1, công bố ngày" in shown
    assert "2 người đổi điểm, 2 người đổi thứ hạng, 2 thay đổi về giải" in shown
    assert "Văn bản số 15/QĐ-UBND" in shown
    # Of two drawings one is between people whose place stays.
    assert shown.count("Biên bản bốc thăm ngày") == 1
    assert "quyết định và danh sách tặng giải" in shown


def test_a_correction_that_moves_nobody_lists_no_paper(week):
    week.published()
    sent = browser(week.official).post(
        reverse("key_correct", args=[week.version.pk]), SAID | {"right": ["0", "2"]}
    )
    assert sent.status_code == 302
    assert "đã phát hành" not in page(week.chief, KeyCorrection.objects.get())


def test_the_right_order_is_corrected_on_the_page(week):
    QuestionVersion.objects.filter(pk=week.version.pk).update(kind="ordering")
    week.version.keys.update(right=[0, 1, 2, 3])
    address = reverse("key_correct", args=[week.version.pk])
    desk = browser(week.official)
    assert "Thứ tự của" in desk.get(address).content.decode()
    rows = {f"row_{place}": str(number) for place, number in enumerate((1, 0, 2, 3))}
    twice = desk.post(address, SAID | rows | {"row_1": "1"})
    assert (twice.status_code, KeyCorrection.objects.count()) == (422, 0)
    assert desk.post(address, SAID | rows).status_code == 302
    assert KeyCorrection.objects.get().right == [1, 0, 2, 3]


def test_a_proposal_that_is_none_changes_nothing(week):
    desk, address = browser(week.official), reverse("key_correct", args=[week.version.pk])
    for said in (
        {},
        SAID | {"reason": " "},
        SAID | {"right": []},
        SAID | {"right": ["99"]},
        SAID | {"right": ["1\x00"]},
        SAID | {"deed": "delete"},
        SAID | {"reason": "x" * 1001},
        SAID | {"document_number": "x" * 61},
    ):
        assert desk.post(address, said).status_code == 422, said
    assert KeyCorrection.objects.count() == 0


def homes(week, person):
    """What waits, on the home of the body and on the desk of the contest."""
    desk = browser(person)
    pages = (
        desk.get(reverse("organiser_home", args=[week.contest.body.slug])),
        desk.get(reverse("contest_desk", args=[week.contest.slug])),
    )
    return [page.content.decode() for page in pages]


def test_what_waits_names_the_correction_and_leads_whoever_may_approve_to_it(week):
    week.published()
    correction = proposed(week)
    code, address = correction.version.question.code, f"/dinh-chinh/{correction.pk}/"
    for home in homes(week, week.chief):
        assert f"Câu {code}: đề nghị đổi đáp án" in home
        assert address in home
    for home in homes(week, week.official):
        assert f"Câu {code}: đề nghị đổi đáp án" in home
        assert address not in home
    decide(week.chief, correction, approve="")
    assert not any(address in home for home in homes(week, week.chief))


def test_a_new_explanation_is_kept_with_the_new_key_and_shown_to_who_approves(week):
    week.version.keys.update(explanation="Vì điều 5 ghi Một.")
    said = SAID | {"explanation": "Vì điều 6 ghi Hai."}
    browser(week.official).post(reverse("key_correct", args=[week.version.pk]), said)
    correction = KeyCorrection.objects.get()
    assert "Vì điều 6 ghi Hai." in page(week.chief, correction)
    decide(week.chief, correction, approve="")
    told = list(week.version.keys.order_by("number").values_list("explanation", flat=True))
    assert told == ["Vì điều 5 ghi Một.", "Vì điều 6 ghi Hai."]


def test_who_approves_is_told_that_the_old_explanation_stays(week):
    week.version.keys.update(explanation="Vì điều 5 ghi Một.")
    assert "hãy xem còn khớp đáp án mới không" in page(week.chief, proposed(week))


def test_the_page_of_the_question_tells_its_corrected_key(week):
    correction = proposed(week)
    address = reverse("question_detail", args=[week.version.pk])
    assert "Đáp án đã được đính chính" not in browser(week.official).get(address).content.decode()
    decide(week.chief, correction, approve="")
    shown = browser(week.official).get(address).content.decode()
    assert "từ “A. Một” thành “B. Hai”" in shown
    assert f"{week.official.full_name} đề nghị, {week.chief.full_name} phê duyệt" in shown
    assert reverse("key_correction", args=[correction.pk]) in shown


def test_the_same_word_twice_is_taken_once(week):
    correction = proposed(week)
    assert decide(week.chief, correction, approve="").status_code == 302
    other = make.holder(RoleName.APPROVER, over=week.contest.body)
    assert decide(other, correction, approve="").status_code == 422
    assert week.version.keys.count() == 2


def test_a_proposal_is_not_approved_with_a_reason(week):
    correction = proposed(week)
    assert decide(week.chief, correction, reason=" ").status_code == 422
    decide(week.chief, correction, reason="Đáp án cũ đúng")
    correction.refresh_from_db()
    assert correction.state == CorrectionState.REJECTED
    assert "Đáp án cũ đúng" in page(week.official, correction)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {**SAID, "right": ["9"]},
        {**SAID, "right": []},
        {**SAID, "right": ["0"]},
        {**SAID, "reason": "x" * 2000},
        {**SAID, "deed": "burn"},
    ],
    ids=["empty", "no such option", "no option", "the same key", "too long", "no such deed"],
)
def test_what_is_no_correction_changes_nothing(week, said):
    sent = browser(week.official).post(reverse("key_correct", args=[week.version.pk]), said)
    assert sent.status_code == 422
    assert not KeyCorrection.objects.exists()


def test_a_correction_that_was_carried_out_is_taken_back(week):
    correction = proposed(week)
    decide(week.chief, correction, approve="")
    address = reverse("key_take_back", args=[correction.pk])
    assert browser(week.official).post(address, {"reason": ""}).status_code == 422
    assert browser(week.official).post(address, {"reason": "Nhầm"}).status_code == 302
    back = KeyCorrection.objects.latest("number")
    assert (back.right, back.reverses_id) == ([0], correction.pk)


def test_a_correction_is_offered_for_what_stood_in_a_paper_that_was_sat(week):
    fresh = builders.question(week.version.question.bank, "ZZ-999")
    offer = "Đính chính đáp án đã có người thi"
    for version, offered in ((week.version, True), (fresh, False)):
        shown = browser(week.official).get(reverse("question_detail", args=[version.pk]))
        assert (offer in shown.content.decode()) is offered

"""What the papers of committees say."""

from datetime import date

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.actions import nominations as deeds
from hoithi.campaigns.facts import Addressee
from hoithi.campaigns.queries.nominations import nominations_of
from hoithi.documents.official import Paper, Signature, to_docx, to_pdf
from hoithi.documents.texts.read import read_text
from hoithi.web.organiser.campaigns import committee_papers as papers
from hoithi.web.papers import signature_of
from tests.campaigns.make import campaign
from tests.documents.printed import pages
from tests.make import AT

pytestmark = pytest.mark.django_db
PLAN = (
    "Kế hoạch số 15/KH-UBND ngày 01 tháng 10 năm 2026 của UBND xã Bình Phước về tổ chức Hội nghị "
    "tổng kết chuyên đề thi đua năm 2026"
)


@pytest.fixture
def committee(organiser):
    return campaign(organiser.body).campaign.committees.get()


def said(paper: Paper) -> str:
    return " ".join(read_text(to_docx(paper)).text.split())


def asked(committee, organiser, number: int):
    row = deeds.ask(committee, date(2026, 11, 10), "Bà Hoa", by=organiser, at=AT)
    names = [Addressee(f"Trường số {n + 1}") for n in range(number)]
    deeds.ask_of(row, names, deeds.Wish(2, "member", "01 lãnh đạo"), by=organiser, at=AT)
    return row, nominations_of(row)


def test_the_letter_says_who_names_whom_until_when_and_encloses_the_form(committee, organiser):
    text = said(papers.letter(*asked(committee, organiser, 2)))
    for words in (
        "V/v cử thành viên tham gia Ban Tổ chức Hội nghị",
        "- Trường số 1; - Trường số 2.",
        f"Thực hiện {PLAN}, Ủy ban nhân dân xã An Phú đề nghị",
        "trước hết ngày 10 tháng 11 năm 2026 (qua Bà Hoa)",
        "CHỦ TỊCH",
        "DANH SÁCH Cử thành viên tham gia Ban Tổ chức Hội nghị",
    ):
        assert words in text
    assert text.index("CHỦ TỊCH") < text.index("DANH SÁCH Cử")


def test_many_addressees_stand_in_the_list_only(committee, organiser):
    paper = papers.letter(*asked(committee, organiser, 11))
    assert paper.addressed_to == ("Các cơ quan, đơn vị có tên trong danh sách kèm theo",)


def test_the_reminder_names_who_has_not_answered(committee, organiser):
    text = said(papers.reminder(*asked(committee, organiser, 2)))
    assert "Đến nay 02 cơ quan, đơn vị sau chưa gửi danh sách: 1. Trường số 1;" in text
    assert "hạn trả lời ngày 10 tháng 11 năm 2026" in text


def test_the_decision_lists_members_by_title_and_tasks(committee, organiser):
    told = NewMember("Nguyễn Thị An", "Chủ tịch UBND xã", "head")
    actions.add_member(committee, told, by=organiser, at=AT)
    duties = "Xây dựng thể lệ;\n- Tổng kết, khen thưởng."
    actions.change_committee(committee, committee.name, "jury", duties, by=organiser, at=AT)
    text = said(papers.decision(committee))
    for words in (
        "QUYẾT ĐỊNH Về việc thành lập Ban Tổ chức Hội nghị",
        f"Căn cứ {PLAN};",
        "1. Ông (bà) Nguyễn Thị An, Chủ tịch UBND xã - Trưởng ban.",
        "- Xây dựng thể lệ; - Tổng kết, khen thưởng.",
        "chịu trách nhiệm thi hành Quyết định này./.",
    ):
        assert words in text


def test_a_large_committee_is_listed_after_the_signature(committee, organiser):
    for letter in "ABCDEGHIKLMNP":
        actions.add_member(committee, NewMember(f"Lê Văn {letter}"), by=organiser, at=AT)
    paper = papers.decision(committee)
    assert "Điều 1. Thành lập Ban Tổ chức Hội nghị (danh sách kèm theo)." in said(paper)
    assert "Lê Văn P" in pages(to_pdf(paper))[-1]


def test_an_empty_committee_has_blanks_to_fill_in(committee):
    assert "1. …………" in said(papers.decision(committee))


@pytest.mark.parametrize(
    ("issuer", "signature"),
    [
        ("UBND xã An Phú", Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Sở Nội vụ", Signature(title="GIÁM ĐỐC")),
        ("Trường THPT Số 1", Signature(title="HIỆU TRƯỞNG")),
        ("Đảng ủy xã An Phú", Signature(title="…………")),
    ],
)
def test_the_head_of_a_known_authority_signs(issuer, signature):
    assert signature_of(issuer) == signature

"""Questions of other systems come into the bank for review, or are named."""

import pytest

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Problem
from hoithi.documents.questions.words import words_of
from hoithi.kit import clock
from hoithi.questions import actions
from hoithi.questions.models import Bank, QuestionVersion
from tests import make

pytestmark = pytest.mark.django_db
BESIDE = actions.Beside("Chuyển đổi số", "medium", "61/2018/NĐ-CP", "cau-hoi.txt")
GOOD = """::Một::Nơi nhận <b>hồ sơ</b>?{=Một cửa ~Nhà riêng}

Chọn hai.{~%50%Có ~%50%Cũng có ~%-100%Không}

Trả đúng hạn.{T}

Tên gọi?{=Một cửa =Bộ phận Một cửa =%50%Cửa ~}
"""
SHARED = {"places": [0, 1], "weights": ["50", "50", "-100"]}
READING = "\n::Chỉ đọc::Đọc kỹ rồi trả lời.\n"


@pytest.fixture
def bank() -> Bank:
    body = make.body()
    return actions.create_bank(body, "Ngân hàng", by=None, at=clock.now())


def _take(bank, text, *, partly=False):
    reading = read_questions(text.encode())
    return actions.take_foreign(bank, reading, BESIDE, partly=partly, by=None, at=clock.now())


def test_good_questions_wait_for_review_with_their_basis(bank):
    assert _take(bank, GOOD.replace(" ~}", "}")) == actions.Taken(4, ())
    told = [
        (version.kind, version.stem, version.options, version.keys.get().right, version.state)
        for version in QuestionVersion.objects.order_by("question__code")
    ]
    assert told == [
        ("single", "Nơi nhận **hồ sơ**?", ["Một cửa", "Nhà riêng"], [0], "proposed"),
        ("multiple", "Chọn hai.", ["Có", "Cũng có", "Không"], SHARED, "proposed"),
        ("true_false", "Trả đúng hạn.", [], True, "proposed"),
        ("short_text", "Tên gọi?", [], ["Một cửa", "Bộ phận Một cửa"], "proposed"),
    ]
    assert {version.document_number for version in QuestionVersion.objects.all()} == {
        "61/2018/NĐ-CP"
    }


def test_what_the_bank_does_not_take_is_named_and_the_rest_waits_to_be_asked_for(bank):
    text = GOOD.replace(" ~}", "}") + READING
    with pytest.raises(actions.NothingTaken) as refused:
        _take(bank, text)
    assert [(one.name, one.problem) for one in refused.value.left] == [
        ("Chỉ đọc", Problem.NOT_SUPPORTED)
    ]
    assert QuestionVersion.objects.count() == 0
    taken = _take(bank, text, partly=True)
    assert (taken.written, len(taken.left)) == (4, 1)


def test_a_file_of_which_nothing_can_be_taken_changes_nothing(bank):
    with pytest.raises(actions.NothingTaken):
        _take(bank, READING, partly=True)
    assert bank.questions.count() == 0


def test_the_same_file_again_adds_nothing(bank):
    text = GOOD.replace(" ~}", "}")
    assert [_take(bank, text).written, _take(bank, f"{text}\n{text}").written] == [4, 0]
    codes = list(bank.questions.order_by("code").values_list("code", flat=True))
    assert codes == [f"CH-{number:03d}" for number in range(1, 5)]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>Một &amp; hai</p><p>Ba</p>", "Một & hai\nBa"),
        ("a < b và b > c", "a < b và b > c"),
        ("<script>alert(1)</script>Hỏi", "alert(1)Hỏi"),
        ("Dòng<br/>dưới", "Dòng\ndưới"),
    ],
)
def test_markup_becomes_plain_words(markup, words):
    assert words_of(markup) == words

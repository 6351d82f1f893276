"""Every kind of question on a printed paper, and what is right in the letters of its code."""

from decimal import Decimal

import pytest

from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import Answer, Criterion
from hoithi.documents.exam import ExamPicture
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.queries.printed import CodeLine, PrintedCode
from hoithi.web.organiser.hall.exams import asked
from hoithi.web.organiser.hall.key_table import right_shown


def line(kind: str, order: tuple[int, ...], **facts: object) -> CodeLine:
    """A question of the kind at place 7, its options in this order."""
    version = QuestionVersion(kind=kind, stem="Câu hỏi?", **facts)
    return CodeLine(7, version, PaperLine(1, order))


ABC = ["một", "hai", "ba"]
SINGLE = line("single", (2, 0, 1), options=ABC)
MULTIPLE = line("multiple", (2, 0, 1), options=ABC)
STATED = line("true_false", (0, 1))
SHORT = line("short_text", ())
NUMBER = line("number", ())
MATCHING = line("matching", (1, 3, 0, 2), options=ABC, targets=["a", "b", "c", "d"])
ORDERING = line("ordering", (2, 0, 1), options=ABC)
ESSAY = line("essay", (), longest=800)


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        pytest.param(SINGLE, Answer(places=frozenset({0})), "B", id="one"),
        pytest.param(MULTIPLE, Answer(places=frozenset({0, 2})), "A, B", id="several"),
        pytest.param(STATED, Answer(is_true=False), "B", id="false"),
        pytest.param(
            SHORT, Answer(accepted=("một cửa", "Một cửa")), "một cửa / Một cửa", id="text"
        ),
        pytest.param(
            NUMBER,
            Answer(value=Decimal("12.5"), tolerance=Decimal("0.1")),
            "12,5 ± 0,1",
            id="about",
        ),
        pytest.param(NUMBER, Answer(value=Decimal(7)), "7", id="exactly"),
        pytest.param(MATCHING, Answer(pairs=(0, 1, 3)), "A – 3; B – 1; C – 2", id="pairs"),
        pytest.param(ORDERING, Answer(order=(0, 1, 2)), "B → C → A", id="order"),
        pytest.param(
            ESSAY, Answer(rubric=(Criterion("Ý", Decimal(2)),)), "Theo hướng dẫn chấm", id="essay"
        ),
    ],
)
def test_what_is_right_in_the_letters_of_this_code(question, answer, right):
    assert right_shown(question, answer) == right


def test_how_each_kind_is_answered_on_paper():
    shown = {one.version.kind: asked(one, {}) for one in (SINGLE, MULTIPLE, SHORT, ORDERING, ESSAY)}
    assert shown["single"].options == ("ba", "một", "hai")
    assert (shown["single"].remark, shown["single"].answer) == ("", "")
    assert shown["multiple"].remark == "(Chọn tất cả phương án đúng)"
    assert shown["short_text"].answer.startswith("Trả lời: ……")
    assert shown["ordering"].answer == "Thứ tự đúng: …… → …… → ……"
    assert shown["essay"].remark == "(Không quá 800 từ)"


def test_matched_options_keep_their_order_and_targets_have_that_of_the_code():
    shown = asked(MATCHING, {})
    assert (shown.options, shown.targets) == (("một", "hai", "ba"), ("b", "d", "a", "c"))
    assert shown.answer == "Ghép: A – ……;  B – ……;  C – ……"


def test_a_picture_is_printed_where_its_bytes_are_known():
    picture = ExamPicture("so-do.png", b"", "Sơ đồ")
    media = [{"digest": "ab", "name": "so-do.png", "kind": "image", "description": "Sơ đồ"}]
    one = line("single", (0, 1, 2), options=ABC, media=media)
    assert asked(one, {"ab": picture}).pictures == (picture,)
    assert asked(one, {}).pictures == ()


def test_papers_of_one_shape_share_an_answer_sheet():
    one = PrintedCode("101", (SINGLE, MULTIPLE, SHORT, ESSAY))
    other = PrintedCode("102", (MULTIPLE, SINGLE, NUMBER, ESSAY))
    assert one.shape == other.shape == ((0, 2), (1, 1), (2, 1))
    assert PrintedCode("103", (SINGLE, SHORT)).shape == ((0, 1), (1, 1))

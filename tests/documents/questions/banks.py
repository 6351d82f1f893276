"""Questions of every kind, with texts that look like marks of every format."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import (
    Answer,
    Criterion,
    Diacritics,
    LegalBasis,
    QuestionKind,
    QuestionText,
)
from hoithi.core.questions.rows import read_question
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean, clean_lines
from hoithi.documents.questions.notes import Outgoing
from hoithi.questions.facts import COLUMNS, table_row

_PIECES = (
    *(
        "Câu 2. ",
        "Câu 3",
        "A. ",
        " B. ",
        "c) ",
        "Đáp án: A",
        "ĐÁP ÁN",
        "*",
        "**đậm**",
        "1. ",
        "2) ",
    ),
    *(
        "{=a ~b}",
        "{",
        "}",
        "::",
        "#",
        "~%50%",
        "=",
        "\\",
        "\\n",
        "->",
        "####",
        "// hoithi: {}",
        "$",
    ),
    *(
        "<b>",
        "</p>",
        "<br>",
        "&amp;",
        "&",
        "]]>",
        "<!--",
        "-->",
        '"',
        "'",
        "Lĩnh vực: X",
        "Căn cứ: Y",
    ),
    *(
        "hồ sơ",
        "Một cửa",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "I. MỤC",
        "1 2 3",
        "A B",
        "ANSWER: A",
        " | ",
        "|",
        "12,5",
        "\u2028",
    ),
)
_TEXT = st.lists(st.sampled_from(_PIECES) | st.characters(), min_size=1, max_size=6).map("".join)
_DAYS = st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1))


def _cleaned(text: str, of_lines: bool) -> str:
    try:
        return clean_lines(text) if of_lines else clean(text)
    except ControlCharacterRefused:
        return ""


LINES = _TEXT.map(lambda text: _cleaned(text, True)).filter(bool)
LINE = _TEXT.map(lambda text: _cleaned(text, False)).filter(bool)
_OPTIONS = st.lists(
    LINES, min_size=2, max_size=5, unique_by=lambda one: " ".join(one.lower().split())
)
_NUMBERS = st.decimals(-1000, 1000, places=2)


@st.composite
def _keyed(draw: Any, kind: QuestionKind) -> tuple[dict[str, Any], Answer]:
    options = draw(_OPTIONS)
    places = st.permutations(range(len(options)))
    match kind:
        case QuestionKind.SINGLE:
            key = Answer(places=frozenset(draw(places)[:1]))
        case QuestionKind.MULTIPLE:
            key = Answer(places=frozenset(draw(places)[:2]))
        case QuestionKind.MATCHING:
            targets = draw(_OPTIONS)
            pairs = draw(
                st.lists(
                    st.integers(0, len(targets) - 1), min_size=len(options), max_size=len(options)
                )
            )
            return {"options": tuple(options), "targets": tuple(targets)}, Answer(
                pairs=tuple(pairs)
            )
        case QuestionKind.ORDERING:
            key = Answer(order=tuple(draw(places)))
        case _:
            return draw(_without_options(kind))
    return {"options": tuple(options), "anchored": frozenset(draw(places)[:1])}, key


@st.composite
def _without_options(draw: Any, kind: QuestionKind) -> tuple[dict[str, Any], Answer]:
    match kind:
        case QuestionKind.TRUE_FALSE:
            return {}, Answer(is_true=draw(st.booleans()))
        case QuestionKind.SHORT_TEXT:
            accepted = draw(st.lists(LINE, min_size=1, max_size=3, unique=True))
            return {}, Answer(
                accepted=tuple(accepted), diacritics=draw(st.sampled_from(Diacritics))
            )
        case QuestionKind.NUMBER:
            return {}, Answer(value=draw(_NUMBERS), tolerance=abs(draw(_NUMBERS)))
        case QuestionKind.ESSAY:
            rubric = draw(st.lists(st.builds(Criterion, LINE, st.just(Decimal(4))), max_size=2))
            return {"longest": draw(st.integers(0, 500))}, Answer(rubric=tuple(rubric))
        case _:
            return {}, Answer()


@st.composite
def questions(draw: Any) -> Outgoing:
    """A question that the officials' table itself reads back unchanged."""
    kind = draw(st.sampled_from(QuestionKind))
    told, answer = draw(_keyed(kind))
    basis = LegalBasis(draw(LINE)[:60].strip(), draw(LINE), "3", "1", draw(_DAYS))
    text = QuestionText(
        kind=kind, stem=draw(LINES), field="one-stop", difficulty="hard", basis=basis, **told
    )
    answer = Answer(**{**vars(answer), "explanation": draw(st.just("") | LINE)})
    code = draw(st.from_regex(r"[A-Z]{2}-[0-9]{3}", fullmatch=True))
    row = table_row(code, text, answer)
    read = read_question(0, row)
    assume((read.question, read.answer) == (text, answer) and not faults(text, answer))
    return Outgoing(code, row, text, answer)


def come_back(row: dict[str, str]) -> tuple[str, QuestionText | None, Answer]:
    """What the bank makes of a line that was read from a file."""
    read = read_question(0, dict.fromkeys((column.key for column in COLUMNS), "") | row)
    return read.code, read.question, read.answer

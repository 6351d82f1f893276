"""Any question goes through the table, and through the rows of the database, unchanged."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import (
    Answer,
    Criterion,
    Diacritics,
    LegalBasis,
    Media,
    MediaKind,
    QuestionKind,
    QuestionText,
)
from hoithi.core.questions.rows import read_question
from hoithi.documents.spreadsheets import read_table, write_table
from hoithi.questions.facts import (
    COLUMNS,
    answer_of,
    columns_of,
    fill,
    right_as_stored,
    table_row,
    text_of,
)
from hoithi.questions.models import AnswerKey, QuestionVersion

WORDS = st.sampled_from(["Bộ phận Một cửa", "a | b", "x = 2", "**đậm** và *nghiêng*", "≥ 5 %"])
NUMBERS = st.decimals("-1e6", "1e6", places=3)
MEDIA = st.builds(
    Media,
    st.sampled_from(["0f" * 32, "9a" * 32]),
    st.just("so-do.png"),
    st.sampled_from(MediaKind),
    WORDS,
)


def _texts(least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    lines = st.builds(lambda a, b, n: f"{a}\n{b} {n}", WORDS, WORDS, st.integers(0, 999))
    unique = st.lists(lines, min_size=least, max_size=most, unique_by=str.lower)
    return unique.map(tuple)


@st.composite
def questions(draw: st.DrawFn) -> tuple[QuestionText, Answer]:
    kind = draw(st.sampled_from(QuestionKind))
    listed = kind in {"single", "multiple", "matching", "ordering"}
    options = draw(_texts(3, 8)) if listed else ()
    targets = draw(_texts(2, 10)) if kind is QuestionKind.MATCHING else ()
    text = QuestionText(
        kind=kind,
        stem=draw(_texts(1, 1))[0],
        field="procedures",
        difficulty="hard",
        options=options,
        targets=targets,
        basis=LegalBasis(number="61/2018/NĐ-CP"),
        media=tuple(draw(st.lists(MEDIA, max_size=2))),
        longest=draw(st.integers(0, 3000)) if kind is QuestionKind.ESSAY else 0,
    )
    return text, draw(_answers(kind, len(options), len(targets)))


def _answers(kind: QuestionKind, options: int, targets: int) -> st.SearchStrategy[Answer]:
    weights = (Decimal(100), Decimal("33.3"), *[Decimal(-50)] * (options - 2))
    pair = st.integers(0, max(0, targets - 1))
    rubric = st.builds(Criterion, WORDS, st.decimals("0.25", "20", places=2))
    return {
        QuestionKind.SINGLE: st.builds(
            Answer, places=st.just(frozenset({0})), weights=st.sampled_from([(), weights])
        ),
        QuestionKind.MULTIPLE: st.just(Answer(places=frozenset({0, options - 1}))),
        QuestionKind.TRUE_FALSE: st.builds(Answer, is_true=st.booleans()),
        QuestionKind.NUMERIC: st.just(Answer()),
        QuestionKind.SHORT_TEXT: st.builds(
            Answer,
            accepted=st.lists(WORDS, min_size=1, max_size=3).map(tuple),
            diacritics=st.sampled_from(Diacritics),
        ),
        QuestionKind.NUMBER: st.builds(Answer, value=NUMBERS, tolerance=NUMBERS.map(abs)),
        QuestionKind.MATCHING: st.builds(
            Answer, pairs=st.lists(pair, min_size=options, max_size=options).map(tuple)
        ),
        QuestionKind.ORDERING: st.builds(Answer, order=st.permutations(range(options)).map(tuple)),
        QuestionKind.ESSAY: st.builds(Answer, rubric=st.lists(rubric, max_size=3).map(tuple)),
    }[kind]


@settings(max_examples=150)
@given(questions())
def test_the_line_of_a_question_reads_back_as_it(case):
    text, answer = case
    assert faults(text, answer) == []
    read = read_question(5, table_row("CH-1", text, answer))
    assert (read.question, read.answer, read.faults) == (text, answer, ())


@settings(max_examples=60)
@given(questions())
def test_a_question_is_stored_and_read_again(case):
    text, answer = case
    version = fill(QuestionVersion(), text)
    key = AnswerKey(right=right_as_stored(text.kind, answer), explanation=answer.explanation)
    assert (text_of(version), answer_of(text.kind, key)) == (text, answer)


@pytest.mark.parametrize("spaces", ["", "\n"])
def test_a_spreadsheet_keeps_the_lines_of_a_stem(spaces):
    text = QuestionText(
        QuestionKind.ESSAY, f"Dòng **một**{spaces}\n- dòng hai", "procedures", "easy", longest=300
    )
    rows = [table_row("CH-1", text, Answer())]
    columns = columns_of(rows)
    data = write_table("A", columns, [[row[one.key] for one in columns] for row in rows])
    found = read_table(data, "a.xlsx", COLUMNS).rows[0]
    assert read_question(found.line, found.values).question == text

"""Questions as a Word document that officials read, with the table of answers at its end."""

import re
from collections.abc import Iterator, Sequence

from hoithi.core.questions.rows import OPTION_COLUMNS
from hoithi.documents.official.docx_parts import is_drawable
from hoithi.documents.official.records import Block, Heading, Paper, Picture, Table, Text
from hoithi.documents.official.to_docx import to_docx
from hoithi.documents.questions.notes import Outgoing
from hoithi.documents.questions.official_labels import BETWEEN, LABELS
from hoithi.documents.questions.official_lines import ALIKE_LETTERS, GOES_ON, GUARD

_TOGETHER = (
    ("code", "kind", "field", "topic", "difficulty", "audience"),
    ("document_number", "document_title", "article", "clause", "document_date"),
    ("in_force_from", "in_force_to", "checked_on"),
)
"""Labels that stand on one line."""
_TAKEN_FOR_MORE = re.compile(
    r"(?i:câu|đáp|bảng|phần|trả lời|chọn|căn cứ|cơ sở|nguồn|theo|trích|lĩnh|chủ|chuyên|chương|mục|"
    r"nội dung)|(?:ĐA|Đ/A)|[*✓✔√=(]|[IVX\d]|[^:\n]{2,40}:"
    rf"|\(?[A-Ia-i{ALIKE_LETTERS}]\s?[.)/:\-–]"
)
_WITHIN = re.compile(rf"(?<=\s)(?=[*✓✔√]?\s?\(?[A-Ha-h{ALIKE_LETTERS}]\s?[.)/])")


def docx_file(title: str, issuer: str, questions: Sequence[Outgoing]) -> bytes:
    """The document; the reader of officials' questions reads the same questions from it."""
    blocks: list[Block] = []
    for number, one in enumerate(questions, start=1):
        blocks += _question(number, one)
    rows = [(str(n), guarded(one.row.get("right", ""))) for n, one in enumerate(questions, start=1)]
    answers = Table(("Câu", "Đáp án"), rows, widths=(1, 5))
    paper = Paper(
        kind="NGÂN HÀNG CÂU HỎI",
        subject=guarded(title),
        issuer=issuer,
        blocks=tuple(blocks),
        enclosed=(Heading("BẢNG ĐÁP ÁN"), answers),
    )
    return to_docx(paper)


def _question(number: int, question: Outgoing) -> Iterator[Block]:
    row = question.row
    yield Text(f"Câu {number}. {guarded(row.get('stem', ''))}", "left", bold=True)
    described = {one.name: one.description for one in question.text.media}
    for file in question.files:
        if is_drawable(file.data):
            yield Picture(file.data, described.get(file.name, ""))
    options = [row[key] for key in OPTION_COLUMNS if row.get(key)]
    for letter, words in zip("ABCDEFGH", options, strict=False):
        yield Text(f"{letter}. {guarded(words)}", "left")
    alone = tuple((key,) for key in LABELS if not any(key in line for line in _TOGETHER))
    for keys in (*_TOGETHER, *alone):
        if told := [_labelled(key, row[key]) for key in keys if row.get(key)]:
            yield Text(BETWEEN.join(told), "left", italic=True)


def _labelled(key: str, words: str) -> str:
    told = words.replace("|", f"{GUARD}|{GUARD}").replace("\n", f"\n{GOES_ON}")
    return f"{LABELS[key][0]}: {told}"


def guarded(words: str) -> str:
    """The words with a sign that shows nothing where they could be taken for marks."""
    return "\n".join(map(_line, words.split("\n"))) if words else ""


def _line(line: str) -> str:
    told = _WITHIN.sub(GUARD, line)
    if not told or _TAKEN_FOR_MORE.match(told):
        told = f"{GUARD}{told}"
    return f"{told}{GUARD}" if told.endswith("*") else told

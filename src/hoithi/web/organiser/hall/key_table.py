"""The table of keys of all codes of a print (đáp án các mã đề), for those who mark by hand."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from string import ascii_uppercase

from django.utils.translation import gettext as _

from hoithi.core.questions.numbers import number_text
from hoithi.core.questions.records import Answer, QuestionKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.official import Paper, Table, Text, to_docx, to_pdf
from hoithi.documents.spreadsheets import Column, Kind, write_table
from hoithi.questions.facts import answer_of
from hoithi.questions.models import AnswerKey
from hoithi.sittings.models import PaperPool
from hoithi.sittings.queries.printed import CodeLine, PrintedCode, keys_of_codes

_CODES_IN_A_TABLE = 8


def key_files(pool: PaperPool, codes: Sequence[PrintedCode]) -> Iterator[tuple[str, bytes]]:
    """The table as .docx, PDF and .xlsx."""
    rows = key_rows(codes)
    paper = _paper(pool, codes, rows)
    yield "dap-an/dap-an-cac-ma-de.docx", to_docx(paper)
    yield "dap-an/dap-an-cac-ma-de.pdf", to_pdf(paper)
    columns = [Column("place", (_("Câu"),), kind=Kind.TEXT)]
    columns += [Column(one.code, (_("Mã đề %s") % one.code,), kind=Kind.TEXT) for one in codes]
    table = write_table(_("Đáp án các mã đề"), columns, rows, (_title(pool),))
    yield "dap-an/dap-an-cac-ma-de.xlsx", table


def key_rows(codes: Sequence[PrintedCode]) -> list[list[str]]:
    """For each place what is right in each code: letters, words, a number."""
    keys = keys_of_codes(list(codes))
    count = max((len(code.lines) for code in codes), default=0)
    return [
        [str(place + 1), *(_right(code.lines[place], keys) for code in codes)]
        for place in range(count)
    ]


def _right(line: CodeLine, keys: Mapping[int, AnswerKey]) -> str:
    key = keys.get(line.version.pk)
    if key is None:
        return "–"
    if key.withdrawn:
        return _("Hủy")
    return right_shown(line, answer_of(QuestionKind(line.version.kind), key))


def right_shown(line: CodeLine, answer: Answer) -> str:
    """What is right on this paper: letters as this code has them, words, a number, pairs."""
    letters = {
        option: letter for letter, option in zip(ascii_uppercase, line.line.options, strict=False)
    }
    match QuestionKind(line.version.kind):
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return ", ".join(sorted(letters[place] for place in answer.places))
        case QuestionKind.TRUE_FALSE:
            return letters[0 if answer.is_true else 1]
        case QuestionKind.SHORT_TEXT | QuestionKind.NUMERIC:
            return " / ".join(answer.accepted)
        case QuestionKind.NUMBER:
            within = f" ± {number_text(answer.tolerance)}" if answer.tolerance else ""
            return f"{number_text(answer.value or Decimal(0))}{within}"
        case QuestionKind.MATCHING:
            shown = {target: number for number, target in enumerate(line.line.options, 1)}
            pairs = zip(ascii_uppercase, answer.pairs, strict=False)
            return "; ".join(f"{letter} – {shown[target]}" for letter, target in pairs)
        case QuestionKind.ORDERING:
            return " → ".join(letters[place] for place in answer.order)
        case QuestionKind.ESSAY:
            return _("Theo hướng dẫn chấm")


def _title(pool: PaperPool) -> str:
    return f"{pool.round.contest.title}: {pool.round.title}"


def _paper(pool: PaperPool, codes: Sequence[PrintedCode], rows: list[list[str]]) -> Paper:
    body = pool.round.contest.body
    warning = _("Dành cho Hội đồng chấm thi. Giữ niêm phong đến khi thu xong bài.")
    tables = [
        _table(codes, rows, first) for first in range(0, max(len(codes), 1), _CODES_IN_A_TABLE)
    ]
    return Paper(
        kind=_("ĐÁP ÁN CÁC MÃ ĐỀ"),
        subject=_title(pool),
        issuer=body.name,
        superior=body.superior,
        place=body.place,
        signed_on=local_day(pool.sealed_at),
        blocks=(Text(warning, align="center", italic=True), *tables),
    )


def _table(codes: Sequence[PrintedCode], rows: list[list[str]], first: int) -> Table:
    some = codes[first : first + _CODES_IN_A_TABLE]
    chosen = [[row[0], *row[1 + first : 1 + first + len(some)]] for row in rows]
    return Table(
        headings=(_("Câu"), *(_("Mã %s") % one.code for one in some)),
        rows=chosen,
        widths=(1, *(2 for _one in some)),
    )

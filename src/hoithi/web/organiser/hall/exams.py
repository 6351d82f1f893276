"""A print for a hall as files: every code, the answer sheets, and where asked the table of keys."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from hoithi.contests.queries import rules_of_round
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for, parts_in
from hoithi.core.vietnamese.numbers import dotted
from hoithi.documents.exam import (
    AnswerSheet,
    ExamHead,
    ExamPaper,
    ExamPicture,
    ExamQuestion,
    ExamSection,
    SheetSection,
    exam_docx,
    exam_pdf,
    sheet_docx,
    sheet_pdf,
)
from hoithi.sittings.facts.sections import ExamPart
from hoithi.sittings.models import PaperPool
from hoithi.sittings.queries.printed import CodeLine, PrintedCode, codes_of, pictures_of
from hoithi.web.organiser.hall.key_table import key_files
from hoithi.wording.room import prediction_question

Pictures = Mapping[str, ExamPicture]
"""By their hash."""
_LEAST_LETTERS = 4
_ESSAY_LINES = 24
_SAME_DAY = (2000, 1, 1, 0, 0, 0)
"""Of every file in the archive, so that the same print gives the same archive."""


@dataclass(frozen=True)
class Exam:
    """What a print consists of."""

    papers: tuple[ExamPaper, ...]
    sheets: tuple[AnswerSheet, ...]


def exam_of(pool: PaperPool, codes: Sequence[PrintedCode]) -> Exam:
    """The papers and answer sheets of a print."""
    rules = rules_of_round(pool.round, at=pool.sealed_at)
    paper = paper_for(rules, pool.round.key, pool.group or None, pool.part_key)
    several = sum(isinstance(one, PaperPart) for one in parts_in(rules, pool.round.key)) > 1
    body = pool.round.contest.body
    head = ExamHead(
        issuer=body.name,
        superior=body.superior,
        contest=pool.round.contest.title,
        round=pool.round.title,
        part=paper.title if several else "",
        minutes=paper.minutes,
    )
    last = prediction_question(paper.prediction) if paper.prediction else ""
    stored = pictures_of(list(codes), body.pk)
    pictures = {
        digest: ExamPicture(one.name, one.data, one.description) for digest, one in stored.items()
    }
    papers = tuple(ExamPaper(head, one.code, _sections(one, pictures), last) for one in codes)
    return Exam(papers, tuple(_sheets(head, codes, predicts=bool(last))))


def _titles(code: PrintedCode) -> dict[ExamPart, str]:
    """The headings of the parts; none where the paper has one part only."""
    words = {
        ExamPart.CHOICES: _("Câu hỏi trắc nghiệm"),
        ExamPart.SHORT: _("Câu hỏi trả lời ngắn, ghép đôi, sắp xếp"),
        ExamPart.ESSAYS: _("Câu hỏi tự luận"),
    }
    there = [part for part, _count in code.shape]
    if len(there) == 1:
        return {there[0]: ""}
    numbered = zip(("I", "II", "III"), there, strict=False)
    return {part: f"PHẦN {number}. {words[part]}" for number, part in numbered}


def _sections(code: PrintedCode, pictures: Pictures) -> tuple[ExamSection, ...]:
    titles = _titles(code)
    return tuple(
        ExamSection(titles[part], tuple(asked(line, pictures) for line in lines))
        for part, lines in groupby(code.lines, key=lambda line: line.part)
    )


def asked(line: CodeLine, pictures: Pictures) -> ExamQuestion:
    """A question as it is printed, with its pictures and the place for the answer."""
    version = line.version
    shown = [pictures[one["digest"]] for one in version.media if one["digest"] in pictures]
    question = ExamQuestion(line.place, version.stem, line.options, line.targets, tuple(shown))
    match QuestionKind(version.kind):
        case QuestionKind.MULTIPLE:
            return replace(question, remark=_("(Chọn tất cả phương án đúng)"))
        case QuestionKind.MATCHING:
            blanks = ";  ".join(f"{letter} – ……" for letter, _text in question.lettered)
            return replace(question, answer=_("Ghép: %(blanks)s") % {"blanks": blanks})
        case QuestionKind.ORDERING:
            blanks = " → ".join("……" for _option in line.options)
            return replace(question, answer=_("Thứ tự đúng: %(blanks)s") % {"blanks": blanks})
        case QuestionKind.ESSAY if version.longest:
            limit = _("(Không quá %(words)s từ)") % {"words": dotted(version.longest)}
            return replace(question, remark=limit)
        case QuestionKind.SHORT_TEXT | QuestionKind.NUMBER | QuestionKind.NUMERIC:
            return replace(question, answer=_("Trả lời: %(blank)s") % {"blank": "…" * 20})
        case _:
            return question


def _sheets(
    head: ExamHead, codes: Sequence[PrintedCode], *, predicts: bool
) -> Iterator[AnswerSheet]:
    """One sheet for all codes of the same shape."""
    shapes: dict[object, list[PrintedCode]] = {}
    for code in codes:
        shapes.setdefault(code.shape, []).append(code)
    for same in shapes.values():
        named = tuple(one.code for one in same) if len(shapes) > 1 else ()
        yield AnswerSheet(head, tuple(_places(same)), named, predicts)


def _places(codes: Sequence[PrintedCode]) -> Iterator[SheetSection]:
    first, titles = 1, _titles(codes[0])
    for part, count in codes[0].shape:
        last = first + count - 1
        circles = part is ExamPart.CHOICES
        widest = max(len(line.options) for code in codes for line in code.in_part(part))
        yield SheetSection(
            title=titles[part],
            first=first,
            last=last,
            letters=max(widest, _LEAST_LETTERS) if circles else 0,
            lines=_ESSAY_LINES if part is ExamPart.ESSAYS else 1,
        )
        first = last + 1


def exam_archive(pool: PaperPool, *, with_keys: bool) -> bytes:
    """The .zip of a print. Keys are in a folder of their own, and only where they are asked for."""
    codes = codes_of(pool)
    exam = exam_of(pool, codes)
    files = [*_paper_files(exam), *_sheet_files(exam)]
    if with_keys:
        files += key_files(pool, codes)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, _SAME_DAY), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _paper_files(exam: Exam) -> Iterator[tuple[str, bytes]]:
    for paper in exam.papers:
        yield f"de-thi/de-{paper.code}.docx", exam_docx(paper)
        yield f"de-thi/de-{paper.code}.pdf", exam_pdf(paper)


def _sheet_files(exam: Exam) -> Iterator[tuple[str, bytes]]:
    for sheet in exam.sheets:
        named = f"-{sheet.codes[0]}" if sheet.codes else ""
        yield f"phieu-tra-loi/phieu-tra-loi{named}.docx", sheet_docx(sheet)
        yield f"phieu-tra-loi/phieu-tra-loi{named}.pdf", sheet_pdf(sheet)

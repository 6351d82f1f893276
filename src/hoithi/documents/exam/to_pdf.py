"""Papers of a code and answer sheets as PDF, by the layouts of the press."""

import base64
from dataclasses import asdict
from typing import Any

from hoithi.core.questions.marked import pieces
from hoithi.documents.exam.records import AnswerSheet, ExamPaper, ExamPicture, ExamQuestion
from hoithi.documents.typeset.press import pdf

_ON_A_PAGE = 8


def exam_pdf(paper: ExamPaper) -> bytes:
    """The PDF of a paper: "Trang 1/4 – Mã đề 101" below, no question split between pages."""
    sections = [
        {"title": one.title, "questions": [_question(each) for each in one.questions]}
        for one in paper.sections
    ]
    data = {
        "head": asdict(paper.head),
        "code": paper.code,
        "sections": sections,
        "prediction": _marked(paper.prediction),
    }
    count = sum(1 for _ in paper.questions())
    return pdf("exam.typ", data, pages=count // _ON_A_PAGE + 1)


def sheet_pdf(sheet: AnswerSheet) -> bytes:
    """The PDF of an answer sheet."""
    data = {
        "head": asdict(sheet.head),
        "codes": sheet.codes,
        "predicts": sheet.predicts,
        "sections": [asdict(one) for one in sheet.sections],
    }
    return pdf("answer_sheet.typ", data)


def _question(question: ExamQuestion) -> dict[str, Any]:
    return {
        "place": question.place,
        "stem": _marked(question.stem),
        "options": [_marked(option) for option in question.options],
        "targets": [_marked(target) for target in question.targets],
        "pictures": [
            {"svg": _as_svg(one), "description": one.description} for one in question.pictures
        ],
        "remark": question.remark,
        "answer": question.answer,
        "lines": question.lines,
    }


def _as_svg(picture: ExamPicture) -> str:
    """The picture inside an SVG of its own size: data travel to the press as text."""
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
    wide, high = picture.size
    coded = base64.b64encode(picture.data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">'
        f'<image width="{wide}" height="{high}" href="data:image/{kind};base64,{coded}"/></svg>'
    )


def _marked(text: str) -> list[dict[str, Any]]:
    return [asdict(piece) for piece in pieces(text)]

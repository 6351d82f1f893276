"""Papers printed for a hall: the paper of a code, the answer sheet; as .docx and as PDF."""

from hoithi.documents.exam.records import (
    AnswerSheet,
    ExamHead,
    ExamPaper,
    ExamPicture,
    ExamQuestion,
    ExamSection,
    SheetSection,
)
from hoithi.documents.exam.sheet_docx import sheet_docx
from hoithi.documents.exam.to_docx import exam_docx
from hoithi.documents.exam.to_pdf import exam_pdf, sheet_pdf

__all__ = [
    "AnswerSheet",
    "ExamHead",
    "ExamPaper",
    "ExamPicture",
    "ExamQuestion",
    "ExamSection",
    "SheetSection",
    "exam_docx",
    "exam_pdf",
    "sheet_docx",
    "sheet_pdf",
]

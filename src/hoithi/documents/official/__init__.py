"""Official documents: one model, written as .docx to go on with or as PDF to print."""

from hoithi.documents.official.records import (
    BLANK,
    Block,
    Heading,
    Items,
    PageBreak,
    Paper,
    Signature,
    Signatures,
    Table,
    Text,
)
from hoithi.documents.official.to_docx import to_docx
from hoithi.documents.official.to_pdf import to_pdf

__all__ = [
    "BLANK",
    "Block",
    "Heading",
    "Items",
    "PageBreak",
    "Paper",
    "Signature",
    "Signatures",
    "Table",
    "Text",
    "to_docx",
    "to_pdf",
]

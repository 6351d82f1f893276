"""Official documents under addresses that end in .docx or .pdf."""

from django.http import HttpResponse
from django.urls import register_converter

from hoithi.core.vietnamese.text import fold
from hoithi.documents.official import BLANK, Paper, Signature, to_docx, to_pdf
from hoithi.files.facts import FileKind
from hoithi.web.files import download


class PaperFileConverter:
    """The two forms in which an official document is taken away."""

    regex = "docx|pdf"

    def to_python(self, value: str) -> FileKind:
        """The kind of file."""
        return FileKind(value)

    def to_url(self, value: str) -> str:
        """As it ends the address."""
        return str(value)


register_converter(PaperFileConverter, "paper_file")
PAPER_FILE = "<paper_file:kind>"
"""The end of an address under which an official document is taken away."""


def paper_download(paper: Paper, name: str, kind: FileKind) -> HttpResponse:
    """The document as .docx to go on with, or as PDF to print."""
    data = to_pdf(paper) if kind is FileKind.PDF else to_docx(paper)
    return download(data, f"{name}.{kind}", kind.media_type)


_HEADS = (
    (("uy ban nhan dan", "ubnd"), Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    (("hoi dong nhan dan", "hdnd"), Signature("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH")),
    (("so ", "trung tam "), Signature(title="GIÁM ĐỐC")),
    (("phong ",), Signature(title="TRƯỞNG PHÒNG")),
    (("truong ",), Signature(title="HIỆU TRƯỞNG")),
    (("van phong ",), Signature(title="CHÁNH VĂN PHÒNG")),
    (("ban to chuc",), Signature("TM. BAN TỔ CHỨC", "TRƯỞNG BAN")),
)


def signature_of(issuer: str) -> Signature:
    """Where the head of an authority signs; another authority's is left blank to be filled in."""
    name = fold(issuer)
    found = (signature for starts, signature in _HEADS if name.startswith(starts))
    return next(found, Signature(title=BLANK))

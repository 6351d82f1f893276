"""Takes the text out of a file, whatever kind of document its bytes are."""

import unicodedata

from hoithi.documents.legacy_text import Encoding, encoding_of, to_unicode
from hoithi.documents.spreadsheets.container import MAX_BYTES, foreign_kind, is_ole, is_zip
from hoithi.documents.texts.from_docx import read_docx
from hoithi.documents.texts.from_html import read_html
from hoithi.documents.texts.from_pdf import read_pdf
from hoithi.documents.texts.records import Reason, TextReading, refused

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAMPLE = 8_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_text(data: bytes) -> TextReading:
    """The text of .docx, .pdf, .html, .txt and .md, told apart by what is in the file.

    A name is not asked for: a renamed file is read, or refused, as what it is.
    """
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        return refused(Reason.EMPTY_FILE)
    if len(data) > MAX_BYTES:
        return refused(Reason.TOO_BIG)
    if is_ole(data):
        return refused(Reason.PASSWORD if _ENCRYPTED in data else Reason.OLD_WORD)
    if is_zip(data):
        return read_docx(data)
    return _by_kind(data, foreign_kind(data))


def _by_kind(data: bytes, kind: str) -> TextReading:
    if kind == "pdf":
        return read_pdf(data)
    if kind in {"png", "jpeg", "gif"}:
        return refused(Reason.SCAN, kind)
    if kind not in {"", "html", "xml"}:
        return refused(Reason.NOT_A_DOCUMENT, kind)
    text = _decoded(data)
    if text is None:
        return refused(Reason.NOT_A_DOCUMENT, "binary")
    if kind == "html" or ("</p>" in text[:20_000].lower() and text.lstrip()[:1] == "<"):
        return read_html(text)
    return TextReading(_in_unicode(text))


def _decoded(data: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark, else the Vietnamese code page of Windows."""
    for mark, code in _MARKS:
        if data.startswith(mark):
            return data.decode(code, errors="replace")
    for code in ("utf-8", "cp1258"):
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    return None


def _in_unicode(text: str) -> str:
    """Texts typed in TCVN3 or VNI fonts in Unicode; others as they are, letter for letter."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    encoding = encoding_of(sample.splitlines())
    return text if encoding is Encoding.UNICODE else to_unicode(text, encoding)

"""What kind of file the bytes are, and whether it is safe to open it."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from hoithi.documents.spreadsheets.records import Reason, TableReading, refused

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_MEMBERS = 2_000
# Sheets of equal lines shrink to a hundredth; a thousandth is the most that deflate can do.
_SUSPICIOUS_RATIO = 300
_RATIO_COUNTS_FROM = 16 * 1024 * 1024
_PIECE = 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOK = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
# No part of an Office file has a document type; declared entities are an attack.
_DECLARATIONS = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("ascii", "utf-16-le", "utf-16-be")
)
_BEGINNINGS = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_MARKUP = ((b"<!doctype html", "html"), (b"<html", "html"), (b"<table", "html"), (b"<?xml", "xml"))


def refusal(data: bytes) -> TableReading | None:
    """The reading of a file that must not be opened; None for one that may."""
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        return refused(Reason.EMPTY_FILE)
    if len(data) > MAX_BYTES:
        return refused(Reason.TOO_BIG, megabytes=len(data) // 1024**2, at_most=MAX_BYTES // 1024**2)
    if data.startswith(_OLE):
        return _refusal_of_ole(data)
    if is_zip(data):
        return _refusal_of_zip(data)
    found = foreign_kind(data)
    return refused(Reason.NOT_A_SPREADSHEET, found=found) if found else None


def is_zip(data: bytes) -> bool:
    return data.startswith(b"PK")


def is_ole(data: bytes) -> bool:
    return data.startswith(_OLE)


def foreign_kind(data: bytes) -> str:
    """What the first bytes say the file is: "pdf", "html", "png"…; "" when they say nothing."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, kind in _MARKUP:
        if head.startswith(beginning):
            return kind
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(data):
        return ""
    return "binary" if b"\x00" in data[:65536] else ""


def _is_wide(data: bytes) -> bool:
    """True for UTF-16 without its mark: every second byte of the first letters is nought."""
    return len(data) >= 4 and (data[1:8:2].count(0) >= 2 or data[0:8:2].count(0) >= 2)


def _refusal_of_ole(data: bytes) -> TableReading | None:
    if _ENCRYPTED in data:
        return refused(Reason.PASSWORD)
    if not any(name in data for name in _OLD_WORKBOOK):
        return refused(Reason.NOT_A_SPREADSHEET, found="ole")
    return None


def _refusal_of_zip(data: bytes) -> TableReading | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _refusal_of_members(archive, len(data))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        return refused(Reason.DAMAGED)
    except NotImplementedError:  # Packed in a way that no spreadsheet program uses.
        return refused(Reason.NOT_A_SPREADSHEET, found="zip")
    except RuntimeError:  # The zip format's own password.
        return refused(Reason.PASSWORD)


def _refusal_of_members(archive: zipfile.ZipFile, packed: int) -> TableReading | None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        return refused(Reason.BOMB)
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names:
        found = "docx" if "word/document.xml" in names else "zip"
        found = "ods" if "content.xml" in names else found
        return refused(Reason.NOT_A_SPREADSHEET, found=found)
    unpacked = 0
    for member in members:
        is_picture = member.filename.startswith("xl/media/")
        for piece in pieces(archive, member):
            unpacked += len(piece)
            if is_bomb(unpacked, packed) or (not is_picture and declares_entities(piece)):
                return refused(Reason.BOMB)
    return None


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether an archive of `packed` bytes has grown beyond what honest files do."""
    if unpacked > MAX_UNPACKED:
        return True
    return unpacked > _RATIO_COUNTS_FROM and unpacked > packed * _SUSPICIOUS_RATIO


def declares_entities(piece: bytes) -> bool:
    """Whether XML declares a document type or entities, as no Office file does."""
    return any(word in piece for word in _DECLARATIONS)


def pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The true bytes of a member, a piece at a time, each with the end of the one before.

    The size stated in the archive is not believed.
    """
    tail = b""
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield tail + piece
            tail = piece[-32:]

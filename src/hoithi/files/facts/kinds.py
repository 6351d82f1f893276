"""What an upload is: its kind told from its bytes, a safe name, its place on disk."""

import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path, PurePosixPath

from django.conf import settings

from hoithi.core.vietnamese.text import fold
from hoithi.kit.refusals import Refusal

MOST_BYTES = 20 * 1024 * 1024
_MOST_UNPACKED = 100 * 1024 * 1024
_MOST_MEMBERS = 2_000
_HEAD = 4_096
_PIECE = 1024 * 1024
_LONGEST_NAME = 120
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class FileKind(StrEnum):
    """The kinds of file that are taken at all; each is also the usual ending of its name."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    CSV = "csv"
    TXT = "txt"
    """Plain text, with or without the marks of Markdown."""
    HTML = "html"
    MP3 = "mp3"
    OGG = "ogg"
    MP4 = "mp4"
    WEBM = "webm"
    XML = "xml"
    ZIP = "zip"
    """Files of another program in one; whoever takes it reads what is in it."""

    @property
    def media_type(self) -> str:
        """As it is sent to browsers."""
        return _MEDIA_TYPES[self]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WEBP: "image/webp",
    FileKind.DOCX: f"{_OFFICE}.wordprocessingml.document",
    FileKind.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    FileKind.XLS: "application/vnd.ms-excel",
    FileKind.CSV: "text/csv",
    FileKind.TXT: "text/plain",
    FileKind.MP3: "audio/mpeg",
    FileKind.OGG: "audio/ogg",
    FileKind.MP4: "video/mp4",
    FileKind.WEBM: "video/webm",
    # A browser shows its letters and never runs it.
    FileKind.HTML: "text/plain",
    FileKind.XML: "text/plain",
    FileKind.ZIP: "application/zip",
}
_ENDINGS = {kind: {kind.value} for kind in FileKind} | {
    FileKind.JPEG: {"jpg", "jpeg"},
    FileKind.CSV: {"csv", "txt", "gift"},
    FileKind.TXT: {"txt", "md"},
    FileKind.HTML: {"html", "htm"},
}


_SIGNATURES = (
    (0, b"%PDF-", FileKind.PDF),
    (0, b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (0, b"\xff\xd8\xff", FileKind.JPEG),
    (8, b"WEBPVP8", FileKind.WEBP),
    (0, b"ID3", FileKind.MP3),
    (0, b"\xff\xfb", FileKind.MP3),
    (0, b"\xff\xf3", FileKind.MP3),
    (0, b"OggS", FileKind.OGG),
    (4, b"ftyp", FileKind.MP4),
    (0, b"\x1a\x45\xdf\xa3", FileKind.WEBM),
)
"""Where in a file which bytes say its kind."""


class Reason(StrEnum):
    """Why an upload is not taken."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    KIND_NOT_ALLOWED = "kind_not_allowed"
    RENAMED = "renamed"
    DAMAGED = "damaged"
    BOMB = "bomb"
    PASSWORD = "password"


class FileRefused(Refusal):
    """The upload is not taken, and nothing was stored."""

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason=reason, **facts)
        self.reason = reason


class NoFile(Refusal):
    """Nothing was chosen."""


class TooManyFiles(Refusal):
    """More files at once than one page takes."""


class TooManyLines(Refusal):
    """A list is longer than a file of this kind can hold."""


class UploadOver(Refusal):
    """The page of a file was left open for more than a day, or is of another body."""


def path_of(sha256: str) -> Path:
    """Where the bytes of this hash lie."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def clean_name(name: str) -> str:
    """The last part of a name as a device sent it, fit for any disk: no path, no sign that a
    system reads otherwise, at most 120 characters with its ending kept."""
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    visible = "".join(c for c in last if unicodedata.category(c)[0] != "C")
    plain = re.sub(r'[<>:"|?*]+', "-", visible).strip(" .") or "tep"
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        return plain[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}"[:_LONGEST_NAME]


def checked_kind(path: Path, name: str, allowed: frozenset[FileKind]) -> FileKind:
    """The kind told from the bytes. Refuses kinds not allowed, and names that claim another."""
    kind = _kind_of(path)
    if kind is FileKind.CSV and kind not in allowed:
        # A table of plain text is plain text where no table is wanted.
        kind = FileKind.TXT
    if kind is None or kind not in allowed:
        raise FileRefused(Reason.KIND_NOT_ALLOWED, name=name, allowed=sorted(allowed))
    ending = fold(name.rpartition(".")[2])
    if ending not in _ENDINGS[kind]:
        raise FileRefused(Reason.RENAMED, name=name, kind=kind.value)
    return kind


def kind_of_bytes(data: bytes) -> FileKind | None:
    """What pictures, sounds and films are by their first bytes; None for what is none of them."""
    for at, beginning, kind in _SIGNATURES:
        if data[at : at + len(beginning)] == beginning:
            return kind
    return None


def named_for(name: str, kind: FileKind) -> str:
    """The name fit for any disk, with an ending of this kind."""
    called = clean_name(name)
    ending = fold(called.rpartition(".")[2])
    return called if ending in _ENDINGS[kind] else clean_name(f"{called}.{kind.value}")


def _kind_of(path: Path) -> FileKind | None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _kind_of_zip(path)
    if head.startswith(_OLE):
        return _kind_of_ole(path.read_bytes())
    if kind := kind_of_bytes(head):
        return kind
    if _is_web_page(head):
        return FileKind.HTML
    if _is_plain_text(head):
        return FileKind.CSV
    return FileKind.XML if _is_xml(head) else None


def _kind_of_ole(data: bytes) -> FileKind | None:
    if _ENCRYPTED in data:
        raise FileRefused(Reason.PASSWORD)
    return FileKind.XLS if any(name in data for name in _OLD_WORKBOOKS) else None


def _kind_of_zip(path: Path) -> FileKind | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {member.filename for member in archive.infolist()}
            _refuse_bombs(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise FileRefused(Reason.DAMAGED) from error
    except (NotImplementedError, RuntimeError) as error:  # zipfile: strong or plain encryption
        raise FileRefused(Reason.PASSWORD) from error
    if "word/vbaProject.bin" in names or "xl/vbaProject.bin" in names:
        return None
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    return FileKind.DOCX if "word/document.xml" in names else FileKind.ZIP


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    """Counts the true bytes of all members: the sizes that an archive states are not believed."""
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise FileRefused(Reason.BOMB)
    unpacked = 0
    for piece in chain.from_iterable(_pieces(archive, member) for member in members):
        unpacked += len(piece)
        if unpacked > _MOST_UNPACKED:
            raise FileRefused(Reason.BOMB)


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _is_web_page(head: bytes) -> bool:
    """Begins as a page does, after a byte order mark and spaces."""
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return begins.startswith((b"<!doctype html", b"<html", b"<head", b"<meta", b"<div", b"<p"))


def _is_xml(head: bytes) -> bool:
    """Begins as XML does, after a byte order mark and spaces; scripts and pictures do not."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode()
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return begins.startswith((b"<?xml", b"<quiz", b"<question", b"<assessmentitem"))


def _is_plain_text(head: bytes) -> bool:
    """Text without markup or a program's first line, in an encoding that offices use."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    elif any(byte < 32 and byte not in b"\t\n\r\x0c" for byte in head):
        return False
    else:
        text = head.decode("utf-8-sig", errors="replace")
    return not text.lstrip("\ufeff \t\r\n").startswith(("<", "#!", "{\\rtf", "MZ"))

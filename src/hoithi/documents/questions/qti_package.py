"""QTI packages: a .zip whose manifest names its items."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from hoithi.documents.questions.notes import MARK, note_in
from hoithi.documents.questions.qti import Item, read_item
from hoithi.documents.questions.qti_questions import question_of
from hoithi.documents.questions.records import Attachment, Problem, ReadQuestion, Unreadable
from hoithi.documents.questions.xml_tree import xml_tree
from hoithi.documents.spreadsheets.container import MAX_MEMBERS, is_bomb, pieces

MANIFEST = "imsmanifest.xml"
_ITEM = re.compile(r"imsqti_(?:apip)?item")
_BASE = "xml:base"
"""The folder in which the names begin."""
_LARGEST_XML = 5 * 1024 * 1024
_MOST_SHOWN = 40 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Resource:
    """What the manifest names: an item, a test, or something else."""

    identifier: str
    kind: str
    href: str
    files: tuple[str, ...]
    """What it is made of, `href` among them."""
    stated: dict[str, str]
    """What its note says of a question."""

    @property
    def is_item(self) -> bool:
        """Whether it is a question."""
        return bool(_ITEM.match(self.kind))


@dataclass(frozen=True, slots=True)
class Package:
    """The items of a package in the order of its manifest."""

    resources: tuple[Resource, ...]
    items: tuple[tuple[str, Item], ...]
    """With the name of the file that each stands in."""
    files: int
    questions: tuple[ReadQuestion, ...]
    """The items as questions, with their notes and files."""


def read_package(data: bytes) -> Package:
    """All items, or a refusal that says precisely why; nothing is written anywhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _package(archive, len(data))
    except Unreadable:
        raise
    except (
        zipfile.BadZipFile,
        ValueError,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,  # zipfile says so of packings that it does not know
    ) as damaged:
        raise Unreadable(Problem.DAMAGED_ARCHIVE) from damaged
    except RuntimeError as locked:  # The zip format's own password.
        raise Unreadable(Problem.PASSWORD) from locked


def _package(archive: zipfile.ZipFile, packed: int) -> Package:
    files = [member for member in archive.infolist() if not member.is_dir()]
    _refuse_unsafe(archive, files, packed)
    names = {member.filename for member in files}
    if MANIFEST not in names:
        raise Unreadable(Problem.NO_MANIFEST)
    resources = tuple(_resources(_content(archive, MANIFEST)))
    missing = [name for one in resources for name in one.files if name not in names]
    if missing:
        raise Unreadable(Problem.FILE_MISSING, file=", ".join(dict.fromkeys(missing))[:300])
    found = [one for one in resources if one.is_item]
    if nowhere := next((one for one in found if not one.href), None):
        raise Unreadable(Problem.FILE_MISSING, file=nowhere.identifier[:200])
    if not found:
        raise Unreadable(Problem.NO_ITEM, element=MANIFEST)
    items = tuple((one.href, _item(archive, one.href)) for one in found)
    shown = _Shown(archive, names)
    questions = tuple(
        _question(item, one, tuple(shown.by(item, one.href)))
        for one, (_href, item) in zip(found, items, strict=True)
    )
    return Package(resources, items, len(files), questions)


def _question(item: Item, resource: Resource, files: tuple[Attachment, ...]) -> ReadQuestion:
    question = question_of(item)
    stated = {**question.stated, **resource.stated}
    return replace(question, stated=stated, attachments=files)


@dataclass
class _Shown:
    """The files that items show, as long as they are not too much for one reading."""

    archive: zipfile.ZipFile
    names: set[str]
    bytes_left: int = _MOST_SHOWN

    def by(self, item: Item, href: str) -> Iterator[Attachment]:
        for source in item.shown.beside:
            name = posixpath.normpath(posixpath.join(posixpath.dirname(href), unquote(source)))
            size = self.archive.getinfo(name).file_size if name in self.names else 0
            self.bytes_left -= size
            is_kept = size and self.bytes_left > 0
            data = self.archive.read(name) if is_kept else b""
            yield Attachment(posixpath.basename(name), data, item.shown.described.get(source, ""))


def _refuse_unsafe(archive: zipfile.ZipFile, files: list[zipfile.ZipInfo], packed: int) -> None:
    if len(files) > MAX_MEMBERS:
        raise Unreadable(Problem.BOMB)
    unpacked = 0
    for member in files:
        if not _is_within(member.filename):
            raise Unreadable(Problem.UNSAFE_PATH, file=member.filename[:200])
        for piece in pieces(archive, member):
            unpacked += len(piece)
            if is_bomb(unpacked, packed):
                raise Unreadable(Problem.BOMB)


def _is_within(name: str) -> bool:
    """Whether a name stays in the folder into which it would be unpacked."""
    parts = name.replace("\\", "/").split("/")
    return bool(parts[0]) and ":" not in name and ".." not in parts


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST_XML:
        raise Unreadable(Problem.BOMB, file=name[:200])
    return archive.read(name)


def _resources(data: bytes) -> Iterator[Resource]:
    try:
        root, _lines = xml_tree(data)
    except Unreadable as wrong:
        raise Unreadable(wrong.problem, wrong.line, file=MANIFEST) from wrong
    above = root.get(_BASE, "") + "".join(one.get(_BASE, "") for one in root.iter("resources"))
    for one in root.iter("resource"):
        base = above + one.get(_BASE, "")
        href = _path(base, one.get("href", ""))
        files = (href, *(_path(base, file.get("href", "")) for file in one.iter("file")))
        told = tuple(name for name in files if name)
        stated = note_in(one.findtext(f"metadata/{MARK}") or "")
        yield Resource(one.get("identifier", ""), one.get("type", ""), href, told, stated)


def _path(base: str, href: str) -> str:
    """The name of a file in the archive; an address on the web is none of them."""
    told = base + href if href else ""
    return posixpath.normpath(unquote(told)) if told and "://" not in told else ""


def _item(archive: zipfile.ZipFile, href: str) -> Item:
    try:
        return read_item(_content(archive, href))
    except Unreadable as wrong:
        raise Unreadable(wrong.problem, wrong.line, **wrong.facts, file=href[:200]) from wrong

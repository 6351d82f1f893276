"""Makes .xls files of Excel 97 and texts in the fonts of those years: offices still send them."""

import struct
from collections.abc import Iterable, Sequence

from hoithi.documents.legacy_text import to_tcvn3, to_vni
from tests.documents.sheets import xlsx

_SECTOR = 512
_LEAST_STREAM = 4096
"""A shorter stream would be kept in another part of the container."""
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_WHOLE_BOOK, _SHEET = 5, 16
FONTS = {"unicode": "Arial", "tcvn3": ".VnTime", "vni": "VNI-Times"}
_WRITTEN = {"unicode": str, "tcvn3": to_tcvn3, "vni": to_vni}


def written(value: object, encoding: str) -> object:
    """A cell as it was typed in a font of this encoding; numbers and codes are as they are."""
    if not isinstance(value, str) or value.isascii():
        return value
    return _WRITTEN[encoding](value)


def lines_in(encoding: str, lines: Iterable[Sequence[object]]) -> list[list[object]]:
    """Lines of cells typed in a font of this encoding."""
    return [[written(value, encoding) for value in line] for line in lines]


def xls(lines: Iterable[Sequence[object]], encoding: str = "unicode") -> bytes:
    """One sheet with these lines from A1 on, typed in a font of this encoding."""
    sheet = [_begin(_SHEET)]
    for row, line in enumerate(lines_in(encoding, lines)):
        sheet += [_cell(row, place, value) for place, value in enumerate(line) if value is not None]
    return _container(_book(FONTS[encoding], b"".join([*sheet, _record(0x000A)])))


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 1996, 0, 6))


def _text(text: str, length: str) -> bytes:
    """The length, then one byte a sign where that is enough, else two."""
    try:
        return struct.pack(f"<{length}B", len(text), 0) + text.encode("latin-1")
    except UnicodeEncodeError:
        return struct.pack(f"<{length}B", len(text), 1) + text.encode("utf-16-le")


def _cell(row: int, place: int, value: object) -> bytes:
    where = struct.pack("<HHH", row, place, 0)
    if isinstance(value, int | float):
        return _record(0x0203, where + struct.pack("<d", value))
    return _record(0x0204, where + _text(str(value), "H"))


def _book(font: str, sheet: bytes) -> bytes:
    face = struct.pack("<HHHHHBBBB", 240, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _text(font, "B")
    style = struct.pack("<HHHBBBBIiH", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    head = _begin(_WHOLE_BOOK) + _record(0x0042, struct.pack("<H", 1200))
    head += _record(0x0031, face) + _record(0x00E0, style)
    name = _text("Sheet1", "B")
    begins = len(head) + len(_record(0x0085, bytes(6) + name)) + len(_record(0x000A))
    listed = _record(0x0085, struct.pack("<IBB", begins, 0, 0) + name)
    return head + listed + _record(0x000A) + sheet


def _container(stream: bytes) -> bytes:
    """The file with one stream: its header, one sector of the table, the directory, the book."""
    stream = stream.ljust(max(_LEAST_STREAM, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(stream) // _SECTOR
    chain = [_TABLE, _END, *range(3, sectors + 2), _END]
    table = struct.pack("<128I", *(chain + [_FREE] * (128 - len(chain))))
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST_STREAM, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + table + folder.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    spelled = name.encode("utf-16-le")
    entry = spelled.ljust(64, b"\0") + struct.pack("<HBB", len(spelled) + 2, kind, 1)
    entry += struct.pack("<III", _FREE, _FREE, child) + bytes(16 + 4 + 16)
    return entry + struct.pack("<IQ", first, size)


def xlsx_typed(lines: Iterable[Sequence[object]], encoding: str) -> bytes:
    """A file of today whose cells were typed in a font of this encoding."""
    typed = lines_in(encoding, lines)
    width = max(len(line) for line in typed)
    places = [
        f"{chr(ord('A') + place)}{row + 1}" for row in range(len(typed)) for place in range(width)
    ]
    return xlsx(typed, fonts=dict.fromkeys(places, FONTS[encoding]))


def csv_typed(lines: Iterable[Sequence[object]], encoding: str) -> bytes:
    """Text with separators; in the old encodings one byte is a letter."""
    text = "\r\n".join(
        ";".join("" if value is None else str(value) for value in line)
        for line in lines_in(encoding, lines)
    )
    return text.encode("utf-8" if encoding == "unicode" else "latin-1")


MADE = {"xls": xls, "xlsx": xlsx_typed, "csv": csv_typed}
KINDS = tuple((ending, encoding) for ending in MADE for encoding in FONTS)
"""Every ending with every encoding in which its words may be written."""


def as_sent(ending: str, encoding: str, lines: Iterable[Sequence[object]]) -> bytes:
    """The table below its title lines, as an office sends it."""
    titles = [["ỦY BAN NHÂN DÂN XÃ HÒA SƠN"], ["DANH SÁCH KÈM THEO CÔNG VĂN"], []]
    return MADE[ending]([*titles, *lines], encoding)

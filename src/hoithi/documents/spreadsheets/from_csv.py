"""The table of a text file with separators, in any encoding that Vietnamese offices use."""

import csv
import io
import unicodedata
from statistics import median_low

from hoithi.documents.legacy_text import Encoding, evidence, to_unicode
from hoithi.documents.spreadsheets.from_xlsx import MAX_LINES, TooManyRowsError
from hoithi.documents.spreadsheets.grid import Cell, Grid, make_grid

BROKEN = (csv.Error, UnicodeDecodeError)
_SEPARATORS = "\t;|,"
_LONGEST_LINE = 200_000
_GUARDED = ("'=", "'+", "'-", "'@")


def read_csv(data: bytes, name: str) -> list[Grid]:
    """The one table. Raises `TooManyRowsError` or one of `BROKEN`."""
    text = decode(data)
    if any(len(line) > _LONGEST_LINE for line in io.StringIO(text)):
        raise csv.Error
    first, _, rest = text.partition("\n")
    separator = first.strip()[4:5] if first.lower().startswith("sep=") else ""
    lines: dict[int, dict[int, Cell]] = {}
    reader = csv.reader(
        io.StringIO(rest if separator else text, newline=""),
        delimiter=separator or _separator(text),
    )
    for number, cells in enumerate(reader, start=1):
        kept = {
            place: Cell(_without_guard(value))
            for place, value in enumerate(cells, start=1)
            if value.strip()
        }
        if kept:
            lines[number] = kept
        if len(lines) > MAX_LINES:
            raise TooManyRowsError
    return [make_grid(name, lines)]


def decode(data: bytes) -> str:
    """The text in Unicode NFC. Raises UnicodeDecodeError for bytes that are no text."""
    for mark, code in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return unicodedata.normalize("NFC", data.decode(code))
    if b"\x00" in data[:200]:
        code = "utf-16-le" if data[1:2] == b"\x00" or data[3:4] == b"\x00" else "utf-16-be"
        return unicodedata.normalize("NFC", data.decode(code))
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_bytes(data)


def _decode_bytes(data: bytes) -> str:
    """One byte a letter: TCVN3 or VNI where these make Vietnamese words, else Windows-1258."""
    plain = data.decode("latin-1")
    sample = plain[:20_000]
    windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    encoding = evidence(sample).encoding()
    if encoding is not Encoding.UNICODE:
        old = evidence(sample)
        if max(old.tcvn3, old.vni) > evidence(windows[:20_000]).unicode:
            return to_unicode(plain, encoding)
    return windows


def _separator(text: str) -> str:
    """The sign that cuts the usual line into most cells, quoted parts left out.

    On equal counts the comma loses: it also stands in numbers and addresses.
    """
    heads = [line for line in text[:20_000].splitlines()[:60] if line.strip()]
    unquoted = ["".join(line.split('"')[::2]) for line in heads]
    return max(_SEPARATORS, key=lambda sign: median_low(line.count(sign) for line in unquoted))


def _without_guard(value: str) -> str:
    """A quote that was set before a formula sign so that no program computes it is taken off."""
    return value[1:] if value.startswith(_GUARDED) else value

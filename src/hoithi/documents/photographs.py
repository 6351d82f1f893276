"""Photographs from phones: what tells where and with what they were taken is cut from the file."""

import struct
from collections.abc import Iterator

MOST_POINTS = 120_000_000
"""More than any phone's camera makes; a picture that says more would fill the reader's memory."""
_ORIENTATION = 0x0112
_UPRIGHT = 1
_KEPT_APPS = {0xE0, 0xE2, 0xEE}
"""JFIF, the colour profile and Adobe's colour marks; all others may hold a place or a name."""
_BARE = {0x01, *range(0xD0, 0xD8)}
"""Markers of JPEG without a length."""
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs",
    b"sBIT", b"bKGD",
}  # fmt: skip
_KEPT_PARTS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"}
_TELLS = 0x0C
"""The two flags of WebP's header that announce EXIF and XMP."""


_HEADER = b"\xff\xe0\x00\x10JFIF\0\x01\x00\x00\x00\x01\x00\x01\x00\x00"
"""Of JFIF 1.00, which no camera writes any more: it is known again."""


class NotAPhotograph(ValueError):
    """The bytes are no whole picture of a kind that is taken."""


class TooManyPoints(ValueError):
    """The picture says that it is larger than any camera makes."""


def without_traces(data: bytes) -> bytes:
    """The same picture without place, time, device, names and whatever follows its end.

    Which side is up is kept. Refuses (NotAPhotograph) what is no whole JPEG, PNG or WebP, and
    (TooManyPoints) what says that it has more than 120 million points.
    """
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return b"\xff\xd8" + b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return _PNG + b"".join(_png(data))
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError) as error:
        raise NotAPhotograph from error
    raise NotAPhotograph


def with_header(data: bytes) -> bytes:
    """The picture as Word takes it: a JPEG that begins with neither JFIF nor Exif gets a header.

    A photograph whose traces were cut has none.
    """
    is_bare = data.startswith(b"\xff\xd8\xff") and data[6:10] not in {b"JFIF", b"Exif"}
    return data[:2] + _HEADER + data[2:] if is_bare else data


def without_header(data: bytes) -> bytes:
    """The picture as it was before `with_header`."""
    is_ours = data.startswith(b"\xff\xd8" + _HEADER)
    return data[:2] + data[2 + len(_HEADER) :] if is_ours else data


def _refuse_many(width: int, height: int) -> None:
    if not width or not height:
        raise NotAPhotograph
    if width * height > MOST_POINTS:
        raise TooManyPoints


def _jpeg(data: bytes) -> Iterator[bytes]:
    place, framed = 2, False
    while True:
        marker, place = _marker(data, place)
        if marker == 0xD9:
            if not framed:
                raise NotAPhotograph
            yield b"\xff\xd9"
            return
        if marker in _BARE:
            continue
        length = struct.unpack_from(">H", data, place)[0]
        segment = data[place : place + length]
        if length < 2 or len(segment) < length:
            raise NotAPhotograph
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", segment, 3)
            _refuse_many(width, height)
            framed = True
        yield from _kept(marker, segment)
        place += length
        if marker == 0xDA:
            after = _after_scan(data, place)
            yield data[place:after]
            place = after


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """The marker at this place, and where what belongs to it begins."""
    if data[place] != 0xFF:
        raise NotAPhotograph
    while data[place] == 0xFF:
        place += 1
    return data[place], place + 1


def _after_scan(data: bytes, place: int) -> int:
    """Where the points end: at the first marker that is neither stuffed nor a restart."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise NotAPhotograph
        if data[place + 1] and data[place + 1] not in _BARE and data[place + 1] != 0xFF:
            return place
        place += 1 if data[place + 1] == 0xFF else 2


def _kept(marker: int, segment: bytes) -> Iterator[bytes]:
    """The segment where it is of the picture itself; of EXIF only which side is up."""
    if marker == 0xE1 and segment[2:8] == b"Exif\0\0":
        side = _orientation(segment[8:])
        if side != _UPRIGHT:
            yield _exif(side)
    elif marker in _KEPT_APPS or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
        yield bytes((0xFF, marker)) + segment


def _orientation(tiff: bytes) -> int:
    """Which side is up (1 to 8) by the first directory of EXIF; upright where it says nothing."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return _UPRIGHT
    try:
        first = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for number in range(struct.unpack_from(f"{order}H", tiff, first)[0]):
            tag, _kind, _count, value = struct.unpack_from(
                f"{order}HHIH", tiff, first + 2 + number * 12
            )
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else _UPRIGHT
    except struct.error:
        return _UPRIGHT
    return _UPRIGHT


def _exif(side: int) -> bytes:
    """An EXIF segment that says which side is up and nothing else."""
    entry = struct.pack("<HHIHH", _ORIENTATION, 3, 1, side, 0)
    body = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + entry + b"\0\0\0\0"
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while True:
        length, name = struct.unpack_from(">I4s", data, place)
        whole = data[place : place + 12 + length]
        if len(whole) < 12 + length or (place == len(_PNG) and name != b"IHDR"):
            raise NotAPhotograph
        if name == b"IHDR":
            _refuse_many(*struct.unpack_from(">II", whole, 8))
        if name in _KEPT_CHUNKS:
            yield whole
        place += 12 + length
        if name == b"IEND":
            return


def _webp(data: bytes) -> bytes:
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    place, parts = 12, []
    while place + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, place)
        whole = data[place : place + 8 + length]
        if len(whole) < 8 + length:
            raise NotAPhotograph
        if name in _KEPT_PARTS:
            parts.append(_part(name, whole) + b"\0" * (length % 2))
        place += 8 + length + length % 2
    if not any(part[:4] in (b"VP8 ", b"VP8L", b"ANMF") for part in parts):
        raise NotAPhotograph
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _part(name: bytes, whole: bytes) -> bytes:
    """A part of WebP; its header no longer announces what was cut out."""
    if name == b"VP8X":
        width, height = (int.from_bytes(whole[at : at + 3], "little") + 1 for at in (12, 15))
        _refuse_many(width, height)
        return whole[:8] + bytes((whole[8] & ~_TELLS & 0xFF,)) + whole[9:]
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", whole, 14)
        _refuse_many(width & 0x3FFF, height & 0x3FFF)
    if name == b"VP8L":
        bits = struct.unpack_from("<I", whole, 9)[0]
        _refuse_many((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    return whole

"""Small pictures with traces in them, made by hand."""

import struct
import zlib

PLACE = b"GPS-10.7769N-106.7009E"
_SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\x34\xff\x00\x56\xff\xd0\x78"


def jpeg(*, side: int = 1, width: int = 8, height: int = 6, tail: bytes = b"") -> bytes:
    """A JPEG with EXIF (side and place), a comment and something behind its end."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, side, 0)
    tiff = b"MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0" + PLACE
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    parts = [
        _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        _segment(0xE1, b"Exif\0\0" + tiff),
        _segment(0xED, b"Photoshop " + PLACE),
        _segment(0xFE, PLACE),
        _segment(0xC0, frame),
    ]
    return b"\xff\xd8" + b"".join(parts) + _SCAN + b"\xff\xd9" + tail


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def png(*, width: int = 1, height: int = 1) -> bytes:
    """A PNG with a text that tells the place."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    points = zlib.compress(b"\0\0")
    chunks = ((b"IHDR", head), (b"tEXt", b"Comment\0" + PLACE), (b"IDAT", points), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def webp(*, width: int = 1, height: int = 1) -> bytes:
    """A WebP whose header announces EXIF, with EXIF in it."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    points = b"\x2f" + struct.pack("<I", 0) + b"\0"
    parts = ((b"VP8X", b"\x08\0\0\0" + size), (b"VP8L", points), (b"EXIF", PLACE))
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(part)) + part + b"\0" * (len(part) % 2) for name, part in parts
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body

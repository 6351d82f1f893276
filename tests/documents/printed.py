"""Reads back what was set, as a reader of the PDF or PNG would."""

import re
import struct
import xml.etree.ElementTree as ET

import pypdfium2


def pages(data: bytes) -> list[str]:
    """The text of each page with all white space folded, hard spaces too."""
    document = pypdfium2.PdfDocument(data)
    texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    return [" ".join(re.sub("[\u2060\ufffe\ufeff]", "", text).split()) for text in texts]


def size_in_mm(data: bytes) -> tuple[int, int]:
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def pixels(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def parsed(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - the project's own output

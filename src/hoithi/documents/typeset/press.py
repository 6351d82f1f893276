"""Runs the layouts: data in, PDF or PNG out, with the project's own fonts only."""

import io
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import fontpkg_be_vietnam_pro
import fontpkg_noto_serif
import segno
import typst

_FONTS = [
    fontpkg_noto_serif.ROOT / "files",
    fontpkg_be_vietnam_pro.ROOT / "files",
]
_COUNTED = re.compile(r"\b(ngày|tháng|năm|[Tt]uần|Điều) (?=\d)")
_RANGE = re.compile(r"(?<=\d) – (?=\d)")
_QR_PATTERN = 3
_MOST_TAGGED_PAGES = 60
_PARTS = ("parts.typ", "frame.svg")


def pdf(layout: str, data: Mapping[str, Any], pages: int = 1) -> bytes:
    """A PDF of a layout. The data travel as JSON and are never read as markup.

    `pages` says roughly how many there will be: few pages are tagged for screen readers, many are
    not, because the time for tags grows with the square of the pages (1,000: 4 s instead of 0.6 s).
    """
    is_tagged = pages <= _MOST_TAGGED_PAGES
    compiled = _compiler(layout).compile(
        format="pdf", sys_inputs=_inputs(data), timestamp=0, pdf_tags=is_tagged
    )
    return _one_file(compiled)


def png(layout: str, data: Mapping[str, Any], pixels_per_inch: float = 144) -> bytes:
    """The one page of a layout as PNG."""
    compiled = _compiler(layout).compile(
        format="png", ppi=pixels_per_inch, sys_inputs=_inputs(data)
    )
    return _one_file(compiled)


def _one_file(compiled: bytes | list[bytes] | None) -> bytes:
    """A picture of several pages would be a list; no layout of pictures has a second page."""
    if not isinstance(compiled, bytes):
        raise TypeError(type(compiled))
    return compiled


def qr_svg(text: str) -> str:
    """A QR code as SVG without quiet zone; damage of 15 % does not matter.

    The pattern that breaks up large dark areas is fixed: to try all eight takes five times as
    long, which counts with a thousand certificates, and every reader reads all eight.
    """
    target = io.BytesIO()
    segno.make(text, error="m", micro=False, mask=_QR_PATTERN).save(
        target, kind="svg", xmldecl=False, border=0, omitsize=True
    )
    return target.getvalue().decode("utf-8")


def without_scheme(address: str) -> str:
    """An address as it is typed and read aloud."""
    return address.removeprefix("https://").removeprefix("http://")


def _compiler(layout: str) -> typst.Compiler:
    sources = {"main.typ": _source(layout)} | {part: _source(part) for part in _PARTS}
    return typst.Compiler(sources, font_paths=_FONTS, ignore_system_fonts=True)


@cache
def _source(name: str) -> bytes:
    return (files("hoithi.documents.typeset") / "layouts" / name).read_bytes()


def _inputs(data: Mapping[str, Any]) -> dict[str, str]:
    """The data as JSON. No line ends between "năm" and 2026, or in the middle of 2021 – 2030."""
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "ignore").decode("utf-8")
    return {"data": _COUNTED.sub("\\1\u00a0", _RANGE.sub("\u00a0–\u2060\u00a0", text))}

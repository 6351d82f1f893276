"""The model of an official document as Nghị định 30/2020/NĐ-CP lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hoithi.core.vietnamese.issuers import number_said

BLANK = "…………"
"""Stands where something is not known yet."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: level 1 "I. MỤC ĐÍCH", 2 "1. Thời gian", 3 "a) Vòng sơ khảo"."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; line breaks in it are kept."""

    text: str
    align: Literal["justify", "left", "center", "right"] = "justify"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list: dashes, or numbers where `ordered`."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose headings return on every page; each row has one text for each heading."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    widths: tuple[int, ...] = ()
    """Shares of the page's width; equal when left out."""
    numeric: frozenset[int] = frozenset()
    """Columns, counted from 0, whose texts stand on the right."""
    total: tuple[str, ...] | None = None
    """A last row in bold."""

    def __post_init__(self) -> None:
        count = len(self.headings)
        rows = [*self.rows, *([self.total] if self.total is not None else [])]
        if any(len(row) != count for row in rows) or len(self.widths) not in (0, count):
            raise ValueError(self.headings)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign beside each other: (post, name), the name "" where it is written by hand."""

    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of its own line; on paper without pictures its description stands there."""

    data: bytes
    """PNG or JPEG that `docx_parts.is_drawable` finds fit."""
    description: str = ""


Block = Picture | Heading | Text | Items | Table | Signatures | PageBreak


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: "TM. ỦY BAN NHÂN DÂN" / "CHỦ TỊCH" / name. A line of its own for "KT. CHỦ TỊCH"
    is part of `authority`, after a line break."""

    authority: str = ""
    title: str = ""
    name: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines above the space for the signature."""
        return tuple(line for line in (*self.authority.split("\n"), self.title) if line)


@dataclass(frozen=True, slots=True)
class Paper:
    """An official document. What is not known yet is printed as a dotted blank."""

    kind: str
    """For example "KẾ HOẠCH"; "" for a letter (công văn), whose subject stands below the number."""
    subject: str
    """Trích yếu, without "V/v"."""
    issuer: str
    superior: str = ""
    """Left out above committees and councils of the people, who name nobody above themselves."""
    number: str = ""
    """For example "15/KH-UBND"; "/KH-UBND" leaves the place of the number free, "" also makes its
    symbol out of kind and issuer."""
    place: str = ""
    signed_on: date | None = None
    addressed_to: tuple[str, ...] = ()
    """Kính gửi."""
    bases: tuple[str, ...] = ()
    """The lines "Căn cứ …" in italics, without the sign at their end."""
    blocks: tuple[Block, ...] = ()
    signature: Signature | None = None
    copies_to: tuple[str, ...] = ()
    """Nơi nhận, without dashes and signs at the end."""
    landscape: bool = False
    enclosed: tuple[Block, ...] = ()
    """A list or form sent with it: on a new page after the signature."""

    @property
    def number_text(self) -> str:
        """ "Số: 15/KH-UBND", with a free place where the number is not given yet.

        Empty for a list or form, which is enclosed with another paper and has no number.
        """
        said = number_said(self.number, self.kind, self.issuer)
        return f"Số: {said}" if said else ""

    @property
    def base_lines(self) -> tuple[str, ...]:
        """The bases with the sign that ends each: ";" and "." after the last."""
        return _ended(self.bases)

    @property
    def copy_lines(self) -> tuple[str, ...]:
        """Nơi nhận as it is printed: "- Như trên;" … "- Lưu: VT."."""
        return tuple(f"- {line}" for line in _ended(self.copies_to))


def _ended(lines: Sequence[str]) -> tuple[str, ...]:
    bare = [line.rstrip(" ;.") for line in lines]
    return tuple(
        line + (";" if place < len(bare) else ".") for place, line in enumerate(bare, start=1)
    )

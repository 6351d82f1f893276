"""The numbers and bullets that Word puts before paragraphs: they are not in the text itself."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of one document, counted as its paragraphs are read in order."""

    levels: dict[tuple[str, int], _Level]
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Numbering":
        """The lists that a document declares; a document without any has none."""
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # python-docx: there is no such part
            return cls({})
        abstract = {
            one.get(qn("w:abstractNumId")): one for one in root.findall(qn("w:abstractNum"))
        }
        levels: dict[tuple[str, int], _Level] = {}
        for number in root.findall(qn("w:num")):
            reference = number.find(qn("w:abstractNumId"))
            declared = abstract.get(reference.get(qn("w:val"))) if reference is not None else None
            for depth, level in _levels(declared):
                levels[number.get(qn("w:numId")), depth] = level
        return cls(levels)

    def sign(self, paragraph: Paragraph) -> str:
        """ "2.1. " or "- ", counting the paragraph; "" for one that is in no list."""
        where = _where(paragraph)
        level = self.levels.get(where) if where else None
        if where is None or level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "+ " if level.pattern == "+" else "- "
        key, depth = where
        counts = self.counts.setdefault(key, [0] * _LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        return self._written(key, level, counts) + " "

    def _written(self, key: str, level: _Level, counts: list[int]) -> str:
        text = level.pattern
        for depth in range(_LEVELS):
            one = self.levels.get((key, depth))
            if one is not None:
                text = text.replace(f"%{depth + 1}", _figure(max(counts[depth], 1), one.kind))
        return text.strip()


def _levels(declared: Any) -> list[tuple[int, _Level]]:
    if declared is None:
        return []
    return [
        (
            int(level.get(qn("w:ilvl"))),
            _Level(
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
                int(_value(level, "w:start", "1")),
            ),
        )
        for level in declared.findall(qn("w:lvl"))
    ]


def _value(holder: Any, name: str, default: str) -> str:
    found = holder.find(qn(name))
    return default if found is None else found.get(qn("w:val")) or default


def _where(paragraph: Paragraph) -> tuple[str, int] | None:
    """List and level of a paragraph, its own or its style's."""
    holders = [paragraph._p.pPr]  # noqa: SLF001 - python-docx has no reader for lists
    style = paragraph.style
    while style is not None:
        holders.append(style.element.pPr)
        style = style.base_style
    found: dict[str, str] = defaultdict(str)
    for holder in holders:
        declared = holder.find(qn("w:numPr")) if holder is not None else None
        if declared is not None:
            found["list"] = found["list"] or _value(declared, "w:numId", "")
            found["level"] = found["level"] or _value(declared, "w:ilvl", "")
    if not found["list"] or found["list"] == "0":
        return None
    return found["list"], min(int(found["level"] or 0), _LEVELS - 1)


def _figure(number: int, kind: str) -> str:
    if kind.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("Roman"):
        roman = ""
        for value, sign in _ROMAN:
            while number >= value:
                roman, number = roman + sign, number - value
        return roman if kind.startswith("upper") else roman.lower()
    return f"{number:02d}" if kind == "decimalZero" else str(number)

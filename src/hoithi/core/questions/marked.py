"""Stems and options are text with few marks: `**bold**`, `*italic*`, line breaks. Nothing else."""

import re
from dataclasses import dataclass

_BOLD = re.compile(r"\*\*(\S(?:.{0,2000}?\S)??)\*\*(?!\*)", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])\*([^\s*](?:[^*\n]{0,2000}[^\s*])?)\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one face; line breaks are kept."""

    text: str
    bold: bool = False
    italic: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """The text in its faces. A star without its partner is a star: "3 * 4", "m*"."""
    found = [
        Piece(part, bold=bold, italic=italic)
        for words, bold in _parted(_BOLD, text)
        for part, italic in _parted(_ITALIC, words)
    ]
    return tuple(piece for piece in found if piece.text)


def _parted(mark: re.Pattern[str], text: str) -> list[tuple[str, bool]]:
    """What stands outside and inside the marks, in turn."""
    return [(part, place % 2 == 1) for place, part in enumerate(mark.split(text))]


def bare(text: str) -> str:
    """The text without its marks, as it is searched, measured and read aloud."""
    return "".join(piece.text for piece in pieces(text))

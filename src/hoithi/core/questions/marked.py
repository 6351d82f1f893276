"""Stems and options are text with few marks: `**bold**`, `*italic*`, line breaks. Nothing else."""

import re
from dataclasses import dataclass

_MARKED = re.compile(
    r"\*\*(?P<bold>\S(?:.*?\S)??)\*\*(?!\*)|(?<![\w*])\*(?P<italic>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one face; line breaks are kept."""

    text: str
    bold: bool = False
    italic: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """The text in its faces. A star without its partner is a star: "3 * 4", "m*"."""
    found: list[Piece] = []
    end = 0
    for match in _MARKED.finditer(text):
        found.append(Piece(text[end : match.start()]))
        bold, italic = match["bold"], match["italic"]
        if bold is not None:
            inner = pieces(bold)
            found += [Piece(one.text, bold=True, italic=one.italic) for one in inner]
        else:
            found.append(Piece(italic, italic=True))
        end = match.end()
    found.append(Piece(text[end:]))
    return tuple(piece for piece in found if piece.text)


def bare(text: str) -> str:
    """The text without its marks, as it is searched, measured and read aloud."""
    return "".join(piece.text for piece in pieces(text))

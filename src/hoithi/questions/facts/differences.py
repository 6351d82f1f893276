"""What two versions of a question differ in, word by word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from hoithi.core.questions.records import Answer, Media, QuestionText
from hoithi.questions.facts.table import COLUMNS, table_row

_WORDS = re.compile(r"\s+|[^\s]+")
_MOST_WORDS = 2_000
"""Beyond these the two texts are set side by side whole."""


class Piece(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True)
class Difference:
    """A column of the table in which the versions differ, with its words."""

    label: str
    pieces: tuple[tuple[Piece, str], ...]


def differences(
    before: tuple[QuestionText, Answer], after: tuple[QuestionText, Answer]
) -> list[Difference]:
    """Column by column, in the order of the officials' table; nothing where they are alike."""
    old, new = table_row("", *before), table_row("", *after)
    files = [_files(text.media) for text, _answer in (before, after)]
    return [
        Difference(
            column.headings[0],
            tuple(
                _set_beside(*files)
                if column.key == "media"
                else _pieces(old[column.key], new[column.key])
            ),
        )
        for column in COLUMNS
        if old[column.key] != new[column.key]
    ]


def _files(media: Iterable[Media]) -> dict[str, str]:
    """By hash each file as people know it: its name and what it shows."""
    return {
        one.digest + one.description: f"{one.name} ({one.description})"
        if one.description
        else one.name
        for one in media
    }


def _set_beside(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[Piece, str]]:
    """Files that went, stayed and came; another file of the same name is another file."""
    for key, name in {**old, **new}.items():
        piece = Piece.KEPT if key in old and key in new else Piece.GONE
        yield Piece.ADDED if key not in old else piece, f"{name}; "


def _pieces(before: str, after: str) -> Iterator[tuple[Piece, str]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        yield from ((Piece.GONE, before), (Piece.ADDED, after))
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece.KEPT, "".join(old[i:j])
            continue
        if i < j:
            yield Piece.GONE, "".join(old[i:j])
        if k < m:
            yield Piece.ADDED, "".join(new[k:m])

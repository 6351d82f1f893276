"""The printed rules as a neutral document: articles, clauses, points and tables."""

from collections.abc import Iterable
from dataclasses import dataclass

# Points of Vietnamese law skip f, j, w and z and have đ.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True)
class Point:
    """A line under a clause: "a)", "b)" … "đ)"."""

    letter: str
    text: str
    proposed: bool = False
    """Only a default of the system says so (`core.rulebook.proposals`)."""


@dataclass(frozen=True)
class Clause:
    """A paragraph of an article; numbered "1." when the article has several."""

    number: int | None
    text: str
    points: tuple[Point, ...] = ()
    proposed: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its caption. Columns in `numeric` are set to the right."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    proposed: bool = False
    """Something in it is said by a default only."""


Block = Clause | Table


@dataclass(frozen=True)
class Article:
    """Điều, with its number and title."""

    number: int
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class RulesText:
    """The regulation: heading, what it rests on, articles."""

    superior: str | None
    organiser: str
    place: str | None
    name: str
    """THỂ LỆ, HƯỚNG DẪN KIỂM TRA."""
    title: str
    basis: str | None
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Draft:
    """An article before its number is known: paragraphs, each with its points, and tables."""

    title: str
    blocks: tuple["Paragraph | Table", ...]


@dataclass(frozen=True)
class Paragraph:
    """A clause before its number is known."""

    text: str
    points: tuple[str, ...] = ()


def letter(place: int) -> str:
    """The letter of the point at a place counted from 0: a, b, c, d, đ … y, then a1, b1 …"""
    turn, rest = divmod(place, len(_LETTERS))
    return _LETTERS[rest] + (str(turn) if turn else "")


def numbered(drafts: Iterable[Draft]) -> tuple[Article, ...]:
    """Articles with their numbers, clauses and points with theirs; empty articles fall away."""
    kept = [draft for draft in drafts if draft.blocks]
    return tuple(
        Article(number, draft.title, _blocks(draft)) for number, draft in enumerate(kept, start=1)
    )


def _blocks(draft: Draft) -> tuple[Block, ...]:
    several = sum(isinstance(block, Paragraph) for block in draft.blocks) > 1
    blocks: list[Block] = []
    number = 0
    for block in draft.blocks:
        if isinstance(block, Table):
            blocks.append(block)
            continue
        number += 1
        points = tuple(Point(letter(place), text) for place, text in enumerate(block.points))
        blocks.append(Clause(number if several else None, block.text, points))
    return tuple(blocks)

"""What the text formats share: names made of stems, blocks of lines, shares of marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from hoithi.documents.questions.records import Problem, Unreadable

GAP = "_____"
_NAME_LENGTH = 80
_TAGS = re.compile(r"<[^<>]*>")
_NAMED_BY = 4_000
MOST_QUESTIONS = 2_000
"""Of one file: twice what a bank takes at once."""
_WEIGHT = re.compile(r"%\s*(-?\d{1,9}(?:[.,]\d{1,9})?)\s*%")
SLASH = re.compile(r"(?<!/)/(?!/)")
"""Between categories; two slashes are one of a name."""
_MOST_PLACES = 30
"""Before or behind the point of a number."""
ONE = Decimal(1)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines between two empty ones; `line` is the first of them, counted from 1."""

    line: int
    text: str


def pieces(text: str, *, skip: str = "") -> Iterator[Piece]:
    """The blocks of a text; lines that begin with `skip` are comments."""
    begun, held = 0, list[str]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if skip and line.lstrip().startswith(skip):
            continue
        if line.strip():
            begun = begun if held else number
            held.append(line)
        elif held:
            yield Piece(begun, "\n".join(held))
            held = []


def folded(text: str) -> str:
    """White space as single blanks."""
    return " ".join(text.split())


def name_from(stem: str, *, has_markup: bool = True) -> str:
    """The name of a question that has none: the beginning of its stem, cut between words."""
    begins = stem[:_NAMED_BY]
    bare = folded(_TAGS.sub("", begins) if has_markup else begins)
    if len(bare) <= _NAME_LENGTH:
        return bare
    cut = bare[: _NAME_LENGTH - len("...")]
    return f"{cut[: cut.rfind(' ') + 1] or cut}..."


def weight(text: str) -> tuple[Decimal | None, str]:
    """The share that stands before an answer ("%50%"), and the rest."""
    found = _WEIGHT.match(text)
    if found is None:
        return None, text
    return Decimal(found[1].replace(",", ".")) / 100, text[found.end() :]


def number(text: str) -> Decimal:
    """A number as people write it. Refuses anything else, and what no question asks for."""
    try:
        told = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as no_number:
        raise Unreadable(Problem.NOT_A_NUMBER, about=text.strip()[:80]) from no_number
    if not told.is_finite() or abs(told.adjusted()) > _MOST_PLACES:
        raise Unreadable(Problem.NOT_A_NUMBER, about=text.strip()[:80])
    return told


def tree_of(categories: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each category with the one it lies in; "top" above all."""
    for path in categories:
        parts = [part for part in SLASH.split(path) if part != "top" and part[:1] != "$"]
        for above, part in zip(["top", *parts], parts, strict=False):
            yield part, above

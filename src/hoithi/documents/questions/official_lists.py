"""Options that an official's question lists with dashes or numbers instead of letters."""

import re
from collections.abc import Iterator

from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.official_keys import Asked, Option, bare_words
from hoithi.documents.questions.official_lines import STRAY_OPTION, latin, letters_in, unstarred
from hoithi.documents.questions.records import Problem, Unreadable

_LISTED = re.compile(r"(?:[-–—•●○▪■+]|\(?(\d{1,2})\s?[.)/])\s{0,20}(\S.*)", re.DOTALL)
_LETTER = re.compile(r"\(?([A-Ha-h])\)?\s?\.?")
_NUMBER = re.compile(r"\(?([1-9])(?:\)?\s?\.?|\s?[.)]\s?\S.*)", re.DOTALL)
_COUNTED = ("bao nhieu", "may ")
"""Of a question that asks for a number: it is no place in the list."""
_LEAST, _MOST = 2, 8


def listed(asked: Asked, said: str) -> Asked | None:
    """The question with the lines below its stem as options, where what is right is one of them.

    None where the lines are part of the stem: nothing says or shows that they are options.
    """
    if asked.options or not (tail := _tail(asked)):
        return None
    options = list(_options(asked, tail))
    letters = _letters(asked, options, said)
    stands_out = any(one.is_starred or one.looks or one.mark_looks for one in options)
    if not letters and (said or not stands_out):
        return None
    stem = asked.stem[: -len(tail)]
    return asked.listing(stem, options, [letters] if letters else [])


def letter_as_text(asked: Asked, said: str) -> bool:
    """Whether what would be accepted as a text is rather the mark of an option.

    Refuses a question whose stem holds lines with letters: its options are not in their order.
    """
    marked = [line for line in asked.stem if STRAY_OPTION.fullmatch(line)]
    is_letter = bool(_LETTER.fullmatch(latin(said)))
    if is_letter and len(marked) >= _LEAST:
        raise Unreadable(Problem.OPTION_ORDER, asked.line)
    has_list = sum(1 for line in asked.stem if _LISTED.fullmatch(line)) >= _LEAST
    return is_letter or (has_list and bool(_NUMBER.fullmatch(said)))


def _tail(asked: Asked) -> list[str]:
    """The last lines of a stem that are marked alike, two to eight of them; [] without such."""
    marks = [_mark(line) for line in asked.stem]
    count = 0
    while count < len(marks) - 1 and (mark := marks[-1 - count]) and _is_alike(mark, marks[-1]):
        count += 1
    if not _LEAST <= count <= _MOST:
        return []
    numbers = marks[-count:]
    is_in_order = numbers in ([str(n) for n in range(1, count + 1)], ["-"] * count)
    return asked.stem[-count:] if is_in_order else []


def _mark(line: str) -> str:
    """ "-" for any dash, the number as it stands, "" for a line that is not of a list."""
    found = _LISTED.fullmatch(unstarred(line)[0])
    return "" if found is None else found[1] or "-"


def _is_alike(mark: str, last: str) -> bool:
    return mark.isdigit() == last.isdigit()


def _options(asked: Asked, tail: list[str]) -> Iterator[Option]:
    looks = asked.stem_looks[-len(tail) :]
    for letter, line, (look, mark_look) in zip("ABCDEFGH", tail, looks, strict=False):
        bare, starred = unstarred(line)
        found = _LISTED.fullmatch(bare)
        text, starred_too = unstarred(found[2] if found else bare)
        yield Option(letter, [text], starred or starred_too, look, mark_look)


def _letters(asked: Asked, options: list[Option], said: str) -> str:
    """The letters of the lines that are meant; "" where none is."""
    if letters := letters_in(said):
        return ", ".join(sorted(letters))
    told = bare_words(said)
    if same := [one.letter for one in options if bare_words(one.text) == told]:
        return ", ".join(same)
    found = _NUMBER.fullmatch(said)
    asks = fold(" ".join(asked.stem))
    if found is None or any(one in asks for one in _COUNTED):
        return ""
    return "ABCDEFGHI"[int(found[1]) - 1]

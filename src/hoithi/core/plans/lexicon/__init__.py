"""The word lists by which plans are read: tables beside this module that an official could read."""

import csv
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a table without its heading; lines that begin with # are remarks."""
    lines = files(__package__).joinpath(f"{name}.csv").read_text("utf-8").splitlines()
    table = csv.reader(line for line in lines if line and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in row) for row in table)[1:]


@cache
def words(name: str, role: str = "") -> tuple[str, ...]:
    """The folded phrases of a table (its second column), longest first; of one role if given."""
    found = {bare(row[1]) for row in rows(name) if not role or row[0] == role}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def any_of(name: str, role: str = "") -> str:
    """A regular expression for any phrase of a table, in folded text."""
    return "(?:" + "|".join(re.escape(phrase) for phrase in words(name, role)) + ")"


@cache
def meaning(name: str) -> dict[str, str]:
    """From the folded phrase to what it stands for (the first column)."""
    return {bare(row[1]): row[0] for row in reversed(rows(name))}


@cache
def slips(kind: str) -> Callable[[str], str]:
    """Puts right what a scanner misreads; every slip is as long as the word it stands for."""
    table = {wrong: right for which, wrong, right in rows("slips") if which == kind}
    pattern = re.compile("|".join(re.escape(wrong) for wrong in table))
    return lambda text: pattern.sub(lambda slip: table[slip[0]], text)


def bare(phrase: str) -> str:
    """A phrase without diacritics and capitals."""
    decomposed = unicodedata.normalize("NFD", phrase.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")

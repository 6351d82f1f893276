"""One rulebook for each thing that can be found, with what is found in it."""

from dataclasses import dataclass

from hoithi.core.rulebook.checks import FindingCode as Code
from hoithi.core.rulebook.checks import Grade
from hoithi.core.rulebook.document import Rulebook


@dataclass(frozen=True)
class Case:
    """A rulebook in which a code is found at a path."""

    grade: Grade
    code: Code
    path: str
    book: Rulebook


def wrong(code: Code, path: str, book: Rulebook) -> Case:
    return Case(Grade.CONTRADICTION, code, path, book)


def left_open(code: Code, path: str, book: Rulebook) -> Case:
    return Case(Grade.OPEN, code, path, book)


def odd(code: Code, path: str, book: Rulebook) -> Case:
    return Case(Grade.REMARK, code, path, book)

"""What is right in an official's question: what is said below, in a table, or stands out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hoithi.documents.questions.official_lines import GUARD, letters_in
from hoithi.documents.questions.records import Attachment, Problem, Unreadable

_LOOKS = ("highlight", "colour", "underline", "bold")


@dataclass
class Option:
    """An option while its question is read."""

    letter: str
    lines: list[str]
    is_starred: bool = False
    looks: frozenset[str] = frozenset()
    mark_looks: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Its words on all their lines."""
        return "\n".join(self.lines).replace(GUARD, "")


@dataclass
class Asked:
    """A question while its lines are read."""

    number: int
    line: int
    stem: list[str]
    subject: str = ""
    """What its heading is about."""
    options: list[Option] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    """What lines below it say is right."""
    stated: dict[str, str] = field(default_factory=dict)
    label: str = ""
    """The column that the last label named."""
    pictures: list[Attachment] = field(default_factory=list)
    is_over: bool = False
    """Its options are told: what follows says something of it."""


def right_letters(asked: Asked, from_table: str) -> frozenset[str]:
    """The letters of what is right. What is said counts before what only stands out.

    Refuses two answers that differ (a star is one), a letter without an option, and a question
    without answer.
    """
    said = [letters_in(answer) for answer in (*asked.answers, from_table) if answer]
    if len({one for one in said if one}) > 1:
        raise Unreadable(Problem.SEVERAL_MARKED, asked.line)
    right = next(filter(None, said), frozenset())
    starred = _starred(asked.options)
    if right and starred and starred != right:
        raise Unreadable(Problem.SEVERAL_MARKED, asked.line)
    right = right or _standing_out(asked)
    if not right:
        raise Unreadable(Problem.NO_RIGHT_ANSWER, asked.line)
    if not right <= {one.letter for one in asked.options}:
        raise Unreadable(Problem.NO_SUCH_OPTION, asked.line)
    return right


def _standing_out(asked: Asked) -> frozenset[str]:
    """The options that alone have a star or a look; a look of all options says nothing."""
    found = list(_told_apart(asked.options))
    if len(set(found)) > 1:
        raise Unreadable(Problem.SEVERAL_MARKED, asked.line)
    if found:
        return found[0]
    return next(_by_looks([one.mark_looks for one in asked.options], asked.options), frozenset())


def _starred(options: Sequence[Option]) -> frozenset[str]:
    """The options that a star sets apart from others."""
    starred = frozenset(one.letter for one in options if one.is_starred)
    return starred if len(starred) < len(options) else frozenset()


def _told_apart(options: Sequence[Option]) -> Iterator[frozenset[str]]:
    if starred := _starred(options):
        yield starred
    yield from _by_looks([one.looks for one in options], options)


def _by_looks(
    looks: Sequence[frozenset[str]], options: Sequence[Option]
) -> Iterator[frozenset[str]]:
    for look in _LOOKS:
        pairs = zip(looks, options, strict=True)
        letters = frozenset(one.letter for has, one in pairs if look in has)
        if 0 < len(letters) < len(options):
            yield letters

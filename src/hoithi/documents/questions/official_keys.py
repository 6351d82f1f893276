"""What is right in an official's question: what is said below, in a table, or stands out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.official_lines import (
    GUARD,
    STRAY_OPTION,
    SourceLine,
    letters_in,
)
from hoithi.documents.questions.records import Attachment, Problem, Unreadable

_MOST = 8
"""Options of a question."""
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
    stem_looks: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    """What each line of the stem and its mark look like."""
    wrong: tuple[Problem, int] | None = None
    """What is wrong with its options, and in which line."""
    doubts: list[Problem] = field(default_factory=list)
    """What a person should look at although it can be read."""

    def listing(self, stem: list[str], options: list[Option], answers: list[str]) -> "Asked":
        """The question with this stem and these options, which were lines of its stem."""
        doubts = [*self.doubts, Problem.LIST_AS_OPTIONS]
        return replace(self, stem=stem, options=options, answers=answers, doubts=doubts)


def right_letters(asked: Asked, from_table: str) -> frozenset[str]:
    """The letters of what is right. What is said counts before what only stands out.

    Refuses two answers that differ (a star is one), a letter without an option, and a question
    without answer. A look that says otherwise than the words is a doubt; so are several options
    that only stand out.
    """
    said = [_meant(answer, asked) for answer in (*asked.answers, from_table) if answer]
    if len(set(said)) > 1:
        raise Unreadable(Problem.SEVERAL_MARKED, asked.line)
    right = next(iter(said), frozenset[str]())
    starred = _starred(asked.options)
    if right and starred and starred != right:
        raise Unreadable(Problem.SEVERAL_MARKED, asked.line)
    if right and any(letters != right for letters in _all_looks(asked.options)):
        asked.doubts.append(Problem.LOOKS_DIFFER)
    right = right or _standing_out(asked)
    if not right:
        raise Unreadable(Problem.NO_RIGHT_ANSWER, asked.line)
    if not said and not starred and len(right) > 1:
        asked.doubts.append(Problem.SEVERAL_STAND_OUT)
    if not right <= {one.letter for one in asked.options}:
        raise Unreadable(Problem.NO_SUCH_OPTION, asked.line)
    return right


def _meant(answer: str, asked: Asked) -> frozenset[str]:
    """The letters of an answer, or of the one option whose words it is."""
    if letters := letters_in(answer):
        return letters
    told = bare_words(answer)
    same = [one.letter for one in asked.options if bare_words(one.text) == told]
    if len(same) != 1:
        raise Unreadable(Problem.NO_SUCH_OPTION, asked.line)
    return frozenset(same)


def bare_words(text: str) -> str:
    """What two ways of writing an option share."""
    return fold(text.replace(GUARD, "")).strip(" .;,“”\"'()")


def _standing_out(asked: Asked) -> frozenset[str]:
    """The options that alone have a star or a look; a look of all options says nothing."""
    found = list(_told_apart(asked.options))
    if len(set(found)) > 1:
        raise Unreadable(Problem.SEVERAL_MARKED, asked.line)
    if found:
        return found[0]
    return next(_by_looks([one.mark_looks for one in asked.options], asked.options), frozenset())


def wrong_option(asked: Asked, line: SourceLine) -> Problem | None:
    """What is wrong with a line behind options that begins like one and is not the next."""
    found = STRAY_OPTION.fullmatch(line.plain)
    letter = found[1].upper() if found else ""
    if len(asked.options) == _MOST and (letter == "I" or line.is_counted):
        return Problem.TOO_MANY_OPTIONS
    if letter in ("", "I"):
        return None
    is_there = letter in {one.letter for one in asked.options}
    return Problem.OPTION_TWICE if is_there else Problem.OPTION_ORDER


def _starred(options: Sequence[Option]) -> frozenset[str]:
    """The options that a star sets apart from others."""
    starred = frozenset(one.letter for one in options if one.is_starred)
    return starred if len(starred) < len(options) else frozenset()


def _told_apart(options: Sequence[Option]) -> Iterator[frozenset[str]]:
    if starred := _starred(options):
        yield starred
    yield from _by_looks([one.looks for one in options], options)


def _all_looks(options: Sequence[Option]) -> Iterator[frozenset[str]]:
    yield from _by_looks([one.looks for one in options], options)
    yield from _by_looks([one.mark_looks for one in options], options)


def _by_looks(
    looks: Sequence[frozenset[str]], options: Sequence[Option]
) -> Iterator[frozenset[str]]:
    for look in _LOOKS:
        pairs = zip(looks, options, strict=True)
        letters = frozenset(one.letter for has, one in pairs if look in has)
        if 0 < len(letters) < len(options):
            yield letters

"""The questions of one's own paper with what was answered and what is right, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hoithi.core.marking import mark, of_bank
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.numbers import number_text
from hoithi.core.questions.records import CHOICE_KINDS, Answer, LegalBasis, Media, QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import AnswerKey, QuestionVersion
from hoithi.questions.queries import newest_keys
from hoithi.sittings.facts.banks import marking_key

_OF_OPTIONS = {*CHOICE_KINDS, QuestionKind.TRUE_FALSE}


@dataclass(frozen=True)
class OwnOption:
    """An option as it was shown."""

    text: str
    chosen: bool
    right: bool


@dataclass(frozen=True)
class OwnPair:
    """An option of a matching question, or a place of an order: what stands there, what should."""

    text: str
    given: str
    right: str

    @property
    def is_right(self) -> bool:
        """Whether it was answered right."""
        return self.given == self.right


@dataclass(frozen=True)
class OwnLine:
    """A question with what was answered and what is right."""

    place: int
    stem: str
    options: tuple[OwnOption, ...]
    given: str
    accepted: str
    right: bool
    explanation: str
    basis: LegalBasis
    withdrawn: bool
    kind: str = ""
    pairs: tuple[OwnPair, ...] = ()
    """Of matching and ordering, line by line."""
    is_essay: bool = False
    media: tuple[Media, ...] = ()
    """The question was withdrawn; it counts as the rules say."""


def own_lines(lines: tuple[PaperLine, ...], answers: Mapping[str, Any]) -> tuple[OwnLine, ...]:
    """Every question of a paper with what was answered and what is right."""
    ids = [line.question for line in lines]
    versions = QuestionVersion.objects.in_bulk(ids)
    keys = newest_keys(ids)
    return tuple(
        _line(place, line, versions[line.question], keys.get(line.question), answers)
        for place, line in enumerate(lines, 1)
        if line.question in versions
    )


def _line(
    place: int,
    line: PaperLine,
    version: QuestionVersion,
    key: AnswerKey | None,
    answers: Mapping[str, Any],
) -> OwnLine:
    given = answers.get(str(place))
    kind = QuestionKind(version.kind)
    right = answer_of(kind, key) if key else Answer()
    options = _shown_options(kind, line, version, given, right)
    chosen_right = bool(options) and all(one.chosen == one.right for one in options)
    text = text_of(version)
    pairs = _pairs(kind, line, version, given, right)
    return OwnLine(
        place=place,
        stem=version.stem,
        options=options,
        given="" if options or pairs or given is None else _typed(kind, given),
        accepted=_accepted(right),
        right=chosen_right or _written_right(version, key, line, given),
        explanation=right.explanation,
        basis=text.basis,
        media=text.media,
        withdrawn=key is not None and key.withdrawn,
        kind=kind.value,
        pairs=pairs,
        is_essay=kind is QuestionKind.ESSAY,
    )


def _typed(kind: QuestionKind, given: object) -> str:
    """A number with its comma, every other answer as it was written."""
    return str(given).replace(".", ",") if kind is QuestionKind.NUMBER else str(given)


def _accepted(right: Answer) -> str:
    if right.value is None:
        return ", ".join(right.accepted)
    value = number_text(right.value)
    return f"{value} ± {number_text(right.tolerance)}" if right.tolerance else value


def _written_right(
    version: QuestionVersion, key: AnswerKey | None, line: PaperLine, given: object
) -> bool:
    """Whether an answer that is not chosen from options is right, as the marking reads it."""
    if key is None or version.kind in _OF_OPTIONS:
        return False
    known = marking_key(version, key)
    asked = of_bank(known, line, given)
    return mark(known, asked, MultiplePolicy.ALL_OR_NOTHING, Decimal(1)).right


def _shown_options(
    kind: QuestionKind, line: PaperLine, version: QuestionVersion, given: object, right: Answer
) -> tuple[OwnOption, ...]:
    if kind is QuestionKind.TRUE_FALSE:
        return _true_or_false(given, is_true=right.is_true)
    return _options(line, version, given, right.places) if kind in CHOICE_KINDS else ()


def _pairs(
    kind: QuestionKind, line: PaperLine, version: QuestionVersion, given: object, right: Answer
) -> tuple[OwnPair, ...]:
    shown = given if isinstance(given, list) else []
    places = [line.options[place - 1] if place else -1 for place in shown]
    if kind is QuestionKind.MATCHING:
        texts, wanted, names = version.targets, right.pairs, version.options
    elif kind is QuestionKind.ORDERING:
        texts, wanted = version.options, right.order
        names = [str(place) for place in range(1, len(texts) + 1)]
    else:
        return ()
    places += [-1] * (len(names) - len(places))
    return tuple(
        OwnPair(name, texts[place] if place >= 0 else "", texts[target])
        for name, place, target in zip(names, places, wanted, strict=False)
    )


def _options(
    line: PaperLine, version: QuestionVersion, given: object, right: frozenset[int]
) -> tuple[OwnOption, ...]:
    chosen = given if isinstance(given, list) else [given]
    return tuple(
        OwnOption(version.options[option], shown in chosen, option in right)
        for shown, option in enumerate(line.options, 1)
    )


def _true_or_false(given: object, *, is_true: bool | None) -> tuple[OwnOption, ...]:
    return (
        OwnOption("true", chosen=given == 1, right=is_true is True),
        OwnOption("false", chosen=given == 2, right=is_true is False),
    )

"""Questions of other systems as lines of the officials' table of questions."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from hoithi.core.questions.keys import joined, written_answer, written_places
from hoithi.core.questions.numbers import number_text
from hoithi.core.questions.records import Answer, QuestionKind
from hoithi.core.questions.rows import KINDS, OPTION_COLUMNS, TARGET_COLUMNS
from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.records import Kind, Problem, ReadQuestion
from hoithi.documents.questions.texts import NOTHING, ONE
from hoithi.documents.questions.words import words_of

_TAKEN = frozenset(
    {
        Kind.MULTICHOICE,
        Kind.TRUEFALSE,
        Kind.SHORTANSWER,
        Kind.NUMERICAL,
        Kind.MATCH,
        Kind.ORDERING,
        Kind.ESSAY,
    }
)
_KEYED = frozenset({Kind.MULTICHOICE, Kind.SHORTANSWER, Kind.NUMERICAL, Kind.ORDERING})
_LEAST = 2
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ALIKE = Decimal("0.001")
_FINE = Decimal("0.00001")
"""As fine as other systems write thirds: 33,33333 %."""


def why_not(read: ReadQuestion) -> Problem | None:
    """Why the table has no line for a question; None for one that it has."""
    if "kind" in read.stated:
        return None
    if read.kind not in _TAKEN:
        return Problem.NOT_SUPPORTED
    if read.kind in _KEYED and not _right(read):
        return Problem.NO_RIGHT_ANSWER
    if read.kind == Kind.NUMERICAL and not (_widest(read) or _is_told_as_text(read)):
        return Problem.SEVERAL_RANGES if _numbers(read) else Problem.NO_RIGHT_ANSWER
    if read.kind == Kind.MATCH and sum(1 for left, _right in read.pairs if left) < _LEAST:
        return Problem.TOO_FEW_PAIRS
    # Of short texts the choices are what is accepted, not what is listed.
    listed = max(len(read.choices) if read.kind != Kind.SHORTANSWER else 0, len(read.pairs))
    return Problem.TOO_MANY_OPTIONS if listed > len(OPTION_COLUMNS) else None


def row_of(read: ReadQuestion) -> dict[str, str]:
    """The line of the table: what the format itself says, under what the file states beside it."""
    native = {"stem": _text(read, read.stem), "explanation": _text(read, read.explanation)}
    match read.kind:
        case Kind.MULTICHOICE:
            native |= _of_choice(read)
        case Kind.TRUEFALSE:
            native |= _keyed(QuestionKind.TRUE_FALSE, Answer(is_true=read.is_true))
        case Kind.SHORTANSWER:
            texts = (read.choices[place].text for place in _right(read))
            native |= {"kind": KINDS[QuestionKind.SHORT_TEXT], "right": joined(texts)}
        case Kind.NUMERICAL:
            native |= _of_number(read)
        case Kind.MATCH if read.pairs:
            native |= _of_pairs(read)
        case Kind.ORDERING:
            native |= _of_order(read)
        case _:
            native |= {"kind": KINDS[QuestionKind.ESSAY], **_options(read)}
    return {key: value for key, value in native.items() if value} | dict(read.stated)


_FORMULAS = (("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"), ("<math", "</math"))


def doubts_in(read: ReadQuestion) -> list[Problem]:
    """Where the line does not say all of what the question shows."""
    options = [one.text for one in read.choices]
    sides = [side for pair in read.pairs for side in pair]
    has_formula = any(_has_formula(text) for text in (read.stem, *options, *sides))
    return list(dict.fromkeys([*read.doubts, *([Problem.FORMULA] if has_formula else [])]))


def _has_formula(text: str) -> bool:
    return any(end in text.partition(begin)[2] for begin, end in _FORMULAS)


def _text(read: ReadQuestion, text: str) -> str:
    return text if read.is_plain else words_of(text)


def _options(read: ReadQuestion) -> dict[str, str]:
    texts = (_text(read, one.text) for one in read.choices)
    return dict(zip(OPTION_COLUMNS, texts, strict=False))


def _keyed(kind: QuestionKind, answer: Answer) -> dict[str, str]:
    return {"kind": KINDS[kind], "right": written_answer(kind, answer)}


def _right(read: ReadQuestion) -> list[int]:
    """The places of what is right: an option worth all marks, or all that share them."""
    shares = [one.fraction for one in read.choices]
    if read.kind == Kind.MULTICHOICE and read.single is False:
        return [place for place, share in enumerate(shares) if share > 0]
    return [place for place, share in enumerate(shares) if share == ONE]


def _of_choice(read: ReadQuestion) -> dict[str, str]:
    right = _right(read)
    kind = QuestionKind.SINGLE if len(right) == 1 else QuestionKind.MULTIPLE
    return {
        "kind": KINDS[kind],
        **_options(read),
        "right": written_places(right),
        "weights": _weights([one.fraction for one in read.choices], right),
    }


def _weights(shares: Sequence[Decimal], right: Sequence[int]) -> str:
    """Percents of the options, where the file gives other ones than alike for all that is right."""
    usual = ONE / len(right) if right else ONE
    plain = [usual if place in right else NOTHING for place in range(len(shares))]
    if all(abs(a - b) < _ALIKE for a, b in zip(shares, plain, strict=True)):
        return ""
    percents = ((share * 100).quantize(_FINE).normalize() for share in shares)
    return ";".join(number_text(one) for one in percents)


def _of_number(read: ReadQuestion) -> dict[str, str]:
    if told := _widest(read):
        return _keyed(QuestionKind.NUMBER, Answer(value=told[0], tolerance=told[1]))
    if not _is_told_as_text(read):
        return {"kind": KINDS[QuestionKind.NUMBER]}
    return {"kind": KINDS[QuestionKind.SHORT_TEXT], "right": joined(_values(read))}


def _values(read: ReadQuestion) -> list[str]:
    return list(dict.fromkeys(number_text(value) for value, _tolerance in _numbers(read)))


def _numbers(read: ReadQuestion) -> list[tuple[Decimal, Decimal]]:
    """The right numbers, each with how far from it is right too."""
    told = [read.choices[place] for place in _right(read)]
    return [
        (Decimal(one.text.strip().replace(",", ".")), abs(one.tolerance or NOTHING))
        for one in told
        if one.text != "*"
    ]


def _widest(read: ReadQuestion) -> tuple[Decimal, Decimal] | None:
    """The right number whose range holds all others; None where there is none."""
    found = _numbers(read)
    return next((one for one in found if all(_holds(one, other) for other in found)), None)


def _holds(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    return abs(one[0] - other[0]) <= one[1] - other[1]


def _is_told_as_text(read: ReadQuestion) -> bool:
    """Whether several numbers are right, and each only just as it is."""
    return bool(_numbers(read)) and not any(tolerance for _value, tolerance in _numbers(read))


def numbers_as_text(read: ReadQuestion) -> str:
    """The numbers that come in as accepted words, because a bank knows one number; "" for none."""
    is_number = read.kind == Kind.NUMERICAL and "kind" not in read.stated
    if not is_number or _widest(read) or not _is_told_as_text(read):
        return ""
    return "; ".join(_values(read))


def _of_pairs(read: ReadQuestion) -> dict[str, str]:
    pairs = [(_text(read, left), _text(read, right)) for left, right in read.pairs]
    targets = list(dict.fromkeys(right for _left, right in pairs))
    options = [(left, targets.index(right)) for left, right in pairs if left]
    return {
        **_keyed(QuestionKind.MATCHING, Answer(pairs=tuple(at for _left, at in options))),
        **dict(zip(OPTION_COLUMNS, (left for left, _at in options), strict=False)),
        **dict(zip(TARGET_COLUMNS, targets, strict=False)),
    }


def _of_order(read: ReadQuestion) -> dict[str, str]:
    order = Answer(order=tuple(range(len(read.choices))))
    return _options(read) | _keyed(QuestionKind.ORDERING, order)


def same_question(row: Mapping[str, str]) -> tuple[str, ...]:
    """What makes two questions the same: words, files and what is right, whatever their code."""
    files = sorted(_DIGEST.findall(row.get("media", "")))
    told = [row.get("stem", ""), row.get("right", ""), *(row.get(one, "") for one in _TOLD), *files]
    return tuple(fold(text) for text in told)


_TOLD = (*OPTION_COLUMNS, *TARGET_COLUMNS)

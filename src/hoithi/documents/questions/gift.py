"""GIFT: "::name:: stem {=right ~wrong#feedback}", and its kin, the missing-word format."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from hoithi.documents.questions.notes import MARK, note_in
from hoithi.documents.questions.records import (
    Choice,
    Fault,
    Format,
    Kind,
    Problem,
    QuestionReading,
    ReadQuestion,
    Unreadable,
)
from hoithi.documents.questions.texts import (
    GAP,
    MOST_QUESTIONS,
    NOTHING,
    ONE,
    Piece,
    name_from,
    number,
    pieces,
    tree_of,
    weight,
)

_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_CATEGORY = re.compile(r"\s*\$CATEGORY:[ \t]*(.*\S)[ \t]*(?:\n|$)")
_MARKUP = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_NOTE = f"// {MARK}: "
_PLAIN = frozenset({"plain", "markdown"})
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_ESCAPED = re.compile(r"\\([\\:#={}~n])")
# Escaped signs wait as private letters while the text is taken apart.
_HELD = {sign: chr(0xE000 + place) for place, sign in enumerate("\\:#={}~n")}
_MEANT = {ord(held): "\n" if sign == "n" else sign for sign, held in _HELD.items()}
_ANSWERS = re.compile(r"(?=[=~])")
BARE_WEIGHT = re.compile(r"([=~])[ \t]{0,9}(-?\d{1,3}(?:\.\d{1,7})?)%")
"""A share of the marks as missing-word files write it: "~75%text"."""
_SIGNS = {"=": ONE, "~": NOTHING}
_LEAST_PAIRS = 2


def read_gift(text: str) -> QuestionReading:
    """The questions of a GIFT file; one that cannot be read is named by its line."""
    notes = _notes(text)
    held = _ESCAPED.sub(lambda found: _HELD[found[1]], text)
    questions, faults, categories = list[ReadQuestion](), list[Fault](), list[str]()
    category = ""
    for block in _joined(pieces(held, skip="//")):
        named, piece = _category(block)
        if named:
            category = named
            categories.append(named)
        if not piece.text.strip():
            continue
        if len(questions) + len(faults) > MOST_QUESTIONS:
            raise Unreadable(Problem.TOO_MANY_QUESTIONS, most=str(MOST_QUESTIONS))
        try:
            stated = notes.get(block.line - 1, {})
            questions.append(replace(_question(piece), category=category, stated=stated))
        except Unreadable as wrong:
            about = _meant(piece.text)[:120]
            faults.append(Fault(wrong.problem, piece.line, about, wrong.facts))
    return QuestionReading(
        Format.GIFT,
        tuple(questions),
        tuple(faults),
        tuple(categories),
        dict(tree_of(categories)),
    )


def _notes(text: str) -> dict[int, dict[str, str]]:
    """What comments right above questions state of them, by their lines."""
    return {
        number: note_in(line.removeprefix(_NOTE))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.startswith(_NOTE)
    }


def _category(piece: Piece) -> tuple[str, Piece]:
    """The category that a piece begins with, and what else it says."""
    found = _CATEGORY.match(piece.text)
    if found is None:
        return "", piece
    return _meant(found[1]), Piece(piece.line + 1, piece.text[found.end() :])


def read_missing_word(text: str) -> QuestionReading:
    """The questions of a missing-word file: a sentence with its answers in braces."""
    reading = read_gift(BARE_WEIGHT.sub(r"\1%\2%", text))
    questions = tuple(_with_gap(one) for one in reading.questions)
    return replace(reading, format=Format.MISSING_WORD, questions=questions)


def _with_gap(question: ReadQuestion) -> ReadQuestion:
    """The word that is missing may be the last one."""
    if GAP in question.stem or not question.choices:
        return question
    stem = f"{question.stem} {GAP}"
    return replace(question, stem=stem, name=name_from(stem))


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces in which every brace is closed: a list of answers may hold an empty line."""
    waiting, open_braces = list[Piece](), 0
    for piece in found:
        # A list of answers opens no second one: the brace before was left open.
        if waiting and (piece.text.lstrip().startswith(("::", "$CATEGORY")) or "{" in piece.text):
            yield _whole(waiting)
            waiting, open_braces = [], 0
        waiting.append(piece)
        open_braces += piece.text.count("{") - piece.text.count("}")
        if open_braces <= 0:
            yield _whole(waiting)
            waiting, open_braces = [], 0
    if waiting:
        yield _whole(waiting)


def _whole(found: list[Piece]) -> Piece:
    return Piece(found[0].line, "\n".join(piece.text for piece in found))


def _question(piece: Piece) -> ReadQuestion:
    text = piece.text
    named = _NAME.match(text)
    text = text[named.end() :] if named else text
    before, brace, rest = text.partition("{")
    answers, closed, after = rest.partition("}")
    if brace and not closed:
        raise Unreadable(Problem.OPEN_BRACE)
    stem = f"{before}{GAP}{after}" if after.strip() else before
    markup, stem = _MARKUP.match(stem), _said(stem)
    name = _meant(named[1]).strip() if named else name_from(stem)
    answers, _sign, general = answers.partition("####")
    question = ReadQuestion(
        Kind.DESCRIPTION,
        name,
        stem,
        line=piece.line,
        explanation=_said(general),
        is_plain=markup is not None and markup[1] in _PLAIN,
    )
    return _answered(question, answers) if brace else question


def _answered(question: ReadQuestion, answers: str) -> ReadQuestion:
    bare = answers.strip()
    if not bare:
        return replace(question, kind=Kind.ESSAY)
    if bare.startswith("#"):
        return replace(question, kind=Kind.NUMERICAL, choices=tuple(_numbers(bare[1:])))
    truth = _TRUTH.get(bare.partition("#")[0].strip().upper())
    if truth is not None:
        return replace(question, kind=Kind.TRUEFALSE, is_true=truth)
    if "~" in bare:
        return _of_choice(question, bare)
    if "->" in bare:
        return _of_pairs(question, bare)
    choices = tuple(_choices(bare, unsigned=ONE))
    if not choices:
        raise Unreadable(Problem.NO_RIGHT_ANSWER)
    return replace(question, kind=Kind.SHORTANSWER, choices=choices)


def _of_choice(question: ReadQuestion, answers: str) -> ReadQuestion:
    choices = tuple(_choices(answers))
    if len(choices) < _LEAST_PAIRS:
        raise Unreadable(Problem.TOO_FEW_OPTIONS)
    if not any(one.fraction > 0 for one in choices):
        raise Unreadable(Problem.NO_RIGHT_ANSWER)
    return replace(question, kind=Kind.MULTICHOICE, single="=" in answers, choices=choices)


def _of_pairs(question: ReadQuestion, answers: str) -> ReadQuestion:
    pairs = []
    for part in _parts(answers):
        left, arrow, right = part[1:].partition("->")
        if not arrow:
            raise Unreadable(Problem.TOO_FEW_PAIRS)
        pairs.append((_said(left), _said(right.partition("#")[0])))
    if len(pairs) < _LEAST_PAIRS:
        raise Unreadable(Problem.TOO_FEW_PAIRS)
    return replace(question, kind=Kind.MATCH, pairs=tuple(pairs))


def _parts(answers: str) -> list[str]:
    return [part.strip() for part in _ANSWERS.split(answers) if part.strip(" \t\n=~")]


def _choices(answers: str, unsigned: Decimal = NOTHING) -> Iterator[Choice]:
    """The answers with their shares; `unsigned` is that of words before the first sign."""
    for part in _parts(answers):
        is_signed = part[0] in _SIGNS
        share, rest = weight(part[is_signed:].lstrip())
        told, _sign, feedback = rest.partition("#")
        whole = _SIGNS[part[0]] if is_signed else unsigned
        fraction = whole if share is None else share
        yield Choice(_said(told), fraction, _said(feedback))


def _numbers(answers: str) -> Iterator[Choice]:
    parts = _parts(answers) if _ANSWERS.search(answers) else [f"={answers}"]
    if not parts or not answers.strip():
        raise Unreadable(Problem.NO_RIGHT_ANSWER)
    if answers.lstrip()[:1] not in {"=", "~"} and len(parts) > 1:
        parts[0] = f"={parts[0]}"
    for part in parts:
        told = part[1:] if part[0] in "=~" else part
        share, rest = weight(told.lstrip())
        value, _sign, feedback = rest.partition("#")
        is_any = value.strip() == "*"
        if part.startswith("~") or is_any or not value.strip():
            usual = ONE if is_any and part.startswith("=") else NOTHING
            yield Choice("*", usual if share is None else share, _said(feedback))
        else:
            middle, tolerance = _range(value)
            fraction = ONE if share is None else share
            yield Choice(_plain(middle), fraction, _said(feedback), tolerance)


def _range(value: str) -> tuple[Decimal, Decimal]:
    """ "3:2" is three give or take two; "3.141..3.142" is its middle with half the width."""
    first, dots, last = value.partition("..")
    if dots:
        low, high = number(_meant(first)), number(_meant(last))
        return (low + high) / 2, abs(high - low) / 2
    told, _colon, tolerance = value.partition(":")
    return number(_meant(told)), number(tolerance) if tolerance.strip() else NOTHING


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _said(text: str) -> str:
    markup = _MARKUP.match(text)
    return _meant(text[markup.end() if markup else 0 :]).strip()


def _meant(text: str) -> str:
    """The text with its escaped signs as signs again."""
    return text.translate(_MEANT)

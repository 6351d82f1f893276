"""An official's question as it was told becomes a question of the bank."""

from dataclasses import replace

from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.official_keys import Asked, right_letters
from hoithi.documents.questions.official_labels import KINDS
from hoithi.documents.questions.official_lines import GUARD, STRAY_OPTION
from hoithi.documents.questions.official_lists import letter_as_text, listed
from hoithi.documents.questions.records import Choice, Kind, Problem, ReadQuestion, Unreadable
from hoithi.documents.questions.texts import NOTHING, ONE, name_from

_LEAST = 2
_TRUTH = {"đúng": True, "dung": True, "sai": False, "đ": True, "s": False}


def stem_of(asked: Asked) -> str:
    """Its stem on all its lines."""
    return "\n".join(asked.stem).replace(GUARD, "")


def made_of(asked: Asked, from_table: str) -> ReadQuestion:
    """The question; `from_table` is what a table of answers says of it.

    Refuses (Unreadable) one that cannot be asked as it stands.
    """
    if asked.wrong:
        raise Unreadable(*asked.wrong)
    kind = KINDS.get(fold(asked.stated.get("kind", "")), Kind.MULTICHOICE)
    stem = stem_of(asked)
    stated = ({"field": asked.subject} if asked.subject else {}) | asked.stated
    made = ReadQuestion(
        kind,
        name_from(stem, has_markup=False),
        stem,
        line=asked.line,
        stated=stated,
        is_plain=True,
        files=tuple(one.name for one in asked.pictures),
        attachments=tuple(asked.pictures),
    )
    if asked.options and kind is Kind.MULTICHOICE:
        return _of_options(made, asked, from_table)
    if "kind" not in asked.stated and (found := listed(asked, _said(asked, from_table))):
        return made_of(found, "")
    return _of_words(made, asked, from_table)


def _of_options(made: ReadQuestion, asked: Asked, from_table: str) -> ReadQuestion:
    if len(asked.options) < _LEAST:
        raise Unreadable(Problem.TOO_FEW_OPTIONS)
    right = right_letters(asked, from_table)
    if any(STRAY_OPTION.fullmatch(line) for line in asked.stem[1:]):
        asked.doubts.append(Problem.OPTION_IN_STEM)
    share = ONE / len(right)
    choices = tuple(
        Choice(one.text, share if one.letter in right else NOTHING) for one in asked.options
    )
    doubts = dict.fromkeys(asked.doubts)
    if "kind" in asked.stated:
        doubts.pop(Problem.SEVERAL_STAND_OUT, None)
    return replace(made, single=len(right) == 1, choices=choices, doubts=tuple(doubts))


def _said(asked: Asked, from_table: str) -> str:
    return (asked.answers[0] if asked.answers else from_table).replace(GUARD, "").strip()


def _truth(said: str) -> bool | None:
    """ "Đúng" or "S"; None for other words, and for the D of an option."""
    return _TRUTH.get(said.casefold(), _TRUTH.get(fold(said)))


def _of_words(made: ReadQuestion, asked: Asked, from_table: str) -> ReadQuestion:
    """A question without options: true or false, a short text, or of the kind that it states."""
    said = _said(asked, from_table)
    if "kind" in asked.stated and made.kind is not Kind.MULTICHOICE:
        options = tuple(Choice(one.text, NOTHING) for one in asked.options)
        is_true = _truth(said) if made.kind is Kind.TRUEFALSE else None
        stated = {**made.stated, "right": said}
        return replace(made, choices=options, is_true=is_true, stated=stated)
    if not said:
        raise Unreadable(Problem.TOO_FEW_OPTIONS)
    if (is_true := _truth(said)) is not None:
        return replace(made, kind=Kind.TRUEFALSE, is_true=is_true)
    doubts = (Problem.LETTER_AS_TEXT,) if letter_as_text(asked, said) else ()
    return replace(made, kind=Kind.SHORTANSWER, choices=(Choice(said, ONE),), doubts=doubts)

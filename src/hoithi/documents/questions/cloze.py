"""Texts with gaps (cloze): "The capital is {1:SHORTANSWER:=Hà Nội~*#No}."."""

import re
from dataclasses import dataclass

from hoithi.documents.questions.records import (
    Fault,
    Format,
    Kind,
    Problem,
    QuestionReading,
    ReadQuestion,
    Unreadable,
)
from hoithi.documents.questions.texts import folded, name_from, number, weight

GAPS = re.compile(
    r"\{\s{0,9}(?P<marks>\d{0,3})\s{0,9}:\s{0,9}(?P<type>[A-Z_]{2,20})\s{0,9}:"
    # Possessive: nothing to go back to is kept for the million signs of a hostile gap.
    r"(?P<answers>[^{}\\]*+(?:\\.[^{}\\]*+)*+)\}",
    re.DOTALL,
)
_TYPES = {
    "multichoice": "MULTICHOICE MC MULTICHOICE_V MCV MULTICHOICE_H MCH MULTICHOICE_S MCS "
    "MULTICHOICE_VS MCVS MULTICHOICE_HS MCHS MULTIRESPONSE MR MULTIRESPONSE_H MRH "
    "MULTIRESPONSE_S MRS MULTIRESPONSE_HS MRHS",
    "shortanswer": "SHORTANSWER SA MW SHORTANSWER_C SAC MWC",
    "numerical": "NUMERICAL NM",
}
_KINDS = {name: kind for kind, names in _TYPES.items() for name in names.split()}
_SEVERAL_RIGHT = re.compile(r"MULTIRESPONSE|MR")
_NEXT = re.compile(r"(?<!\\)~")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with its type and marks."""

    kind: str
    marks: int


def gaps_in(text: str) -> tuple[Gap, ...]:
    """The gaps of a text in their order. Refuses a gap that nobody could fill rightly."""
    return tuple(_gap(found) for found in GAPS.finditer(text) if found["type"] in _KINDS)


def _gap(found: re.Match[str]) -> Gap:
    answers = [part.strip() for part in _NEXT.split(found["answers"]) if part.strip()]
    kind = _KINDS[found["type"]]
    if kind == "multichoice" and len(answers) < _LEAST:
        raise Unreadable(Problem.GAP_OF_ONE_OPTION)
    if not any(_is_whole(one) for one in answers) and not _SEVERAL_RIGHT.match(found["type"]):
        raise Unreadable(Problem.GAP_WITHOUT_RIGHT_OPTION)
    if kind == "numerical":
        _check_numbers(answers)
    return Gap(kind, int(found["marks"] or 1))


def _check_numbers(answers: list[str]) -> None:
    """Refuses a word where a number must stand; "*" is any other answer."""
    for answer in answers:
        _share, told = weight(answer.lstrip("="))
        value = told.partition("#")[0].lstrip("=").partition(":")[0].strip()
        for part in value.split("..") if value != "*" else ():
            number(part)


def _is_whole(answer: str) -> bool:
    share, _rest = weight(answer)
    return answer.startswith("=") or share == 1


def cloze_question(text: str, name: str = "") -> ReadQuestion:
    """A text with gaps as one question. Refuses a text without any."""
    gaps = gaps_in(text)
    if not gaps:
        raise Unreadable(Problem.NO_GAP)
    numbered = iter(range(1, len(gaps) + 1))
    shown = GAPS.sub(lambda _found: f"{{#{next(numbered, 0)}}}", text).strip()
    told = tuple(f"{gap.kind}:{gap.marks}" for gap in gaps)
    return ReadQuestion(Kind.MULTIANSWER, name or name_from(folded(shown)), shown, gaps=told)


def read_cloze(text: str) -> QuestionReading:
    """A file that is one text with gaps."""
    try:
        return QuestionReading(Format.CLOZE, (cloze_question(text),))
    except Unreadable as wrong:
        return QuestionReading(Format.CLOZE, faults=(Fault(wrong.problem, 1),))

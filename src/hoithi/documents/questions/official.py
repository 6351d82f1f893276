"""Questions as officials write them: "Câu 1.", options "A." to "H.", and what is right.

Right is what "Đáp án: C" below the options says, the table of answers at the end, or the one
option that is bold, underlined, coloured or starred.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hoithi.documents.questions.records import (
    Choice,
    Fault,
    Format,
    Kind,
    Problem,
    QuestionReading,
    ReadQuestion,
)
from hoithi.documents.questions.texts import NOTHING, ONE, folded, name_from

QUESTION = re.compile(
    r"\s*(?:Câu|CÂU|câu)\s*(?:hỏi\s*)?(?:số\s*)?(\d{1,4})\s*[.:)\-–/]?\s*(.*)", re.DOTALL
)
_OPTION = re.compile(r"\s*(\*?)\s*([A-Ha-h])\s*[.)/:]\s*(.*\S)\s*", re.DOTALL)
_ANSWER = re.compile(
    r"\s*(?:Đáp án|ĐÁP ÁN|đáp án|Trả lời|ĐA)\s*(?:đúng)?\s*(?:là)?\s*[:.\-–]?\s*"
    r"([A-Ha-h](?:\s*[,;+&và ]+\s*[A-Ha-h])*)\s*\.?\s*"
)
_TABLE = re.compile(r"\s*(?:BẢNG\s+|Bảng\s+)?(?:ĐÁP ÁN|Đáp án|đáp án)\b[^A-Za-z]*$")
_PAIR = re.compile(r"(?<!\d)(\d{1,4})\s*[.:)\-–]?\s*([A-H])(?![A-Za-zÀ-ỹ])")
_BASIS = re.compile(r"\s*\(?\s*(?:Căn cứ|Nguồn|Theo)\s*[:：]\s*(.*?)\)?\s*")
_IN_LINE = re.compile(r"(?<=[^\s*])\s+(?=\*?\s*[B-H][.)]\s*\S)")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, and whether all of it stands out: bold, underlined, coloured."""

    text: str
    stands_out: bool = False


@dataclass
class _Option:
    letter: str
    text: str
    marked: bool


@dataclass
class _Open:
    """A question while its lines are read."""

    number: int
    line: int
    stem: list[str]
    options: list[_Option] = field(default_factory=list)
    answer: set[str] = field(default_factory=set)


@dataclass
class _Reader:
    questions: list[_Open] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    answers: dict[int, str] = field(default_factory=dict)
    in_table: bool = False

    def take(self, number: int, line: SourceLine) -> None:
        """One line that says something."""
        if found := QUESTION.fullmatch(line.text):
            self._begin(number, line, found)
        elif _TABLE.fullmatch(line.text):
            self.in_table = True
        elif self.in_table:
            self._table(line.text)
        elif self.questions:
            self._within(self.questions[-1], line)

    def _begin(self, number: int, line: SourceLine, found: re.Match[str]) -> None:
        pairs = list(_PAIR.finditer(line.text))
        if self.in_table and pairs:
            self._table(line.text)
            return
        known = {one.number for one in self.questions}
        if int(found[1]) in known:
            self.faults.append(Fault(Problem.NUMBER_TWICE, number, line.text.strip()[:120]))
        self.in_table = False
        stem, *options = _IN_LINE.split(found[2])
        begun = _Open(int(found[1]), number, [stem.strip()] if stem.strip() else [])
        self.questions.append(begun)
        for option in options:
            self._within(begun, SourceLine(option))

    def _table(self, text: str) -> None:
        for pair in _PAIR.finditer(text):
            self.answers[int(pair[1])] = pair[2]

    def _within(self, question: _Open, line: SourceLine) -> None:
        if answer := _ANSWER.fullmatch(line.text):
            question.answer |= {letter.upper() for letter in re.findall(r"\b[A-Ha-h]\b", answer[1])}
            return
        for part in _IN_LINE.split(line.text):
            option = _OPTION.fullmatch(part)
            expected = chr(ord("A") + len(question.options))
            if option and option[2].upper() == expected:
                marked = bool(option[1]) or line.stands_out or option[3].rstrip().endswith("*")
                told = _Option(expected, option[3].strip().strip("*").strip(), marked)
                question.options.append(told)
            elif question.options:
                question.options[-1].text += f"\n{part.strip()}"
            elif not _BASIS.fullmatch(part):
                question.stem.append(part.strip())


def read_official(lines: Iterable[SourceLine]) -> QuestionReading:
    """The questions of a text; one that cannot be asked as it stands is named by its line."""
    reader = _Reader()
    for number, line in enumerate(lines, start=1):
        if line.text.strip():
            reader.take(number, line)
    made = list(_made(reader))
    faults = (*reader.faults, *(one for one in made if isinstance(one, Fault)))
    questions = tuple(one for one in made if isinstance(one, ReadQuestion))
    return QuestionReading(
        Format.OFFICIAL_TEXT, questions, tuple(sorted(faults, key=lambda one: one.line or 0))
    )


def _made(reader: _Reader) -> Iterator[ReadQuestion | Fault]:
    for question in reader.questions:
        yield _question(question, reader.answers.get(question.number, ""))
    known = {question.number for question in reader.questions}
    for number in sorted(set(reader.answers) - known):
        yield Fault(Problem.ANSWER_WITHOUT_QUESTION, None, str(number))


def _question(question: _Open, from_table: str) -> ReadQuestion | Fault:
    stem = "\n".join(question.stem)
    about = f"{question.number}: {folded(stem)}"[:120]
    if len(question.options) < _LEAST:
        return Fault(Problem.TOO_FEW_OPTIONS, question.line, about)
    right = _right(question, from_table)
    letters = {one.letter for one in question.options}
    if not right:
        return Fault(Problem.NO_RIGHT_ANSWER, question.line, about)
    if not right <= letters:
        return Fault(Problem.NO_SUCH_OPTION, question.line, about)
    if from_table and question.answer and question.answer != {from_table}:
        return Fault(Problem.SEVERAL_MARKED, question.line, about)
    share = ONE / len(right)
    choices = tuple(
        Choice(one.text, share if one.letter in right else NOTHING) for one in question.options
    )
    return ReadQuestion(
        Kind.MULTICHOICE,
        name_from(stem, has_markup=False),
        stem,
        single=len(right) == 1,
        choices=choices,
        line=question.line,
    )


def _right(question: _Open, from_table: str) -> set[str]:
    """What is said to be right counts before what only stands out: a whole question may be bold."""
    if question.answer:
        return question.answer
    if from_table:
        return {from_table}
    marked = {one.letter for one in question.options if one.marked}
    return marked if len(marked) < len(question.options) else set()

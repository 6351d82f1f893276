"""Aiken: a line of question, lines "A. …", and "ANSWER: A"."""

import re
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
from hoithi.documents.questions.texts import NOTHING, ONE, name_from

_OPTION = re.compile(r"([A-Za-z])[.)]\s*(.*\S)\s*")
_ANSWER = re.compile(r"(?:ANSWER|Answer)\s*:\s*(.*\S)\s*")
OPTION_LINE = re.compile(r"^[A-Za-z][.)]\s*\S", re.MULTILINE)
ANSWER_LINE = re.compile(r"^(?:ANSWER|Answer)\s*:\s*[A-Za-z]\s*$", re.MULTILINE)
_LEAST = 2


@dataclass
class _Reader:
    questions: list[ReadQuestion] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    stem: str = ""
    begun: int = 0
    options: dict[str, str] = field(default_factory=dict)
    twice: int = 0
    """The line of an option whose letter another one has."""

    def take(self, number: int, line: str) -> None:
        """One line that says something."""
        if answer := _ANSWER.fullmatch(line):
            self._answer(number, line, answer[1])
        elif option := _OPTION.fullmatch(line):
            self._option(number, line, option)
        else:
            self._stem(number, line)

    def _stem(self, number: int, line: str) -> None:
        if self.options:
            self._fault(Problem.NOT_FINISHED, number, self.stem)
            self._forget()
        self.begun = self.begun or number
        self.stem = f"{self.stem}\n{line}".strip()

    def _option(self, number: int, line: str, option: re.Match[str]) -> None:
        letter = option[1].upper()
        if self.stem:
            self.twice = number if letter in self.options else self.twice
            self.options[letter] = option[2]
        else:
            self._fault(Problem.OPTION_OUTSIDE, number, line)

    def _answer(self, number: int, line: str, letter: str) -> None:
        if not self.stem:
            self._fault(Problem.ANSWER_OUTSIDE, number, line)
        elif len(self.options) < _LEAST:
            self._fault(Problem.TOO_FEW_OPTIONS, number, self.stem)
        elif self.twice:
            self._fault(Problem.OPTION_TWICE, self.twice, self.stem)
        elif letter.upper() not in self.options:
            self._fault(Problem.NO_SUCH_OPTION, number, self.stem)
        else:
            self._keep(letter.upper())
        self._forget()

    def _keep(self, letter: str) -> None:
        choices = tuple(
            Choice(text, ONE if own == letter else NOTHING) for own, text in self.options.items()
        )
        question = ReadQuestion(
            Kind.MULTICHOICE,
            name_from(self.stem, has_markup=False),
            self.stem,
            single=True,
            choices=choices,
            line=self.begun,
            is_plain=True,
        )
        self.questions.append(question)

    def end(self, number: int) -> None:
        """The file is over."""
        if self.stem:
            self._fault(Problem.NOT_FINISHED, number, self.stem)

    def _fault(self, problem: Problem, number: int, about: str) -> None:
        self.faults.append(Fault(problem, number, about[:120]))

    def _forget(self) -> None:
        self.stem, self.begun, self.options, self.twice = "", 0, {}, 0


def read_aiken(text: str) -> QuestionReading:
    """The questions of an Aiken file; what is none is named by its line, the others stay."""
    reader, last = _Reader(), 1
    for last, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            reader.take(last, line.strip())
    reader.end(last)
    return QuestionReading(Format.AIKEN, tuple(reader.questions), tuple(reader.faults))

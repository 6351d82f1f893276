"""Questions as officials write them: "Câu 1.", options "A." to "H.", and what is right.

Right is what "Đáp án: C" below the options says, the table of answers at the end, or the one
option that is starred, highlighted, coloured, underlined or bold.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hoithi.documents.questions.official_keys import (
    Asked,
    Option,
    wrong_option,
)
from hoithi.documents.questions.official_labels import basis_in, label_in, labels_in
from hoithi.documents.questions.official_lines import (
    ANSWERS_BEGIN,
    GOES_ON,
    GUARD,
    NO_LOOKS,
    NUMBERED,
    NUMBERS,
    OF_NUMBERS,
    OPTION,
    PAIR,
    QUESTION,
    SourceLine,
    answer_in,
    heading_in,
    holds_another,
    latin,
    options_apart,
    pairs_in,
    parts_of,
    stem_and_options,
    unstarred,
)
from hoithi.documents.questions.official_made import made_of, stem_of
from hoithi.documents.questions.records import (
    Fault,
    Format,
    Problem,
    QuestionReading,
    ReadQuestion,
    Unreadable,
)
from hoithi.documents.questions.texts import folded

_LEAST = 2
_ANSWERS = re.compile(r"(?i:đáp án)\s?:?")


@dataclass
class _Reader:
    is_numbered: bool
    """Questions begin with a bare number: nothing in the file says "Câu"."""
    questions: list[Asked] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    answers: dict[int, str] = field(default_factory=dict)
    subject: str = ""
    in_table: bool = False
    numbers: list[int] = field(default_factory=list)

    def take(self, place: int, line: SourceLine) -> None:
        """One line, whatever it is."""
        text = line.plain
        self.answers |= dict(line.answers)
        if self.questions:
            self.questions[-1].pictures += line.pictures
        if not text or self._is_table_row(text):
            return
        if begun := self._beginning(text):
            self._begin(place, line, begun)
        elif self._begins_answers(text):
            self.in_table = True
        elif self.in_table:
            self._table(text)
        elif not self._heading(text) and self.questions:
            self._within(self.questions[-1], place, line)

    def _beginning(self, text: str) -> re.Match[str] | None:
        if self.in_table and PAIR.search(text) and not PAIR.sub("", text).strip("Ccâu .;,|\t"):
            return None
        if not self.is_numbered:
            return QUESTION.fullmatch(text)
        found = NUMBERED.fullmatch(text)
        last = self.questions[-1] if self.questions else None
        if found is None or last is None:
            return found
        is_over = last.is_over or len(last.options) >= _LEAST
        return found if int(found[1]) == last.number + 1 and is_over else None

    def _begin(self, place: int, line: SourceLine, found: re.Match[str]) -> None:
        number = int(found[1])
        if any(one.number == number for one in self.questions):
            self.faults.append(Fault(Problem.NUMBER_TWICE, place, line.plain[:120]))
        self.in_table = False
        stem, options = stem_and_options(found[2])
        begun = Asked(number, place, [stem] if stem else [], self.subject)
        begun.stem_looks += [NO_LOOKS] * len(begun.stem)
        begun.pictures += line.pictures
        self.questions.append(begun)
        if options:
            looks = line.looks_at[-len(options) :]
            self._within(begun, place, SourceLine(options, looks_at=looks))

    def _is_table_row(self, text: str) -> bool:
        """Rows "Câu 1 2 3" and "Đáp án A B C" belong together."""
        if found := NUMBERS.fullmatch(text):
            self.numbers = [int(one) for one in re.findall(r"\d+", found[1])]
            return True
        found = OF_NUMBERS.fullmatch(text) if self.numbers else None
        letters = re.findall(r"[A-Ha-h]", found[1]) if found else []
        if len(letters) != len(self.numbers) or not letters:
            return False
        self.answers |= dict(zip(self.numbers, letters, strict=True))
        self.numbers = []
        return True

    def _table(self, text: str) -> None:
        for pair in PAIR.finditer(latin(text)):
            self.answers[int(pair[1])] = pair[2]

    def _begins_answers(self, text: str) -> bool:
        """Whether the answers of all questions begin here; those on the line are taken."""
        if ANSWERS_BEGIN.fullmatch(text) and not answer_in(text):
            behind = _ANSWERS.split(text, 1)[-1]
            if pairs_in(behind):
                self._table(behind)
            return True
        if not self._is_line_of_answers(text):
            return False
        self._table(text)
        return True

    def _is_line_of_answers(self, text: str) -> bool:
        """Whether a line holds the answers of all questions: "ĐÁP ÁN: 1A, 2B". One below a
        question that says its own answer, or of other numbers, belongs to the last question."""
        numbers = {int(number) for number, _letters in pairs_in(answer_in(text))}
        known = [one.number for one in self.questions]
        own = any(one.answers or "kind" in one.stated for one in self.questions)
        if not numbers or own or not numbers <= set(known):
            return False
        return numbers == {known[-1]} or len(numbers) * _LEAST >= len(known)

    def _heading(self, text: str) -> bool:
        last = self.questions[-1] if self.questions else None
        if last is not None and not (last.is_over or len(last.options) >= _LEAST):
            return False
        found = heading_in(text)
        if found is None or (label_in(text) and last is not None and not found[1]):
            return False
        has_none = last is not None and "field" not in last.stated and not self.subject
        if has_none and label_in(text) and not text.partition(":")[0].isupper():
            return False
        self.subject = found[0] if found[1] else self.subject
        return True

    def _within(self, asked: Asked, place: int, line: SourceLine) -> None:
        text = line.plain
        if answer := answer_in(text):
            asked.answers.append(answer)
            asked.is_over = True
        elif self._says_of(asked, text):
            return
        elif not self._options(asked, place, line):
            self._more(asked, place, line)

    def _says_of(self, asked: Asked, text: str) -> bool:
        """Labels count once the options are told, or from the label of a code or kind on."""
        found = labels_in(text)
        begins = bool(found) and found[0][0] in {"code", "kind"}
        is_over = asked.is_over or len(asked.options) >= _LEAST or begins
        if found and is_over:
            asked.stated |= {key: value.replace(GUARD, "") for key, value in found}
            asked.label, asked.is_over = found[-1][0], True
            return True
        if asked.label and text.startswith(GOES_ON):
            asked.stated[asked.label] += "\n" + text.replace(GUARD, "")
            return True
        if basis := basis_in(text) if is_over else {}:
            asked.stated |= basis
            asked.is_over = True
        return bool(basis)

    def _options(self, asked: Asked, place: int, line: SourceLine) -> bool:
        if asked.is_over or OPTION.fullmatch(line.plain) is None:
            return False
        expected = chr(ord("A") + len(asked.options))
        parts = list(options_apart(line.plain, expected))
        for part in parts_of(line, parts):
            found = OPTION.fullmatch(part.plain)
            expected = chr(ord("A") + len(asked.options))
            is_next = found is not None and (found[2].upper() == expected or line.is_counted)
            if found is None or not is_next or expected > "H":
                return False
            text, starred = unstarred(found[3].strip())
            is_starred = bool(found[1]) or starred
            told = Option(expected, [text], is_starred, part.looks, part.mark_looks)
            asked.options.append(told)
            if holds_another(text, of_several=len(parts) > 1):
                asked.wrong = asked.wrong or (Problem.OPTION_ORDER, place)
        return True

    def _more(self, asked: Asked, place: int, line: SourceLine) -> None:
        text = line.plain
        if asked.is_over:
            self.faults.append(Fault(Problem.STRAY_LINE, place, text[:120]))
        elif asked.options:
            if problem := wrong_option(asked, line):
                asked.wrong = asked.wrong or (problem, place)
            asked.options[-1].lines.append(text)
        else:
            asked.stem.append(text)
            asked.stem_looks.append((line.looks, line.mark_looks))


def read_official(lines: Iterable[SourceLine]) -> QuestionReading:
    """The questions of a text; one that cannot be asked as it stands is named by its line."""
    held = list(lines)
    reader = _Reader(is_numbered=not any(QUESTION.fullmatch(line.plain) for line in held))
    for place, line in enumerate(held, start=1):
        reader.take(place, line)
    made = list(_made(reader))
    faults = (*reader.faults, *(one for one in made if isinstance(one, Fault)))
    questions = tuple(one for one in made if isinstance(one, ReadQuestion))
    return QuestionReading(
        Format.OFFICIAL_TEXT, questions, tuple(sorted(faults, key=lambda one: one.line or 0))
    )


def _made(reader: _Reader) -> Iterator[ReadQuestion | Fault]:
    for asked in reader.questions:
        try:
            yield made_of(asked, reader.answers.get(asked.number, ""))
        except Unreadable as wrong:
            about = f"{asked.number}: {folded(stem_of(asked))}"[:120]
            yield Fault(wrong.problem, wrong.line or asked.line, about)
    known = {asked.number for asked in reader.questions}
    for number in sorted(set(reader.answers) - known):
        yield Fault(Problem.ANSWER_WITHOUT_QUESTION, None, str(number))

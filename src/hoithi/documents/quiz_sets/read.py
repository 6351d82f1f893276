"""Reading the tables of a set: its questions, and what each attempt answered step by step."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from hoithi.documents.quiz_sets.samples import SAMPLES, Sample, number_of
from hoithi.kit.refusals import Refusal

RANDOM = "random"
_MOST_ROWS = 200_000


class Problem(StrEnum):
    """Why files are no set."""

    NOT_TEXT = "not_text"
    RAGGED = "ragged"
    """A line has not the columns of the heading."""
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    PLACE_FAULTY = "place_faulty"
    """A place without a number or a mark."""
    NO_ATTEMPTS = "no_attempts"
    UNKNOWN_VARIANT = "unknown_variant"
    NOT_IN_POOL = "not_in_pool"


class SetUnreadable(Refusal):
    """The files are no such set: which file or attempt, what is wrong, and what it is about."""

    def __init__(self, where: str, problem: Problem, about: str = "") -> None:
        super().__init__(where=where, problem=problem, about=about[:40])
        self.where, self.problem, self.about = where, problem, about[:40]


@dataclass(frozen=True)
class Slot:
    """A place of the quiz: its question, or the pool from which one is drawn."""

    number: int
    most: Decimal
    sample: Sample | None
    """None where a question is drawn."""
    tries: int
    penalty: Decimal | None = None
    """As the table sets it; None for that of the kind."""
    pool: Mapping[str, Sample] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """What one step of an attempt holds for one place."""

    given: Mapping[str, str]
    submitted: bool
    again: bool


@dataclass
class Attempt:
    """An attempt: for each place what was drawn, and its steps."""

    name: str
    drawn: dict[int, str]
    variants: dict[int, int]
    steps: list[dict[int, Step]]
    finished: bool = True


def table(data: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a table with headings. Refuses what is no text, empty or ragged."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SetUnreadable(name, Problem.NOT_TEXT) from error
    rows = []
    try:
        for number, row in enumerate(csv.DictReader(io.StringIO(text, newline=""), strict=True), 2):
            if None in row or None in row.values() or number > _MOST_ROWS:
                raise SetUnreadable(name, Problem.RAGGED, str(number))
            rows.append(row)
    except csv.Error as error:
        raise SetUnreadable(name, Problem.RAGGED, str(len(rows) + 2)) from error
    if not rows:
        raise SetUnreadable(name, Problem.EMPTY)
    return rows


def slots(rows: list[dict[str, str]], name: str) -> list[Slot]:
    """The places of a quiz; rows without a number belong to the pool of the place above."""
    found: list[Slot] = []
    for row in rows:
        kind, which = row.get("type", ""), row.get("which", "")
        sample = SAMPLES.get((kind, which))
        if sample is None and kind != RANDOM:
            raise SetUnreadable(name, Problem.UNKNOWN_KIND, f"{kind} {which}".strip())
        if row.get("slot"):
            found.append(_slot(row, sample, name))
        elif found and sample:
            found[-1] = Slot(**{**vars(found[-1]), "pool": {**found[-1].pool, kind: sample}})
    return found


def _slot(row: Mapping[str, str], sample: Sample | None, name: str) -> Slot:
    most = number_of(row.get("mark", ""))
    if not row["slot"].isdecimal() or most is None:
        raise SetUnreadable(name, Problem.PLACE_FAULTY)
    hints = [key for key in row if key.startswith("overrides.hint.") and key.endswith(".text")]
    tries = 1 + sum(bool(row[key]) for key in hints) if hints else _USUAL_TRIES
    return Slot(int(row["slot"]), most, sample, tries, number_of(row.get("overrides.penalty", "")))


_USUAL_TRIES = 3
"""The sample questions have two hints."""


def attempts(rows: list[dict[str, str]], name: str) -> list[Attempt]:
    """The attempts of a table of steps, in its order."""
    found: dict[str, Attempt] = {}
    for row in rows:
        key = row.get("quizattempt", "")
        if not key:
            raise SetUnreadable(name, Problem.NO_ATTEMPTS)
        attempt = found.setdefault(key, Attempt(key, {}, {}, []))
        attempt.finished = row.get("finished", "1") == "1"
        for place, question in _of(row, "randqs."):
            attempt.drawn[place] = question
        for place, variant in _of(row, "variants."):
            if not variant.isdecimal() or not 1 <= int(variant) <= 10:
                raise SetUnreadable(name, Problem.UNKNOWN_VARIANT, variant)
            attempt.variants[place] = int(variant)
        attempt.steps.append(_step(row))
    return list(found.values())


def _of(row: Mapping[str, str], prefix: str) -> Iterator[tuple[int, str]]:
    for key, value in row.items():
        if key.startswith(prefix) and value and key[len(prefix) :].isdecimal():
            yield int(key[len(prefix) :]), value


def _step(row: Mapping[str, str]) -> dict[int, Step]:
    boxes: dict[int, dict[str, str]] = {}
    for key, value in row.items():
        if key.startswith("responses."):
            place, _, box = key[len("responses.") :].partition(".")
            if place.isdecimal() and box:
                boxes.setdefault(int(place), {})[box] = value
    return {
        place: Step(
            given={box: value for box, value in given.items() if not box.startswith("-")},
            submitted=given.get("-submit", "") == "1",
            again=given.get("-tryagain", "") == "1",
        )
        for place, given in boxes.items()
    }

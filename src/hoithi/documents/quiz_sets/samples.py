"""Moodle's sample questions: the parts of an answer, what each is worth, and its class."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

NO_RESPONSE = "[No response]"
NO_MATCH = "[Did not match any answer]"
ANY = "*"
_SUMS = ("9.9", "8.5", "3.3", "19.4", "14.2", "9.4", "9.1", "5.7", "7.1", "6.8")
"""Right sums by number pair, from 1."""
_MOST_DIGITS = 15
_NOTHING, _ALL = Decimal(0), Decimal(1)
_THIRD = Decimal("0.3333333")
Given = Mapping[str, str]
"""What was answered, by the name of the box."""


class Part(NamedTuple):
    """A part of an answer: its share of the marks, the class it falls in, and what was said."""

    number: int
    share: Decimal
    earned: Decimal
    """Of its share, from 0 to 1."""
    model: str
    actual: str


@dataclass(frozen=True)
class Sample:
    """A kind of question: how its answer falls into parts, and how it is said in one line."""

    parts: Callable[[Given, int], list[Part]]
    """From what was answered and the variant drawn."""
    said: Callable[[Given], str]
    whole: Callable[[Given], bool]
    """Whether an answer may be submitted as a try: nothing left out, and a number where one is
    asked for."""
    penalty: Decimal = _THIRD
    """Of each wrong try."""
    by_part: bool = False
    """Penalties count for each part from when it was right for good."""


def _answer(given: Given) -> str:
    return given.get("answer", "")


def number_of(text: str) -> Decimal | None:
    """A number as it is typed; None for what is none."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and found.adjusted() < _MOST_DIGITS else None


def _one(earned: Decimal, model: str, actual: str) -> list[Part]:
    return [Part(1, _ALL, earned, model if actual else NO_RESPONSE, actual)]


def _short(given: Given, _variant: int) -> list[Part]:
    said = _answer(given)
    worth = {"frog": _ALL, "toad": Decimal("0.8")}
    known = said.strip().lower()
    return _one(worth.get(known, _NOTHING), known if known in worth else ANY, said)


def _numerical(given: Given, _variant: int) -> list[Part]:
    said = _answer(given)
    number = number_of(said)
    known = (n for n in ("3.14", "3.142", "3.1", "3") if number == Decimal(n))
    model = next((f"{n} ({n}..{n})" for n in known), ANY)
    return _one(_ALL if number == Decimal("3.14") else _NOTHING, model, said)


def _calculated(given: Given, variant: int) -> list[Part]:
    said = _answer(given)
    number, right = number_of(said), Decimal(_SUMS[variant - 1])
    is_right = number is not None and abs(number - right) <= abs(right) / 100
    model = "{a} + {b} (±0.01 Relative)" if is_right else NO_MATCH
    return _one(_ALL if is_right else _NOTHING, model, said)


def _true_false(given: Given, _variant: int) -> list[Part]:
    said = {"1": "True", "0": "False"}.get(_answer(given), "")
    return _one(_ALL if said == "True" else _NOTHING, said, said)


_ANIMALS = {"frog": "amphibian", "cat": "mammal", "newt": "amphibian"}


def _match(given: Given, _variant: int) -> list[Part]:
    found = []
    for number, (animal, right) in enumerate(_ANIMALS.items(), 1):
        said = given.get(animal, "")
        model = f"{animal}: {said}" if said else NO_RESPONSE
        earned = _ALL if said == right else _NOTHING
        found.append(Part(number, _ALL / len(_ANIMALS), earned, model, said))
    return found


_OPTIONS = ("One", "Two", "Three", "Four")


def _two_of_four(given: Given, _variant: int) -> list[Part]:
    ticked = [
        (number, name)
        for number, name in enumerate(_OPTIONS, 1)
        if given.get(name, "") not in {"", "0"}
    ]
    half = Decimal("0.5")
    return [
        Part(number, half if name in {"One", "Three"} else _NOTHING, _ALL, name, name)
        for number, name in ticked
    ]


def _one_of_four(given: Given, _variant: int) -> list[Part]:
    said = _answer(given)
    return _one(_ALL if said == "One" else _NOTHING, said, said)


_GAPS = (("Owl", ("Owl", "Dog")), ("Pussy-cat", ("Pussy-cat", "Bow-wow", "Wiggly worm")))


def _gaps(given: Given, _variant: int) -> list[Part]:
    found = []
    for number, (right, models) in enumerate(_GAPS, 1):
        said = given.get(f"{number}.answer", "")
        model = (said if said in models else ANY) if said else NO_RESPONSE
        earned = _ALL if said == right else _NOTHING
        found.append(Part(number, Decimal("0.5"), earned, model, said))
    return found


def _match_said(given: Given) -> str:
    return "; ".join(f"{animal} -> {given[animal]}" for animal in _ANIMALS if given.get(animal))


def _ticked_said(given: Given) -> str:
    return "; ".join(name for name in _OPTIONS if given.get(name, "") not in {"", "0"})


def _gaps_said(given: Given) -> str:
    return "; ".join(f"part {n}: {given.get(f'{n}.answer', '')}" for n in (1, 2))


def _true_said(given: Given) -> str:
    return {"1": "True", "0": "False"}.get(_answer(given), "")


def _any(given: Given) -> bool:
    return any(value not in {"", "0"} for value in given.values())


def _said(given: Given) -> bool:
    return _answer(given) != ""


def _number(given: Given) -> bool:
    return number_of(_answer(given)) is not None


def _all_rows(given: Given) -> bool:
    return all(given.get(animal) for animal in _ANIMALS)


def _all_gaps(given: Given) -> bool:
    return all(given.get(f"{number}.answer") for number in (1, 2))


SAMPLES = {
    ("shortanswer", ""): Sample(_short, _answer, _said, penalty=_NOTHING),
    ("numerical", ""): Sample(_numerical, _answer, _number, penalty=_NOTHING),
    ("calculatedsimple", "sumwithvariants"): Sample(_calculated, _answer, _number),
    ("truefalse", ""): Sample(_true_false, _true_said, _said, penalty=_ALL),
    ("match", ""): Sample(_match, _match_said, _all_rows, by_part=True),
    ("multichoice", "two_of_four"): Sample(_two_of_four, _ticked_said, _any, by_part=True),
    ("multichoice", "one_of_four"): Sample(_one_of_four, _answer, _said),
    ("multianswer", ""): Sample(_gaps, _gaps_said, _all_gaps, by_part=True),
}
"""By type and variant of the sample."""

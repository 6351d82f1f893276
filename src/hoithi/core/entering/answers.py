"""Reads the identity form: normalised values, problems field by field, ages and consent."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hoithi.core.entering.values import read_value
from hoithi.core.rulebook.entry import Asked, EntryRules, IdentityField, IdentityKind
from hoithi.core.vietnamese.births import ages_on
from hoithi.core.vietnamese.identifiers import IdentityRefused
from hoithi.core.vietnamese.identity import is_whole_name
from hoithi.core.vietnamese.personal_numbers import Sex, mismatches, read_personal_number
from hoithi.core.vietnamese.text import words_key
from hoithi.core.vietnamese.typed_dates import PartialDate

MISSING = "missing"
CONTRADICTS = "contradicts_personal_number"
BIRTHS_DIFFER = "births_differ"
TOO_YOUNG = "too_young"
TOO_OLD_FOR_CONTEST = "too_old_for_contest"
WRONG_PASSWORD = "wrong_password"
OWN_GUARDIAN = "own_guardian"
NAME_NOT_WHOLE = "name_not_whole"

GUARDIAN = (IdentityKind.GUARDIAN_NAME, IdentityKind.GUARDIAN_PHONE)
"""Asked of minors, whether the rulebook lists them or not."""
_GUARDIANS_NUMBER = {
    IdentityKind.PHONE: IdentityKind.GUARDIAN_PHONE,
    IdentityKind.PERSONAL_NUMBER: IdentityKind.GUARDIAN_NUMBER,
}
"""A minor without a number of their own gives a guardian's."""
_OF_GUARDIANS = frozenset({*GUARDIAN, IdentityKind.GUARDIAN_NUMBER})


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one field of the form; `wording` has the sentence."""

    field: str
    code: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Understood:
    """What the form says: normalised values by field, empty ones left out."""

    values: Mapping[str, str]
    ages: range | None
    """The ages possible on the day; None where no birth is asked."""
    minor: bool
    """Possibly below the age of consent: a year alone is read for the protection of children."""
    problems: tuple[FieldProblem, ...]

    @property
    def birth_year(self) -> int | None:
        """The year of birth, from the date or the year."""
        year = _birth_year(self.values)
        return None if year is None else int(year)

    @property
    def female(self) -> bool | None:
        """As stated on the form; else as the personal number says; else unknown."""
        stated = self.values.get(IdentityKind.SEX)
        if stated is not None:
            return stated == Sex.FEMALE
        number = self.values.get(IdentityKind.PERSONAL_NUMBER)
        return None if number is None else int(number[3]) % 2 == 1


def asked_fields(entry: EntryRules) -> tuple[IdentityField, ...]:
    """The fields on the form of everybody: neither those of winners nor those of guardians."""
    return tuple(
        one
        for one in entry.fields
        if one.asked is not Asked.WINNERS and one.kind not in _OF_GUARDIANS
    )


def guardian_fields(entry: EntryRules) -> tuple[IdentityField, ...]:
    """What a minor's guardian gives: name and telephone, and what the rulebook adds."""
    listed = {one.kind: one for one in entry.fields if one.kind in _OF_GUARDIANS}
    usual = {kind: IdentityField(kind=kind) for kind in GUARDIAN}
    return tuple({**usual, **listed}.values()) if entry.consent_under else ()


def asks_birth(entry: EntryRules) -> bool:
    """Whether the form asks for a birth, so that ages are known."""
    births = {IdentityKind.BIRTH_DATE, IdentityKind.BIRTH_YEAR}
    return any(one.kind in births for one in asked_fields(entry))


def understand(entry: EntryRules, answers: Mapping[str, str], *, on: date) -> Understood:
    """Reads every field of the form and checks that they agree with one another."""
    values, problems = _read(asked_fields(entry), answers, on)
    ages = _ages(values, on)
    minor = ages is not None and ages.start < entry.consent_under
    if minor:
        of_guardian, wrong = _read(guardian_fields(entry), answers, on)
        values |= of_guardian
        problems = [one for one in problems if not _guardian_answers(one, values)] + wrong
        problems += _own_guardian(values) + _consent(answers, "guardian_consent")
    problems += _consent(answers, "consent")
    problems += _names_not_whole(values)
    problems += _disagreements(values, on)
    problems += _age_problems(entry, ages)
    if entry.password and answers.get("password", "").strip() != entry.password:
        problems.append(FieldProblem("password", WRONG_PASSWORD))
    return Understood(values, ages, minor, tuple(problems))


def understand_key(entry: EntryRules, answers: Mapping[str, str], *, on: date) -> Understood:
    """Reads the fields that make one person of the contest, for those who return."""
    keys = tuple(IdentityField(kind=kind) for kind in entry.key)
    values, problems = _read(keys, answers, on)
    return Understood(values, _ages(values, on), minor=False, problems=tuple(problems))


def winner_fields(entry: EntryRules) -> tuple[IdentityField, ...]:
    """What is asked only of those who are proposed for a prize."""
    return tuple(one for one in entry.fields if one.asked is Asked.WINNERS)


def understand_winner(
    entry: EntryRules, known: Mapping[str, str], answers: Mapping[str, str], *, on: date
) -> Understood:
    """Reads what is asked of winners; it must agree with what the person stated on entering."""
    values, problems = _read(winner_fields(entry), answers, on)
    whole = {**known, **values}
    return Understood(values, _ages(whole, on), False, (*problems, *_disagreements(whole, on)))


def key_parts(entry: EntryRules, values: Mapping[str, str]) -> tuple[str, ...]:
    """What is hashed to make one person of the contest, in the order of the rulebook.

    Names are compared without case and diacritics, since phones differ in how they type them.
    A minor's missing number is the guardian's: one number is not one person, but with the name
    and the birth it is. Refuses (KeyError) values that lack a field of the key.
    """
    return tuple(f"{kind}={_key_value(kind, values)}" for kind in entry.key)


def _key_value(kind: IdentityKind, values: Mapping[str, str]) -> str:
    if kind is IdentityKind.BIRTH_YEAR and kind not in values:
        return values[IdentityKind.BIRTH_DATE][:4]
    if kind not in values and kind in _GUARDIANS_NUMBER:
        return values[_GUARDIANS_NUMBER[kind]]
    return compared(kind, values[kind])


def compared(kind: IdentityKind, value: str) -> str:
    """The form in which values of a field are held against one another."""
    return (
        words_key(value) if kind in {IdentityKind.FULL_NAME, IdentityKind.GUARDIAN_NAME} else value
    )


def _read(
    fields: tuple[IdentityField, ...], answers: Mapping[str, str], on: date
) -> tuple[dict[str, str], list[FieldProblem]]:
    values: dict[str, str] = {}
    problems: list[FieldProblem] = []
    for one in fields:
        text = answers.get(one.kind, "")
        if not text.strip():
            if one.asked is Asked.REQUIRED:
                problems.append(FieldProblem(one.kind, MISSING))
            continue
        try:
            values[one.kind] = read_value(one.kind, text, on=on)
        except IdentityRefused as refused:
            problems.append(FieldProblem(one.kind, refused.fault))
    return values, problems


def _guardian_answers(problem: FieldProblem, values: Mapping[str, str]) -> bool:
    """Whether the missing number of a minor is made good by the guardian's."""
    of_guardian = _GUARDIANS_NUMBER.get(IdentityKind(problem.field))
    return problem.code == MISSING and of_guardian is not None and of_guardian in values


def _own_guardian(values: Mapping[str, str]) -> list[FieldProblem]:
    """A child that writes itself down as its own parent has nobody's consent."""
    own, guardian = (
        values.get(kind) and compared(kind, values[kind])
        for kind in (IdentityKind.FULL_NAME, IdentityKind.GUARDIAN_NAME)
    )
    same = own is not None and own == guardian
    return [FieldProblem(IdentityKind.GUARDIAN_NAME, OWN_GUARDIAN)] if same else []


def _names_not_whole(values: Mapping[str, str]) -> list[FieldProblem]:
    """Asked on entering only: whoever entered with one word before still finds their way back."""
    names = (IdentityKind.FULL_NAME, IdentityKind.GUARDIAN_NAME)
    return [
        FieldProblem(kind, NAME_NOT_WHOLE)
        for kind in names
        if kind in values and not is_whole_name(values[kind])
    ]


def _consent(answers: Mapping[str, str], name: str) -> list[FieldProblem]:
    return [] if answers.get(name) == "yes" else [FieldProblem(name, MISSING)]


def _birth_year(values: Mapping[str, str]) -> str | None:
    whole = values.get(IdentityKind.BIRTH_DATE)
    return values.get(IdentityKind.BIRTH_YEAR) if whole is None else whole[:4]


def _ages(values: Mapping[str, str], on: date) -> range | None:
    whole = values.get(IdentityKind.BIRTH_DATE)
    if whole is not None:
        born = date.fromisoformat(whole)
        return ages_on(PartialDate(born.year, born.month, born.day), on)
    year = values.get(IdentityKind.BIRTH_YEAR)
    return None if year is None else ages_on(PartialDate(int(year)), on)


def _disagreements(values: Mapping[str, str], on: date) -> list[FieldProblem]:
    """Two births that differ, and a personal number that contradicts birth year or sex."""
    problems = []
    whole, year = values.get(IdentityKind.BIRTH_DATE), values.get(IdentityKind.BIRTH_YEAR)
    if whole is not None and year is not None and whole[:4] != year:
        problems.append(FieldProblem(IdentityKind.BIRTH_YEAR, BIRTHS_DIFFER))
    text = values.get(IdentityKind.PERSONAL_NUMBER)
    if text is None:
        return problems
    number = read_personal_number(text, on=on)
    stated, born = values.get(IdentityKind.SEX), _birth_year(values)
    sex = None if stated is None else Sex(stated)
    wrong = mismatches(number, sex=sex, birth_year=None if born is None else int(born))
    problems += [
        FieldProblem(IdentityKind.PERSONAL_NUMBER, CONTRADICTS, {"what": str(one)})
        for one in sorted(wrong)
    ]
    return problems


def _age_problems(entry: EntryRules, ages: range | None) -> list[FieldProblem]:
    """Refuses only ages that are certainly outside: a year alone leaves two ages possible."""
    if ages is None:
        return []
    name = "birth"
    if entry.min_age is not None and ages[-1] < entry.min_age:
        return [FieldProblem(name, TOO_YOUNG, {"age": entry.min_age})]
    if entry.max_age is not None and ages[0] > entry.max_age:
        return [FieldProblem(name, TOO_OLD_FOR_CONTEST, {"age": entry.max_age})]
    return []

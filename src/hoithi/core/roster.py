"""A unit's list of its people held against the contestants: who has taken part, who is in doubt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from hoithi.core.vietnamese.text import fold, has_diacritics, spelling_key
from hoithi.core.vietnamese.typed_dates import PartialDate

SHOWN = 5
"""Candidates shown for a doubtful line; a person cannot choose among more."""

# Names that are compared in one bucket. In a larger one nobody can be told apart by name, so
# lines in it are doubtful; without this a file of equal names would cost the square of its length.
_BUCKET = 50
_SHORTEST_FUZZY = 5


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A person on the unit's list; `key` is the number of the line."""

    key: int
    name: str
    unit: str
    born: PartialDate | None = None
    post: str = ""


@dataclass(frozen=True, slots=True)
class RosterContestant:
    """A contestant; `unit` is the code of the unit he or she stands for."""

    key: int
    name: str
    unit: str
    born: PartialDate | None = None


class State(StrEnum):
    """What is known of a line."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    NONE = "none"


class Reason(StrEnum):
    """Why a contestant may not be the person on the line."""

    NAMESAKES = "namesakes"
    DIACRITICS_DIFFER = "diacritics_differ"
    ONE_LETTER = "one_letter"
    DAY_AND_MONTH_SWAPPED = "day_and_month_swapped"
    BIRTH_DIFFERS = "birth_differs"
    OTHER_UNIT = "other_unit"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contestant who may be the person on the line."""

    contestant: int
    reasons: frozenset[Reason]


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for a line: when certain one candidate, else the likeliest first."""

    line: int
    state: State
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    """A line or a contestant, prepared for comparing."""

    key: int
    folded: str
    spelled: str
    marked: bool
    unit: str
    born: PartialDate | None


Buckets = dict[tuple[str, ...], list[_Person]]


def match(
    lines: Iterable[RosterLine], contestants: Iterable[RosterContestant]
) -> tuple[Match, ...]:
    """For each line, in order, the contestant it certainly is, those it may be, or nobody.

    Certain is who is spelled alike (a side without any diacritics agrees with every spelling),
    stands for the same unit, was born the same as far as both sides tell, and is the only one so.
    No contestant is certain for two lines. 5,000 lines against 50,000 take a few seconds.
    """
    listed = [_prepared(line) for line in lines]
    taking_part = [_prepared(contestant) for contestant in contestants]
    buckets = _buckets(taking_part)
    found = [_by_name(line, buckets) for line in listed]
    unresolved = [
        (line, candidates)
        for line, candidates in zip(listed, found, strict=True)
        if all(candidate.reasons for candidate in candidates)
    ]
    _add_misspelled(unresolved, taking_part)
    return _settled(listed, found)


def _prepared(person: RosterLine | RosterContestant) -> _Person:
    return _Person(
        key=person.key,
        folded=fold(person.name),
        spelled=spelling_key(person.name),
        marked=has_diacritics(person.name),
        unit=person.unit,
        born=person.born,
    )


def _buckets(people: Iterable[_Person]) -> Buckets:
    """People by name, and within a name by unit and by year of birth ("" where unknown)."""
    buckets: Buckets = defaultdict(list)
    for person in people:
        year = str(person.born.year) if person.born else ""
        buckets["name", person.folded].append(person)
        buckets["year", person.folded, year].append(person)
        buckets["unit", person.folded, person.unit].append(person)
        buckets["both", person.folded, person.unit, year].append(person)
    return buckets


def _by_name(line: _Person, buckets: Buckets) -> list[Candidate]:
    """Candidates with the name of the line: any of its unit, elsewhere those born the same."""
    same_unit = buckets.get(("unit", line.folded, line.unit), [])
    if line.born is None:
        same_birth, elsewhere = same_unit, buckets.get(("name", line.folded), [])
    else:
        years = (str(line.born.year), "")
        both = [("both", line.folded, line.unit, year) for year in years]
        same_birth = [person for key in both for person in buckets.get(key, ())]
        year_only = [("year", line.folded, year) for year in years]
        elsewhere = [person for key in year_only for person in buckets.get(key, ())[:_BUCKET]]
    crowded = frozenset({Reason.NAMESAKES} if len(same_birth) > _BUCKET else ())
    nearest = {person.key: person for person in (*same_birth[:_BUCKET], *same_unit[:_BUCKET])}
    here = [Candidate(key, _reasons(line, person) | crowded) for key, person in nearest.items()]
    others = [person for person in elsewhere[: 2 * _BUCKET] if person.unit != line.unit]
    there = [Candidate(person.key, _reasons(line, person)) for person in others]
    return here + [c for c in there if Reason.BIRTH_DIFFERS not in c.reasons]


def _reasons(line: _Person, person: _Person) -> frozenset[Reason]:
    reasons = {Reason.OTHER_UNIT} if line.unit != person.unit else set()
    if line.folded != person.folded:
        reasons.add(Reason.ONE_LETTER)
    elif line.marked and person.marked and line.spelled != person.spelled:
        reasons.add(Reason.DIACRITICS_DIFFER)
    if line.born is not None and person.born is not None and not line.born.agrees(person.born):
        swapped = line.born.swapped()
        agrees = swapped is not None and swapped.agrees(person.born)
        reasons.add(Reason.DAY_AND_MONTH_SWAPPED if agrees else Reason.BIRTH_DIFFERS)
    return frozenset(reasons)


def _add_misspelled(
    unresolved: list[tuple[_Person, list[Candidate]]], contestants: Iterable[_Person]
) -> None:
    """Adds contestants whose name differs by one letter, where unit or date of birth agrees.

    Two names that differ by one letter share a form with one letter left out, so one look-up for
    each such form of each contestant finds every pair without comparing all with all.
    """
    wanted: dict[str, list[int]] = defaultdict(list)
    for place, (line, _) in enumerate(unresolved):
        for form in _with_a_letter_left_out(line.folded):
            wanted[form].append(place)
    if not wanted:
        return
    for person in contestants:
        forms = _with_a_letter_left_out(person.folded)
        places = {place for form in forms for place in wanted.get(form, ())[:_BUCKET]}
        for place in sorted(places):
            line, candidates = unresolved[place]
            candidates.extend(_likely_misspelled(line, person))


def _likely_misspelled(line: _Person, person: _Person) -> Iterator[Candidate]:
    if not _one_letter_apart(line.folded, person.folded):
        return
    reasons = _reasons(line, person)
    whole_date = line.born is not None and line.born.whole is not None and line.born == person.born
    if Reason.BIRTH_DIFFERS not in reasons and (line.unit == person.unit or whole_date):
        yield Candidate(person.key, reasons)


def _with_a_letter_left_out(name: str) -> set[str]:
    if len(name) < _SHORTEST_FUZZY:
        return set()
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter changed, missing or too many, or two neighbours exchanged."""
    if one == other:
        return False
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return shorter in _with_a_letter_left_out(longer)
    places = [place for place, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1]
    first, last = places[0], places[-1]
    exchanged = last == first + 1 and one[first] == other[last] and one[last] == other[first]
    return first == last or exchanged


def _settled(listed: list[_Person], found: list[list[Candidate]]) -> tuple[Match, ...]:
    """Certain where line and contestant have only each other; what is certain is nobody else's."""
    clean = [[c.contestant for c in candidates if not c.reasons] for candidates in found]
    claims = Counter(contestant for contestants in clean for contestant in contestants)
    sure = [keys[0] if len(keys) == 1 and claims[keys[0]] == 1 else None for keys in clean]
    taken = {contestant for contestant in sure if contestant is not None}
    return tuple(
        _settled_line(line.key, candidates, certain, taken)
        for line, candidates, certain in zip(listed, found, sure, strict=True)
    )


def _settled_line(
    line: int, candidates: list[Candidate], certain: int | None, taken: set[int]
) -> Match:
    if certain is not None:
        return Match(line, State.CERTAIN, (Candidate(certain, frozenset()),))
    free = [
        Candidate(candidate.contestant, candidate.reasons or frozenset({Reason.NAMESAKES}))
        for candidate in candidates
        if candidate.contestant not in taken
    ]
    if not free:
        return Match(line, State.NONE, ())
    likeliest = sorted(free, key=_doubt)
    return Match(line, State.DOUBTFUL, tuple(islice(likeliest, SHOWN)))


def _doubt(candidate: Candidate) -> tuple[int, int, int]:
    """Fewer reasons first; on equal reasons those that are slips before those of other people."""
    grave = {Reason.BIRTH_DIFFERS, Reason.OTHER_UNIT}
    return len(candidate.reasons & grave), len(candidate.reasons), candidate.contestant

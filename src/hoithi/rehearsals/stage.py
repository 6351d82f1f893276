"""Reads what a simulation needs beforehand: the right answers, the units, the size of the crowd."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoithi.contests.models import Contest
from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.questions.keys import FALSE, TRUE
from hoithi.core.questions.marked import bare
from hoithi.core.questions.records import CHOICE_KINDS, QuestionKind
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import Standing
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import QuestionVersion
from hoithi.questions.queries import newest_keys
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.contestant import Knowledge
from hoithi.rehearsals.people import OpenPlace

_BIRTHS = {
    "school": (2008, 2011),
    "thon": (1946, 2006),
}
_USUAL_BIRTHS = (1966, 2002)


def knowledge_of(contest: Contest) -> Knowledge:
    """For each question of the contest's banks the words that are right.

    Only a simulation in its own process may ask this; no address of the site does.
    """
    versions = list(QuestionVersion.objects.filter(question__bank__contests=contest))
    keys = newest_keys(version.pk for version in versions)
    known: dict[str, frozenset[str]] = {}
    for version in versions:
        if version.kind == QuestionKind.NUMERIC:
            continue
        text = text_of(version)
        answer = answer_of(text.kind, keys[version.pk])
        if text.kind in CHOICE_KINDS:
            right = frozenset(bare(text.options[place]) for place in answer.places)
        elif text.kind is QuestionKind.TRUE_FALSE:
            right = frozenset({TRUE if answer.is_true else FALSE})
        elif answer.value is not None:
            right = frozenset({str(answer.value)})
        else:
            right = frozenset(answer.accepted)
        known[bare(version.stem)] = right
    return known


@dataclass(frozen=True)
class UnitThere:
    """A unit of a door, as a server elsewhere tells of it."""

    id: int
    code: str
    kind: str


def places_of(
    units: Iterable[UnitThere | OfferedUnit], rulebook: Rulebook, people: int, chance: Chance
) -> list[OpenPlace]:
    """So many people spread over the units of a door, unevenly as in life; some get none."""
    units = sorted(units, key=lambda unit: unit.code)
    if not units:
        return [OpenPlace(unit_id=0, people=people, born=_USUAL_BIRTHS)]
    weights = [chance.share(f"{unit.code} weight") ** 2 for unit in units]
    weights = [weight if weight > 0.02 else 0.0 for weight in weights]
    return [
        OpenPlace(
            unit_id=unit.id,
            people=count,
            born=_BIRTHS.get(unit.kind, _USUAL_BIRTHS),
            group=_group(rulebook, unit.kind),
            standing=_standing(rulebook, unit.kind),
        )
        for unit, count in zip(units, _shared(people, weights), strict=True)
        if count
    ]


def _shared(people: int, weights: Sequence[float]) -> list[int]:
    """So many people by weight, none lost to rounding: the largest remainders get one more."""
    total = sum(weights) or 1.0
    exact = [people * weight / total for weight in weights]
    counts = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: counts[place] - exact[place])
    for place in by_remainder[: people - sum(counts)]:
        counts[place] += 1
    return counts


_AUDIENCES = {"school": "pupil", "thon": "citizen", "party_cell": "official"}


def _group(rulebook: Rulebook, kind: str) -> str:
    """The group made for people of such a unit, else the first that takes them."""
    fitting = [g for g in rulebook.groups if not g.kinds_of_unit or kind in g.kinds_of_unit]
    wanted = [group for group in fitting if group.audience == _AUDIENCES.get(kind)]
    return next((group.key for group in wanted or fitting), "")


_STANDINGS = {"school": Standing.SCHOOL, "party_cell": Standing.BRANCH}


def _standing(rulebook: Rulebook, kind: str) -> str:
    offered = rulebook.entry.unit.standings if rulebook.entry.unit else ()
    usual = _STANDINGS.get(kind, Standing.RESIDENCE)
    return usual if usual in offered else next(iter(offered), Standing.ANY)

"""Simulations of a round's papers: made, and looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import transaction

from hoithi.contests.models import Round
from hoithi.core.papers.simulation import Simulation, Trial, simulate
from hoithi.journal import actions as journal
from hoithi.people.models import Person
from hoithi.sittings.actions.rounds import PAPERS
from hoithi.sittings.models import PaperSimulation
from hoithi.sittings.queries.evenness import material
from hoithi.sittings.queries.simulations import trial_of

SIMULATED = 100_000


@dataclass(frozen=True)
class PaperToTry:
    """Which papers are simulated: of a part, for a group; from which seed, and how many."""

    part_key: str
    group: str
    seed: str
    papers: int = SIMULATED


def simulate_papers(
    round_: Round,
    wish: PaperToTry,
    *,
    by: Person | None,
    at: datetime,
    told: Callable[[int], object] = lambda _papers: None,
) -> PaperSimulation:
    """Draws many papers for trial from the bank of the opening day, and keeps what they show.

    Takes many seconds; no transaction is open meanwhile. Refuses what sealing refuses.
    """
    sat_at = max(at, round_.opens_at or at)
    bank, blueprint = material(round_, wish.part_key, wish.group, at=sat_at)
    plain = Trial(wish.papers, PAPERS, wish.seed)
    trial = trial_of(round_, wish.part_key, wish.group, plain, at=at)
    found = simulate(bank, blueprint, trial, told)
    return _kept(round_, wish, found, by=by, at=at)


@transaction.atomic
def _kept(
    round_: Round, wish: PaperToTry, found: Simulation, *, by: Person | None, at: datetime
) -> PaperSimulation:
    """In the place of an earlier one; that somebody has looked stays known."""
    earlier = round_.simulations.filter(part_key=wish.part_key, group=wish.group)
    seen = earlier.exclude(seen_at=None).order_by("seen_at")
    seen_at = seen.values_list("seen_at", flat=True).first()
    earlier.delete()
    made = PaperSimulation.objects.create(
        round=round_,
        part_key=wish.part_key,
        group=wish.group,
        facts=msgspec.to_builtins(found),
        made_by=by,
        made_at=at,
        seen_at=seen_at,
    )
    facts = {"part": wish.part_key, "group": wish.group, "papers": found.papers}
    journal.record("sittings.papers_simulated", round_, by=by, at=at, facts=facts)
    return made


def look_at(made: PaperSimulation, *, at: datetime) -> None:
    """An organiser has the simulation before the eyes; the first time is kept."""
    PaperSimulation.objects.filter(pk=made.pk, seen_at=None).update(seen_at=at)

"""What papers of a round will be like, drawn for trial from the bank as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import msgspec

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.papers.simulation import Simulation, Trial
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.models import PaperSimulation


@dataclass(frozen=True)
class Simulated:
    """A stored simulation with the questions by version, to be named."""

    row: PaperSimulation
    found: Simulation
    versions: Mapping[int, QuestionVersion]
    paper: PaperPart
    """As the rules have it now."""

    @property
    def expected(self) -> dict[int, Decimal]:
        """In how many papers a question of each row would stand if all came equally often."""
        rows = [one.row for one in self.found.questions]
        return {
            number: round(Decimal(self.found.papers * draw.count) / rows.count(number), 1)
            for number, draw in enumerate(self.paper.blueprint)
            if number in rows
        }


def trial_of(round_: Round, part_key: str, group: str, trial: Trial, *, at: datetime) -> Trial:
    """The trial with the points of each row as the rules have them."""
    paper = paper_for(rules_of_round(round_, at=at), round_.key, group or None, part_key)
    points = {
        number: paper.points if row.points is None else row.points
        for number, row in enumerate(paper.blueprint)
    }
    return Trial(trial.papers, trial.pool, trial.seed, points, trial.facility)


def simulated(round_: Round, part_key: str, group: str, *, at: datetime) -> Simulated | None:
    """The newest simulation of a paper; None before there is one. Two queries."""
    rows = round_.simulations.filter(part_key=part_key, group=group)
    row = rows.select_related("made_by").order_by("-pk").first()
    if row is None:
        return None
    found = msgspec.convert(row.facts, Simulation)
    versions = QuestionVersion.objects.select_related("question")
    named = versions.in_bulk({one.version_id for one in found.questions})
    paper = paper_for(rules_of_round(round_, at=at), round_.key, group or None, part_key)
    return Simulated(row, found, named, paper)

"""Essays of a prepared result that nobody has marked yet: its order would say nothing of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Round
from hoithi.core.marking import EssayKey
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.rulebook.windows import counted_rounds, parts_in
from hoithi.judging.queries import counted_sheet
from hoithi.results.models import Draft
from hoithi.sittings.models import Submission
from hoithi.sittings.queries.keys import keys_of


@dataclass(frozen=True)
class UnmarkedEssays:
    """The essays of one part of a round whose points do not count yet."""

    round: Round
    part_key: str
    title: str


def unmarked_essays(draft: Draft) -> list[UnmarkedEssays]:
    """Parts of essays that were written, whose points no confirmed sheet holds.

    Nothing is asked where the rules have no essays.
    """
    rules = rulebook_of(draft.version)
    if not any(isinstance(part, JuryPart) and part.essay for part in rules.parts):
        return []
    return [
        UnmarkedEssays(round_, part.key, part.title)
        for round_ in _rounds(draft, rules)
        for part in parts_in(rules, round_.key)
        if isinstance(part, JuryPart) and _waits(round_, part)
    ]


def _rounds(draft: Draft, rules: Rulebook) -> Iterable[Round]:
    if draft.round is not None:
        return [draft.round]
    counted = [one.key for one in counted_rounds(rules)]
    return draft.contest.rounds.filter(key__in=counted, cancelled_at=None)


def _waits(round_: Round, part: JuryPart) -> bool:
    """Whether essays were handed in and their marks are not handed over and confirmed."""
    if part.essay is None or counted_sheet(round_, part.key) is not None:
        return False
    asked = any(isinstance(key, EssayKey) for key in keys_of(round_.pk).by_version.values())
    sheets = Submission.objects.filter(
        sitting__round=round_, sitting__part_key__in=["", part.essay.of_paper]
    )
    return asked and sheets.exists()

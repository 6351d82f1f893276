"""Who is paid a prize: the winners of the campaign's published results, with their names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from hoithi.campaigns.actions.payments import Payee
from hoithi.campaigns.models import BudgetLine, Campaign
from hoithi.contests.models import Contest
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.entries.models import Entrant
from hoithi.people import queries as people
from hoithi.people.models import Identity, Person
from hoithi.results import queries as results
from hoithi.results.facts.snapshot import PrizeShown, TableShown, Winner
from hoithi.results.models import Result
from hoithi.results.queries import stored

_LONGEST = 300


@dataclass(frozen=True)
class Won:
    """One prize of money with its winner, and the result that gives it."""

    result: Result
    table: TableShown
    prize: PrizeShown
    winner: Winner

    @property
    def follows(self) -> str:
        """The prize as lines of an estimate name it."""
        return f"{self.result.contest_id}/{self.table.key}/{self.prize.key}"

    @property
    def key(self) -> str:
        """The same for a corrected result that leaves the prize with its winner."""
        won = self.table.key, self.prize.key, self.winner.entrant, self.winner.unit_id
        return won_key(self.result.round_id, self.result.contest_id, won)


def won_key(round_id: int | None, contest_id: int, won: tuple[str, str, int, int]) -> str:
    """The name of a prize with its winner: keys of the table and of the prize, entrant, unit."""
    told = "/".join(map(str, (round_id, contest_id, *won)))
    return sha256(told.encode()).hexdigest()


def prizes_won(
    campaign: Campaign, lines: list[BudgetLine], *, by: Person, at: datetime
) -> list[Payee]:
    """Everybody who takes a prize of money in a final, published result of the campaign.

    Each name that is opened leaves its row in the journal. `lines` are those of the approved
    estimate: a prize is paid from the line that follows it.
    """
    follows = {line.follows: line.key for line in lines if line.follows}
    return [
        replace(_payee(won, by=by, at=at), line_key=follows.get(won.follows))
        for contest in Contest.objects.filter(campaign=campaign, rehearses=None).order_by("pk")
        for result in results.newest_published(contest, at=at)
        if not result.preliminary
        for won in _won(result)
    ]


def _won(result: Result) -> Iterator[Won]:
    for table in stored.prize_tables(result.draft_id):
        for prize in table.prizes:
            for winner in prize.winners if prize.amount else ():
                yield Won(result, table, prize, winner)


def _payee(won: Won, *, by: Person, at: datetime) -> Payee:
    entrants = Entrant.objects.select_related("identity", "unit")
    entrant = entrants.filter(pk=won.winner.entrant).first()
    identity = entrant.identity if entrant else None
    unit = won.winner.unit or (entrant.unit.name if entrant and entrant.unit else "")
    place = won.result.round.title if won.result.round else ""
    told = " – ".join(filter(None, (won.prize.title, won.table.title, place, unit)))
    return Payee(
        _name(identity, won.result, by, at) or won.winner.name,
        won.prize.amount,
        post=told[:_LONGEST],
        is_person=entrant is not None and entrant.kind == "person",
        won=won.key,
    )


def _name(identity: Identity | None, result: Result, by: Person, at: datetime) -> str:
    if identity is None:
        return ""
    contest, reason = result.contest_id, f"campaigns.prizes {result.pk}"
    fields = people.opened_identity(identity, by=by, reason=reason, at=at, contest_id=contest)
    return fields.get(IdentityKind.FULL_NAME, "")

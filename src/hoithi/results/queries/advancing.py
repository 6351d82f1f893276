"""Who goes on to a round, by the newest drafts of the rounds that lead to it."""

from datetime import datetime

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.ranking.advance import qualified
from hoithi.core.ranking.placings import Placing
from hoithi.results.queries import drafts, sources, stored


def qualified_for(round_: Round, *, at: datetime) -> frozenset[int] | None:
    """The entrants who go on to the round; None where no draft says so, or the rules ask for more.

    The best over all rounds (`best_overall`) need a ranking that no draft holds: then None.
    """
    rules = rules_of_round(round_, at=at)
    leading = [one for one in rules.rounds if one.advance and one.advance.to == round_.key]
    wild_cards = any(one.advance and one.advance.best_overall for one in leading)
    found = drafts.round_drafts(round_.contest)
    if not leading or wild_cards or not any(one.key in found for one in leading):
        return None
    rankings = {
        one.key: [
            Placing(line.place, line.entrant, line.points, ())
            for line in stored.lines(found[one.key].pk, 0, (one.advance.first or 0) + 100)
        ]
        for one in leading
        if one.key in found and one.advance
    }
    lots = [row for one in found.values() for row in drafts.lots(round_.contest, one.round)]
    outcome = qualified(round_.key, leading, rankings, records=sources.parted(lots, of_units=False))
    equals = (who for tie in outcome.open_ties for who in tie.entrants)
    return frozenset((*outcome.entrants, *equals))

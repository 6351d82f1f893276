"""Who on the named lists is which contestant, kept as rows before a result counts it."""

from hoithi.contests.models import Contest
from hoithi.entries.models import ListedPerson, MatchState
from hoithi.entries.queries.matching import lines_of
from hoithi.entries.queries.unit_lists import newest_lists

_AT_ONCE = 300


def keep_matches(contest: Contest) -> None:
    """Writes down whom each line of the newest lists certainly is, as the lists' pages show it.

    A recount then finds the same people, also after their names were erased. What somebody
    settled stays, and so does what is known of those whose names are erased already.
    """
    lists = list(newest_lists(contest).values())
    if not lists:
        return
    sure = {line.id: line.entrant for lines in lines_of(contest, lists).values() for line in lines}
    rows = ListedPerson.objects.filter(list__in=lists, identity__isnull=False)
    changed = []
    for row in rows.exclude(match=MatchState.CONFIRMED):
        found = sure[row.pk]
        state = MatchState.NONE if found is None else MatchState.CERTAIN
        if (row.entrant_id, row.match) != (found, state):
            row.entrant_id, row.match = found, state
            changed.append(row)
    ListedPerson.objects.bulk_update(changed, ["entrant", "match"], batch_size=_AT_ONCE)

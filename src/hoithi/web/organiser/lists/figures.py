"""Figures of a round and decisions about rounds, taken away as tables."""

from hoithi.contests import queries
from hoithi.sittings.queries.desk import units_named
from hoithi.sittings.queries.figures import figures_of
from hoithi.web.organiser.lists.rounds_out import decision_table, figures_table
from hoithi.web.tables import Asked, TableOut, table_view


@table_view
def round_units_out(asked: Asked, slug: str, key: str) -> TableOut:
    """The figures of a round by unit, from the counters."""
    round_ = queries.round_for(asked.person, slug, key, at=asked.at)
    table = figures_table(round_, units_named(figures_of(round_)))
    return table.called(f"so-lieu-{slug}-{key}", round_.contest.body)


@table_view
def decisions_out(asked: Asked, slug: str) -> TableOut:
    """Everything decided about the rounds of a contest."""
    contest = queries.contest_for(asked.person, slug, at=asked.at)
    table = decision_table(contest, queries.decisions_shown(contest))
    return table.called(f"quyet-dinh-{slug}", contest.body)

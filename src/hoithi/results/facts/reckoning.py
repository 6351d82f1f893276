"""The whole reckoning of a result with the rules alone: places, prizes, collective rankings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hoithi.core.collective.figures import UnitFacts, figures
from hoithi.core.collective.order import UnitRanking, rank_units
from hoithi.core.lots import Lot, TieDecision
from hoithi.core.points import EntrantFacts, Result
from hoithi.core.prizes.allotment import allot
from hoithi.core.prizes.records import Allotment, Occasion, Verdict, Won
from hoithi.core.prizes.special import decided_placings, for_units, special_placings
from hoithi.core.prizes.together import Request, allot_together, won_in
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.groups import as_shares, need_shares, rank_apart
from hoithi.core.ranking.overall import overall_results
from hoithi.core.ranking.placings import Placing
from hoithi.core.ranking.predictions import prediction_truth, settle_predictions
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.groups import phases, ranked_apart
from hoithi.core.rulebook.parts import PaperPart, Prediction, PredictionScope
from hoithi.core.rulebook.prizes import PrizeScope, PrizeTable, SpecialKind
from hoithi.core.rulebook.ranking import (
    Aggregate,
    Collective,
    ContestTotal,
    InOrder,
    RankingKey,
    UnitKey,
)
from hoithi.core.rulebook.windows import (
    awarded_once,
    counted_rounds,
    paper_for,
    parts_in,
    ranking_for,
    rounds_of_table,
)

MOST_PEOPLE = Collective(
    key="most-people", title="-", method=InOrder(keys=(UnitKey(by=Aggregate.PEOPLE),))
)
"""The ranking behind the special prize for the unit with most people."""


@dataclass(frozen=True)
class Gathered:
    """Everything a result is made of, as the rows say it; nothing is asked for afterwards."""

    rulebook: Rulebook
    round_key: str | None
    """None for the result over the whole contest."""
    results: Sequence[Result]
    """Of the round, or of all rounds that count."""
    entrants: Mapping[int, EntrantFacts]
    grounds: Grounds
    closed_on: date
    units: Sequence[UnitFacts] = ()
    won: tuple[Won, ...] = ()
    """Prizes of other rounds."""
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    records: tuple[Lot | TieDecision, ...] = ()
    unit_records: tuple[Lot | TieDecision, ...] = ()
    """Between equal units."""
    not_recognised: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """By round key: whose results of that round are not recognised."""
    named: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """By key of a table the committee decides: whom it named, in order."""


@dataclass(frozen=True)
class Truth:
    """The number a group was asked to predict."""

    prediction: Prediction
    group: str
    number: int


@dataclass(frozen=True)
class Reckoned:
    """The outcome, every part of it in the words of the rules."""

    keys: tuple[RankingKey, ...]
    results: Sequence[Result]
    """With predictions settled; of the round, or over the whole contest."""
    placings: Sequence[Placing]
    allotments: tuple[tuple[PrizeTable, Allotment], ...]
    collectives: tuple[tuple[Collective, UnitRanking], ...]
    truths: tuple[Truth, ...]
    apart: tuple[str, ...] = ()
    """Keys of the groups whose rankings follow one another in the placings."""
    in_shares: bool = False
    """Where groups are compared, points are shares of what could be reached, out of 100."""


def reckon(given: Gathered) -> Reckoned:
    """Settles predictions, ranks, allots prizes, ranks units. The same rows, the same outcome."""
    by_round, truths = _settled(given)
    recognised = [one for one in by_round if not _struck_out(one, given)]
    keys, results = _of_people(given, recognised)
    apart = ranked_apart(given.rulebook)
    placings = rank_apart(results, keys, given.grounds, apart) if keys else []
    in_shares = need_shares(given.rulebook, recognised)
    comparable = as_shares(recognised) if in_shares else recognised
    rankings_ = _Rankings(placings, _joint(given, comparable) if apart else placings)
    people = _people_tables(given, recognised, results, rankings_)
    won = (*given.won, *(won for _, allotment in people for won in won_in(allotment)))
    collectives = _collectives(given, comparable, won)
    rankings = {collective.key: ranking for collective, ranking in collectives}
    units = _unit_tables(given, comparable, rankings)
    order = {table.key: place for place, table in enumerate(given.rulebook.prizes)}
    allotments = sorted([*people, *units], key=lambda pair: order[pair[0].key])
    return Reckoned(
        keys, results, placings, tuple(allotments), tuple(collectives), truths, apart, in_shares
    )


@dataclass(frozen=True)
class _Rankings:
    """From what prizes are taken: group by group, and all groups together."""

    by_group: Sequence[Placing]
    joint: Sequence[Placing]


def _joint(given: Gathered, comparable: Sequence[Result]) -> Sequence[Placing]:
    """All groups in one ranking, for tables that concern everybody."""
    keys, results = _of_people(given, comparable)
    return rank_apart(results, keys, given.grounds, ()) if keys else []


def _struck_out(result: Result, given: Gathered) -> bool:
    return result.entrant_id in given.not_recognised.get(result.round_key, frozenset())


def _settled(given: Gathered) -> tuple[list[Result], tuple[Truth, ...]]:
    """Results with their predictions settled, and the truths; an open truth settles nothing."""
    done: list[Result] = []
    truths: list[Truth] = []
    whole = given.round_key is None
    struck = frozenset().union(*given.not_recognised.values())
    for round_ in counted_rounds(given.rulebook):
        results = [one for one in given.results if one.round_key == round_.key]
        if not results:
            continue
        for group, prediction in _predictions(given.rulebook, round_.key).items():
            if prediction.scope is PredictionScope.CONTEST and not whole:
                continue
            asked = [one for one in results if not group or _group(one, given) == group]
            others = [one for one in results if group and _group(one, given) != group]
            truth = prediction_truth(
                given.results, prediction, round_key=round_.key, disqualified=struck
            )
            truths.append(Truth(prediction, group, truth))
            results = [*others, *settle_predictions(asked, truth, prediction)]
        done += results
    return done, tuple(dict.fromkeys(truths))


def _group(result: Result, given: Gathered) -> str:
    return given.entrants[result.entrant_id].group or ""


def _predictions(rulebook: Rulebook, round_key: str) -> dict[str, Prediction]:
    """The prediction question of a round by group; under "" alone where all are asked the same."""
    papers = [part for part in parts_in(rulebook, round_key) if isinstance(part, PaperPart)]
    common = _asked(rulebook, round_key, None, papers)
    groups = {
        group.key: _asked(rulebook, round_key, group.key, papers) for group in rulebook.groups
    }
    if all(prediction == common for prediction in groups.values()):
        groups = {"": common}
    return {key: one for key, one in groups.items() if one is not None}


def _asked(
    rulebook: Rulebook, round_key: str, group: str | None, papers: Iterable[PaperPart]
) -> Prediction | None:
    """The prediction question of the one paper of a round that has one."""
    asked = (paper_for(rulebook, round_key, group, part.key).prediction for part in papers)
    return next((one for one in asked if one is not None), None)


def _of_people(
    given: Gathered, results: Sequence[Result]
) -> tuple[tuple[RankingKey, ...], Sequence[Result]]:
    """The keys and the results that are ranked: of the round, or over the whole contest."""
    rules = given.rulebook
    if given.round_key is not None:
        return ranking_for(rules, given.round_key), results
    if rules.overall.total is ContestTotal.NONE:
        return (), ()
    return rules.overall.keys or rules.ranking, list(overall_results(results, rules.overall))


def tables_of(rulebook: Rulebook, round_key: str | None) -> list[PrizeTable]:
    """The tables awarded in a round, or once in the contest."""
    if round_key is None:
        return [table for table in rulebook.prizes if awarded_once(table)]
    return [
        table
        for table in rulebook.prizes
        if round_key in {round_.key for round_ in rounds_of_table(rulebook, table)}
    ]


_OF_UNITS = (SpecialKind.MOST_PEOPLE_UNIT,)


def _is_of_units(table: PrizeTable) -> bool:
    return table.scope is PrizeScope.COLLECTIVE or table.special in _OF_UNITS


def _people_tables(
    given: Gathered,
    by_round: Sequence[Result],
    results: Sequence[Result],
    rankings: _Rankings,
) -> list[tuple[PrizeTable, Allotment]]:
    """All tables of people at once, so that nobody takes more prizes than the policy allows."""
    tables = [t for t in tables_of(given.rulebook, given.round_key) if not _is_of_units(t)]
    occasion = _occasion(given)
    requests = []
    for table in tables:
        if table.special is SpecialKind.DECIDED:
            ranked: Sequence[Placing] = decided_placings(given.named.get(table.key, ()))
        elif table.scope is PrizeScope.SPECIAL:
            source = by_round if given.round_key is None else results
            ranked = special_placings(table, source, given.grounds)
        else:
            ranked = rankings.by_group if table.group else rankings.joint
        requests.append(Request(table, ranked, occasion))
    return list(zip(tables, allot_together(requests), strict=True))


def _occasion(given: Gathered) -> Occasion:
    order = [round_.key for round_ in counted_rounds(given.rulebook)]
    here = order.index(given.round_key) if given.round_key in order else len(order)
    return Occasion(
        policy=given.rulebook.prize_policy,
        entrants=given.entrants,
        round_key=given.round_key,
        earlier_rounds=frozenset(order[:here]),
        phases=phases(given.rulebook),
        won=given.won,
        verdicts=given.verdicts,
        records=given.records,
    )


def _collectives(
    given: Gathered, results: Sequence[Result], won: Iterable[Won]
) -> list[tuple[Collective, UnitRanking]]:
    """The collective rankings: over the contest all, in a round those with a prize there."""
    awarded = {table.collective for table in tables_of(given.rulebook, given.round_key)}
    prizes = tuple(won)
    return [
        (one, _ranked_units(given, results, one, prizes))
        for one in given.rulebook.collectives
        if given.round_key is None or one.key in awarded
    ]


def _ranked_units(
    given: Gathered, results: Sequence[Result], collective: Collective, won: Iterable[Won]
) -> UnitRanking:
    found = figures(results, given.entrants, given.units, collective, won)
    return rank_units(found, collective, given.rulebook.entry.quotas)


def _unit_tables(
    given: Gathered, results: Sequence[Result], rankings: Mapping[str, UnitRanking]
) -> list[tuple[PrizeTable, Allotment]]:
    occasion = replace(for_units(_occasion(given)), records=given.unit_records)
    allotted = []
    for table in tables_of(given.rulebook, given.round_key):
        if table.scope is PrizeScope.COLLECTIVE and table.collective:
            placings = rankings[table.collective].placings()
        elif table.special is SpecialKind.MOST_PEOPLE_UNIT:
            placings = _ranked_units(given, results, MOST_PEOPLE, ()).placings()
        else:
            continue
        allotted.append((table, allot(table, placings, occasion)))
    return allotted

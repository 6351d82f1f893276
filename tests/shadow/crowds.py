"""Generated contests: few people and units, so that every tie and every rule meets every other."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from hoithi.core.collective.figures import Listed, UnitFacts
from hoithi.core.lots import Lot, TieDecision
from hoithi.core.points import EntrantFacts, PartShare, Result
from hoithi.core.prizes.records import Verdict, Won
from hoithi.core.ranking.columns import Grounds
from hoithi.core.rulebook.prizes import SpecialKind
from hoithi.results.facts.reckoning import Gathered
from tests.core.make import START
from tests.shadow.crowd_rules import JUDGED, PRIZES, few, maybe, points, rulebooks

PEOPLE, UNITS = range(1, 9), range(1, 5)
moments = few.map(lambda seconds: START + timedelta(seconds=40 * seconds))
births = st.sampled_from([None, 1950, 1990, date(1950, 3, 1), date(1990, 5, 2)])


@st.composite
def facts(draw: st.DrawFn, who: int) -> EntrantFacts:
    return EntrantFacts(
        entrant_id=who,
        registered_at=draw(maybe(moments)),
        unit_id=draw(maybe(st.sampled_from(UNITS))),
        group=draw(st.sampled_from([None, "g", "h"])),
        birth=draw(births),
        female=draw(maybe(st.booleans())),
        ranked=draw(st.sampled_from([True, True, True, False])),
        may_win=draw(st.sampled_from([True, True, True, False])),
        disqualified=draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def results(draw: st.DrawFn, who: int) -> Result:
    parts = {key: draw(maybe(points)) for key in ("paper", "stage")}
    return Result(
        entrant_id=who,
        round_key="week-2",
        points=draw(points),
        most=Decimal(2),
        right=draw(few),
        questions=2,
        seconds=draw(maybe(few | st.just(Decimal("1.5")))),
        total_seconds=draw(few),
        sittings=draw(st.integers(1, 3)),
        full_marks=draw(few),
        started_at=draw(maybe(moments)),
        submitted_at=draw(maybe(moments)),
        distance=draw(maybe(few)),
        exact=draw(st.integers(0, 1)),
        passed=draw(maybe(st.booleans())),
        penalty=draw(points),
        parts=tuple(PartShare(key, got, None) for key, got in parts.items() if got is not None),
    )


@st.composite
def records(draw: st.DrawFn, numbers: range) -> tuple[Lot | TieDecision, ...]:
    """Lots drawn and decisions taken one after the other, not all of them about everybody."""
    found: list[Lot | TieDecision] = []
    for number in range(draw(st.integers(0, 3))):
        order = tuple(draw(st.permutations(numbers)))[: draw(st.integers(2, len(numbers)))]
        at = START + timedelta(hours=number)
        lot = draw(st.booleans())
        found.append(Lot(order, at, "Tổ thư ký") if lot else TieDecision(order, at, "Ban Tổ chức"))
    return tuple(found)


@st.composite
def unit_facts(draw: st.DrawFn, number: int) -> UnitFacts:
    line = st.builds(
        Listed,
        post=st.sampled_from([None, "công chức", "Lãnh Đạo", "Khác"]),
        entrant_id=maybe(st.sampled_from(PEOPLE)),
        exempt=st.sampled_from([False, False, True]),
    )
    return UnitFacts(
        unit_id=number,
        code=f"unit-{number}",
        kind=draw(st.sampled_from(["commune", "school"])),
        staff=draw(maybe(st.integers(0, 5))),
        listed=tuple(draw(st.lists(line, max_size=4))),
        articles=draw(st.sampled_from([0, 0, 1])),
        judged=draw(st.sampled_from([{}, {JUDGED: Decimal(1)}, {JUDGED: Decimal("1.5")}])),
    )


won_before = st.builds(
    Won,
    entrant_id=st.sampled_from(PEOPLE),
    table_key=st.sampled_from(["table-0", "other"]),
    prize_key=st.sampled_from(PRIZES),
    amount=st.sampled_from([0, 300_000, 900_000]),
    round_key=st.sampled_from(["week-1", "week-2", "week-3"]),
)


@st.composite
def gathered(draw: st.DrawFn) -> Gathered:
    """Everything that the result of the second week is made of."""
    people = {who: draw(facts(who)) for who in PEOPLE}
    sat = draw(st.lists(st.sampled_from(PEOPLE), unique=True))
    said = draw(records(PEOPLE))
    judged = draw(st.dictionaries(st.sampled_from(PEOPLE), points))
    lots = tuple(one for one in said if isinstance(one, Lot))
    book = draw(rulebooks())
    decided = [one.key for one in book.prizes if one.special is SpecialKind.DECIDED]
    return Gathered(
        rulebook=book,
        round_key="week-2",
        results=[draw(results(who)) for who in sat],
        entrants=people,
        grounds=Grounds(people, {JUDGED: judged}, lots, draw(st.sampled_from([1, 60]))),
        closed_on=date(2026, 10, 11),
        units=[draw(unit_facts(number)) for number in UNITS],
        won=tuple(draw(st.lists(won_before, max_size=3))),
        verdicts=draw(st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(Verdict))),
        records=said,
        unit_records=draw(records(UNITS)),
        not_recognised={"week-2": frozenset(draw(st.sets(st.sampled_from(PEOPLE), max_size=1)))},
        named={key: draw(st.lists(st.sampled_from(PEOPLE), unique=True)) for key in decided},
    )

"""From rows of the exam room to a prepared result."""

from datetime import timedelta

import pytest

from hoithi.people.models import RoleName
from hoithi.results import actions, queries
from hoithi.results.actions import refusals
from hoithi.results.models import Chunk, Draft, Verdict
from hoithi.results.queries import stored
from hoithi.sittings.models import SittingDecision
from tests import make
from tests.results.boards import CLOSES, contest, entrant
from tests.results.rows import Sat, sit, unit

pytestmark = pytest.mark.django_db
AT = CLOSES + timedelta(minutes=1)


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def week(online):
    return online.rounds.get(key="week-1")


@pytest.fixture
def wards(online):
    return [unit(online.body, name) for name in ("Phường Bách Quang", "Phường Cải Đan")]


@pytest.fixture
def people(online, week, wards):
    """An has full marks on the second try; Bình is slower than Chi with the same points."""
    sat = {
        "Nguyễn V. A**": [Sat(80), Sat(100, 300)],
        "Trần T. B**": [Sat(90, 200)],
        "Lê V. C**": [Sat(90, 150)],
    }
    found = []
    for place, (name, sittings) in enumerate(sat.items()):
        who = entrant(online, name, unit=wards[place % 2], birth_year=1980)
        found.append(who)
        for one in sittings:
            sit(who, week, one)
    return found


def ranking(draft):
    head = stored.head(draft.pk)
    return [(line.place, line.name, line.prize) for line in stored.lines(draft.pk, 0, head.lines)]


@pytest.mark.usefixtures("people")
def test_the_round_is_ranked_and_prizes_are_allotted(week):
    draft = actions.prepare(week, at=AT)
    assert ranking(draft) == [
        (1, "Nguyễn V. A**", "giải Nhất"),
        (2, "Lê V. C**", "giải Nhì"),
        (3, "Trần T. B**", "giải Ba"),
    ]
    best = stored.lines(draft.pk, 0, 1)[0]
    assert (best.values[:2], best.sittings, best.seconds) == (("100", 300), 2, 300)
    assert draft.sha256 == stored.sha256(draft.pk)


@pytest.mark.usefixtures("people")
def test_people_and_sittings_are_counted_apart(week):
    figures = stored.statistics(actions.prepare(week, at=AT).pk)
    assert (figures.people, figures.sittings, figures.ranked, figures.full_marks) == (3, 4, 3, 1)
    assert figures.bands == (1, 2, 0, 0, 0)
    assert figures.by_day == (("2021-12-13", 4),)
    assert figures.by_hour[9] == 4
    assert [(row.people, row.sittings) for row in figures.by_unit] == [(2, 3), (1, 1)]


@pytest.mark.usefixtures("people")
def test_preparing_again_gives_the_same_draft_and_leaves_nothing_behind(week):
    draft = actions.prepare(week, at=AT)
    chunks = Chunk.objects.count()
    assert actions.prepare(week, at=AT + timedelta(hours=1)) == draft
    assert (Draft.objects.count(), Chunk.objects.count()) == (1, chunks)


def test_an_unrecognised_result_is_left_out_of_the_next_draft(online, week, people):
    first = actions.prepare(week, at=AT)
    official = make.holder(RoleName.ORGANISER, over=online.body)
    no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Thi hộ")
    actions.verify(online, week, people[0], no, by=official, at=AT)
    second = actions.prepare(week, at=AT)
    assert second.number == first.number + 1
    assert ranking(second)[0] == (1, "Lê V. C**", "giải Nhất")
    assert len(ranking(second)) == 2


def test_whom_nobody_reached_stays_ranked_and_takes_no_prize(online, week, people):
    official = make.holder(RoleName.ORGANISER, over=online.body)
    gone = actions.Finding(verdict=Verdict.UNREACHED, reason="Gọi 3 lần không được")
    actions.verify(online, week, people[0], gone, by=official, at=AT)
    draft = actions.prepare(week, at=AT)
    assert ranking(draft)[:2] == [(1, "Nguyễn V. A**", ""), (2, "Lê V. C**", "giải Nhất")]
    table = stored.prize_tables(draft.pk)[0]
    assert [(one.name, one.reason) for one in table.passed_over] == [("Nguyễn V. A**", "unreached")]


def test_insiders_may_be_ranked_without_a_prize_or_not_at_all(week, people):
    for who, effect in zip(people, ("unranked", "no_prize", ""), strict=True):
        who.effect = effect
        who.save()
    assert ranking(actions.prepare(week, at=AT)) == [
        (1, "Lê V. C**", "giải Nhất"),
        (2, "Trần T. B**", ""),
    ]


def test_minors_are_masked_further(week, people):
    people[0].birth_year = 2008
    people[0].save()
    assert ranking(actions.prepare(week, at=AT))[0][1] == "N. V. A**"


def test_annulled_sittings_count_for_nothing(week, people):
    second = people[0].sittings.latest("ordinal")
    SittingDecision.objects.create(
        entrant=people[0], sitting=second, round=week, kind="annul", reason="Lỗi đề",
        decided_by=make.person(), decided_at=AT,
    )  # fmt: skip
    assert ranking(actions.prepare(week, at=AT))[-1] == (3, "Nguyễn V. A**", "giải Ba")


def test_what_is_unmarked_is_marked_first(online, week):
    who = entrant(online, "A**")
    submission = sit(who, week, Sat(10), marked=False)
    draft = actions.prepare(week, at=AT)
    assert submission.marks.count() == 1
    assert ranking(draft) == [(1, "A**", "giải Nhất")]


@pytest.mark.usefixtures("people")
def test_new_keys_make_the_draft_stale(week, monkeypatch):
    draft = actions.prepare(week, at=AT)
    assert not queries.is_stale(draft)
    monkeypatch.setattr(queries.decided, "key_states", lambda ids: dict.fromkeys(ids, "corrected"))
    assert queries.is_stale(draft)


def test_a_round_that_is_not_over_is_refused(online, week):
    with pytest.raises(refusals.RoundNotOver) as refusal:
        actions.prepare(week, at=CLOSES - timedelta(seconds=1))
    assert refusal.value.until == CLOSES
    sit(entrant(online, "A**"), week, Sat(10)).delete()
    with pytest.raises(refusals.RoundNotOver):
        actions.prepare(week, at=AT)
    assert not Chunk.objects.exists()


def test_a_round_without_anybody_has_an_empty_result(week):
    draft = actions.prepare(week, at=AT)
    assert ranking(draft) == []
    assert stored.statistics(draft.pk).people == 0


@pytest.mark.usefixtures("people")
def test_the_whole_contest_ranks_units_once_every_round_is_prepared(online, week, wards):
    actions.prepare(week, at=AT)
    with pytest.raises(refusals.RoundsMissing) as refusal:
        actions.prepare_overall(online, at=AT)
    assert refusal.value.rounds == ("week-2",)

    later = AT + timedelta(days=14)
    actions.prepare(online.rounds.get(key="week-2"), at=later)
    draft = actions.prepare_overall(online, at=later)
    (table,) = stored.collectives(draft.pk)
    assert [(line.place, line.name, line.sittings) for line in table.lines] == [
        (1, wards[0].name, 3),
        (2, wards[1].name, 1),
    ]
    (prizes,) = stored.prize_tables(draft.pk)
    assert [w.name for prize in prizes.prizes for w in prize.winners] == [w.name for w in wards]


@pytest.mark.usefixtures("people")
def test_a_new_draft_of_a_round_makes_the_whole_stale(online, week):
    actions.prepare(week, at=AT)
    later = AT + timedelta(days=14)
    second = online.rounds.get(key="week-2")
    actions.prepare(second, at=later)
    whole = actions.prepare_overall(online, at=later)
    assert not queries.is_stale(whole)
    sit(entrant(online, "D**"), second, Sat(70))
    actions.prepare(second, at=later)
    assert queries.is_stale(whole)


@pytest.mark.usefixtures("people")
def test_a_published_result_is_recounted_from_the_rows(week):
    draft = actions.prepare(week, at=AT)
    result = actions.publish_preliminary(draft, at=AT)
    assert actions.recount(result, at=AT).equal
    who = week.contest.entrants.get(name="Lê V. C**")
    mark_row = who.sittings.get().submission.marks.get()
    mark_row.points = 100
    mark_row.save()
    recount = actions.recount(result, at=AT)
    assert (recount.equal, recount.differences) == (
        False,
        ("find", "lines", "prizes", "statistics"),
    )

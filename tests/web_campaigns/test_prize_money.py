"""Who is paid a prize comes from the published results, each prize once."""

import pytest
from msgspec import structs

from hoithi.campaigns.actions import approving, budgets, payments
from hoithi.campaigns.actions.budgets import LineTyped, Word
from hoithi.campaigns.actions.payments import NewList
from hoithi.core.budget.norms import Item
from hoithi.core.budget.tax import Income
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.facts import sealed_identity
from hoithi.results.models import Result
from hoithi.results.queries import stored
from tests.make import AT
from tests.results import boards
from tests.web_campaigns.conftest import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(organiser, monkeypatch):
    """A final result of one winner, whose prize is of 300,000 đồng."""
    contest = boards.contest(body=organiser.body)
    draft = boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(["A**", "B**"]))
    _named(contest.entrants.get(name="A**"), "Nguyễn Thị An")
    told = stored.prize_tables(draft.pk)
    tables = [structs.replace(one, prizes=tuple(map(_paid, one.prizes))) for one in told]
    monkeypatch.setattr(stored, "prize_tables", lambda _draft: tables)
    return Result.objects.create(
        contest=contest,
        round=draft.round,
        draft=draft,
        number=1,
        sha256="0",
        visible_from=AT,
        published_at=AT,
    )


def _paid(prize):
    return structs.replace(prize, amount=300_000)


def _named(entrant, full_name):
    told = {"full_name": full_name}
    identity, _index = sealed_identity(entrant.contest.body_id, told, "A**", AT, None)
    identity.save(force_insert=True)
    entrant.identity = identity
    entrant.save()


@pytest.fixture
def listed(result, organiser):
    campaign = result.contest.campaign
    version = budgets.begin(campaign, by=organiser, at=AT)
    follows = f"{result.contest_id}/week/first"
    lines = [
        LineTyped("Chi khác", norm=1),
        LineTyped("giải Nhất", item=Item.PRIZE_INDIVIDUAL, norm=300_000, follows=follows),
    ]
    budgets.write_lines(version, lines, by=organiser, at=AT)
    budgets.submit(version, by=organiser, at=AT)
    approving.approve(version, Word(), by=boards.make.person(), at=AT)
    first, prize = version.lines.all()
    new = NewList(Income.PRIZE, "Chi thưởng tuần 1", first.key, local_day(AT))
    return payments.make_list(campaign, new, by=organiser, at=AT), prize.key


def test_winners_come_once_with_name_and_line(desk, organiser, listed):
    paid, prize = listed
    page = home(organiser, f"{paid.budget.campaign_id}/kinh-phi/danh-sach/{paid.pk}/")
    for _twice in range(2):
        assert desk.post(f"{page}nguoi-doat-giai/").status_code == 302
    row = paid.payments.get()
    assert (row.gross, row.line_key, row.is_person) == (300_000, prize, True)
    assert "Nguyễn Thị An" in desk.get(page).content.decode()


def test_a_preliminary_result_pays_nobody(desk, organiser, listed):
    Result.objects.update(preliminary=True)
    paid, _prize = listed
    page = home(organiser, f"{paid.budget.campaign_id}/kinh-phi/danh-sach/{paid.pk}/")
    desk.post(f"{page}nguoi-doat-giai/")
    assert paid.payments.count() == 0

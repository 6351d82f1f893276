"""Estimates: written, submitted, approved by another person, adjusted as the next number."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from hoithi.campaigns.actions import approving, budgets, norms, proposing
from hoithi.campaigns.actions.budgets import LineTyped, SourceTyped, Word
from hoithi.campaigns.models import Budget, BudgetVersion, VersionState
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.budget.findings import Code
from hoithi.core.budget.norms import Item, Norm
from hoithi.files import actions as files
from hoithi.files.facts import FileKind
from hoithi.journal.models import Entry
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
HALL = LineTyped("Thuê hội trường", Decimal(2), Item.HALL, "Hội nghị", "buổi", 1_500_000)
JURY = LineTyped("Bồi dưỡng giám khảo", Decimal(5), Item.JURY, "Chấm thi", "người", 400_000)


@pytest.fixture
def money():
    return campaign().campaign


@pytest.fixture
def drafter():
    return make.person("Trần Thị Bình")


@pytest.fixture
def draft(money, drafter):
    version = budgets.begin(money, by=drafter, at=AT)
    return budgets.write_lines(version, [HALL, JURY], by=drafter, at=AT)


@pytest.fixture
def submitted(draft, drafter):
    return budgets.submit(draft, by=drafter, at=AT)


def approve(version, word=None, by=None):
    return approving.approve(version, word or Word(), by=by or make.person(), at=AT)


def test_beginning_twice_gives_one_estimate(money, drafter):
    first = budgets.begin(money, by=drafter, at=AT)
    assert budgets.begin(money, by=drafter, at=AT) == first
    assert Budget.objects.count() == BudgetVersion.objects.count() == 1


def test_lines_keep_their_keys_when_written_again(draft, drafter):
    keys = [line.key for line in draft.lines.all()]
    kept = [proposing.as_typed(line) for line in draft.lines.all()]
    budgets.write_lines(draft, [kept[1], HALL, kept[1]], by=drafter, at=AT)
    assert [line.key for line in draft.lines.all()] == [keys[1], 3, 4]


def test_an_older_page_overwrites_nothing(draft, drafter):
    budgets.write_lines(draft, [HALL], revision=1, by=drafter, at=AT)
    with pytest.raises(budgets.EstimateChanged):
        budgets.write_lines(draft, [], revision=1, by=drafter, at=AT)
    assert draft.lines.count() == 1


@pytest.mark.parametrize(
    "line",
    [
        LineTyped("x", Decimal(0), norm=1),
        LineTyped("x", Decimal(-1), norm=1),
        LineTyped("x", Decimal(10**9), norm=10**15),
        LineTyped("x", Decimal(1), norm=-5),
        LineTyped("x", Decimal(10**9 + 1)),
    ],
)
def test_impossible_sums_are_refused_and_nothing_changes(draft, drafter, line):
    with pytest.raises(budgets.SumTooLarge):
        budgets.write_lines(draft, [HALL, line], by=drafter, at=AT)
    assert draft.lines.count() == 2


def test_an_estimate_with_a_blank_norm_does_not_go_up(draft, drafter):
    budgets.write_lines(draft, [LineTyped("In giấy mời")], by=drafter, at=AT)
    with pytest.raises(budgets.EstimateIncomplete):
        budgets.submit(draft, by=drafter, at=AT)


def test_another_person_approves(submitted):
    assert approve(submitted).state == VersionState.APPROVED
    assert Entry.objects.filter(deed="campaigns.estimate_approved").count() == 1


def test_who_drafted_does_not_approve(submitted, drafter):
    with pytest.raises(budgets.OtherPersonNeeded):
        approve(submitted, by=drafter)
    submitted.refresh_from_db()
    assert submitted.state == VersionState.SUBMITTED


def test_who_wrote_in_it_once_does_not_approve_either(draft, drafter):
    helper = make.person("Lê Văn Cường")
    budgets.write_lines(draft, [HALL], by=helper, at=AT)
    version = budgets.submit(draft, by=drafter, at=AT)
    with pytest.raises(budgets.OtherPersonNeeded):
        approve(version, by=helper)


def test_a_leader_approves_on_paper(submitted, drafter, money):
    kinds = {FileKind.PDF}
    data = b"%PDF-1.4\n%%EOF\n"
    file = files.store(data, "qd.pdf", body=money.body, by=drafter, at=AT, allowed=kinds)
    with pytest.raises(budgets.DecisionMissing):
        approve(submitted, Word(file=file), by=drafter)
    word = Word("12/QĐ-UBND", date(2026, 11, 1), "Lê Thị Vân", file)
    assert approve(submitted, word, by=drafter).decision_number == "12/QĐ-UBND"


def test_what_was_approved_never_changes(submitted, drafter):
    approve(submitted)
    for deed in (
        lambda: budgets.write_lines(submitted, [], by=drafter, at=AT),
        lambda: budgets.write_sources(submitted, [], by=drafter, at=AT),
        lambda: budgets.submit(submitted, by=drafter, at=AT),
    ):
        with pytest.raises(budgets.EstimateFixed):
            deed()
    with pytest.raises(budgets.NotSubmitted):
        approve(submitted)
    assert submitted.lines.count() == 2


def test_what_is_sent_back_is_written_again(submitted, drafter):
    with pytest.raises(budgets.ReasonMissing):
        approving.send_back(submitted, " ", by=drafter, at=AT)
    version = approving.send_back(submitted, "Xem lại mức chi", by=drafter, at=AT)
    assert (version.state, version.returned_reason) == (VersionState.DRAFT, "Xem lại mức chi")
    again = budgets.submit(version, by=drafter, at=AT)
    assert again.returned_reason == "Xem lại mức chi"


def test_an_adjustment_is_the_next_number(submitted, drafter):
    with pytest.raises(budgets.EstimateOpen):
        approving.adjust(submitted.budget, "Thêm cụm thi", by=drafter, at=AT)
    approve(submitted)
    made = approving.adjust(submitted.budget, "Thêm cụm thi", by=drafter, at=AT)
    budgets.write_lines(made, [HALL], by=drafter, at=AT)
    assert made.number == 2
    assert submitted.lines.count() == 2
    assert queries.approved(queries.budget_of(submitted.budget.campaign)) == submitted


def test_an_adjustment_that_adjusts_nothing_does_not_go_up(submitted, drafter):
    approve(submitted)
    made = approving.adjust(submitted.budget, "Thêm cụm thi", by=drafter, at=AT)
    with pytest.raises(budgets.NothingAdjusted):
        budgets.submit(made, by=drafter, at=AT)
    kept = [proposing.as_typed(line) for line in made.lines.all()]
    budgets.write_lines(made, kept[:1], by=drafter, at=AT)
    assert budgets.submit(made, by=drafter, at=AT).state == VersionState.SUBMITTED


def test_an_adjustment_is_given_up_and_the_approved_estimate_stays(submitted, drafter):
    approve(submitted)
    with pytest.raises(budgets.EstimateFixed):
        approving.drop_adjustment(submitted, by=drafter, at=AT)
    made = approving.adjust(submitted.budget, "Thêm cụm thi", by=drafter, at=AT)
    approving.drop_adjustment(made, by=drafter, at=AT)
    assert [one.number for one in submitted.budget.versions.all()] == [1]


def test_the_first_estimate_is_not_given_up(draft, drafter):
    with pytest.raises(budgets.EstimateFixed):
        approving.drop_adjustment(draft, by=drafter, at=AT)


def test_the_database_keeps_one_open_estimate(draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetVersion.objects.create(budget=draft.budget, number=2, made_at=AT)


def test_a_source_that_goes_leaves_its_lines_without_one(draft, drafter):
    source = SourceTyped("budget", "Ngân sách xã", 2026, 10_000_000)
    budgets.write_sources(draft, [source], by=drafter, at=AT)
    key = draft.sources.get().key
    typed = LineTyped("Nước uống", Decimal(10), norm=10_000, source_key=key)
    budgets.write_lines(draft, [typed], by=drafter, at=AT)
    assert draft.lines.get().source_key == key
    budgets.write_sources(draft, [], by=drafter, at=AT)
    assert draft.lines.get().source_key is None


def test_a_norm_of_the_body_finds_the_line_over_it(draft, drafter, money):
    norm = Norm(Item.JURY, 350_000, "Nghị quyết 20", "Điều 3", date(2026, 1, 1))
    norms.add_norm(money.body, norm, by=drafter, at=AT)
    with pytest.raises(norms.NormTwice):
        norms.add_norm(money.body, norm, by=drafter, at=AT)
    found = queries.estimate_findings(draft, at=AT)
    told = [(one.code, one.facts.get("most")) for one in found]
    assert told == [(Code.SOURCES_MISSING, None), (Code.OVER_NORM, 350_000)]


def test_lines_that_follow_the_rules_are_renewed_and_keep_their_source(draft, drafter):
    def prize(count, amount, follows="c/t/p"):
        return LineTyped(
            "giải Nhất", Decimal(count), Item.PRIZE_INDIVIDUAL, "Giải", "giải", amount,
            follows=follows,
        )  # fmt: skip

    proposing.follow_rules(draft, [prize(1, 5), prize(3, 2, "c/t/q")], by=drafter, at=AT)
    keys = [line.key for line in draft.lines.all()]
    proposing.follow_rules(draft, [prize(2, 7)], by=drafter, at=AT)
    told = [(line.key, line.quantity, line.norm) for line in draft.lines.all()][2:]
    assert told == [(keys[2], 2, 7)]


def test_a_proposal_comes_once_and_without_a_norm(draft, drafter):
    new = [proposing.unpriced("Họp Ban Tổ chức", Item.MEETING, "Hội nghị", of=(3, "cuộc"))]
    assert proposing.add_lines(draft, new, by=drafter, at=AT) == 1
    assert proposing.add_lines(draft, new, by=drafter, at=AT) == 0
    assert draft.lines.last().norm is None

"""Reports of units: versions that were sent stay, drafts are nobody's to overwrite, who is late."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from hoithi.campaigns.actions import open_set
from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.actions.nominations import DeadlineOver
from hoithi.campaigns.facts import answer_of
from hoithi.campaigns.queries import reports
from hoithi.campaigns.queries.recipients import Asked, chosen, recipients
from hoithi.campaigns.queries.report_tables import columns_of, merged_sheet, read_rows
from hoithi.campaigns.queries.reports import Standing
from hoithi.core.reporting.answers import Answer
from hoithi.core.units.kinds import UnitKind
from hoithi.documents.spreadsheets import template
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.wording import sentence
from tests import make
from tests.campaigns.make import campaign
from tests.campaigns.reports import DUE, FILLED, OUTLINE, reported, requested
from tests.make import AT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)


@pytest.fixture
def founded():
    return campaign().campaign


@pytest.fixture
def units(founded):
    new = [NewUnit(f"t{n}", f"Trường số {n}", UnitKind.SCHOOL) for n in range(3)]
    return [add_unit(founded.body, one, by=None, at=AT).unit for one in new]


@pytest.fixture
def by():
    return make.person()


def test_a_version_that_was_sent_stays_and_the_next_one_counts(founded, units, by):
    asked = reported(founded, units[0], by)
    newer = Answer(("Sửa lại", "Không"), ((),))
    deeds.save_answer(asked, newer, revision=0, by=by, at=AT)
    assert [name for name, _ in reports.counted_answers(asked.request, TODAY)] == ["Trường số 0"]
    assert answer_of(reports.counted_answers(asked.request, TODAY)[0][1]) == FILLED
    deeds.send_answer(asked, by=by, at=AT, may_be_empty=True)
    assert answer_of(reports.counted_answers(asked.request, TODAY)[0][1]) == newer
    assert [row.version for row in reports.versions_of(asked)] == [2, 1]


def test_whoever_saves_over_anothers_words_is_refused(founded, units, by):
    asked = requested(founded, units, by).asked.first()
    deeds.save_answer(asked, FILLED, revision=0, by=by, at=AT)
    for revision in (0, 2, 7):
        with pytest.raises(deeds.ReportChanged):
            deeds.save_answer(asked, FILLED, revision=revision, by=by, at=AT)
    assert deeds.save_answer(asked, FILLED, revision=1, by=by, at=AT).revision == 2


def test_what_was_sent_back_comes_again_and_is_accepted_once(founded, units, by):
    asked = reported(founded, units[0], by)
    first = reports.versions_of(asked)[0]
    with pytest.raises(deeds.RemarkMissing):
        deeds.send_back(first, "  ", by=by, at=AT)
    deeds.send_back(first, "Thiếu số liệu tháng 10", by=by, at=AT)
    with pytest.raises(deeds.ReportNotOpen):
        deeds.send_back(first, "Lần nữa", by=by, at=AT)
    deeds.save_answer(asked, FILLED, revision=0, by=by, at=AT)
    second = deeds.send_answer(asked, by=by, at=AT)
    deeds.accept(second, by=by, at=AT)
    with pytest.raises(deeds.ReportNotOpen):
        deeds.accept(second, by=by, at=AT)
    with pytest.raises(deeds.ReportNotOpen):
        deeds.save_answer(asked, FILLED, revision=0, by=by, at=AT)


def test_an_unfinished_report_is_kept_and_not_sent(founded, units, by):
    asked = requested(founded, units, by).asked.first()
    unfinished = Answer(("", "Không"), ((("Loa", "nhiều", ""),),))
    deeds.save_answer(asked, unfinished, revision=0, by=by, at=AT)
    with pytest.raises(deeds.ReportUnfinished):
        deeds.send_answer(asked, by=by, at=AT)
    assert reports.versions_of(asked)[0].state == "draft"


def test_an_empty_table_goes_only_when_the_unit_says_so(founded, units, by):
    asked = requested(founded, units, by).asked.first()
    deeds.save_answer(asked, Answer(("Đã làm", "Không"), ((),)), revision=0, by=by, at=AT)
    with pytest.raises(deeds.TablesEmpty) as refused:
        deeds.send_answer(asked, by=by, at=AT)
    assert refused.value.facts == {"tables": OUTLINE.tables[0].title}
    assert deeds.send_answer(asked, by=by, at=AT, may_be_empty=True).state == "sent"


def test_a_request_is_changed_until_it_is_out(founded, by):
    request = requested(founded, [], by, out=False)
    with pytest.raises(deeds.NobodyAsked):
        deeds.send_request(request, by=by, at=AT)
    told = deeds.NewRequest("Tên khác", OUTLINE, TODAY)
    named = [one for each in recipients(founded, TODAY) for one in each.asked]
    deeds.change_request(request, told, named + named, by=by, at=AT)
    assert request.asked.count() == 2
    deeds.send_request(request, by=by, at=AT)
    with pytest.raises(deeds.RequestIsOut):
        deeds.change_request(request, told, named, by=by, at=AT)
    with pytest.raises(deeds.RequestIsOut):
        deeds.send_request(request, by=by, at=AT)


def test_nothing_is_filled_in_before_the_request_is_out(founded, units, by):
    asked = requested(founded, units, by, out=False).asked.first()
    with pytest.raises(deeds.RequestNotOut):
        deeds.save_answer(asked, FILLED, revision=0, by=by, at=AT)


def test_the_board_says_who_sent_who_was_late_and_who_is_missing(founded, units, by):
    request = requested(founded, units, by)
    early, late, missing = reports.asked_in(request, today=TODAY)
    after = AT + timedelta(days=20)
    for one, at in ((early, AT), (late, after)):
        deeds.save_answer(one.asked, FILLED, revision=0, by=by, at=at)
        deeds.send_answer(one.asked, by=by, at=at)
    found = reports.asked_in(request, today=date(2026, 11, 30))
    assert [(one.standing, one.was_late) for one in found] == [
        (Standing.SENT, False),
        (Standing.SENT, True),
        (Standing.OVERDUE, False),
    ]
    (counted,) = reports.requests_of(founded, today=date(2026, 11, 10))
    assert (counted.asked, counted.sent, counted.overdue) == (3, 2, 0)
    assert missing.name == "Trường số 2"


def test_a_set_means_the_units_it_was_opened_for(founded, units, by):
    agency = founded.agencies.get(holder_set="schools")
    before = next(one for one in recipients(founded, TODAY) if one.agency == agency)
    open_set(agency, units[:2], by=by, at=AT)
    after = next(one for one in recipients(founded, TODAY) if one.agency == agency)
    assert (len(before.asked), len(after.asked)) == (3, 2)
    request = requested(founded, units[:2], by, out=False)
    assert f"a{agency.pk}" in chosen(recipients(founded, TODAY), request.asked.all())


def test_the_tables_of_all_units_are_summed():
    answers = [("Trường A", FILLED.tables[0]), ("Trường B", (("Zalo", "7", ""),))]
    sheet = merged_sheet(OUTLINE.tables[0], answers, "Đơn vị", "Cộng")
    assert list(sheet.rows) == [
        ["Trường A", "Phát thanh", Decimal("12.5"), date(2026, 11, 1)],
        ["Trường B", "Zalo", Decimal(7), None],
        ["Cộng", None, Decimal("19.5"), None],
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Hình thức,Số lượt,Ngày\nLoa,abc,31/02/2026\n", [2], id="a line of faults"),
        pytest.param(
            "Hình thức,Số lượt,Ngày\nLoa,1,\n,5,1/2/2026\n", [3], id="the first cell is empty"
        ),
        pytest.param("Hình thức,Số lượt,Ngày\nLoa,5,2026\n", [2], id="a year is no day"),
        pytest.param("Hình thức,Số lượt,Ngày\n" + "Loa,1,\n" * 501, [0], id="too many lines"),
        pytest.param("Họ tên\nAn\n", [0], id="another table"),
        pytest.param("", [0], id="nothing"),
    ],
)
def test_a_faulty_file_is_refused_as_a_whole(text, lines):
    read = read_rows(text.encode(), "bang.csv", OUTLINE.tables[0])
    assert (sorted(read.faults), read.is_clean) == (lines, False)


def test_the_empty_form_itself_has_no_line():
    read = read_rows(
        template(columns_of(OUTLINE.tables[0]), "Bảng 1"), "mau.xlsx", OUTLINE.tables[0]
    )
    assert (read.items, read.is_clean) == ((), False)


def test_a_report_is_not_asked_for_a_day_that_is_over(founded, units, by):
    request = requested(founded, units, by)
    late = AT + timedelta(days=30)
    new = deeds.NewRequest("Báo cáo", OUTLINE, DUE)
    with pytest.raises(DeadlineOver) as refused:
        deeds.make_request(founded, new, [], by=by, at=late)
    assert founded.report_requests.get() == request
    assert "Hạn trả lời đã qua" in sentence(refused.value)
    drafted = deeds.make_request(founded, new, [Asked(unit=units[0])], by=by, at=AT)
    for deed in (
        lambda: deeds.change_request(drafted, new, [], by=by, at=late),
        lambda: deeds.send_request(drafted, by=by, at=late),
    ):
        with pytest.raises(DeadlineOver):
            deed()

"""What papers of a folder say and tell as missing: money, letters to contestants, the schedule."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.campaigns.actions import budgets
from hoithi.campaigns.actions.budgets import LineTyped, SourceTyped
from hoithi.documents.official import Items, Paper, Table, Text
from hoithi.plans.actions import import_plan
from hoithi.plans.queries.folders import folder_facts
from hoithi.web.organiser.folder import letters, money, running
from hoithi.web.organiser.folder.sheets import Sheet
from tests.campaigns.make import campaign
from tests.core.founding import texts
from tests.make import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def estimated(made, organiser):
    """An estimate of one priced line, whose source is not told."""
    version = budgets.begin(made, by=organiser, at=AT)
    typed = [LineTyped("In phông", norm=500_000)]
    budgets.write_lines(version, typed, revision=version.revision, by=organiser, at=AT)
    return made


def words(paper: Paper | None) -> str:
    """Paragraphs and lists of a paper."""
    assert paper is not None
    said = [*paper.addressed_to, *paper.bases]
    for block in paper.blocks:
        said += [block.text] if isinstance(block, Text) else []
        said += block.items if isinstance(block, Items) else []
    return "\n".join(said)


def lacks(sheet: Sheet) -> list[str]:
    return [one.what for one in sheet.missing]


def test_papers_of_the_estimate_name_the_standing_agency_and_tell_what_they_lack(estimated):
    asked, table, decided = money.estimate(folder_facts(estimated, at=AT))
    agency, body = "Phòng Văn hóa - Xã hội", estimated.body.name
    assert asked.paper is not None
    assert (asked.paper.issuer, asked.paper.superior) == (agency, body)
    assert asked.paper.addressed_to == (body,)
    assert asked.paper.number_text == "Số: ……/TTr-PVHXH"
    assert asked.signed_by == "TRƯỞNG PHÒNG"
    assert f"Điều 2. {agency} tổ chức thực hiện" in words(decided.paper)
    assert "Căn cứ pháp lý về thẩm quyền của cơ quan ban hành" in lacks(decided)
    assert "Số, ngày của Tờ trình phê duyệt dự toán" in lacks(decided)
    assert all("Nguồn kinh phí" in lacks(one) for one in (asked, table, decided))


def test_a_source_names_its_year_once_and_says_what_of_it_is_used(made, organiser):
    version = budgets.begin(made, by=organiser, at=AT)
    typed = [
        SourceTyped("budget", "Ngân sách năm 2026", year=2026, amount=150_000_000, key=1),
        SourceTyped("budget", "Nguồn sự nghiệp", year=2026, amount=2_000_000, key=2),
    ]
    budgets.write_sources(version, typed, revision=version.revision, by=organiser, at=AT)
    version.refresh_from_db()
    first, second = (row.key for row in version.sources.order_by("key"))
    lines = [
        LineTyped("In phông", norm=55_000_000, source_key=first),
        LineTyped("Nước uống", norm=2_000_000, source_key=second),
        LineTyped("Thuê xe", norm=1_000_000),
    ]
    budgets.write_lines(version, lines, revision=version.revision, by=organiser, at=AT)
    asked, _table, _decided = money.estimate(folder_facts(made, at=AT))
    for line in (
        "Ngân sách năm 2026: 55.000.000 đồng (trong tổng số 150.000.000 đồng của nguồn);",
        "Nguồn sự nghiệp, năm 2026: 2.000.000 đồng;",
        "Chưa xác định nguồn: 1.000.000 đồng;",
    ):
        assert line in words(asked.paper).split("\n")
    assert "Nguồn của 01 dòng dự toán" in lacks(asked)


def test_without_a_standing_agency_it_is_missing(estimated):
    estimated.agencies.update(is_standing=False)
    asked, _table, decided = money.estimate(folder_facts(estimated, at=AT))
    for one in (asked, decided):
        assert "Cơ quan thường trực (tham mưu) của kế hoạch" in lacks(one)


def test_a_settlement_before_any_approval_says_so(estimated):
    _vouchers, report = money.settlement(folder_facts(estimated, at=AT))
    told = words(report.paper)
    assert "Kinh phí được duyệt: dự toán chưa được phê duyệt." in told
    assert "0 đồng" not in told
    assert "Dự toán chưa được phê duyệt" in lacks(report)


def test_contestants_are_asked_by_the_body_without_those_who_may_not_take_part(organiser):
    text = texts.STAGE.encode()
    found = import_plan(text, "a.txt", body=organiser.body, by=None, at=AT).campaign
    facts = folder_facts(found, at=AT)
    told = "Công chức một cửa các xã. Không tham gia dự thi: thành viên Ban Tổ chức."
    (held,) = facts.contests
    held.activity.unit_sets.all().delete()
    held.activity.unit_sets.create(words=told)
    (sheet,) = letters.letters_to_take_part(replace(facts, contests=(held,)))
    assert sheet.paper is not None
    assert sheet.paper.addressed_to == ("Công chức một cửa các xã",)
    assert f"{found.body.name} trân trọng kính mời" in words(sheet.paper)
    assert "Không tham gia" not in words(sheet.paper)
    assert "Đầu mối hỗ trợ (điện thoại liên hệ)" in lacks(sheet)


def test_a_schedule_leaves_out_what_is_past_and_says_open_days_plainly(made):
    made.activities.create(
        key="hop", ordinal=9, kind="meeting", title="Họp Ban Tổ chức", is_open=False,
        first_day=date(2020, 1, 1), last_day=date(2020, 1, 1),
    )  # fmt: skip
    made.activities.create(
        key="thi", ordinal=10, kind="meeting", title="Tập huấn", is_open=True,
        first_day=date(2099, 1, 1), last_day=date(2099, 1, 2),
    )  # fmt: skip
    (sheet,) = running.schedule(folder_facts(made, at=AT))
    assert sheet.paper is not None
    (table,) = [block for block in sheet.paper.blocks if isinstance(block, Table)]
    assert [row[1:3] for row in table.rows] == [
        ("Hội nghị tổng kết", "cuối tháng 12 năm 2026"),
        ("Tập huấn", "dự kiến từ ngày 01/01/2099 đến hết ngày 02/01/2099"),
    ]

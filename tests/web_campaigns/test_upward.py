"""A report to the superior: drafted from figures, put in words, frozen with them."""

import hashlib

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import Report
from hoithi.campaigns.actions import upward as deeds
from hoithi.campaigns.models import Holding, HoldingStatus, UpwardReport, UpwardVersion
from hoithi.conferences.models import Conclusion
from hoithi.contests.models import ContestState
from hoithi.core.reporting.upward import ReportKind
from hoithi.people.models import RoleName
from hoithi.web.organiser.campaigns.upward.contests import held_in
from tests import make
from tests.campaigns.make import campaign
from tests.campaigns.reports import reported
from tests.entries.make import contest
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_campaigns.test_reports import schools
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
QUERIES = 41


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def report(founded, organiser):
    heading = deeds.Heading("Kết quả thực hiện Hội nghị", "UBND tỉnh")
    return deeds.begin_upward(founded, ReportKind.RESULT, heading, by=organiser, at=AT)


@pytest.fixture
def address(founded, organiser, report):
    return home(organiser, f"{founded.pk}/bao-cao/cap-tren/{report.pk}/")


def typed(**more: str) -> dict[str, str]:
    return {"subject": "Kết quả", "addressed_to": "UBND tỉnh", "ban": "0", **more}


@pytest.fixture
def filled(report):
    """The report with every place to fill in filled or left out."""
    report.words = {"nguyen-nhan": "", "de-nghi": "Không có đề nghị."}
    report.save()
    return report


def finish_all():
    Holding.objects.update(status=HoldingStatus.DONE)


def test_a_report_begins_with_the_name_of_the_plan(desk, organiser, founded):
    where = home(organiser, f"{founded.pk}/bao-cao/cap-tren/")
    assert desk.post(where, {"kind": "interim"}).status_code == 302
    assert UpwardReport.objects.get().subject == f"Sơ kết việc thực hiện {founded.title}"
    assert desk.post(where, {"kind": "other"}).status_code == 422
    listed = desk.get(home(organiser, f"{founded.pk}/bao-cao/")).content.decode()
    assert "Báo cáo sơ kết" in listed


def test_sentences_follow_the_figures_until_they_are_put_otherwise(desk, address, report):
    assert "hoàn thành 00 việc" in desk.get(address).content.decode()
    sent = {"cau-nhiem-vu": "Các cơ quan đang làm.", "goc-nhiem-vu": "cũ"}
    assert desk.post(address, typed(**sent)).status_code == 302
    finish_all()
    page = desk.get(address).content.decode()
    assert "Các cơ quan đang làm." in page
    assert "Câu đã sửa nên không tự cập nhật" in page
    assert "(100%)" in page
    desk.post(address, typed(**{"ban": "1", "lay-lai": "nhiem-vu"}))
    report.refresh_from_db()
    assert report.words == {}


def test_what_nobody_touched_is_not_kept_even_when_figures_changed_meanwhile(desk, address, report):
    told = "Nhiệm vụ được giao: câu của lúc mở trang."
    desk.post(address, typed(**{"cau-nhiem-vu": told, "goc-nhiem-vu": told}))
    report.refresh_from_db()
    assert (report.words, report.revision) == ({}, 1)


def test_words_of_a_colleague_are_not_overwritten(desk, address, report):
    desk.post(address, typed(**{"cau-ke-hoach": "Một.", "goc-ke-hoach": "cũ"}))
    page = desk.post(address, typed(**{"cau-ke-hoach": "Hai.", "goc-ke-hoach": "cũ"}))
    assert page.status_code == 422
    assert "Hai." in page.content.decode()
    report.refresh_from_db()
    assert report.words == {"ke-hoach": "Một."}


def test_a_report_with_places_to_fill_in_is_not_frozen(desk, address):
    refused = desk.post(f"{address}chot/", {"document_number": "21/BC-UBND"})
    said = (
        "Chưa chốt được: còn 2 câu có chỗ để trống (…………) ở phần: Hạn chế, vướng mắc và nguyên "
        "nhân; Đề xuất, kiến nghị."
    )
    assert (refused.status_code, said in refused.content.decode()) == (422, True)
    assert not UpwardVersion.objects.exists()


@pytest.mark.usefixtures("filled")
def test_a_version_keeps_words_and_figures_and_its_hash(desk, address):
    sent = desk.post(f"{address}chot/", {"document_number": "21/BC-UBND"})
    assert sent.status_code == 302
    finish_all()
    version = UpwardVersion.objects.get()
    assert version.sha256 == hashlib.sha256(version.content.encode()).hexdigest()
    page = desk.get(sent["Location"]).content.decode()
    assert "hoàn thành 00 việc" in page
    assert version.sha256 in page
    for kind, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        for number in (0, 1):
            paper = desk.get(f"{address}ban/{number}/bao-cao.{kind}")
            assert paper.content.startswith(start)


@pytest.mark.usefixtures("filled")
def test_the_same_again_makes_no_version(desk, address):
    desk.post(f"{address}chot/", {"document_number": "21/BC-UBND"})
    assert desk.post(f"{address}chot/", {"document_number": "22/BC-UBND"}).status_code == 422
    finish_all()
    assert desk.post(f"{address}chot/", {"document_number": "22/BC-UBND"}).status_code == 302
    assert list(UpwardVersion.objects.values_list("number", flat=True)) == [2, 1]


def test_a_lesser_colleague_reads_and_a_stranger_finds_nothing(address, organiser):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    page = auditor.get(address)
    assert (page.status_code, "Chốt bản gửi" in page.content.decode()) == (200, False)
    assert auditor.post(address, typed()).status_code == 404
    assert auditor.post(f"{address}chot/").status_code == 404
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    for where in (address, f"{address}ban/0/bao-cao.pdf"):
        assert stranger.get(where).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"subject": ""}, id="without a name"),
        pytest.param({"ban": "x" * 40}, id="a revision that is none"),
        pytest.param({"subject": "x" * 501}, id="too long"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(desk, address, report, sent):
    words = {"cau-ke-hoach": "Khác.", "goc-ke-hoach": "cũ"}
    assert desk.post(address, {**typed(**words), **sent}).status_code == 422
    report.refresh_from_db()
    assert report.words == {}


def test_obstacles_and_proposals_of_units_stand_in_the_report(desk, address, founded, organiser):
    (unit,) = schools(organiser.body, 1)
    reported(founded, unit, organiser)
    held = Holding.objects.first()
    told = Report(HoldingStatus.STUCK, obstacle="Chưa có hội trường")
    actions.report(held, told, by=organiser, at=AT)
    page = desk.get(address).content.decode()
    assert "Chưa có hội trường" in page
    assert "01/01 đơn vị đã gửi báo cáo" in page


@pytest.mark.parametrize("number", [1, 4])
def test_the_report_asks_a_constant_number_of_times(
    desk, address, founded, organiser, number, django_assert_num_queries
):
    activity = founded.activities.get()
    for unit in schools(organiser.body, number):
        reported(founded, unit, organiser)
        made = contest(of=organiser.body)
        made.activity = activity
        made.save()
    desk.get(address)
    with django_assert_num_queries(QUERIES):
        assert desk.get(address).status_code == 200


def test_what_was_concluded_or_closed_is_told_as_held(founded, organiser):
    activity = founded.activities.get()
    assert held_in(founded, AT) == set()
    made = contest(of=organiser.body)
    made.activity, made.state = activity, ContestState.CLOSED
    made.save()
    assert held_in(founded, AT) == {activity.pk}
    made.state = ContestState.DRAFT
    made.save()
    Conclusion.objects.create(activity=activity, ordinal=1, text="Giao Văn phòng")
    assert held_in(founded, AT) == {activity.pk}

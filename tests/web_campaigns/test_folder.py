"""The folder of a campaign: papers in order, what is missing, the file that the worker makes."""

import zipfile
from io import BytesIO

import pytest

from hoithi.campaigns.actions import budgets
from hoithi.campaigns.actions.budgets import LineTyped
from hoithi.documents.texts.read import read_text
from hoithi.files.models import Errand
from hoithi.people.facts import sealed_identity
from hoithi.people.models import RoleName
from hoithi.plans.actions import import_plan
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Result
from hoithi.web.jobs import run_errand
from tests import make
from tests.campaigns.make import campaign
from tests.core.founding import texts
from tests.make import AT
from tests.results.boards import PUBLISHES, Board, contest, drafted
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
PAGE_QUERIES = 19


@pytest.fixture
def stage(organiser):
    return import_plan(texts.STAGE.encode(), "a.txt", body=organiser.body, by=None, at=AT).campaign


def titles(client, address: str) -> list[str]:
    return [sheet.title for sheet, _file in client.get(address).context["rows"]]


def fetched(client, organiser, made, stage: str) -> zipfile.ZipFile:
    """The folder as the worker makes it for whoever pressed the button."""
    answer = client.post(home(organiser, f"{made.pk}/ho-so/{stage}/lay-ho-so/"))
    errand = Errand.objects.latest("pk")
    assert errand.token in answer.url
    run_errand.call(errand.pk)
    file = client.get(f"/tai-khoan/viec/{errand.token}/tep/")
    assert file.status_code == 200
    return zipfile.ZipFile(BytesIO(file.content))


def words(folder: zipfile.ZipFile, name: str) -> str:
    """The text of the paper whose name holds these letters."""
    (file,) = [one for one in folder.namelist() if name in one]
    return " ".join(read_text(folder.read(file)).text.split())


def test_papers_stand_in_the_order_of_signing_with_what_is_missing(desk, organiser, stage):
    address = home(organiser, f"{stage.pk}/ho-so/")
    assert titles(desk, address) == [
        "Tờ trình ban hành kế hoạch",
        "Kế hoạch",
        "Quyết định thành lập các ban, tổ",
        "Thể lệ hội thi sân khấu hóa “Cán bộ một cửa giỏi” năm 2026",
        "Dự toán kinh phí",
        "Công văn triển khai kế hoạch",
        "Thư mời tham gia hội thi sân khấu hóa “Cán bộ một cửa giỏi” năm 2026",
    ]
    page = desk.get(address).content.decode()
    assert f'href="/quan-tri/{organiser.body.slug}/ke-hoach/{stage.pk}/hoat-dong/contest/"' in page
    assert "Chưa có" in page


@pytest.mark.parametrize("stage_key", ["trong-ky", "ket-thuc", "quyet-toan"])
def test_every_moment_has_a_page(desk, organiser, stage, stage_key):
    assert titles(desk, home(organiser, f"{stage.pk}/ho-so/{stage_key}/"))


def test_a_moment_that_does_not_exist_has_none(desk, organiser, stage):
    address = home(organiser, f"{stage.pk}/ho-so/nam-sau/")
    assert desk.get(address).status_code == 404
    assert desk.post(f"{address}lay-ho-so/").status_code == 404


def test_an_empty_campaign_has_papers_with_blanks(desk, organiser):
    made = organiser.body.campaigns.create(title="Kế hoạch mới", created_at=AT)
    folder = fetched(desk, organiser, made, "khoi-dong")
    assert folder.namelist() == [
        "00-can-bo-sung.docx",
        "01-to-trinh-ban-hanh-ke-hoach.docx",
        "02-ke-hoach.docx",
        "03-cong-van-trien-khai.docx",
    ]
    assert "Cơ quan thường trực" in words(folder, "00-can-bo-sung")


def test_the_folder_has_the_plan_as_it_was_uploaded_and_every_other_paper_to_go_on_with(
    desk, organiser, stage
):
    folder = fetched(desk, organiser, stage, "khoi-dong")
    assert [name[:16] for name in folder.namelist()] == [
        "00-can-bo-sung.d",
        "01-to-trinh-ban-",
        "02-a.txt",
        "03-the-le-hoi-th",
        "04-cong-van-trie",
        "05-thu-moi-du-th",
    ]
    assert folder.read("02-a.txt") == texts.STAGE.encode()
    missing = words(folder, "00-can-bo-sung")
    assert "Ngày tổ chức “Hội thi sân khấu hóa" in missing
    assert "Chưa có" in missing or "chưa có" in missing


def test_a_plan_without_an_upload_is_drafted_without_number_and_day_of_the_signed_one(
    desk, organiser
):
    made = campaign(organiser.body).campaign
    folder = fetched(desk, organiser, made, "khoi-dong")
    plan = words(folder, "02-ke-hoach")
    assert "Số: ……/KH-UBND" in plan
    assert "ngày …… tháng …… năm" in plan
    assert "Bản đã ký của Kế hoạch số 15/KH-UBND" in words(folder, "00-can-bo-sung")
    for line in (
        "Thời gian: cuối tháng 12 năm 2026;",
        "Dự thảo bài phát biểu kết luận, hoàn thành trước Hội nghị tổng kết 07 ngày;",
        "Đăng ký tham luận, hoàn thành chậm nhất ngày 01/11/2026;",
    ):
        assert line in plan
    assert "chưa ấn định" not in plan
    assert "thời hạn" not in plan


def test_papers_of_meetings_and_of_what_is_late_come_from_their_own_makers(desk, organiser):
    made = campaign(organiser.body).campaign
    running = titles(desk, home(organiser, f"{made.pk}/ho-so/trong-ky/"))
    assert running == [
        "Thông báo lịch tổ chức",
        "Biên bản hội nghị tổng kết",
        "Công văn đôn đốc",
    ]
    folder = fetched(desk, organiser, made, "ket-thuc")
    assert "trân trọng kính mời" in words(folder, "giay-moi")
    assert "Thành phần mời dự" in words(folder, "00-can-bo-sung")


def test_the_estimate_comes_from_the_pages_of_money(desk, organiser):
    made = campaign(organiser.body).campaign
    version = budgets.begin(made, by=organiser, at=AT)
    typed = [LineTyped("In phông", norm=500_000), LineTyped("Nước uống")]
    budgets.write_lines(version, typed, revision=version.revision, by=organiser, at=AT)
    launch = fetched(desk, organiser, made, "khoi-dong")
    settled = fetched(desk, organiser, made, "quyet-toan")
    assert "In phông" in words(launch, "05-du-toan")
    assert "Mức chi của 01 dòng dự toán" in words(launch, "00-can-bo-sung")
    assert [name[3:] for name in settled.namelist()[1:]] == [
        "bang-ke-chung-tu.docx",
        "bao-cao-quyet-toan.docx",
    ]


def test_hostile_titles_give_safe_names(desk, organiser):
    made = campaign(organiser.body).campaign
    made.title = "../../etc/passwd <script>alert(1)</script> " + "Ư" * 900
    made.save()
    page = desk.get(home(organiser, f"{made.pk}/ho-so/")).content.decode()
    folder = fetched(desk, organiser, made, "ket-thuc")
    assert "<script>alert" not in page
    assert all("/" not in name and len(name) < 120 for name in folder.namelist())


@pytest.fixture
def finished(organiser):
    """A contest of which one round was published, with a winner whose identity is kept."""
    online = contest(body=organiser.body)
    draft = drafted(
        online, online.rounds.get(key="week-1"), Board(["Nguyễn V. A**", "Trần T. B**"])
    )
    _publish(draft, Result(facts={}), by=None, at=PUBLISHES)
    winner = online.entrants.get(name="Nguyễn V. A**")
    identity, _ = sealed_identity(
        organiser.body_id, {"full_name": "Nguyễn Văn An"}, winner.name, PUBLISHES, None
    )
    identity.save()
    winner.identity = identity
    winner.save()
    return online.campaign


def test_winners_are_named_in_full_for_the_decision_and_the_journal_knows(
    desk, organiser, finished
):
    page = desk.get(home(organiser, f"{finished.pk}/ho-so/ket-thuc/")).content.decode()
    assert "people.identity_read" not in make.deeds()
    folder = fetched(desk, organiser, finished, "ket-thuc")
    assert "Nguyễn Văn An" not in page
    assert "Nguyễn Văn An" in words(folder, "danh-sach-tang-giai")
    assert "Nguyễn Văn An" in words(folder, "loi-dan")
    assert "people.identity_read" in make.deeds()


def test_an_announcement_names_winners_as_the_public_page_does(desk, organiser, finished):
    folder = fetched(desk, organiser, finished, "trong-ky")
    told = words(folder, "thong-bao-ket-qua")
    assert "Nguyễn V. A**" in told
    assert "Nguyễn Văn An" not in told


def test_who_only_reads_sees_what_is_missing_and_gets_no_file(organiser, stage):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    address = home(organiser, f"{stage.pk}/ho-so/")
    page = auditor.get(address).content.decode()
    assert "Còn thiếu" in page
    assert "lay-ho-so" not in page
    assert auditor.post(f"{address}khoi-dong/lay-ho-so/").status_code == 404


def test_another_body_finds_no_folder(stage):
    stranger = make.holder(RoleName.ORGANISER, over=make.body("Xã Khác"))
    address = f"/quan-tri/{stranger.body.slug}/ke-hoach/{stage.pk}/ho-so/"
    assert browser(stranger).get(address).status_code == 404


@pytest.mark.parametrize("tasks", [1, 40])
def test_the_page_asks_a_constant_number_of_times(
    desk, organiser, tasks, django_assert_num_queries
):
    made = campaign(organiser.body).campaign
    agency = made.agencies.first()
    for number in range(tasks):
        task = made.tasks.create(ordinal=100 + number, text=f"Việc {number}")
        task.holdings.create(agency=agency)
    address = home(organiser, f"{made.pk}/ho-so/")
    desk.get(address)
    with django_assert_num_queries(PAGE_QUERIES):
        desk.get(address)


def test_each_paper_is_fetched_by_itself_as_it_lies_in_the_folder(desk, organiser, stage):
    rows = desk.get(home(organiser, f"{stage.pk}/ho-so/")).context["rows"]
    name = next(file for sheet, file in rows if sheet.title == "Tờ trình ban hành kế hoạch")
    address = home(organiser, f"{stage.pk}/ho-so/khoi-dong/van-ban/{name}")
    answer = desk.get(address)
    assert answer.status_code == 200
    assert name in answer["Content-Disposition"]
    folder = fetched(desk, organiser, stage, "khoi-dong")
    assert read_text(answer.content).text == read_text(folder.read(name)).text


@pytest.mark.parametrize("name", ["99-khong-co.docx", "00-can-bo-sung.docx", "..", "x" * 300])
def test_a_paper_that_is_not_in_the_folder_is_not_found(desk, organiser, stage, name):
    assert (
        desk.get(home(organiser, f"{stage.pk}/ho-so/khoi-dong/van-ban/{name}")).status_code == 404
    )

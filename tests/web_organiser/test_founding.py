"""Creating a contest from a pattern, a file, or an earlier contest."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import newest_version
from hoithi.core.rulebook.checks import open_points
from hoithi.core.rulebook.formats import to_json
from hoithi.people.models import RoleName
from tests import make
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
EXAMPLES = Path(__file__).parents[2] / "examples"


def rules(contest):
    return rulebook_of(newest_version(contest))


def founding(body) -> str:
    return f"/quan-tri/{body.slug}/cuoc-thi-moi/"


def test_a_pattern_becomes_the_bodys_own_contest_on_the_chosen_day(desk, organiser):
    sent = {"pattern": "xa-2026", "title": "Cuộc thi mới", "first_day": "2027-03-01"}
    response = desk.post(founding(organiser.body), sent)

    made = rules(Contest.objects.get())
    assert response.url == "/quan-tri/cuoc-thi/cuoc-thi-moi/the-le/xem-lai/"
    assert (made.organiser, made.superior, made.plan, made.funding) == (
        "Ủy ban nhân dân xã Hòa Sơn",
        None,
        None,
        None,
    )
    assert made.window.opens == "2027-03-01T08:00"
    assert made.rounds[3].window.closes == "2027-03-21T24:00"


def test_a_pattern_is_not_begun_on_a_day_that_is_over(desk, organiser):
    sent = {"pattern": "xa-2026", "title": "Cuộc thi mới", "first_day": "2020-03-02"}
    response = desk.post(founding(organiser.body), sent)

    assert (response.status_code, Contest.objects.exists()) == (422, False)
    assert "Ngày 02/03/2020 đã qua" in response.content.decode()


TOLD = {"plan_number": "15/KH-UBND", "lead_agency": "Phòng Văn hóa", "helpdesk": "0208 1234 567"}


@pytest.mark.parametrize(
    ("told", "unknown"),
    [
        pytest.param(TOLD, [], id="all told"),
        pytest.param({**TOLD, "plan_number": ""}, ["plan"], id="the plan is not signed yet"),
        pytest.param({}, ["plan", "lead_agency", "helpdesk"], id="nothing told"),
    ],
)
def test_what_was_not_told_stays_open_before_announcing(desk, organiser, told, unknown):
    organiser.body.telephone = ""
    organiser.body.save()
    sent = {"pattern": "xa-2026", "title": "Cuộc thi mới", "first_day": "2027-03-01", **told}
    review = desk.post(founding(organiser.body), sent).url

    made = rules(Contest.objects.get())
    assert [one.about for one in made.choices] == unknown
    found = [one.facts["found"] for one in open_points(made) if "found" in one.facts]
    assert len(found) == len(unknown)
    page = desk.get(review).content.decode()
    assert ("Chưa ghi số kế hoạch" in page) is ("plan" in unknown)


def test_the_same_title_twice_gets_an_address_of_its_own(desk, organiser):
    sent = {"pattern": "xa-2026", "title": "Cuộc thi mới"}
    for _ in range(3):
        desk.post(founding(organiser.body), sent)

    slugs = Contest.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["cuoc-thi-moi", "cuoc-thi-moi-2", "cuoc-thi-moi-3"]


@pytest.mark.parametrize("name", ["song-cong-2021.toml", "thi.JSON"])
def test_a_file_becomes_a_contest_as_it_is(desk, organiser, name):
    data = (EXAMPLES / "song-cong-2021.toml").read_bytes()
    if name.endswith("JSON"):
        from_toml = desk.post(
            f"{founding(organiser.body)}tu-tep/", {"file": uploaded("a.toml", data)}
        )
        assert from_toml.status_code == 302
        data = to_json(rules(Contest.objects.get()))
        Contest.objects.update(slug="khac")
    desk.post(f"{founding(organiser.body)}tu-tep/", {"file": uploaded(name, data)})

    made = rules(Contest.objects.latest("pk"))
    assert made.key == "song-cong-2021"


def test_a_file_gives_the_address_by_its_key_also_beside_a_strangers_draft(desk, organiser):
    stranger = make.holder(RoleName.ORGANISER, over=make.body("UBND xã Bình Sơn"))
    data = (EXAMPLES / "song-cong-2021.toml").read_bytes()
    for who, body in ((browser(stranger), stranger.body), *[(desk, organiser.body)] * 2):
        answer = who.post(f"{founding(body)}tu-tep/", {"file": uploaded("a.toml", data)})
        assert answer.status_code == 302

    slugs = Contest.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["song-cong-2021", "song-cong-2021-2", "song-cong-2021-3"]


def test_a_file_that_cannot_be_used_is_told_of_on_top(desk, organiser):
    sent = {"file": uploaded("a.toml", b'titel = "x"\n')}
    page = desk.post(f"{founding(organiser.body)}tu-tep/", sent).content.decode()

    told = page.index("Tệp chưa dùng được")
    assert page.index("<h1>") < told < page.index('<a href="#tep_file">') < page.index("Từ mẫu")
    assert 'id="tep_file"' in page


def test_an_upload_without_a_file_is_told_of_on_top(desk, organiser):
    page = desk.post(f"{founding(organiser.body)}tu-tep/", {}).content.decode()
    assert page.index("Chưa tạo cuộc thi") < page.index('<a href="#tep_file">')


def uploaded(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.toml", b"format = 1\nkind =", "dòng 2", id="half a file"),
        pytest.param("a.toml", b"\xff\xfe\x00", "UTF-8", id="wrong encoding"),
        pytest.param("a.json", b"[]", "", id="another shape"),
        pytest.param("a.toml", b'titel = "x"\n', "titel", id="unknown field"),
        pytest.param("a.toml", b"a = 1\n" * 100_000, "KB", id="huge"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_makes_nothing(
    desk, organiser, name, data, said
):
    response = desk.post(f"{founding(organiser.body)}tu-tep/", {"file": uploaded(name, data)})

    page = response.content.decode()
    assert response.status_code == 422
    assert "Tệp chưa dùng được" in page
    assert said in page
    assert not Contest.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"pattern": "khac", "title": "x"}, {"title": "x"}])
def test_an_incomplete_form_makes_nothing(desk, organiser, sent):
    assert desk.post(founding(organiser.body), sent).status_code == 422
    assert not Contest.objects.exists()


def test_a_copy_begins_on_the_chosen_day(desk, contest):
    first = rules(contest).window.opens
    response = desk.post(
        f"/quan-tri/cuoc-thi/{contest.slug}/nhan-ban/", {"first_day": "2027-11-01"}
    )

    twin = Contest.objects.latest("pk")
    assert response.url == f"/quan-tri/cuoc-thi/{twin.slug}/the-le/xem-lai/"
    assert (first, rules(twin).window.opens) == ("2026-11-01T08:00", "2027-11-01T08:00")
    assert twin.created_at - contest.created_at == timedelta(0)
    assert twin.state == "draft"


def test_a_copy_never_begins_in_the_past(desk, contest):
    address = f"/quan-tri/cuoc-thi/{contest.slug}/nhan-ban/"
    response = desk.post(address, {"first_day": "2020-01-01"})

    page = response.content.decode()
    assert (response.status_code, Contest.objects.count()) == (422, 1)
    assert "Ngày 01/01/2020 đã qua. Hãy chọn ngày bắt đầu từ hôm nay trở đi." in page
    assert 'value="2020-01-01"' in page

"""The marker's screen and the head's: what each sees, and what neither ever sees."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from hoithi.essays.models import EssaySheet, EssayTask
from hoithi.essays.queries import marked
from hoithi.files.models import Errand
from hoithi.judging.models import PointsSheet
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.web.organiser.essays.out import made_archive
from tests import make
from tests.entries.make import unit
from tests.essays.scene import AFTER, Scene
from tests.make import deeds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def later():
    """Every page is asked for after the round."""
    with clock.pinned(AFTER):
        yield


@pytest.fixture
def scene():
    """Two essays, shared out to two markers."""
    made = Scene()
    home = unit("Thôn Hòa Sơn", of=made.contest.body)
    made.wrote("Tôi sống ở thôn và muốn nộp hồ sơ trên điện thoại.", unit=home)
    made.wrote("<script>alert(1)</script> Bài hai.")
    made.marker("Trần Thị Hoa")
    made.marker("Lê Văn Bình")
    made.share()
    return made


def browser(person):
    """Somebody who signed in with a second factor."""
    person.authenticator_set.get_or_create(type="totp", data={"secret": "x"})
    client = Client()
    client.force_login(person)
    return client


def place(scene, name, *more):
    return reverse(name, args=[scene.contest.slug, scene.round.key, "essays", *more])


def markers(scene):
    return list(scene.marking.markers.order_by("pk"))


def give(client, scene, number, first, second, deed="nop", **more):
    form = {"d-q1-0": first, "d-q1-1": second, "viec": deed, "remark": "Khá"}
    return client.post(place(scene, "essay_sheet", number), form, **more)


def test_a_marker_reads_text_and_rubric_and_nothing_of_whose_it_is(scene):
    hoa, binh = markers(scene)
    give(browser(binh.person), scene, 1, "4", "5,5")
    client = browser(hoa.person)
    addresses = [reverse("judge_home"), place(scene, "essay_lot")]
    addresses += [place(scene, "essay_sheet", number) for number in (1, 2)]
    text = "".join(client.get(one).content.decode() for one in addresses)
    for told in ("Nêu đúng thực trạng", "Giải pháp cụ thể", "nộp hồ sơ trên điện thoại"):
        assert told in text
    names = [one.entrant.name for one in scene.marking.essays.select_related("entrant")]
    for hidden in (*names, "Thôn Hòa Sơn", binh.person.full_name, "9,5", "<script>alert"):
        assert hidden not in text


def test_marking_from_beginning_to_end(scene):
    client = browser(markers(scene)[0].person)
    kept = give(client, scene, 1, "3", "", "luu")
    assert kept["Location"] == place(scene, "essay_sheet", 1)
    assert 'value="3"' in client.get(kept["Location"]).content.decode()
    done = give(client, scene, 1, "3", "4,5")
    assert done["Location"] == place(scene, "essay_sheet", 2)
    last = give(client, scene, 2, "0", "0")
    assert last["Location"] == place(scene, "essay_lot")
    assert "Đã nộp 2 trong 2 bài" in client.get(last["Location"]).content.decode()
    told = EssaySheet.objects.order_by("pk").values_list("number", "remark", "total")
    assert [(n, r, float(t)) for n, r, t in told] == [(1, "Khá", 7.5), (1, "Khá", 0)]


def test_the_page_keeps_itself_while_it_is_typed(scene):
    client = browser(markers(scene)[0].person)
    saved = give(client, scene, 1, "3", "", "luu", headers={"HX-Request": "true"})
    assert (saved.status_code, "data-saved" in saved.content.decode()) == (200, True)
    assert "<html" not in saved.content.decode()
    refused = give(client, scene, 1, "99", "", "luu", headers={"HX-Request": "true"})
    assert (refused.status_code, "Nhiều nhất 4 điểm" in refused.content.decode()) == (422, True)
    assert EssaySheet.objects.get().marks == {"q1-0": "3"}


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("", "Chưa có điểm."),
        ("5", "Nhiều nhất 4 điểm."),
        ("-1", "Điểm không được nhỏ hơn 0."),
        ("bốn", "Không phải là số"),
        ("9" * 300, "Không phải là số"),
        ("1e5", "Không phải là số"),
    ],
)
def test_marks_that_cannot_be_given_are_said_beside_their_line(scene, first, told):
    answer = give(browser(markers(scene)[0].person), scene, 1, first, "5")
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert not EssaySheet.objects.exists()


def test_a_sheet_that_was_handed_in_is_locked(scene):
    client = browser(markers(scene)[0].person)
    give(client, scene, 1, "3", "4")
    again = give(client, scene, 1, "4", "6")
    assert (again.status_code, "Phiếu đã nộp" in again.content.decode()) == (422, True)
    assert EssaySheet.objects.get().marks == {"q1-0": "3", "q1-1": "4"}


def test_another_marker_a_judge_without_essays_and_a_head_get_no_sheet(scene):
    third = scene.judge("Phạm Thị Chi")
    stranger = make.holder(RoleName.JUDGE, over=make.body())
    for person in (third, stranger, scene.head):
        answers = [browser(person).get(place(scene, "essay_sheet", 1)).status_code]
        answers.append(browser(person).get(place(scene, "essay_lot")).status_code)
        assert answers == [404, 404]
    assert browser(markers(scene)[0].person).get(place(scene, "essays_desk")).status_code == 404


def test_who_is_a_judge_no_more_marks_no_more(scene):
    hoa = markers(scene)[0]
    hoa.person.roles.all().delete()
    assert browser(hoa.person).get(place(scene, "essay_sheet", 1)).status_code == 404


def test_the_head_leads_the_marking_to_its_points():
    scene = Scene(top=5)
    scene.wrote("Một bài viết ngắn.")
    people = [scene.judge(name) for name in ("Trần Thị Hoa", "Lê Văn Bình")]
    head = browser(scene.head)
    assert head.post(place(scene, "essays_begin")).status_code == 302
    for one in people:
        assert head.post(place(scene, "essays_marker"), {"person": one.pk}).status_code == 302
    assert head.post(place(scene, "essays_share")).status_code == 302
    early = head.post(place(scene, "essays_hand_over"))
    assert (early.status_code, "chưa chấm xong" in early.content.decode()) == (422, True)
    give(browser(people[0]), scene, 1, "3", "5")
    hidden = head.get(place(scene, "essays_desk")).content.decode()
    assert "<strong>8</strong>" not in hidden
    give(browser(people[1]), scene, 1, "4", "5")
    shown = head.get(place(scene, "essays_desk")).content.decode()
    assert sorted(re.findall(r"<strong>([\d,]+)</strong>", shown)) == ["8", "8,5", "9"]
    assert head.post(place(scene, "essays_hand_over")).status_code == 302
    assert [float(line.points) for line in PointsSheet.objects.get().lines.all()] == [8.5]


def test_the_head_opens_a_sheet_again_with_a_reason(scene):
    one, two = EssayTask.objects.filter(essay__number=1).order_by("turn")
    give(browser(one.marker.person), scene, 1, "3", "5")
    give(browser(two.marker.person), scene, 1, "4", "5")
    head = browser(scene.head)
    assert head.post(place(scene, "essays_reopen", one.pk), {"reason": " "}).status_code == 422
    assert head.post(place(scene, "essays_reopen", one.pk), {"reason": "Sót"}).status_code == 302
    page = browser(one.marker.person).get(place(scene, "essay_sheet", 1)).content.decode()
    assert "Phiếu được mở lại để sửa: Sót" in page


def test_the_head_sees_likeness_as_evidence_and_takes_everything_away(scene):
    head = browser(scene.head)
    assert "Không có cặp bài nào" in head.get(place(scene, "essays_similar")).content.decode()
    table = head.get(place(scene, "essays_out", "csv")).content.decode()
    assert table.count("\n") >= 2
    read = head.get(place(scene, "essay_read", 1)).content.decode()
    assert "<script>alert" not in read
    assert head.get(place(scene, "essay_read", 99)).status_code == 404


def test_everything_in_one_archive(scene):
    wish = {"slug": scene.contest.slug, "key": scene.round.key, "part": "essays"}
    made = made_archive(Errand(person=scene.head, wish=wish), AFTER)
    with ZipFile(BytesIO(made.data)) as archive:
        assert archive.namelist() == ["bang-cham.csv", "bai/00001.txt", "bai/00002.txt"]
        texts = [archive.read(f"bai/0000{number}.txt").decode() for number in (1, 2)]
    assert sum("Bài hai." in text for text in texts) == 1
    assert deeds()[-1] == "essays.taken_away"


def test_two_who_copied_are_shown_side_by_side():
    scene = Scene()
    copied = "muốn người dân hài lòng thì cán bộ phải lắng nghe và trả lời đúng hẹn từng việc"
    scene.wrote(f"Theo tôi {copied}.")
    scene.wrote(f"{copied.upper()}!")
    assert len(marked(scene.marking, scene.part)) == 2
    page = browser(scene.head).get(place(scene, "essays_similar")).content.decode()
    assert copied in page
    assert copied.upper() in page
    assert "không phải kết luận" in page

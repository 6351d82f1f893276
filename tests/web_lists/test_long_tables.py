"""Long lists are left to the worker, who makes all of them with the permission of who asked."""

import csv
import io
from datetime import timedelta

import pytest

from hoithi.files.models import Errand
from hoithi.journal.models import Entry
from hoithi.journal.queries import from_newest
from hoithi.people.models import RoleName
from hoithi.web import jobs, tables
from tests import make
from tests.make import AT
from tests.web_lists.steps import cells
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three_at_once(monkeypatch):
    """So that a handful of lines is a long list."""
    monkeypatch.setattr(tables, "MOST_AT_ONCE", 3)


@pytest.fixture
def administrator(here):
    return make.holder(RoleName.ADMINISTRATOR, over=here.body)


def entries(here, count, name="Lê Văn Bình"):
    moments = (AT + timedelta(seconds=n) for n in range(count))
    facts = {"body_id": here.body.pk, "deed": "people.roles_changed", "subject": "people.Person"}
    Entry.objects.bulk_create(Entry(**facts, person_name=name, at=at) for at in moments)


def waited(reader, path) -> Errand:
    """The errand to whose page the reader is led."""
    place = reader.get(path)["Location"]
    return Errand.objects.get(token=place.rstrip("/").rpartition("/")[2])


def fetched(reader, errand):
    jobs.run_errand.call(errand.pk)
    return reader.get(f"/tai-khoan/viec/{errand.token}/tep/")


def lines(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_whole_journal_is_made_as_filtered(administrator, here):
    entries(here, 5)
    entries(here, 2, name="Trần Thị Cúc")
    reader = browser(administrator)
    errand = waited(reader, "/nhat-ky/nhat-ky.csv?nguoi=Bình")
    answer = fetched(reader, errand)
    assert [row[1] for row in lines(answer)[1:]] == ["Lê Văn Bình"] * 5
    assert (errand.onward, errand.title) == ("/nhat-ky/", "Nhật ký")
    assert 'filename="nhat-ky.csv"' in answer["Content-Disposition"]
    xlsx = fetched(reader, waited(reader, "/nhat-ky/nhat-ky.xlsx?nguoi=Bình"))
    assert [row[1] for row in cells(xlsx)[3:]] == ["Lê Văn Bình"] * 5


def test_as_many_as_are_written_at_once_are_sent_at_once(administrator, here):
    entries(here, 3, name="Trần Thị Cúc")
    answer = browser(administrator).get("/nhat-ky/nhat-ky.csv?nguoi=Cúc")
    assert (answer.status_code, len(lines(answer)), Errand.objects.count()) == (200, 4, 0)


def test_the_journal_is_read_chunk_by_chunk(here, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("hoithi.journal.queries._CHUNK", 2)
    entries(here, 5)
    rows = Entry.objects.filter(deed="people.roles_changed")
    with django_assert_num_queries(4):
        found = [one.at for one in from_newest(rows)]
    assert found == [AT + timedelta(seconds=n) for n in (4, 3, 2, 1, 0)]


def test_who_lost_the_role_meanwhile_gets_no_list(administrator, here):
    entries(here, 5)
    errand = waited(browser(administrator), "/nhat-ky/nhat-ky.csv")
    administrator.roles.all().delete()
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert (errand.state, errand.size) == ("refused", 0)


def test_what_excel_cannot_open_is_refused_with_the_way_out(administrator, here, monkeypatch):
    monkeypatch.setattr(tables, "MOST_IN_XLSX", 4)
    entries(here, 5)
    errand = waited(browser(administrator), "/nhat-ky/nhat-ky.xlsx")
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert errand.state == "refused"
    assert errand.sentence.startswith("Danh sách có hơn 4 dòng, Excel không mở được.")


def test_a_long_list_of_units_goes_back_to_its_page(administrator, here):
    for number in range(4):
        make.person(f"Người {number}", of=here.body)
    reader, page = browser(administrator), f"/quan-tri/{here.body.slug}/tai-khoan/"
    errand = waited(reader, f"{page}danh-sach.csv")
    assert (errand.onward, errand.body) == (page, here.body)
    assert len(lines(fetched(reader, errand))) > 4

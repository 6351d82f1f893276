"""A form of the organiser's lists that is refused comes back with what was typed and ticked."""

import pytest

from hoithi.entries.models import ListedExclusion, UnitCorrection
from tests import make
from tests.web_lists.steps import address, enter
from tests.web_organiser.again import told_again

pytestmark = pytest.mark.django_db
PERSON = {"name": "Trần Thị Bình", "birth_year": "1980", "rule": "btc", "source": "12/QĐ-UBND"}


@pytest.mark.parametrize(
    ("rest", "sent", "kept"),
    [
        pytest.param(
            "khong-du-thi/", PERSON | {"birth_year": ""}, ("Trần Thị Bình", "12/QĐ"), id="no key"
        ),
        pytest.param(
            "khong-du-thi/", PERSON | {"birth_year": "19x"}, ("Trần Thị Bình",), id="no year"
        ),
        pytest.param("khong-du-thi/tu-tep/", {"rule": "btc"}, ("Nhập từ tệp",), id="no source"),
        pytest.param(
            "khong-du-thi/tu-tep/",
            {"rule": "btc", "source": "12/QĐ-UBND"},
            ("12/QĐ-UBND",),
            id="no table",
        ),
        pytest.param(
            "khong-du-thi/nhan/",
            {"rule": "btc", "source": "12/QĐ-UBND", "tep": "x"},
            ("12/QĐ-UBND", "gửi lại tệp"),
            id="an old preview",
        ),
        pytest.param("danh-sach-don-vi/tu-tep/", {}, ("Nhận các tệp",), id="no lists"),
        pytest.param("danh-sach-don-vi/nhan/", {"tep": "x"}, ("gửi lại tệp",), id="old lists"),
        pytest.param("doi-thi/tu-tep/", {}, ("Ghi từ tệp Excel",), id="no entrants"),
        pytest.param("doi-thi/nhan/", {"tep": "x"}, ("gửi lại tệp",), id="old entrants"),
    ],
)
def test_a_form_comes_back(desk, here, rest, sent, kept):
    assert told_again(desk.post(address(here, rest), sent), *kept)
    assert not ListedExclusion.objects.exists()


def test_taking_off_the_list_comes_back_at_its_line(desk, here):
    for year in ("1980", "1981"):
        desk.post(address(here, "khong-du-thi/"), PERSON | {"birth_year": year})
    row = ListedExclusion.objects.order_by("pk").first()
    answer = desk.post(address(here, f"khong-du-thi/{row.pk}/dua-ra/?dien=btc"), {"reason": " "})
    assert told_again(answer, "Hãy ghi rồi gửi lại")
    bound = {one.pk: form.is_bound for one, form in answer.context["rows"]}
    assert (bound.pop(row.pk), set(bound.values())) == (True, {False})
    assert ListedExclusion.objects.count() == 2


def test_requests_stay_ticked_and_the_answer_stays_written(desk, here):
    entrant = enter(here)
    asked = [
        UnitCorrection.objects.create(
            contest=here, entrant=one, unit=entrant.unit, asked_at=make.AT, reason="Chuyển công tác"
        )
        for one in (entrant, enter(here, phone="0912345670"))
    ]
    path = address(here, "doi-don-vi/")
    answer = desk.post(path, {"deed": "decline", "answer": " ", "asked": [asked[1].pk]})
    assert told_again(answer, "lý do")
    assert answer.content.decode().count(" checked") == 1
    assert told_again(desk.post(path, {"deed": "decline", "answer": "Chưa có văn bản"}), "Chưa có")
    assert not UnitCorrection.objects.filter(decided_at__isnull=False).exists()

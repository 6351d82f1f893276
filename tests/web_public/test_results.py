"""Published results as everybody sees them, and nothing before its moment."""

import csv
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hoithi.entries.facts import code_hash
from hoithi.kit import clock
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Result
from hoithi.web.public import still
from tests import make
from tests.results.boards import CLOSES, LATER, PUBLISHES, Board, contest, drafted
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn V. A**", "Trần T. B**", "Lê V. C**"]
RESTS = ["", "don-vi/", "thong-ke/", "ket-qua.json", "ket-qua.csv", "don-vi.csv", "trang-2/"]


@pytest.fixture(autouse=True)
def fresh_memory():
    still._kept.cache_clear()


@pytest.fixture
def online():
    return contest()


def publish(online, board, *, at=CLOSES, **fields):
    draft = drafted(online, online.rounds.get(key="week-1"), board)
    return _publish(draft, Result(facts={}, **fields), by=None, at=at)


def get(path, at=LATER, **headers):
    with clock.pinned(at):
        return Client().get(path, headers=headers)


def text(response):
    return response.content.decode()


def test_the_ranking_shows_places_values_prizes_and_why(online):
    result = publish(online, Board(NAMES))
    page = text(get(f"/{online.slug}/ket-qua/week-1/"))

    for shown in (*NAMES, "Phường Bách Quang", "giải Nhất", "1 phút 01 giây", result.sha256):
        assert shown in page
    why = "xếp trên Trần T. B** (2) vì thời gian làm bài ngắn hơn: 1 phút 01 giây so với"
    assert why in page


@pytest.mark.parametrize("rest", RESTS)
def test_before_its_minute_nothing_exists_at_any_address(online, rest):
    publish(online, Board([f"Người {n}" for n in range(150)]))
    early = PUBLISHES - timedelta(seconds=1)
    for base in ("week-1/", "week-1/so-1/"):
        response = get(f"/{online.slug}/ket-qua/{base}{rest}", at=early)
        assert response.status_code == 404
        assert "Người 1" not in text(response)
        assert get(f"/{online.slug}/ket-qua/{base}{rest}").status_code == 200


@pytest.mark.parametrize(
    "path", ["ket-qua/", "ket-qua/tin.xml", "nhung/", "ket-qua/week-1/tra-cuu/?ma=PHIEU1"]
)
def test_lists_and_feeds_know_nothing_before_the_minute(online, path):
    publish(online, Board(NAMES))
    page = text(get(f"/{online.slug}/{path}", at=PUBLISHES - timedelta(seconds=1)))
    assert NAMES[0] not in page
    assert f'href="/{online.slug}/ket-qua/week-1/' not in page


def test_before_the_minute_the_page_says_when(online):
    page = text(get(f"/{online.slug}/ket-qua/week-1/", at=CLOSES))
    assert "Công bố kết quả lúc 08h00 ngày 20/12/2021." in page


def test_after_the_minute_without_a_result_the_page_says_that_it_is_being_verified(online):
    response = get(f"/{online.slug}/ket-qua/week-1/")
    assert response.status_code == 404
    assert "Ban Tổ chức đang xác minh kết quả" in text(response)


def test_pages_are_kept_by_their_hash(online):
    publish(online, Board(NAMES))
    first = get(f"/{online.slug}/ket-qua/week-1/")
    assert first["Cache-Control"] == "public, max-age=60"
    again = get(f"/{online.slug}/ket-qua/week-1/", **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_are_the_same_bytes_for_everybody(online):
    publish(online, Board(NAMES))
    path = f"/{online.slug}/ket-qua/week-1/"
    signed_in = Client()
    signed_in.force_login(make.person())
    signed_in.cookies["chu_lon"] = "1"
    with clock.pinned(LATER):
        assert signed_in.get(path).content == get(path).content
    assert "csrf" not in text(get(path)).lower()


def test_a_hundred_lines_a_page_and_only_as_many_as_the_rules_show(online):
    publish(online, Board([f"Người {n}" for n in range(1, 251)], ranked_lines=150))
    first, second = (get(f"/{online.slug}/ket-qua/week-1/{p}") for p in ("", "trang-2/"))
    assert ">Người 100<" in text(first)
    assert ">Người 101<" not in text(first)
    assert ">Người 150<" in text(second)
    assert ">Người 151<" not in text(second)
    for missing in ("trang-3/", "trang-1/", "trang-02/", "trang-x/", "trang-99999999999/"):
        assert get(f"/{online.slug}/ket-qua/week-1/{missing}").status_code == 404
    rows = get(f"/{online.slug}/ket-qua/week-1/ket-qua.csv").content.decode("utf-8-sig")
    assert len(list(csv.reader(rows.splitlines()))) == 151


def test_ones_own_line_is_found_by_any_receipt_also_below_the_public_ones(online):
    publish(online, Board([f"Người {n}" for n in range(1, 251)], ranked_lines=150))
    who = online.entrants.get(name="Người 201")
    receipt = sit(who, online.rounds.get(key="week-1"), Sat(10)).receipt
    path = f"/{online.slug}/ket-qua/week-1/tra-cuu/"
    found = get(f"{path}?ma={receipt.lower()}")
    assert "Hạng 201" in text(found)
    assert found["Cache-Control"] == "private, no-store"
    for wrong in ("", "?ma=", "?ma=PHIEU999", "?ma=%3Cscript%3E", "?ma=%00"):
        response = get(path + wrong)
        assert response.status_code == 404
        assert "<script>" not in text(response)


def test_ones_own_explanation_is_a_document(online):
    publish(online, Board(NAMES))
    week = online.rounds.get(key="week-1")
    receipt = sit(online.entrants.get(name=NAMES[1]), week, Sat(10)).receipt
    path = f"/{online.slug}/ket-qua/week-1/tra-cuu/giai-thich.pdf"
    response = get(f"{path}?ma={receipt}")
    assert response.content[:5] == b"%PDF-"
    assert get(f"{path}?ma=KHONGCO9").status_code == 404
    assert get(f"{path}?ma={receipt}", at=CLOSES).status_code == 404


def test_ones_own_line_is_found_by_the_entry_code(online):
    publish(online, Board(NAMES))
    who = online.entrants.get(name=NAMES[2])
    who.code_hash = code_hash(online.body_id, online.pk, "K7MP2QXR")
    who.save()
    page = text(get(f"/{online.slug}/ket-qua/week-1/tra-cuu/?ma=k7mp-2qxr"))
    assert "Hạng 3" in page


def test_a_superseded_number_stays_readable_and_says_so(online):
    publish(online, Board(NAMES))
    publish(online, Board(["Phạm T. D**"]), correction_reason="Sửa đáp án câu 3")
    newest = text(get(f"/{online.slug}/ket-qua/week-1/"))
    assert "Phạm T. D**" in newest
    assert "Sửa đáp án câu 3" in newest
    old = text(get(f"/{online.slug}/ket-qua/week-1/so-1/"))
    assert NAMES[0] in old
    assert "Đây là kết quả số 1, đã được thay bằng kết quả số 2." in old


def test_a_page_made_before_the_correction_is_not_shown_after_it(online):
    publish(online, Board(NAMES))
    before = text(get(f"/{online.slug}/ket-qua/week-1/so-1/"))
    publish(online, Board(["Phạm T. D**"]), correction_reason="Sửa đáp án câu 3")
    after = text(get(f"/{online.slug}/ket-qua/week-1/so-1/"))
    assert ("đã được thay" in before, "đã được thay" in after) == (False, True)


def test_data_hold_what_the_pages_show_and_no_internal_number(online):
    result = publish(online, Board(NAMES))
    response = get(f"/{online.slug}/ket-qua/week-1/ket-qua.json")
    data = json.loads(response.content)
    assert [line["name"] for line in data["ranking"]] == NAMES
    assert data["sha256"] == result.sha256
    for who in online.entrants.all():
        assert str(who.pk) not in text(response)
        assert who.token not in text(response)
    assert "PHIEU" not in text(response)


def test_a_preliminary_result_says_so(online):
    publish(online, Board(NAMES), preliminary=True)
    assert "Kết quả sơ bộ." in text(get(f"/{online.slug}/ket-qua/week-1/"))


def test_a_draft_contest_has_no_pages(online):
    publish(online, Board(NAMES))
    online.state = "draft"
    online.save()
    for path in ("ket-qua/", "ket-qua/week-1/", "the-le/", "nhung/", "lich.ics"):
        assert get(f"/{online.slug}/{path}").status_code == 404


@pytest.mark.parametrize("names", [NAMES[:1], NAMES * 40])
def test_a_page_takes_few_queries_and_none_from_memory_beside_the_result(online, names):
    publish(online, Board([f"{name}{n}" for n, name in enumerate(names)]))
    path = f"/{online.slug}/ket-qua/week-1/"
    with CaptureQueriesContext(
        connection,
    ) as first:
        get(path)
    with CaptureQueriesContext(connection) as again:
        get(path)
    assert (len(first), len(again)) == (7, 1)

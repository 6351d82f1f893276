"""Communes that are equal wait on the results desk for the committee's value, or for lots."""

import pytest
from msgspec import structs

from hoithi.entries.models import Entrant
from hoithi.judging.models import JudgedUnit
from hoithi.people.models import RoleName
from hoithi.rehearsals.demo.publishing import settle
from hoithi.results.models import Draft, LotDrawing
from hoithi.results.queries import stored
from hoithi.results.queries.explaining import unit_sheet
from hoithi.results.queries.unit_ties import undecided_units
from hoithi.wording.explaining import unit_sentences
from tests import make
from tests.web_organiser.stage import role
from tests.web_organiser.test_points_walk import CU_LAO_DUNG, check_held, check_of

pytestmark = pytest.mark.django_db
HALLS = "chuẩn bị cơ sở vật chất phục vụ kỳ kiểm tra tốt hơn"
WHY = "vì Phòng máy đủ, đường truyền ổn định (theo 05/BB-HĐ)."
FIRST, SECOND = "Xã An Thạnh 1", "Xã An Thạnh 2"
SAID = {"reason": "Phòng máy đủ, đường truyền ổn định", "document_number": "05/BB-HĐ"}


def held_by(rulebook):
    """Both contents counted, the whole contest prepared: two communes are equal."""
    made = check_of(rulebook)
    check_held(made)
    assert made.typist.post(f"{desk(made)}lap/").status_code == 302
    return made


@pytest.fixture
def held():
    return held_by(CU_LAO_DUNG)


def desk(walk, rest=""):
    return f"/quan-tri/cuoc-thi/{walk.contest.slug}/ket-qua/toan-cuoc-thi/{rest}"


def numbers():
    rows = Entrant.objects.filter(unit__name__in=[FIRST, SECOND])
    return dict(rows.values_list("unit__name", "unit__unit_id"))


def group(walk):
    (one,) = walk.typist.get(desk(walk)).context["tie_forms"]
    return one.group


def typed(walk, first, second):
    found = numbers()
    boxes = {f"don-vi-{found[FIRST]}": first, f"don-vi-{found[SECOND]}": second}
    return boxes | {"nhom": group(walk)} | SAID


def placed():
    (table,) = stored.collectives(Draft.objects.filter(round=None).latest("number").pk)
    return [(line.place, line.name) for line in table.lines if line.place]


def test_equal_communes_wait_for_the_committees_value(held):
    page = held.typist.get(desk(held)).content.decode()
    assert "Đơn vị bằng nhau, chờ đánh giá" in page
    assert "chuẩn bị cơ sở vật chất phục vụ kỳ kiểm tra tốt hơn" in page
    assert placed() == [(1, "Xã Đại Ân 1"), (2, FIRST), (2, SECOND)]


def test_the_committees_value_parts_them_and_the_explanation_says_why(held):
    answer = held.typist.post(desk(held, "don-vi/danh-gia/"), typed(held, "7,5", "9"))
    assert answer.status_code == 302, answer.content.decode()
    assert placed() == [(1, "Xã Đại Ân 1"), (2, SECOND), (3, FIRST)]
    assert "judging.units_judged" in make.deeds()
    page = held.typist.get(desk(held)).content.decode()
    assert "chờ đánh giá" not in page
    assert "Đã đánh giá các đơn vị bằng nhau" in page

    draft = Draft.objects.filter(round=None).latest("number")
    (table,) = stored.collectives(draft.pk)
    code = next(line.code for line in table.lines if line.name == FIRST)
    said = unit_sentences(unit_sheet(draft, table.key, code))
    assert said == [
        f"- Xã An Thạnh 2 xếp trên vì {HALLS}: 9 so với 7,5.",
        f"- Xã An Thạnh 2, {HALLS}: 9, {WHY}",
        f"- Xã An Thạnh 1, {HALLS}: 7,5, {WHY}",
    ]
    units = held.typist.get(desk(held, "tap-the/")).content.decode()
    assert "theo 05/BB-HĐ" in units


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "},
        {"document_number": ""},
        {"first": ""},
        {"first": "-1"},
        {"first": "tốt"},
        {"nhom": "khác|1|2"},
        {"nhom": ""},
    ],
)
def test_values_that_cannot_be_taken_change_nothing(held, wrong):
    more = dict(wrong)
    data = typed(held, more.pop("first", "7,5"), "9") | more
    assert held.typist.post(desk(held, "don-vi/danh-gia/"), data).status_code == 422
    assert not JudgedUnit.objects.exists()


def test_what_was_typed_stays_under_a_refusal(held):
    data = typed(held, "7,5", "9") | {"document_number": ""}
    page = held.typist.post(desk(held, "don-vi/danh-gia/"), data).content.decode()
    assert SAID["reason"] in page
    assert 'value="7,5"' in page


@pytest.fixture
def short():
    """Two commendations: one for the first commune, one for the two that follow."""
    table = CU_LAO_DUNG.prizes[0]
    prize = structs.replace(table.prizes[0], count=2)
    fewer = structs.replace(CU_LAO_DUNG, prizes=(structs.replace(table, prizes=(prize,)),))
    return held_by(fewer)


def test_the_demonstration_parts_equal_units_as_units(short):
    judged = short.typist.post(desk(short, "don-vi/danh-gia/"), typed(short, "8", "8"))
    assert judged.status_code == 302
    draft = Draft.objects.filter(round=None).latest("number")
    units = [one.number for one in undecided_units(draft)]
    assert settle(draft, by=make.person(), at=draft.prepared_at)
    drawing = LotDrawing.objects.get()
    assert (drawing.of_units, drawing.order) == (True, units)


def test_units_that_stay_equal_at_the_last_prize_are_parted_by_lots(short):
    held = short
    path, lots = desk(held, "don-vi/bang-nhau/"), {"order": "2, 1", "witnesses": "Hội đồng"}
    page = held.typist.get(desk(held)).content.decode()
    assert "Ghi đánh giá ở trên trước" in page
    judged = held.typist.post(desk(held, "don-vi/danh-gia/"), typed(held, "8", "8"))
    assert judged.status_code == 302
    page = held.typist.get(desk(held)).content.decode()
    assert "Đơn vị bằng nhau ở suất giải cuối" in page
    assert held.typist.post(path, lots | {"order": "1"}).status_code == 422
    assert held.typist.post(path, lots).status_code == 302
    assert LotDrawing.objects.get().of_units
    winners = [
        winner.name
        for table in stored.prize_tables(Draft.objects.filter(round=None).latest("number").pk)
        for prize in table.prizes
        for winner in prize.winners
    ]
    assert winners == ["Xã Đại Ân 1", SECOND]


def test_lesser_colleagues_and_strangers_judge_no_unit(held):
    data = typed(held, "7", "9")
    for who in (
        role(RoleName.AUDITOR, held.contest.body),
        role(RoleName.SECRETARY, make.body()),
    ):
        assert who.post(desk(held, "don-vi/danh-gia/"), data).status_code == 404
    assert not JudgedUnit.objects.exists()

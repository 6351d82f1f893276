"""Lists leave the house as .xlsx and CSV alike, and nothing in them is computed by a program."""

import csv
import io

import pytest

from hoithi.contests import actions
from hoithi.contests.actions import Order
from hoithi.core.rounds import Change
from hoithi.people.models import RoleName, UnitVersion
from hoithi.sittings.models import Figure
from tests import make
from tests.web_lists.steps import address, cells
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
EVIL = '=HYPERLINK("http://x")'


@pytest.fixture
def administrator(here):
    """The browser of the body's administrator."""
    return browser(make.holder(RoleName.ADMINISTRATOR, over=here.body))


def both(reader, path):
    """The last line of the list in its two forms."""
    text = reader.get(f"{path}.csv").content.decode("utf-8-sig")
    return cells(reader.get(f"{path}.xlsx"))[-1], list(csv.reader(io.StringIO(text)))[-1]


def test_figures_of_a_round_keep_people_and_attempts_apart(desk, here):
    unit = UnitVersion.objects.get(name="Thôn Đông")
    counts = {"people": 18, "sittings": 25, "submitted": 20, "counted_at": make.AT}
    Figure.objects.create(round=here.rounds.get(), kind="unit", key=str(unit.pk), **counts)
    xlsx, text = both(desk, address(here, "dot/tuan-1/so-lieu/theo-don-vi"))
    assert (xlsx, text) == (["Thôn Đông", 18, 25, 20], ["Thôn Đông", "18", "25", "20"])


def test_a_reason_that_looks_like_a_formula_stays_a_text(desk, here):
    order = Order(reason=EVIL, document_number="17/TB-BTC")
    by = make.holder(RoleName.ORGANISER, over=here.body)
    actions.decide(here.rounds.get(), Change.PAUSE, order=order, by=by, at=make.AT, until=None)
    xlsx, text = both(desk, address(here, "quyet-dinh"))
    assert (xlsx[1:5], text[4]) == (["Tuần 1", "Tạm dừng", None, EVIL], f"'{EVIL}")


def test_units_counts_and_accounts_in_both_forms(administrator, here):
    make.person(EVIL, of=here.body)
    page = f"/quan-tri/{here.body.slug}/"
    units, text = both(administrator, f"{page}don-vi/danh-sach")
    assert (units[1], text[1]) == ("Thôn Tây", "Thôn Tây")
    assert both(administrator, f"{page}so-luong/so-lieu")[1][:2] == ["thon-tay", "Thôn Tây"]
    names = administrator.get(f"{page}tai-khoan/danh-sach.csv").content.decode("utf-8-sig")
    assert '"\'=HYPERLINK(""http://x"")"' in names


def test_the_journal_is_taken_away_as_filtered(administrator, desk, here):
    desk.post(address(here, "khong-du-thi/"), {"name": "Lê An", "birth_year": "1985"})
    rows = cells(administrator.get("/nhat-ky/nhat-ky.xlsx", {"viec": "contests.rules_in"}))
    assert {row[2] for row in rows[3:] if row[2]} == {"Áp dụng thể lệ"}
    assert desk.get("/nhat-ky/nhat-ky.csv").status_code == 404


def test_the_versions_of_the_rules_leave_with_their_hashes(desk, here):
    version = here.versions.get()
    xlsx, text = both(desk, address(here, "the-le/cac-ban/danh-sach"))
    assert (xlsx[0], text[0], xlsx[-1], text[-1]) == (1, "1", version.sha256, version.sha256)


def test_the_bodies_leave_for_the_operator_alone(desk, here):
    operator = browser(make.holder(RoleName.OPERATOR))
    text = operator.get("/van-hanh/don-vi-to-chuc.csv").content.decode("utf-8-sig")
    names = {line[0] for line in csv.reader(io.StringIO(text))}
    assert {"Tên", here.body.name} <= names
    assert desk.get("/van-hanh/don-vi-to-chuc.csv").status_code == 404

"""Points, teams and people in .xls and in the fonts before Unicode come through their screens."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.core.rulebook.formats import from_toml
from hoithi.entries.models import Entrant
from hoithi.judging.models import EnteredPoints
from hoithi.people.models import RoleName
from tests.documents.foreign import foreign_files
from tests.documents.old_excel import KINDS, as_sent
from tests.results import boards
from tests.results.rows import unit
from tests.web_organiser.stage import CLUSTER, TEAMS, role, teams_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
CU_LAO_DUNG = from_toml((boards.EXAMPLES / "cu-lao-dung-2020.toml").read_bytes())


@dataclass(frozen=True)
class Door:
    """A screen at which a table is dropped, and what it brought in."""

    rules: object
    units: tuple[str, ...]
    path: str
    lines: tuple[tuple[object, ...], ...]
    rows: Callable[[], list[tuple[object, ...]]]
    came: list[tuple[object, ...]]
    teams: tuple[str, ...] = ()

    def contest(self):
        """The contest with its units and, for points, its teams."""
        made = boards.contest(self.rules)
        for name in self.units:
            unit(made.body, name, "commune")
        teams_in(made, *self.teams)
        return made


def _entrants() -> list[tuple[object, ...]]:
    return sorted(Entrant.objects.values_list("name", "unit__name"))


def _points() -> list[tuple[object, ...]]:
    rows = EnteredPoints.objects.order_by("entrant__name")
    return [(row.entrant.name, int(row.points)) for row in rows.select_related("entrant")]


POINTS = Door(
    rules=boards.BINH_SON,
    units=(),
    path=f"dot/{CLUSTER}/diem/skit/",
    lines=(("STT", "Đội thi", "Điểm"), *((n, name, 30 + n) for n, name in enumerate(TEAMS, 1))),
    rows=_points,
    came=sorted((name, 30 + n) for n, name in enumerate(TEAMS, 1)),
    teams=TEAMS,
)
SOME_TEAMS = Door(
    rules=boards.without_deadline(boards.BINH_SON),
    units=("Xã Bình Phước", "Xã Bình Đông"),
    path="doi-thi/",
    lines=(
        ("STT", "Tên đội thi", "Đơn vị"),
        (1, "Đội Hoa Sen Trắng", "Xã Bình Phước"),
        (2, "Đội Tuổi trẻ Bình Đông", "Xã Bình Đông"),
    ),
    rows=_entrants,
    came=[("Đội Hoa Sen Trắng", "Xã Bình Phước"), ("Đội Tuổi trẻ Bình Đông", "Xã Bình Đông")],
)
PEOPLE = Door(
    rules=CU_LAO_DUNG,
    units=("Xã An Thạnh 1", "Xã Đại Ân 1"),
    path="doi-thi/",
    lines=(
        ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị"),
        (1, "Nguyễn Thị Hồng Ngọc", 1975, "Chủ tịch", "Xã An Thạnh 1"),
        (2, "Đặng Quốc Vượng", 1980, "Phó Chủ tịch", "Xã Đại Ân 1"),
    ),
    rows=_entrants,
    came=[("Nguyễn T. H. N**", "Xã An Thạnh 1"), ("Đặng Q. V**", "Xã Đại Ân 1")],
)
DOORS = [
    pytest.param(POINTS, id="points"),
    pytest.param(SOME_TEAMS, id="teams"),
    pytest.param(PEOPLE, id="people"),
]


def dropped(door, contest, name, data):
    """Who drops it, the address, and what comes back."""
    who, path = role(RoleName.SECRETARY, contest.body), f"/quan-tri/cuoc-thi/{contest.slug}/"
    seen = who.post(f"{path}{door.path}tu-tep/", {"tep": SimpleUploadedFile(name, data)})
    return who, f"{path}{door.path}", seen


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("ending", "encoding"), KINDS)
def test_names_come_in_as_they_are_read(door, ending, encoding):
    contest = door.contest()
    data = as_sent(ending, encoding, door.lines)
    who, path, seen = dropped(door, contest, f"ds.{ending}", data)
    assert seen.status_code == 200
    shown = seen.context
    tep = shown["reference"] if "reference" in shown else shown["table"].reference
    assert who.post(f"{path}nhan/", {"tep": tep, "seen": 0}).status_code == 302
    assert door.rows() == door.came


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_half_a_file_of_excel_97_is_refused_in_words(door, share):
    contest = door.contest()
    before = door.rows()
    data = as_sent("xls", "tcvn3", door.lines)
    *_, seen = dropped(door, contest, "ds.xls", data[: int(len(data) * share)])
    assert (seen.status_code, door.rows()) == (422, before)
    assert "tệp" in seen.content.decode().lower()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("path", foreign_files())
def test_files_of_other_programs_change_nothing(door, path):
    contest = door.contest()
    before = door.rows()
    *_, seen = dropped(door, contest, f"ds{path.suffix}", path.read_bytes())
    assert (seen.status_code, door.rows()) == (422, before)

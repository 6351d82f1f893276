"""Both example contests whose points come from paper, walked on the screens to their results."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_toml
from hoithi.entries.models import Entrant
from hoithi.judging.models import PointsSheet
from hoithi.people.models import RoleName, StaffCount
from hoithi.results.models import Draft, Result
from hoithi.results.queries import stored
from tests.results import boards
from tests.results.rows import unit
from tests.web_organiser.stage import PDF, Stage, role, teams_in

pytestmark = pytest.mark.django_db
CLUSTERS = ("cluster-binh-phuoc", "cluster-binh-tri", "cluster-binh-my")
PARTS = ("introduction", "knowledge", "skit")
CU_LAO_DUNG = from_toml((Path(boards.EXAMPLES) / "cu-lao-dung-2020.toml").read_bytes())
LEADERS = {
    "Xã An Thạnh 1": (("Nguyễn V. A**", True, 100), ("Trần T. B**", True, 100)),
    "Xã An Thạnh 2": (("Lê V. C**", True, 100), ("Phạm T. D**", True, 100)),
    "Xã Đại Ân 1": (("Hồ V. E**", True, 100), ("Võ T. G**", True, 100), ("Đỗ H**", True, 100)),
    "Thị trấn Cù Lao Dung": (("Bùi V. I**", True, 100), ("Ngô T. K**", True, 50)),
}


class Walk(Stage):
    """A typist, a second person and the way from points to the public page."""

    def begin(self) -> None:
        """Two officials of the body."""
        self.typist = role(RoleName.SECRETARY, self.contest.body)
        self.second = role(RoleName.APPROVER, self.contest.body)

    def part(self, round_key: str, part: str, boxes: dict[str, str]) -> None:
        """Types the points of a part; the second person compares every line."""
        answer = self.typist.post(self.points(f"{part}/", round_key), boxes | {"seen": "0"})
        assert answer.status_code == 302, answer.content.decode()
        assert self.confirm(self.second).status_code == 302

    def published(self, round_key: str) -> Result:
        """Prepared, approved by the second person, published; the newest result."""
        desk = f"/quan-tri/cuoc-thi/{self.contest.slug}/ket-qua/{round_key}/"
        for who, rest in ((self.typist, "lap/"), (self.second, "phe-duyet/")):
            answer = who.post(desk + rest)
            assert answer.status_code == 302, answer.content.decode()
        answer = self.typist.post(f"{desk}cong-bo/")
        assert answer.status_code == 302, answer.content.decode()
        return Result.objects.latest("pk")


def prizes(result: Result) -> list[tuple[str, str, str]]:
    """Table, prize and who takes it."""
    return [
        (table.key, prize.key, winner.name)
        for table in stored.prize_tables(result.draft_id)
        for prize in table.prizes
        for winner in prize.winners
    ]


def walk(rulebook: Rulebook) -> Walk:
    made = Walk(boards.contest(rulebook))
    made.begin()
    return made


def cluster_held(hall: Walk, cluster: str, teams: list[str]) -> Result:
    """Points of four teams: the first is best as a whole, the last has the best skit."""
    scales = ((28, 26, 24, 20), (25, 24, 23, 20), (35, 34, 33, 36))
    for part, scale in zip(PARTS, scales, strict=True):
        got = zip(teams, scale, strict=True)
        hall.part(cluster, part, {f"diem-{hall.tokens[name]}": f"{one},5" for name, one in got})
    return hall.published(cluster)


@pytest.fixture
def hall():
    """Twelve teams for three clusters of four."""
    made = walk(boards.BINH_SON)
    made.tokens = teams_in(made.contest, *(f"Đội số {number:02}" for number in range(1, 13)))
    return made


def test_a_cluster_is_ranked_with_its_side_prizes_and_published(hall):
    result = cluster_held(hall, CLUSTERS[0], list(hall.tokens)[:4])
    assert prizes(result) == [
        ("cluster", "first", "Đội số 01"),
        ("cluster", "second", "Đội số 02"),
        ("cluster", "third", "Đội số 03"),
        ("cluster", "third", "Đội số 04"),
        ("best-introduction", "best-introduction", "Đội số 01"),
        ("best-skit", "best-skit", "Đội số 04"),
    ]
    page = Client().get(f"/{hall.contest.slug}/ket-qua/{CLUSTERS[0]}/").content.decode()
    assert "Đội số 01" in page
    assert "89,5" in page
    assert "4 đội, đơn vị dự thi" in page
    assert "lượt thi" not in page


def test_the_final_expects_the_first_two_of_each_cluster(hall):
    names = list(hall.tokens)
    for place, cluster in enumerate(CLUSTERS):
        cluster_held(hall, cluster, names[place * 4 : place * 4 + 4])
    page = hall.typist.get(hall.points("skit/", "final"))
    through = [line.entrant.name for line in page.context["form"].rows() if line.entrant.expected]
    assert through == [names[number] for number in (0, 1, 4, 5, 8, 9)]

    partly = {f"diem-{hall.tokens[name]}": "20" for name in through[1:5]}
    hall.typist.post(hall.points("skit/", "final"), partly | {"seen": "0"})
    sheet = hall.typist.get(hall.sheet())
    assert [one.name for one in sheet.context["without"]] == [through[0], through[5]]
    assert "Còn 2 đội, người dự thi chưa có điểm" in sheet.content.decode()


def test_the_final_is_published(hall):
    names = list(hall.tokens)
    for place, cluster in enumerate(CLUSTERS):
        cluster_held(hall, cluster, names[place * 4 : place * 4 + 4])
    through = [names[number] for number in (0, 1, 4, 5, 8, 9)]
    for part in PARTS:
        boxes = {f"diem-{hall.tokens[name]}": str(20 + n) for n, name in enumerate(through)}
        hall.part("final", part, boxes)
    result = hall.published("final")
    assert [name for _, _, name in prizes(result)] == through[::-1]
    page = Client().get(f"/{hall.contest.slug}/ket-qua/final/").content.decode()
    assert through[-1] in page


@pytest.fixture
def check():
    return check_of(CU_LAO_DUNG)


def check_of(rulebook: Rulebook) -> Walk:
    """Leaders of four communes; each commune has stated how many it has."""
    made = walk(rulebook)
    for name, leaders in LEADERS.items():
        version = unit(made.contest.body, name, "township" if "Thị" in name else "commune")
        StaffCount.objects.create(
            body=made.contest.body, unit=version.unit, as_of=boards.OPENS.date(),
            people=len(leaders), supplier="Văn phòng",
        )  # fmt: skip
        for leader, _, _ in leaders:
            who = boards.entrant(made.contest, leader, unit=version, channel="secretariat")
            made.tokens[leader] = who.token
    return made


def check_held(check: Walk) -> None:
    """Both contents are entered, confirmed and published."""
    everyone = [one for leaders in LEADERS.values() for one in leaders]
    passed = {f"dat-{check.tokens[name]}": "1" if ok else "0" for name, ok, _ in everyone}
    check.part("check", "it-skills", passed)
    points = {f"diem-{check.tokens[name]}": str(got) for name, _, got in everyone}
    check.part("check", "it-at-work", points)
    check.published("check")


def test_cu_lao_dung_ranks_communes_by_who_passed_both_contents(check):
    check_held(check)
    result = check.published("toan-cuoc-thi")
    (table,) = stored.prize_tables(result.draft_id)
    winners = [winner.name for prize in table.prizes for winner in prize.winners]
    assert winners == ["Xã Đại Ân 1", "Xã An Thạnh 1", "Xã An Thạnh 2"]
    page = Client().get(f"/{check.contest.slug}/ket-qua/toan-cuoc-thi/don-vi/").content.decode()
    assert "Thị trấn Cù Lao Dung" in page
    assert PointsSheet.objects.filter(confirmation__isnull=False).count() == 2


def test_a_result_says_which_steps_signed_paper_closed(hall):
    hall.contest.one_official = True
    hall.contest.save()
    names = list(hall.tokens)[:4]
    for part in PARTS[:2]:
        boxes = {f"diem-{hall.tokens[name]}": str(20 + n) for n, name in enumerate(names)}
        hall.part(CLUSTERS[0], part, boxes)
    boxes = {f"diem-{hall.tokens[name]}": str(30 + n) for n, name in enumerate(names)}
    address = hall.points("skit/", CLUSTERS[0])
    assert hall.typist.post(address, boxes | {"seen": "0"}).status_code == 302
    scan = SimpleUploadedFile("bien-ban.pdf", PDF)
    assert hall.typist.post(hall.sheet("bien-ban/"), {"file": scan}).status_code == 302

    result = hall.published(CLUSTERS[0])
    assert result.facts["points_on_paper"] == ["Phần thi tiểu phẩm"]
    page = Client().get(f"/{hall.contest.slug}/ket-qua/{CLUSTERS[0]}/").content.decode()
    assert "điểm Phần thi tiểu phẩm được xác nhận bằng biên bản giấy có chữ ký" in page


def test_the_committees_opinion_parts_equals_with_its_reason(hall):
    names = list(hall.tokens)[:4]
    for part in PARTS:
        boxes = {f"diem-{hall.tokens[name]}": "20" for name in names[:2]}
        hall.part(CLUSTERS[0], part, boxes)
    address = f"/quan-tri/cuoc-thi/{hall.contest.slug}/dot/{CLUSTERS[0]}/y-kien/"
    second = Entrant.objects.get(token=hall.tokens[names[1]])
    said = {"title": "ý kiến của Ban Giám khảo", "entrant": second.pk, "value": "1"}
    assert hall.typist.post(address, said | {"reason": ""}).status_code == 422
    assert hall.typist.post(address, said | {"value": "-1", "reason": "x"}).status_code == 422
    assert hall.typist.post(address, said | {"title": "khác", "reason": "x"}).status_code == 422
    answer = hall.typist.post(address, said | {"reason": "Nội dung sát thực tế hơn"})
    assert answer.status_code == 302
    assert "Nội dung sát thực tế hơn" in hall.typist.get(address).content.decode()

    desk = f"/quan-tri/cuoc-thi/{hall.contest.slug}/ket-qua/{CLUSTERS[0]}/lap/"
    assert hall.typist.post(desk).status_code == 302
    lines = stored.lines(Draft.objects.get().pk, 0, 9)
    assert [(line.place, line.name) for line in lines] == [(1, names[1]), (2, names[0])]

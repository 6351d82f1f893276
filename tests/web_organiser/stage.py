"""The stage contest of Bình Sơn with its teams, as the people who enter points meet it."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.test import Client

from hoithi.contests.models import Contest
from hoithi.entries.actions import register
from hoithi.entries.models import EntrantKind
from hoithi.judging.models import PointsSheet
from hoithi.people.models import OrganisingBody, RoleName
from tests import make
from tests.results import boards
from tests.web_organiser.conftest import browser

CLUSTER = "cluster-binh-phuoc"
TEAMS = ("Đội xã Bình Phước", "Đội xã Bình Đông", "Đội thị trấn Châu Ổ")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def teams_in(contest: Contest, *names: str) -> dict[str, str]:
    """Registers teams; their tokens by name."""
    by = make.person()
    return {
        name: register(contest, EntrantKind.TEAM, name, unit=None, by=by, at=make.AT).token
        for name in names
    }


def role(name: RoleName, body: OrganisingBody) -> Client:
    """The browser of somebody with a role over the body."""
    return browser(make.holder(name, over=body))


@dataclass
class Stage:
    """One contest, and short ways to its pages."""

    contest: Contest
    tokens: dict[str, str] = field(default_factory=dict)

    def points(self, rest: str = "", round_key: str = CLUSTER) -> str:
        """An address below the points of a round."""
        return f"/quan-tri/cuoc-thi/{self.contest.slug}/dot/{round_key}/diem/{rest}"

    def sheet(self, rest: str = "") -> str:
        """An address below the newest sheet."""
        newest = PointsSheet.objects.latest("pk").pk
        return f"/quan-tri/cuoc-thi/{self.contest.slug}/bang-diem/{newest}/{rest}"

    def typed(self, *points: str, seen: int = 0, **more: object) -> dict[str, object]:
        """What the form sends: points of the teams in their order."""
        boxes = zip(self.tokens.values(), points, strict=False)
        return {f"diem-{token}": got for token, got in boxes} | {"seen": seen, **more}

    def enter(self, who: Client, part: str, *points: str, **more: object) -> HttpResponse:
        """Sends the form of a part."""
        return who.post(self.points(f"{part}/"), self.typed(*points, **more))

    def confirm(self, who: Client) -> HttpResponse:
        """Ticks every line of the newest sheet."""
        lines = PointsSheet.objects.latest("pk").lines
        ticked = list(lines.values_list("entrant__token", flat=True))
        return who.post(self.sheet("xac-nhan/"), {"khop": ticked})

    def counted(self) -> list[tuple[str, str, str]]:
        """Team, part and points of everything that counts."""
        rows = PointsSheet.objects.filter(confirmation__isnull=False).order_by("pk")
        return [
            (line.entrant.name, sheet.part_key, str(line.points.normalize()))
            for sheet in rows
            for line in sheet.lines.order_by("entrant__name")
        ]


def stage(*names: str) -> Stage:
    """A contest with these teams."""
    contest = boards.contest(boards.BINH_SON)
    return Stage(contest, teams_in(contest, *(names or TEAMS)))

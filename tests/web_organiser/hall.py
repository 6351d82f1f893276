"""A contest with an open week and sealed papers, as those meet it who type sheets from a hall."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

from hoithi.contests.models import Contest
from hoithi.core.rulebook.entry import EntryRules
from hoithi.sittings.models import Paper
from hoithi.sittings.queries.typed import paper_code
from tests.live import scene

PERSON = {
    "full_name": "Nguyễn Văn An",
    "birth_year": "1975",
    "phone": "0912345678",
    "consent": "yes",
}
GUEST = {"full_name": "Lê Thị Hoa", "post": "Phó Trưởng Ban", "decision": "12/QĐ-UBND"}
SHEET = {
    "began_at": "2026-11-02T10:30",
    "minutes": "12",
    "seconds": "0",
    "prediction": "1500",
    "cau-1": "a",
    "cau-2": "",
    "cau-3": "b, d",
    "cau-5": "A",
    "cau-7": "một  cửa",
}


@dataclass
class Hall:
    """One contest, one of its papers, and short ways to the pages."""

    contest: Contest
    paper: Paper

    @property
    def code(self) -> str:
        """What is printed on the paper."""
        return paper_code(self.paper)

    @property
    def desk(self) -> str:
        """The address of the paper sheets of the week."""
        return f"/quan-tri/cuoc-thi/{self.contest.slug}/dot/week-1/bai-giay/"

    def person(self, who: Client, **other: str) -> HttpResponse:
        """Sends the identity that stands on the sheet."""
        return who.post(f"{self.desk}nguoi/", PERSON | other)

    def typed(self, who: Client, path: str, **other: str) -> HttpResponse:
        """Types the sheet."""
        return who.post(f"{path}?code={self.code}", SHEET | other)


def hall_open() -> Hall:
    """A contest that asks for no unit."""
    made = scene.contest(scene.rules(entry=EntryRules(unit=None)))
    return Hall(made, Paper.objects.select_related("pool").latest("pk"))

"""Papers of a hall in a round of two: the desk and the prints keep the parts apart."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.core.rulebook.entry import EntryRules
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.sittings.models import Paper, Submission
from hoithi.sittings.queries.typed import paper_code
from tests.live import scene
from tests.live.scene import AT, SECOND
from tests.web_organiser.hall import GUEST, SHEET, Hall
from tests.web_organiser.stage import role

pytestmark = pytest.mark.django_db
FIRST_TITLE, SECOND_TITLE = "Bài pháp luật", "Bài nghị quyết"


@pytest.fixture(autouse=True)
def hour():
    with clock.pinned(AT + timedelta(hours=2)):
        yield


@pytest.fixture
def hall() -> Hall:
    made = scene.contest(scene.two_papers(entry=EntryRules(unit=None)))
    return Hall(made, Paper.objects.select_related("pool").filter(pool__part_key="paper").last())


@pytest.fixture
def clerks(hall) -> list[Client]:
    return [role(name, hall.contest.body) for name in (RoleName.SECRETARY, RoleName.ORGANISER)]


def second_code(hall):
    papers = Paper.objects.filter(pool__part_key=SECOND, pool__round__contest=hall.contest)
    return paper_code(papers.last())


def typed(who, path, code):
    return who.post(f"{path}?code={code}", SHEET)


def test_both_sheets_of_a_person_are_typed_and_count(hall, clerks):
    path = hall.person(clerks[0]).url
    for code in (hall.code, second_code(hall)):
        for who in clerks:
            assert typed(who, path, code).status_code == 302
    parts = Submission.objects.values_list("sitting__part_key", flat=True)
    assert sorted(parts) == ["paper", SECOND]


def test_the_desk_names_the_paper_and_opens_the_own_typing_of_it(hall, clerks):
    first, second = clerks
    path = hall.person(first).url
    typed(first, path, hall.code)
    typed(first, path, second_code(hall))
    desk = first.get(hall.desk).content.decode()
    assert (FIRST_TITLE in desk, SECOND_TITLE in desk) == (True, True)
    own = first.get(path, {"phan": SECOND})
    assert f'value="{second_code(hall)}"' in own.content.decode()
    # The other person opens the same line and finds nothing that was typed.
    blind = second.get(path, {"phan": SECOND}).content.decode()
    assert (second_code(hall) in blind, "Câu trả lời" in blind) == (False, False)
    # Without a part nothing is opened that may be of the other one.
    assert "Câu trả lời" not in first.get(path).content.decode()


def test_unequal_typings_of_one_part_are_compared_with_that_part(hall, clerks):
    first, second = clerks
    path = hall.person(first).url
    for code in (hall.code, second_code(hall)):
        typed(first, path, code)
    typed(second, path, hall.code)
    answer = second.post(f"{path}?code={second_code(hall)}", SHEET | {"cau-1": "b"})
    assert [one.place for one in answer.context["differences"]] == ["Câu 1"]


def test_a_guest_sees_which_paper_each_sheet_is_of(hall, clerks):
    path = hall.person(clerks[0]).url
    for code in (hall.code, second_code(hall)):
        typed(clerks[0], path, code)
    link = clerks[0].post(f"{hall.desk}thu-moi/", GUEST).context["address"]
    page = Client().get(link.removeprefix("http://testserver")).content.decode()
    assert (f": {FIRST_TITLE}</h2>" in page, f": {SECOND_TITLE}</h2>" in page) == (True, True)


@pytest.mark.parametrize(
    ("part", "title", "asks"), [("paper", FIRST_TITLE, True), (SECOND, SECOND_TITLE, False)]
)
def test_a_part_is_printed_under_its_name_with_its_own_prediction(hall, clerks, part, title, asks):
    page = clerks[1].post(f"{hall.desk}in-de/", {"number": 1, "part": part})
    text = page.content.decode()
    assert (page.status_code, f"Tuần 1: {title}" in text) == (200, True)
    assert (scene.ASKED.text in text) is asks


@pytest.mark.parametrize("part", ["", "no-such"])
def test_a_part_that_is_not_there_prints_nothing(hall, clerks, part):
    page = clerks[1].post(f"{hall.desk}in-de/", {"number": 1, "part": part})
    assert (page.status_code, "papers" in page.context) == (422, False)

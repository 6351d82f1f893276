"""Two people at the same time: one sheet is entered, one confirmation counts, nothing is lost."""

import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connections

from hoithi.judging import actions
from hoithi.judging.actions import Grounds
from hoithi.judging.facts import TypedPoints
from hoithi.judging.models import Confirmation, PointsSheet
from hoithi.kit.refusals import Refusal
from hoithi.people.models import RoleName
from tests import make
from tests.results.boards import BINH_SON, OPENS, contest, entrant

PEOPLE = 8


def at_once(deeds: list[Callable[[], object]]) -> list[str]:
    """What became of deeds that begin together: done, or the refusal's name."""
    together, found = threading.Barrier(len(deeds)), list[str]()

    def run(deed: Callable[[], object]) -> None:
        together.wait()
        try:
            deed()
            found.append("done")
        except Refusal as refused:
            found.append(type(refused).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


@pytest.mark.usefixtures("database")
def test_of_many_who_send_the_same_form_at_once_one_sheet_stays():
    stage = contest(BINH_SON)
    round_ = stage.rounds.get(key="cluster-binh-phuoc")
    team = entrant(stage, "Đội xã Bình Phước", kind="team").pk
    people = [make.holder(RoleName.SECRETARY, over=stage.body) for _ in range(PEOPLE)]

    def enter(person, points):
        lines = [TypedPoints(team, Decimal(points))]
        seen = Grounds(seen=0)
        return lambda: actions.enter_sheet(round_, "skit", lines, by=person, at=OPENS, grounds=seen)

    said = at_once([enter(person, 30 + n) for n, person in enumerate(people)])
    assert said == ["SheetOvertaken"] * (PEOPLE - 1) + ["done"]
    sheet = PointsSheet.objects.get()

    others = [person for person in people if person.pk != sheet.entered_by_id]
    confirm = [
        lambda person=person: actions.confirm(sheet, by=person, at=OPENS) for person in others
    ]
    assert at_once(confirm) == ["AlreadyConfirmed"] * (len(others) - 1) + ["done"]
    assert Confirmation.objects.count() == 1

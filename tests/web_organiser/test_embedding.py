"""The organiser finds what to paste into the portal, and the addresses for programs."""

import pytest

from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.results import actions
from hoithi.web.organiser.views.embedding import embedding
from tests import make
from tests.results.boards import PUBLISHES, Board, contest, drafted

pytestmark = pytest.mark.django_db


def test_the_frame_and_the_files_are_named(rf):
    online = contest()
    draft = drafted(online, online.rounds.get(key="week-1"), Board(["Nguyễn V. A**"]))
    actions.publish_preliminary(draft, at=PUBLISHES)
    request = rf.get("/")
    request.user = make.person()
    make.role(request.user, RoleName.ORGANISER, over=online.body)
    with clock.pinned(make.AT):
        page = embedding(request, online.slug).content.decode()
    assert f'src="http://testserver/{online.slug}/nhung/"' in page
    assert f"http://testserver/{online.slug}/ket-qua/week-1/ket-qua.json" in page

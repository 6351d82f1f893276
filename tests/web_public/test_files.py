"""Published results as files are the same bytes as served."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.kit import clock
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Result
from hoithi.web.public import files
from tests.results.boards import CLOSES, LATER, PUBLISHES, Board, contest, drafted

pytestmark = pytest.mark.django_db


@pytest.fixture
def online():
    made = contest()
    for names in (["Nguyễn V. A**"], ["Trần T. B**", "Lê V. C**"]):
        draft = drafted(made, made.rounds.get(key="week-1"), Board(names))
        _publish(draft, Result(facts={}, correction_reason="Sửa"), by=None, at=CLOSES)
    return made


def test_files_are_the_bytes_that_are_served(online, tmp_path):
    assert files.write(tmp_path, at=LATER) == 18
    served = 0
    for path in tmp_path.rglob("*"):
        if path.is_file() and "static" not in path.parts:
            address = f"/{path.relative_to(tmp_path)}".removesuffix("index.html")
            with clock.pinned(LATER):
                assert Client().get(address).content == path.read_bytes()
            served += 1
    assert served == 18
    assert (tmp_path / "static" / "css" / "public.css").exists()
    page = (tmp_path / online.slug / "ket-qua" / "week-1" / "index.html").read_text()
    assert "Trần T. B**" in page


@pytest.mark.usefixtures("online")
def test_writing_again_changes_nothing(tmp_path):
    files.write(tmp_path, at=LATER)
    assert files.write(tmp_path, at=LATER) == 0
    assert not list(tmp_path.rglob("*.new"))


@pytest.mark.usefixtures("online")
def test_before_the_minute_nothing_is_written(tmp_path):
    assert files.write(tmp_path, at=PUBLISHES - timedelta(seconds=1)) == 0
    assert not list(tmp_path.rglob("*.html"))

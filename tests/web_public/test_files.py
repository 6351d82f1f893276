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
SITE = "https://thi.example.vn"


@pytest.fixture(autouse=True)
def public_address(settings):
    """The address that is served and written into the feeds."""
    settings.PUBLIC_ADDRESS = SITE


@pytest.fixture
def online():
    made = contest()
    for names in (["Nguyễn V. A**"], ["Trần T. B**", "Lê V. C**"]):
        draft = drafted(made, made.rounds.get(key="week-1"), Board(names))
        _publish(draft, Result(facts={}, correction_reason="Sửa"), by=None, at=CLOSES)
    return made


def write(folder, at=LATER, site=SITE):
    """How many files changed."""
    return sum(files.write(folder, pages)[0] for _, pages in files.parts(at=at, site=site))


def written(folder):
    """The addresses that the files stand for, with their bytes."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {
        f"/{path.relative_to(folder)}".removesuffix("index.html"): path.read_bytes()
        for path in paths
    }


def test_files_are_the_bytes_that_are_served(online, tmp_path):
    assert write(tmp_path) == 20
    for address, content in written(tmp_path).items():
        with clock.pinned(LATER):
            assert Client().get(address).content == content, address
    page = written(tmp_path)[f"/{online.slug}/ket-qua/week-1/"].decode()
    assert "Trần T. B**" in page


def test_feeds_json_and_csv_are_among_them(online, tmp_path):
    write(tmp_path)
    base = f"/{online.slug}/ket-qua"
    wanted = {
        f"{base}/tin.xml", f"/{online.slug}/lich.ics",
        f"{base}/week-1/ket-qua.json", f"{base}/week-1/ket-qua.csv", f"{base}/week-1/don-vi.csv",
    }  # fmt: skip
    assert wanted <= set(written(tmp_path))
    assert f"{SITE}{base}/week-1/so-2/" in written(tmp_path)[f"{base}/tin.xml"].decode()


def test_without_a_public_address_there_are_no_feeds(online, tmp_path):
    assert write(tmp_path, site="") == 18
    assert f"/{online.slug}/lich.ics" not in written(tmp_path)


@pytest.mark.usefixtures("online")
def test_writing_again_changes_nothing(tmp_path):
    write(tmp_path)
    assert write(tmp_path) == 0
    assert not list(tmp_path.rglob("*.new"))


def test_before_the_minute_only_the_calendar_is_there(online, tmp_path):
    early = PUBLISHES - timedelta(seconds=1)
    assert write(tmp_path, at=early) == 2
    assert set(written(tmp_path)) == {f"/{online.slug}/lich.ics", f"/{online.slug}/ket-qua/tin.xml"}


def test_the_styles_that_the_pages_name_come_along(tmp_path):
    files.copy_styles(tmp_path)
    assert (tmp_path / "static" / "css" / "public.css").exists()

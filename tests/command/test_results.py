"""Published results are counted again and written as files."""

import json
from pathlib import Path

import pytest
from django.test import Client

from hoithi.kit import clock
from hoithi.results.actions import prepare
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Chunk, Result
from tests.command.conftest import Run
from tests.results.boards import LATER, contest, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.usefixtures("installation")


@pytest.fixture(autouse=True)
def later():
    with clock.pinned(LATER):
        yield


@pytest.fixture
def result() -> Result:
    """The published first week of three people."""
    online = contest()
    week = online.rounds.get(key="week-1")
    for points, name in ((90, "Nguyễn V. A**"), (80, "Trần T. B**"), (70, "Lê V. C**")):
        sit(entrant(online, name), week, Sat(points))
    return _publish(prepare(week, at=LATER), Result(facts={}), by=None, at=LATER)


def test_a_result_that_still_follows_from_the_rows_is_equal(run: Run, result: Result) -> None:
    ran = run("verify", result.contest.slug, "--json")
    told = json.loads(ran.out)
    assert (ran.code, [(one["round"], one["number"], one["equal"]) for one in told]) == (
        0,
        [("week-1", 1, True)],
    )


def test_a_changed_row_is_found(run: Run, result: Result) -> None:
    sit(result.contest.entrants.first(), result.round, Sat(100))
    ran = run("verify", result.contest.slug, "--round", "week-1")
    assert (ran.code, "KHÁC" in ran.said) == (1, True)


def test_changed_bytes_are_found(run: Run, result: Result) -> None:
    Chunk.objects.filter(draft_id=result.draft_id).first().delete()
    ran = run("verify", result.contest.slug, "--json")
    assert (ran.code, json.loads(ran.out)[0]["equal"]) == (1, False)


def test_a_round_that_is_not_there_is_named_with_those_that_are(run: Run, result: Result) -> None:
    ran = run("verify", result.contest.slug, "--round", "week-9", "--json")
    told = json.loads(ran.out)["error"]
    assert (ran.code, "không có đợt thi week-9 (có: week-1" in told) == (66, True)


def test_nothing_to_count_is_said(run: Run) -> None:
    assert (run("verify", "khong-co").code, run("verify", contest().slug).code) == (66, 66)


def test_pages_are_written_as_they_are_served(run: Run, result: Result, tmp_path: Path) -> None:
    ran = run("publish", str(tmp_path / "ra"), "--json")

    base = f"/{result.contest.slug}/ket-qua/week-1/"
    for address in (base, f"{base}so-1/", f"{base}ket-qua.json", f"{base}don-vi.csv"):
        name = f"{address}index.html" if address.endswith("/") else address
        assert (tmp_path / "ra" / name[1:]).read_bytes() == Client().get(address).content
    again = json.loads(run("publish", str(tmp_path / "ra"), "--json").out)
    assert (json.loads(ran.out)["feeds"], again["written"]) == (False, 0)


def test_feeds_are_written_for_a_known_address(run: Run, result: Result, tmp_path: Path) -> None:
    run("publish", str(tmp_path), "--address", "https://thi.xa.vn/", "--json")
    news = tmp_path / result.contest.slug / "ket-qua" / "tin.xml"
    assert "https://thi.xa.vn/" in news.read_text()
    assert (tmp_path / result.contest.slug / "lich.ics").exists()


@pytest.mark.parametrize("address", ["thi.xa.vn", "ftp://thi.xa.vn", "https://", "/thi"])
def test_an_address_that_nobody_can_open_is_refused(run: Run, tmp_path: Path, address: str) -> None:
    ran = run("publish", str(tmp_path / "ra"), "--address", address, "--json")
    assert (ran.code, "không phải địa chỉ công khai" in json.loads(ran.out)["error"]) == (78, True)
    assert not (tmp_path / "ra").exists()


def test_nothing_is_written_before_its_moment(run: Run, result: Result, tmp_path: Path) -> None:
    next_year = LATER.replace(year=LATER.year + 1)
    Result.objects.filter(pk=result.pk).update(visible_from=next_year)
    assert json.loads(run("publish", str(tmp_path / "ra"), "--json").out)["written"] == 0


def test_a_folder_that_cannot_be_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tep").touch()
    ran = run("publish", str(tmp_path / "tep"))
    assert (ran.code, "đã có một tệp cùng tên" in ran.said) == (78, True)

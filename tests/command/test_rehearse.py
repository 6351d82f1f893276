"""`hoithi rehearse` puts false people on a running server and says how it fares."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import stage
from hoithi.contests.models import Contest
from hoithi.core.rehearsing import Load
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.rehearsals.load import Measured
from hoithi.rehearsals.remote import Address
from hoithi.sittings.models import Sheet, Submission
from tests import databases
from tests.command.conftest import Run
from tests.kill.serving import Server


@pytest.fixture
def server(sqlite_template: Path, tmp_path: Path, django_db_blocker: Any) -> Iterator[Server]:
    """A running server on a SQLite file, which this process reads too."""
    description = databases.sqlite_copy(sqlite_template, tmp_path / "hoithi.sqlite3")
    running = Server(tmp_path)
    with django_db_blocker.unblock(), databases.used(description):
        yield running
        running.end()


@pytest.mark.long
def test_false_people_take_a_rehearsal_on_a_running_server(server: Server, run: Run) -> None:
    twin = stage.build(clock.now())
    Contest.objects.filter(pk=twin.pk).update(rehearses=stage.build(clock.now()))
    server.start()
    address = f"http://127.0.0.1:{server.port}/{twin.slug}/"

    ran = run("rehearse", address, "--people", "8", "--seconds", "3", "--json")

    told = json.loads(ran.out)
    counts = {kind: one["count"] for kind, one in told["packets"].items()}
    assert (told["errors"], told["people"], counts["starts"]) == ({}, 8, 8)
    assert counts["saves"] == Sheet.objects.count() >= 8
    assert counts["submissions"] == Submission.objects.count() == 8
    # How quick the machine is just now is not ours to say; the code and the sentence agree.
    assert (ran.code, told["verdict"]) in {(0, "good"), (1, "slow")}
    assert "8 người làm bài" in ran.said


@pytest.mark.long
def test_a_real_contest_is_left_alone(server: Server, run: Run) -> None:
    contest = stage.build(clock.now())
    server.start()

    ran = run("rehearse", f"http://127.0.0.1:{server.port}/{contest.slug}/", "--people", "2")

    assert (ran.code, "không phải bản chạy thử" in ran.said) == (78, True)
    assert not Entrant.objects.exists()


def test_nobody_there(run: Run) -> None:
    ran = run("rehearse", f"http://127.0.0.1:{databases.free_port()}/chay-thu-1/")

    assert (ran.code, "Không kết nối được" in ran.said) == (66, True)


@pytest.mark.parametrize("url", ["", "http://", "ftp://may/x", "http://may", "http://may:99999/x"])
def test_what_is_no_address_is_said(run: Run, url: str) -> None:
    ran = run("rehearse", url)

    assert (ran.code, "Đường dẫn không đúng" in ran.said) == (78, True)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://thi.vn/chay-thu-1/", Address("https", "thi.vn", None, "chay-thu-1")),
        ("may:8000/chay-thu-1/du-thi/", Address("http", "may", 8000, "chay-thu-1")),
        ("/chay-thu-1/", None),
    ],
)
def test_an_address(text: str, address: Address | None) -> None:
    assert Address.of(text) == address


def test_what_was_measured() -> None:
    measured = Measured()
    for number in range(1, 101):
        measured.hear("/room/v1/sittings/current/sheet", number / 1000)
    measured.hear("/room/v1/sittings", 0.5)
    measured.errors["busy"] += 2

    shares = [measured.milliseconds("saves", share) for share in (0.5, 0.95, 0.99)]
    assert shares == [51.0, 96.0, 100.0]
    assert measured.load == Load(1, 100, 2, 500.0, 100.0)
    assert measured.milliseconds("submissions", 0.99) == 0.0

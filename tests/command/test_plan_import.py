"""`hoithi plan import`: the campaign of a plan without a screen."""

import json
from pathlib import Path

import pytest

from hoithi.people.models import OrganisingBody
from tests.command.conftest import Run
from tests.core.founding import texts
from tests.make import AT

pytestmark = pytest.mark.usefixtures("installation")


@pytest.fixture
def body(installation: Path) -> OrganisingBody:
    assert installation.is_dir()
    return OrganisingBody.objects.create(slug="an-phu", name="UBND xã An Phú", created_at=AT)


def written(folder: Path, text: str = texts.SUPERIOR) -> str:
    file = folder / "ke-hoach.txt"
    file.write_text(text, "utf-8")
    return str(file)


@pytest.mark.usefixtures("body")
def test_a_plan_becomes_a_campaign_and_a_second_import_says_so(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path)
    first = json.loads(run("plan", "import", file, "--json").out)
    again = json.loads(run("plan", "import", file, "--json").out)
    assert (first["new"], first["activities"], first["tasks"], first["questions"]) == (
        True,
        1,
        2,
        1,
    )
    assert again == first | {"new": False}
    assert "đã được nạp trước đó" in run("plan", "import", file).said


@pytest.mark.usefixtures("body")
def test_the_superiors_contest_is_created_on_demand(run: Run, tmp_path: Path) -> None:
    ran = run("plan", "import", written(tmp_path), "--superior", "moi", "--json")
    assert json.loads(ran.out)["questions"] == 0


@pytest.mark.usefixtures("body")
def test_a_contest_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("plan", "import", written(tmp_path), "--superior", "khong-co")
    assert (ran.code, "khong-co" in ran.said) == (66, True)


@pytest.mark.usefixtures("body")
def test_a_body_that_is_not_there_is_named_with_those_that_are(run: Run, tmp_path: Path) -> None:
    ran = run("plan", "import", written(tmp_path), "--body", "khac")
    assert (ran.code, "an-phu" in ran.said) == (66, True)


def test_without_a_body_nothing_is_founded(run: Run, tmp_path: Path) -> None:
    assert run("plan", "import", written(tmp_path)).code == 66


@pytest.mark.usefixtures("body")
def test_a_file_without_text_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"PK\x03\x04 no archive")
    assert run("plan", "import", str(file)).code == 78

"""`hoithi campaign`: a campaign as a file, and opened from one."""

import json
from pathlib import Path

import pytest

from hoithi.people.models import OrganisingBody
from tests.campaigns.make import campaign
from tests.command.conftest import Run
from tests.make import AT

pytestmark = pytest.mark.usefixtures("installation")


@pytest.fixture
def bodies(installation: Path) -> list[OrganisingBody]:
    assert installation.is_dir()
    names = {"an-phu": "UBND xã An Phú", "hoa-binh": "UBND phường Hòa Bình"}
    return [
        OrganisingBody.objects.create(slug=slug, name=name, created_at=AT)
        for slug, name in names.items()
    ]


def test_a_campaign_goes_to_another_body_and_a_second_import_says_so(
    run: Run, tmp_path: Path, bodies: list[OrganisingBody]
) -> None:
    made = campaign(bodies[0]).campaign
    file = str(tmp_path / "ke-hoach.hoithi.json")
    assert run("campaign", "export", str(made.pk), file).code == 0
    first = json.loads(run("campaign", "import", file, "--body", "hoa-binh", "--json").out)
    again = json.loads(run("campaign", "import", file, "--body", "hoa-binh", "--json").out)
    assert (first["new"], first["activities"], first["tasks"]) == (True, 1, 4)
    assert again == first | {"new": False}
    assert "đã được nhận trước đó" in run("campaign", "import", file, "--body", "hoa-binh").said


def test_a_file_is_never_written_over(
    run: Run, tmp_path: Path, bodies: list[OrganisingBody]
) -> None:
    made = campaign(bodies[0]).campaign
    file = tmp_path / "a.json"
    file.write_text("giữ lại", "utf-8")
    assert run("campaign", "export", str(made.pk), str(file)).code != 0
    assert file.read_text("utf-8") == "giữ lại"


@pytest.mark.usefixtures("bodies")
def test_what_is_not_there_or_no_such_file_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"PK\x03\x04")
    assert run("campaign", "export", "99", str(tmp_path / "b")).code == 66
    assert run("campaign", "import", str(tmp_path / "khong-co")).code == 66
    ran = run("campaign", "import", str(file), "--body", "an-phu")
    assert (ran.code, "không phải tệp kế hoạch" in ran.said) == (78, True)

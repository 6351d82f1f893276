"""The commands about people say what they did, and refuse in words."""

import os
import subprocess
import sys

import pytest

from hoithi.command import people as command
from hoithi.command.screen import Exit
from hoithi.people import queries
from hoithi.people.models import Person, RoleName
from tests import make

pytestmark = pytest.mark.django_db


def test_a_fresh_installation_gets_its_first_person(capsys, at):
    command.create("an.nt", "Nguyễn Thị An")
    link = capsys.readouterr().out.strip().splitlines()[-1]
    token = link.rstrip("/").rpartition("/")[2]
    person = queries.sign_in_link(token, at).person
    assert person == Person.objects.get(login="an.nt")
    assert queries.reach(person, RoleName.OPERATOR, at=at).everywhere


def test_a_bad_name_is_refused_in_words(capsys):
    with pytest.raises(SystemExit) as caught:
        command.create("Ấn", "Nguyễn Thị An")
    assert (caught.value.code, "Tên đăng nhập" in capsys.readouterr().err) == (
        Exit.REFUSED,
        True,
    )


@pytest.mark.usefixtures("at")
def test_erasing_what_is_not_over_is_refused(capsys):
    with pytest.raises(SystemExit):
        command.erase(before=make.AT.date().replace(year=2027))
    command.erase()
    assert "0 người" in capsys.readouterr().out


@pytest.mark.long
@pytest.mark.parametrize("which", ["encryption", "index"])
def test_a_new_key_is_added_beside_the_old(tmp_path, which):
    run = subprocess.run(
        [sys.executable, "-m", "hoithi.command", "keys", "add", which],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "hoithi.config.settings",
            "HOITHI_DATA": str(tmp_path),
            "PYTHONPATH": "src",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    assert "số 2" in run.stdout
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600

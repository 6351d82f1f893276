"""What is installed from the wheel alone works: demonstration, check, pages, printed documents."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from hoithi.rehearsals.demo import world
from tests.browser.server import answers, free_port

HOME = Path(__file__).parents[2]
UV = Path(sys.executable).with_name("uv")
pytestmark = [
    pytest.mark.wheel,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not UV.exists(), reason="uv is not in this environment: make setup"),
]


TOLD = {"PYTHONPATH", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "HOITHI_DATA", "VIRTUAL_ENV"}
PRINTS = """
from hoithi.documents import typeset
slip = typeset.Slip("UBND xã", "Nguyễn Thị An", "an.nt", "https://x.vn/a", "17h00")
assert typeset.slips([slip])[:5] == b"%PDF-"
"""


def clean_environment() -> dict[str, str]:
    """An environment that says nothing of the checkout."""
    return {name: value for name, value in os.environ.items() if name not in TOLD}


def ran(*command: str | Path, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """A program run far from the checkout."""
    return subprocess.run(
        [*map(str, command)],
        cwd=folder,
        env=clean_environment() | environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    # What an earlier build left there would be packed again.
    shutil.rmtree(HOME / "build", ignore_errors=True)
    built = ran(UV, "build", "--quiet", "--wheel", "--out-dir", folder, HOME, folder=folder)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def hoithi(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment of its own."""
    folder = tmp_path_factory.mktemp("elsewhere")
    python = folder / "venv" / "bin" / "python"
    install = (UV, "pip", "install", "--quiet", "--python", python)
    for command in (
        (UV, "venv", "--quiet", "--python", sys.executable, folder / "venv"),
        (*install, "--require-hashes", "-r", HOME / "requirements.lock"),
        (*install, "--no-deps", wheel),
    ):
        done = ran(*command, folder=folder)
        assert done.returncode == 0, done.stderr
    return python.with_name("hoithi")


def test_every_file_that_is_no_code_is_in_the_wheel(wheel):
    listed = ran("git", "ls-files", "src/hoithi", folder=HOME).stdout.split()
    there = {name.removeprefix("src/") for name in listed}
    assert there - set(zipfile.ZipFile(wheel).namelist()) == set()


@pytest.fixture
def site(hoithi: Path, tmp_path: Path) -> Iterator[int]:
    """The port of a demonstration that is served."""
    made = ran(hoithi, "demo", "--people", "50", folder=tmp_path, HOITHI_DATA=str(tmp_path))
    assert made.returncode == 0, made.stdout + made.stderr
    port = free_port()
    environ = clean_environment() | {"HOITHI_DATA": str(tmp_path), "PORT": str(port)}
    process = subprocess.Popen([hoithi, "serve"], cwd=tmp_path, env=environ)
    try:
        answers(port, seconds=120)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def got(port: int, path: str) -> tuple[int, bytes]:
    """Status and body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    response = connection.getresponse()
    found = response.status, response.read()
    connection.close()
    return found


def test_the_installed_package_shows_its_pages_prints_and_checks_itself(hoithi, site, tmp_path):
    status, front = got(site, "/")
    style = re.search(rb'href="(/static/css/[^"]+)"', front)[1].decode()
    assert (status, got(site, style)[0]) == (200, 200)
    slug = next(body.contest_slug for body in world.BODIES if body.contest_slug)
    assert got(site, f"/{slug}/the-le/")[0] == 200
    printed = ran(hoithi.with_name("python"), "-c", PRINTS, folder=tmp_path)
    assert printed.returncode == 0, printed.stderr
    checked = ran(hoithi, "check", "--json", folder=tmp_path, HOITHI_DATA=str(tmp_path))
    lines = {line["name"]: line["level"] for line in json.loads(checked.stdout)}
    assert (lines["Cơ sở dữ liệu"], lines["Việc nền"], lines["Khóa mã hóa"]) == ("ok",) * 3

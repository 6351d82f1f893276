"""Thirty seconds of damaged files; `make fuzz` throws them for ten minutes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long
SECONDS = "30"
ROOT = Path(__file__).parents[2]


def test_no_damaged_file_breaks_or_slows_the_readers(tmp_path):
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", SECONDS, "--seed", "1"]
    command += ["--keep", str(tmp_path)]
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    left = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environ, cwd=ROOT
    )
    assert left.returncode == 0, left.stderr[-3000:]

"""`python -m tests.fuzz --seconds 600`: readers of questions against damaged files.

No exception, no answer that takes two seconds of the processor, no more than 256 MB of memory
beyond what the program itself has; the child that reads is limited by the system itself.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import django
from hypothesis import HealthCheck, Phase, given, seed, settings

MOST_SECONDS = 2.0
MOST_MEMORY = 256 * 1024 * 1024
_HUNG = 60.0
_EXAMPLES = 200


def main() -> None:
    """The parent starts the child that reads, and ends one that hangs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path("var/fuzz"))
    parser.add_argument("--child", action="store_true")
    given_ = parser.parse_args()
    if given_.child:
        _read_for(given_.seconds, given_.seed, given_.keep)
        return
    given_.keep.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz", "--child", *sys.argv[1:]]
    environ = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    try:
        left = subprocess.run(command, env=environ, timeout=given_.seconds + _HUNG, check=False)
    except subprocess.TimeoutExpired:
        sys.exit(f"A file made the reader hang: {given_.keep / 'last'}")
    if left.returncode:
        sys.exit(f"The reader failed at {given_.keep / 'last'}")


def _read_for(seconds: float, first: int, keep: Path) -> None:
    django.setup()
    from tests.fuzz.mutations import damaged  # noqa: PLC0415 - Django must be ready
    from tests.fuzz.reading import read_all  # noqa: PLC0415 - as above
    from tests.fuzz.seeds import seeds  # noqa: PLC0415 - as above

    files = seeds()
    for one in files:
        read_all(one)
    _limit_memory()
    ends, counted, slowest = time.monotonic() + seconds, 0, 0.0

    def tried(data: bytes) -> None:
        nonlocal counted, slowest
        if time.monotonic() > ends:
            return
        (keep / "last").write_bytes(data)
        begun = time.process_time()
        read_all(data)
        took = time.process_time() - begun
        counted, slowest = counted + 1, max(slowest, took)
        if took > MOST_SECONDS:
            raise AssertionError(f"{took:.1f} s")

    rules = settings(
        max_examples=_EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    while time.monotonic() < ends:
        first += 1
        seed(first)(rules(given(damaged(files))(tried)))()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = {"files": counted, "seeds": len(files), "slowest_seconds": round(slowest, 2)}
    sys.stdout.write(json.dumps(told | {"peak_mb": peak}) + "\n")


def _limit_memory() -> None:
    """From here on the system refuses more memory than the reader may take."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()

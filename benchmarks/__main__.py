"""`python -m benchmarks`: all measurements on SQLite and PostgreSQL, as one table and as JSON."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from benchmarks.figures import Figure, show, write
from benchmarks.options import Options

NAMES = {"saves": "saves", "complete": "sittings", "cold": "cold", "publish": "publish"}
"""What is measured unless something else is asked for, by its module."""
EXTRA = {"sustained": "sustained", "campaign": "campaign_pages"}
OUT = Path("var/bench.json")


def main() -> None:
    """Measures what was asked for; the table comes last."""
    given = _arguments()
    figures: list[Figure] = []
    for database in given.database or ["sqlite", "postgresql"]:
        with _environment(database) as environ:
            if environ is None:
                print("PostgreSQL is not installed (initdb was not found): not measured.")
                continue
            for name in given.only or NAMES:
                figures += _measured({**NAMES, **EXTRA}[name], _options(database, given), environ)
    show(figures)
    write(figures, given.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=[*NAMES, *EXTRA])
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"])
    parser.add_argument("--seconds", type=float, default=10.0, help="of one run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--starts", type=int, default=100, help="a second, sustained")
    parser.add_argument("--saves", type=int, default=1_000, help="a second, sustained")
    parser.add_argument("--submissions", type=int, default=1_000_000, help="published")
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args()


def _options(database: str, given: argparse.Namespace) -> Options:
    names = ("seconds", "runs", "starts", "saves", "submissions")
    return Options(database, **{name: getattr(given, name) for name in names})


def _measured(module: str, options: Options, environ: dict[str, str]) -> list[Figure]:
    print(f"{module} on {options.database} …", file=sys.stderr)
    command = [sys.executable, "-m", "benchmarks.run", module, json.dumps(asdict(options))]
    ran = subprocess.run(command, env=environ, stdout=subprocess.PIPE, check=True, text=True)
    return [Figure(**one) for one in json.loads(ran.stdout.splitlines()[-1])]


@contextmanager
def _environment(database: str) -> Iterator[dict[str, str] | None]:
    """Variables of a fresh installation; None where the database is not on this machine."""
    folder = Path(tempfile.mkdtemp(prefix="hoithi-bench-"))
    environ = {**os.environ, "HOITHI_DATA": str(folder / "data")}
    environ["PYTHONPATH"] = os.pathsep.join(["src", environ.get("PYTHONPATH", "")])
    environ.pop("DATABASE_URL", None)
    try:
        if database == "sqlite":
            yield environ
        else:
            with _cluster(folder) as address:
                yield {**environ, "DATABASE_URL": address} if address else None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _cluster(folder: Path) -> Iterator[str | None]:
    """The address of a database in a private cluster with fsync on, stopped at the end."""
    # The tests know how to start a cluster; they need settings only for what is not used here.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
    os.environ["HOITHI_DATA"] = str(folder / "unused")
    from tests import databases  # noqa: PLC0415 - needs the two lines above

    programs = databases.postgres_programs()
    if programs is None:
        yield None
        return
    folder.chmod(0o755)
    cluster = databases.Cluster(folder / "cluster", programs, databases.free_port())
    cluster.create()
    cluster.start()
    try:
        cluster.query("CREATE DATABASE bench")
        yield f"{cluster.address}/bench"
    finally:
        cluster.stop("immediate")


if __name__ == "__main__":
    main()

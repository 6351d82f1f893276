"""Figures of a run: how they are put together, shown as one table, and written as JSON."""

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

MOST_OF_A_CORE = 0.9
"""A run whose load generator used more measures the generator and is not counted."""


@dataclass(frozen=True)
class Run:
    """One run: what came out, and how much of a core the generator used."""

    value: float
    generator: float
    limit: float | None = None
    """What the minimal handler did beside it, in the same run."""


@dataclass(frozen=True)
class Figure:
    """One line of the table: the median of the runs that count."""

    name: str
    database: str
    value: float | None
    unit: str
    limit: float | None
    ratio: float | None
    goal: str = ""
    note: str = ""


@dataclass(frozen=True)
class Kind:
    """What is measured, in which unit, and the goal it is held against."""

    name: str
    unit: str
    goal: str = ""


def figure(kind: Kind, database: str, runs: Sequence[Run], faults: Sequence[str] = ()) -> Figure:
    """The medians of the runs that count. `faults` are said in the note: errors, wrong answers."""
    counted = [run for run in runs if run.generator < MOST_OF_A_CORE]
    limits = [run.limit for run in counted if run.limit]
    ratios = [run.value / run.limit for run in counted if run.limit]
    notes = [*faults]
    if len(counted) < len(runs):
        missing = len(runs) - len(counted)
        notes.append(f"{missing} of {len(runs)} runs not counted: generator over 90% of a core")
    return Figure(
        name=kind.name,
        database=database,
        value=_median([run.value for run in counted]),
        unit=kind.unit,
        limit=_median(limits),
        ratio=_median(ratios),
        goal=kind.goal,
        note="; ".join(notes),
    )


def _median(values: Sequence[float], digits: int = 2) -> float | None:
    return round(statistics.median(values), digits) if values else None


def show(figures: Iterable[Figure]) -> None:
    """The one table."""
    table = Table(title="Hội Thi", title_justify="left")
    for heading in ("name", "database", "value", "unit", "limit", "ratio", "goal", "note"):
        right = heading in {"value", "limit", "ratio"}
        table.add_column(heading, justify="right" if right else "left", overflow="fold")
    for one in figures:
        numbers = ("" if n is None else f"{n:,}" for n in (one.value, one.limit))
        value, limit = numbers
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        table.add_row(one.name, one.database, value, one.unit, limit, ratio, one.goal, one.note)
    Console(width=140).print(table)


def write(figures: Iterable[Figure], path: Path) -> None:
    """The list that programs read: name, database, value, unit, limit, ratio."""
    keys = ("name", "database", "value", "unit", "limit", "ratio")
    rows = [{key: asdict(one)[key] for key in keys} for one in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")

"""Public test files of other projects, where they lie beside the house; they are never copied."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("HOITHI_FIXTURES", Path(__file__).parents[3] / "shared" / "fixtures"))
_LARGEST = 300_000


def foreign_files() -> list[object]:
    """Of each family and ending the smallest file; without the folder one parameter, skipped."""
    found: dict[tuple[str, str], Path] = {}
    for path in sorted(FOLDER.rglob("*.*")) if FOLDER.is_dir() else ():
        if not path.is_file() or path.stat().st_size > _LARGEST or ".expected" in path.name:
            continue
        key = (path.relative_to(FOLDER).parts[0], path.suffix)
        if key not in found or path.stat().st_size < found[key].stat().st_size:
            found[key] = path
    if not found:
        missing = pytest.mark.skip(reason=f"{FOLDER} is not on this machine")
        return [pytest.param(FOLDER, marks=missing, id="no folder")]
    return [pytest.param(path, id="".join(key)) for key, path in sorted(found.items())]

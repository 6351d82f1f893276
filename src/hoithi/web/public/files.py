"""The published results as files: the same bytes as served, for a portal or a cache."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from hoithi.results import queries
from hoithi.results.models import Result
from hoithi.web.public import still
from hoithi.web.public.shown import Published
from hoithi.web.public.still import Place, StillPage

_STATIC = Path(__file__).parent.parent / "static"


def write(folder: Path, *, at: datetime) -> int:
    """Writes every page of every visible result below the folder; how many files changed.

    A page of an address that ends in "/" becomes its `index.html`. Files are put in place whole,
    so that who reads meanwhile never sees half a page; what is unchanged is not touched.
    """
    changed = 0
    for result in queries.visible(at):
        for place, rest in _places(result, at):
            page = still.page(result, place, rest, "vi")
            changed += _put(folder, f"{place.base}{rest}", page)
    _copy_styles(folder / settings.STATIC_URL.strip("/"))
    return changed


def _places(result: Result, at: datetime) -> Iterator[tuple[Place, str]]:
    """All addresses of a result: with its number, and without where it is the newest."""
    key = result.round.key if result.round else ""
    newest = queries.published(result.contest.slug, key, at=at)
    addresses = list(still.addresses(Published(result)))
    kinds = (True, False) if result.pk == newest.pk else (True,)
    for numbered in kinds:
        place = still.addressed(result, newest=newest.number, numbered=numbered)
        yield from ((place, rest) for rest in addresses)


def _put(folder: Path, address: str, page: StillPage) -> bool:
    relative = address.lstrip("/")
    path = folder / (f"{relative}index.html" if address.endswith("/") else relative)
    if path.exists() and path.read_bytes() == page.body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    half.write_bytes(page.body)
    half.replace(path)
    return True


def _copy_styles(folder: Path) -> None:
    """The style sheets and pictures that the pages name."""
    for name in ("css", "img"):
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        for source in sorted((_STATIC / name).iterdir()):
            half = target / f".{source.name}.new"
            shutil.copyfile(source, half)
            half.replace(target / source.name)

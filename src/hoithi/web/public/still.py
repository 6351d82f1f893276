"""Pages that are the same for every reader: made once from a snapshot, kept, sent with an ETag."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from hoithi.kit import clock
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.models import Result
from hoithi.web.public import data, notices
from hoithi.web.public.shown import Published, unit_rows

HTML = "text/html; charset=utf-8"
NOTICE = "dinh-chinh/"
"""The notice of the corrected key by which a result was made."""


@dataclass(frozen=True)
class StillPage:
    """The bytes of a page, as they are served and as they are written to files."""

    media_type: str
    body: bytes

    @property
    def etag(self) -> str:
        """Names the bytes."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


class NoSuchPage(LookupError):
    """The result has no page of this name."""


@dataclass(frozen=True)
class Place:
    """Where a page of a result stands: its own address, and what is beside it."""

    base: str
    """Address of the result: newest, or with its number."""
    newest: int
    """Number of the newest visible result of the round: says whether this one is superseded."""


def addressed(result: Result, *, newest: int, numbered: bool) -> Place:
    """The address of a result: short for the newest, with the number for each."""
    key = result.round.key if result.round else WHOLE
    base = f"/{result.contest.slug}/ket-qua/{key}/"
    return Place(f"{base}so-{result.number}/" if numbered else base, newest)


@lru_cache(maxsize=512)
def _kept(result_key: tuple[int, str], place: Place, rest: str, language: str) -> StillPage:
    result = Result.objects.select_related("contest__body", "round").get(pk=result_key[0])
    return make(result, place, rest, language)


def page(result: Result, place: Place, rest: str, language: str) -> StillPage:
    """A page of a result, from memory where it was made before: a result never changes.

    The notice of a correction is made each time: it says more once no round holds the question.
    """
    if rest == NOTICE:
        return make(result, place, rest, language)
    return _kept((result.pk, result.sha256), place, rest, language)


def make(result: Result, place: Place, rest: str, language: str) -> StillPage:
    """Makes a page of a result. Raises NoSuchPage for an address it does not have."""
    published = Published(result)
    with override(language):
        if maker := _MAKERS.get(rest):
            return maker(published, place)
        number = _page_number(rest)
        if number is None or not 2 <= number <= published.pages:
            raise NoSuchPage(rest)
        return _ranking(published, place, number)


def addresses(published: Published) -> Iterator[str]:
    """The addresses of all pages of a result, below its own."""
    yield from (rest for rest in _MAKERS if rest != NOTICE or published.correction)
    yield from (f"trang-{number}/" for number in range(2, published.pages + 1))


def _page_number(rest: str) -> int | None:
    number = rest.removeprefix("trang-").removesuffix("/")
    exact = number.isascii() and number.isdecimal() and rest == f"trang-{int(number)}/"
    return int(number) if exact and len(number) < 8 else None


def rendered(template: str, context: dict[str, object]) -> StillPage:
    """A page without anything of one reader: no request, no token, no cookie."""
    shared = {"is_demo": settings.DEMO, "public_address": settings.PUBLIC_ADDRESS}
    return StillPage(HTML, render_to_string(template, {**shared, **context}).encode())


def _context(published: Published, place: Place, tab: str) -> dict[str, object]:
    result = published.result
    return {
        "published": published,
        "result": result,
        "head": published.head,
        "contest": result.contest,
        "place": place,
        "superseded": result.number < place.newest,
        "tab": tab,
    }


def _ranking(published: Published, place: Place, number: int = 1) -> StillPage:
    context = _context(published, place, "ranking")
    context |= {
        "boards": published.boards(number),
        "columns": published.columns(),
        "tables": [t for t in published.tables if t.scope != "collective"] if number == 1 else [],
        "number": number,
        "numbers": _nearby(number, published.pages),
    }
    return rendered("public/ranking.html", context)


def _nearby(number: int, pages: int) -> list[int]:
    """The first and the last page, and those around this one: a list of thousands helps nobody."""
    near = range(max(1, number - 3), min(pages, number + 3) + 1)
    return sorted({1, *near, pages})


def _units(published: Published, place: Place) -> StillPage:
    context = _context(published, place, "units")
    prizes = {table.key: table for table in published.tables if table.scope == "collective"}
    context |= {
        "collectives": [(table, unit_rows(table)) for table in published.collectives],
        "tables": list(prizes.values()),
    }
    return rendered("public/units.html", context)


def _statistics(published: Published, place: Place) -> StillPage:
    context = _context(published, place, "statistics")
    context |= data.statistics_shown(published)
    return rendered("public/statistics.html", context)


def _json(published: Published, place: Place) -> StillPage:
    return StillPage("application/json; charset=utf-8", data.as_json(published, place.base))


def _csv(published: Published, _place: Place) -> StillPage:
    return StillPage("text/csv; charset=utf-8", data.as_csv(published))


def _units_csv(published: Published, _place: Place) -> StillPage:
    return StillPage("text/csv; charset=utf-8", data.units_csv(published))


def _notice(published: Published, place: Place) -> StillPage:
    correction = published.correction
    if correction is None:
        raise NoSuchPage(NOTICE)
    context = _context(published, place, "notice")
    context |= notices.notice_shown(correction, at=clock.now())
    return rendered("public/correction.html", context)


_MAKERS: dict[str, Callable[[Published, Place], StillPage]] = {
    "": _ranking,
    "don-vi/": _units,
    "thong-ke/": _statistics,
    NOTICE: _notice,
    "ket-qua.json": _json,
    "ket-qua.csv": _csv,
    "don-vi.csv": _units_csv,
}

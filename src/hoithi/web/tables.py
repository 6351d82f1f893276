"""Every list can be taken away: as .xlsx for an office, as CSV for other programs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from inspect import unwrap
from itertools import chain, islice
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import register_converter, resolve
from django.urls.converters import StringConverter
from django.views.decorators.http import require_safe

from hoithi.documents.spreadsheets import Column, Out, write_csv, write_table
from hoithi.files.facts import FileKind, TooManyLines
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody, Person
from hoithi.web.errands import hand_on
from hoithi.web.files import download
from hoithi.web.request import SignedInRequest

MOST_AT_ONCE = 1_000
"""Lines of a list that is written while the person waits; a longer one is left to the worker,
because writing takes the interpreter from the exam room (figures in `docs/performance.md`)."""
MOST_IN_XLSX = 1_048_000
"""Lines that Excel opens, 2^20, less those of title and heading."""
_CSV = "text/csv; charset=utf-8"


class TableFileConverter(StringConverter):
    """In which form a table is taken away."""

    regex = "xlsx|csv"


register_converter(TableFileConverter, "table_file")
TABLE_FILE = "<table_file:kind>"
"""The end of an address under which a table is taken away."""


@dataclass(frozen=True)
class Asked:
    """Who takes a list away, when, and what the address asks of it (`?viec=…`)."""

    person: Person
    at: datetime
    query: Mapping[str, str]


@dataclass(frozen=True)
class TableOut:
    """A list as it leaves the house; texts that a program would compute are guarded.

    `trace` journals that it left; `empty` makes the .xlsx of a list without lines.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Out]]
    remarks: Sequence[str] = ()
    name: str = ""
    body: OrganisingBody | None = None
    trace: Callable[[], object] | None = None
    empty: Callable[[], bytes] | None = None

    def called(self, name: str, body: OrganisingBody | None = None) -> "TableOut":
        """The same list under the name of its file, asked for in this body."""
        return replace(self, name=name, body=body)


def table_view(builder: Callable[..., TableOut]) -> Callable[..., HttpResponse]:
    """The view of a list: a short one is sent at once, a long one is left to the worker.

    `builder` fetches with the permission of whoever asks, for the worker runs it again. The page
    of the list is the folder in which its file lies, so that is where the person goes back to.
    """

    @login_required
    @require_safe
    @wraps(builder)
    def view(request: SignedInRequest, kind: str, **address: Any) -> HttpResponse:
        query = request.GET.dict()
        table = builder(Asked(request.user, clock.now(), query), **address)
        first = list(islice(table.rows, MOST_AT_ONCE + 1))
        if len(first) <= MOST_AT_ONCE:
            return _sent(_made(replace(table, rows=first), kind))
        wanted = Wanted(
            long_table,
            {"path": request.path_info, "query": query},
            title=table.title,
            onward=request.path.rpartition("/")[0] + "/",
            body=table.body,
        )
        return hand_on(request, wanted)

    return view


def long_table(errand: Errand, at: datetime) -> Made:
    """The whole list, made by the worker for the person who asked at its address."""
    found = resolve(errand.wish["path"])
    address = dict(found.kwargs)
    kind = address.pop("kind")
    builder: Callable[..., TableOut] = unwrap(found.func)
    return _made(builder(Asked(errand.person, at, errand.wish["query"]), **address), kind)


def _sent(made: Made) -> HttpResponse:
    return download(made.data, made.name, made.media_type)


def _made(table: TableOut, kind: str) -> Made:
    if table.trace:
        table.trace()
    name = f"{table.name}.{kind}"
    if kind == "csv":
        return Made(data=write_csv(table.columns, table.rows), name=name, media_type=_CSV)
    return Made(data=_xlsx(table), name=name, media_type=FileKind.XLSX.media_type)


def _xlsx(table: TableOut) -> bytes:
    rows = iter(table.rows)
    first = list(islice(rows, 1))
    if table.empty and not first:
        return table.empty()
    lines = _at_most(chain(first, rows))
    return write_table(table.title, table.columns, lines, table.remarks)


def _at_most(rows: Iterable[Sequence[Out]]) -> Iterator[Sequence[Out]]:
    """The lines one by one. Refuses more than Excel opens."""
    for number, row in enumerate(rows, start=1):
        if number > MOST_IN_XLSX:
            raise TooManyLines(at_most=MOST_IN_XLSX)
        yield row

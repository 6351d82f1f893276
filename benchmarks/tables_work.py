"""The deeds that `benchmarks.tables` measures, with the rows and files that they need."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from django.urls import resolve

from hoithi.contests import actions as contests
from hoithi.contests.queries import current_version
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents import typeset
from hoithi.documents.spreadsheets import Column, write_table
from hoithi.documents.typeset.certificates import Certificate, certificates
from hoithi.documents.typeset.posters import Poster, poster
from hoithi.entries.actions import people_in_table
from hoithi.entries.actions.lists import take_list
from hoithi.entries.facts.door import door_of
from hoithi.entries.facts.exclusions import EXCLUSION_COLUMNS
from hoithi.entries.facts.lists import LIST_COLUMNS
from hoithi.entries.facts.registering import people_columns
from hoithi.entries.queries import lists
from hoithi.entries.queries.exclusions import named_in_table
from hoithi.entries.queries.matching import lines_shown
from hoithi.files.models import Errand
from hoithi.journal.models import Entry
from hoithi.kit import clock
from hoithi.people import actions as people
from hoithi.people import queries
from hoithi.people.actions import Headings
from hoithi.people.facts.accounts import NewAccount
from hoithi.people.facts.tables import ACCOUNT_COLUMNS, UNIT_COLUMNS
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import OrganisingBody, Person
from hoithi.web.tables import long_table

PEOPLE = 5_000
PRINTED = 1_000
FILES = 100
_CHUNK = 5_000
_ADDRESS = "https://hoithi.example.vn/xac-minh/0123456789ABCDEF"
Deed = tuple[str, Callable[[], object]]


def deeds(lines: int) -> Iterator[Deed]:
    """What is measured, each by its name."""
    at = clock.now()
    body = people.create_body("do", Headings("UBND xã Hòa Sơn"), by=None, at=at)
    account = NewAccount("vanhanh", "Ngô Thanh Phong")
    person = people.make_account(account, body=None, by=None, at=at).person
    people.make_first_operator_role(person, at=at)
    yield from _taken(person, lines, at)
    yield from _read(body, person, at)
    yield from _printed()


def _taken(person: Person, lines: int, at: datetime) -> Iterator[Deed]:
    """The whole journal, as the worker makes it."""
    facts = {"reason": "Mất điện cả thôn từ 08h00", "document_number": "17/TB-BTC", "people": 37}
    pattern = {"deed": "contests.round_extend", "subject": "contests.Round", "facts": facts}
    pattern |= {"person_name": "Trần Quốc Khánh", "at": at}
    for first in range(0, lines, _CHUNK):
        numbers = range(first, min(first + _CHUNK, lines))
        Entry.objects.bulk_create(Entry(**pattern, subject_id=number) for number in numbers)
    # The site's addresses are loaded once; that is no part of a list.
    resolve("/nhat-ky/nhat-ky.csv")
    for kind in ("csv", "xlsx"):
        errand = Errand(person=person, wish={"path": f"/nhat-ky/nhat-ky.{kind}", "query": {}})
        yield f"journal, {lines:,} lines, .{kind}", partial(long_table, errand, at)


def _read(body: OrganisingBody, person: Person, at: datetime) -> Iterator[Deed]:
    """Tables of people as they are read for a preview."""
    count, on = f"{PEOPLE:,} lines", local_day(at)
    data = _table(ACCOUNT_COLUMNS, {"post": "Công chức"})
    yield f"read accounts, {count}", partial(queries.accounts_in_table, data, "a.xlsx")
    data = _table(UNIT_COLUMNS, {"kind": "Thôn"})
    yield f"read units, {count}", partial(queries.units_in_table, body, data, "a.xlsx", on)
    data = _table(EXCLUSION_COLUMNS, {"birth_year": "1985"})
    yield f"read people excluded, {count}", partial(named_in_table, data, "a.xlsx", on)
    data = _table(LIST_COLUMNS, {"born": "1985-03-05", "post": "Công chức"})
    yield f"read a unit's list, {count}", partial(lists.named_lines, data, "a.xlsx", on=on)
    small = _table(LIST_COLUMNS, {"born": "1985-03-05", "post": "Công chức"}, of=50)
    files = [small] * FILES
    yield (
        f"read {FILES} lists of 50 lines",
        lambda: [lists.named_lines(x, "a.xlsx", on=on) for x in files],
    )
    yield from _at_door(body, person, data, at)


def _at_door(body: OrganisingBody, person: Person, listed: bytes, at: datetime) -> Iterator[Deed]:
    """People registered from a table; a unit's list taken, and shown with how each one stands."""
    new = contests.NewContest(pattern="xa-2026", first_day=local_day(at))
    hamlet = NewUnit("T01", "Thôn Đồng Tâm", UnitKind.THON)
    unit = people.add_unit(body, hamlet, by=person, at=at).unit
    contest = contests.create_from_pattern(new, body=body, by=person, at=at)
    contests.put_in_force(contest, by=person, at=at)
    door = door_of(contest, current_version(contest, at=at), at=at)
    where = {"unit": "Thôn Đồng Tâm", "standing": "Nơi cư trú", "group": door.groups[0].title}
    data = _table(people_columns(door), {"birth_year": "1985"} | where)
    count = f"{PEOPLE:,} lines"
    yield f"read people, {count}", partial(people_in_table, door, data, "a.xlsx", at=at)
    read = lists.named_lines(listed, "a.xlsx", on=local_day(at))
    yield (
        f"take a unit's list, {count}",
        partial(take_list, contest, unit, read, by=person, at=at),
    )
    newest = take_list(contest, unit, read, by=person, at=at)
    yield f"show a unit's list, {count}", partial(lines_shown, newest)


def _table(columns: Sequence[Column], same: Mapping[str, str], of: int = PEOPLE) -> bytes:
    """So many lines, each of another person or unit."""
    rows = ([_cell(one.key, same, number) for one in columns] for number in range(of))
    return write_table("Danh sách", columns, rows)


def _cell(column: str, same: Mapping[str, str], number: int) -> str:
    if column in {"full_name", "name"}:
        return f"Nguyễn Thị {''.join(chr(97 + number // 26**n % 26) for n in range(3)).title()}"
    return same.get(column, "") or {"code": f"T{number}", "phone": f"09{number:08}"}.get(column, "")


def _printed() -> Iterator[Deed]:
    """Sheets as PDF."""
    slip = typeset.Slip(
        body="Ủy ban nhân dân xã Hòa Sơn",
        name="Nguyễn Thị Minh Nguyệt",
        login_name="nguyet.ntm",
        link=_ADDRESS,
        expires="17h00 ngày 12/3/2026",
        role="Trưởng thôn Đồng Tâm",
    )
    paper = Certificate(
        name="Bà Nguyễn Thị Minh Nguyệt",
        prize="Đạt giải Nhất cá nhân – Tuần 2",
        contest="Cuộc thi trực tuyến tìm hiểu cải cách hành chính",
        issuer=("UBND TỈNH THÁI NGUYÊN", "UBND XÃ HÒA SƠN"),
        address=_ADDRESS,
        code="0123456789ABCDEF",
    )
    sheet = Poster(
        title=paper.contest, address=_ADDRESS, issuer=paper.issuer, when="", steps=("A",)
    )
    yield f"set slips, {PRINTED:,}", partial(typeset.slips, [slip] * PRINTED)
    yield f"set certificates, {PRINTED:,}", partial(certificates, [paper] * PRINTED)
    yield "set a poster", partial(poster, sheet)

"""Reads returned tables against what the body has; nothing is changed by reading."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from hoithi.core.vietnamese.identity import is_persons_name
from hoithi.core.vietnamese.text import spelling_key, words_key
from hoithi.documents.spreadsheets import Doubt, Row, TableReading, Weight, read_table
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import tables
from hoithi.people.facts.accounts import (
    LOGIN,
    LoginNotAllowed,
    LoginTaken,
    NameNotAPersons,
    NewAccount,
)
from hoithi.people.facts.tables import TableRead, UnitLine
from hoithi.people.facts.units import NO_COUNTS, CountsKnown, StaffLine
from hoithi.people.models import OrganisingBody, Person, StaffCount, Unit, UnitVersion
from hoithi.people.queries.staff_counts import newest_counts, refuse_counted_twice
from hoithi.people.queries.units import versions_on

Faults = dict[int, tuple[Doubt | Refusal, ...]]


def accounts_in_table(data: bytes, name: str) -> TableRead[NewAccount]:
    """People who are to get accounts; who has no sign-in name is given one."""
    reading = read_table(data, name, tables.ACCOUNT_COLUMNS)
    faults: Faults = dict(doubts_by_line(reading))
    if len(reading.rows) > tables.MOST_ACCOUNTS:
        facts = {"number": len(reading.rows), "most": tables.MOST_ACCOUNTS}
        faults[0] = (*faults.get(0, ()), tables.TooManyAccounts(**facts))
    there = set(Person.objects.values_list("login", flat=True))
    written = Counter(row.values["login"].lower() for row in reading.rows)
    taken, accounts = there | set(written), []
    for row in reading.rows:
        if found := (*_login_faults(row, there, written), *_account_faults(row)):
            faults[row.line] = (*faults.get(row.line, ()), *found)
        login = row.values["login"].lower() or suggested_login(row.values["full_name"], taken)
        taken.add(login)
        fields = {key: row.values[key] for key in ("full_name", "post", "email", "phone")}
        accounts.append(NewAccount(login=login, **fields))
    return TableRead(tuple(accounts), faults, reading)


def _login_faults(row: Row, there: set[str], written: Counter[str]) -> Iterable[Refusal]:
    login = row.values["login"].lower()
    if login and not LOGIN.fullmatch(login):
        yield LoginNotAllowed(login=login)
    elif login and (login in there or written[login] > 1):
        yield LoginTaken(login=login)


def _account_faults(row: Row) -> Iterable[Refusal]:
    """What the row of an account has no room for, what is no name, and what is no address."""
    name = row.values["full_name"]
    if name and not is_persons_name(name):
        yield NameNotAPersons(name=name)
    for column in tables.ACCOUNT_COLUMNS:
        most = tables.MOST_LETTERS.get(column.key)
        if most is not None and len(row.values[column.key]) > most:
            yield tables.TooLongFor(heading=column.heading, most=most)
    if row.values["email"] and not _is_email(row.values["email"]):
        yield tables.EmailNotValid(email=row.values["email"])


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def suggested_login(full_name: str, taken: Iterable[str]) -> str:
    """Given name and initials: "Nguyễn Thị An" → "an.nt", the next one "an.nt2"."""
    *others, given = words_key(full_name).split() or ["tai-khoan"]
    wanted = ".".join(filter(None, (given, "".join(word[0] for word in others))))[:50]
    wanted = wanted if len(wanted) >= len("an.n") else f"{wanted}.tk"
    used = set(taken)
    numbers = (f"{wanted}{number}" for number in range(2, len(used) + 3))
    return wanted if wanted not in used else next(n for n in numbers if n not in used)


def units_in_table(body: OrganisingBody, data: bytes, name: str, on: date) -> TableRead[UnitLine]:
    """Units that are new or other than on that day. All parents must be known."""
    reading = read_table(data, name, tables.UNIT_COLUMNS)
    there = {version.unit.code: version for version in versions_on(on, body)}
    lines = [_unit_line(row) for row in reading.rows]
    codes = Counter(line.code for line in lines)
    known = set(there) | set(codes)
    known |= set(
        Unit.objects.filter(body=None, code__in={line.parent for line in lines}).values_list(
            "code", flat=True
        )
    )
    faults: Faults = dict(doubts_by_line(reading))
    for line in lines:
        if found := tuple(_unit_faults(line, codes, known, there)):
            faults[line.line] = (*faults.get(line.line, ()), *found)
    changed = tuple(line for line in lines if not _is_known(line, there.get(line.code)))
    return TableRead(changed, faults, reading, unchanged=len(lines) - len(changed))


def _unit_line(row: Row) -> UnitLine:
    values = row.values
    return UnitLine(
        line=row.line,
        code=values["code"],
        name=values["name"],
        kind=tables.KINDS_BY_LABEL.get(values["kind"]),
        parent=values["parent"],
        since=_day(values["since"]),
        source=values["source"],
    )


def _day(text: str) -> date | None:
    """A month or year alone stands for its first day."""
    return date.fromisoformat((text + "-01-01")[:10]) if text else None


def _unit_faults(
    line: UnitLine, codes: Counter[str], known: set[str], there: Mapping[str, UnitVersion]
) -> Iterable[Refusal]:
    if codes[line.code] > 1:
        yield tables.CodeTwice(code=line.code)
    if line.parent and line.parent not in known:
        yield tables.ParentUnknown(code=line.parent)
    if line.kind is None and line.code not in there:
        yield tables.KindMissing(name=line.name)


def _is_known(line: UnitLine, version: UnitVersion | None) -> bool:
    if version is None or line.name != version.name:
        return False
    parent = version.parent.code if version.parent else ""
    return line.kind in {None, version.kind} and line.parent in {"", parent}


@dataclass(frozen=True)
class _Named:
    """The body's units of a day by code and by spelling."""

    by_code: Mapping[str, Unit]
    by_name: Mapping[str, list[Unit]]

    def unit(self, code: str, name: str) -> Unit:
        """By code where one is written, else by the name, which must then be one unit's."""
        if code:
            if code not in self.by_code:
                raise tables.UnitUnknown(name=code)
            return self.by_code[code]
        named = self.by_name.get(spelling_key(name), [])
        if len(named) > 1:
            raise tables.UnitAmbiguous(name=name, number=len(named))
        if not named:
            raise tables.UnitUnknown(name=name)
        return named[0]


def _named(body: OrganisingBody, on: date) -> _Named:
    by_name: dict[str, list[Unit]] = defaultdict(list)
    versions = list(versions_on(on, body))
    for version in versions:
        by_name[spelling_key(version.name)].append(version.unit)
    return _Named({version.unit.code: version.unit for version in versions}, by_name)


def counts_in_table(
    body: OrganisingBody, data: bytes, name: str, on: date, known: CountsKnown = NO_COUNTS
) -> TableRead[StaffLine]:
    """Staff counts of the body's units, matched by the code in the form, else by name.

    A unit may be counted under two others where a rulebook says whose count holds. What the files
    before this one of the same drop say stands as if it were taken: two files that count the same
    people under different units are found before either is.
    Names are matched within the body's own list of that day only, where each is one unit at its
    level and place; several of one name are refused and must state their code.
    """
    reading = read_table(data, name, tables.COUNT_COLUMNS)
    named, standing = _named(body, on), newest_counts(body, on)
    standing += [_standing(line, supplier) for line, supplier in known.before]
    faults: Faults = dict(doubts_by_line(reading))
    items: list[StaffLine] = []
    for row in (row for row in reading.rows if row.line not in faults):
        try:
            unit = named.unit(row.values["code"], row.values["name"])
            under = row.values["counted_under"]
            above = named.unit(under, "") if under else None
            rivals = {one.counted_under for one in standing if one.unit_id == unit.pk} | {above}
            beside = any(rival and rival.code in known.decided for rival in rivals)
            line = StaffLine(unit, int(row.values["people"]), above, beside)
            refuse_counted_twice(line, standing)
            items.append(line)
            standing.append(_standing(line, name))
        except Refusal as refusal:
            faults[row.line] = (refusal,)
    return TableRead(tuple(items), faults, reading, expected=frozenset(i.unit.pk for i in items))


def _standing(line: StaffLine, supplier: str) -> StaffCount:
    """A count that is said and not yet taken."""
    said = {"unit": line.unit, "counted_under": line.counted_under, "people": line.people}
    return StaffCount(**said, supplier=supplier)


def doubts_by_line(reading: TableReading) -> Faults:
    """The doubts for which a line, or the whole file (0), cannot be taken."""
    faults: dict[int, list[Doubt | Refusal]] = defaultdict(list)
    for doubt in reading.doubts:
        if doubt.reason.weight is Weight.FILE:
            faults[0].append(doubt)
        elif doubt.reason.weight is Weight.LINE:
            faults[doubt.line].append(doubt)
    return {line: tuple(found) for line, found in faults.items()}

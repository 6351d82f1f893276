"""A report to the superior, drafted from a campaign's own figures in the words of documents."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from msgspec import Struct

from hoithi.core.reporting.told import (
    AgencyTold,
    CampaignTold,
    ContestTold,
    MoneyTold,
    OutreachTold,
    RequestTold,
    RoundTold,
    Source,
)
from hoithi.core.vietnamese.dates import date_text, long_date_text
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import dotted, percent_text, two_digits

BLANK = "…………"
"""Stands where only a person can say something."""
_MOST_NAMED = 10


class ReportKind(StrEnum):
    """Which report it is."""

    PROGRESS = "progress"
    INTERIM = "interim"
    RESULT = "result"


class Sentence(Struct, frozen=True):
    """A sentence of the report; its key stays while its figures change."""

    key: str
    text: str
    source: Source | None = None


class Sheet(Struct, frozen=True):
    """A table of the report; the columns after the first hold numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]


class Part(Struct, frozen=True):
    """A part of the report under its heading."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...] = ()
    sheet: Sheet | None = None


def drafted(kind: ReportKind, told: CampaignTold) -> tuple[Part, ...]:
    """The parts of the report; a part that the figures say nothing of has a blank to fill in."""
    results = (
        *_activities(told),
        *_contests(told.contests),
        *_outreach(told.outreach),
        *_tasks(told),
        *_requests(told.requests),
        *_money(told.money),
    )
    parts = [
        Part("chung", "Tình hình chung", tuple(_general(told))),
        Part("ket-qua", "Kết quả thực hiện", results, _sheet(told.agencies)),
        Part("han-che", "Hạn chế, vướng mắc và nguyên nhân", tuple(_limits(told))),
    ]
    if kind is not ReportKind.RESULT:
        parts.append(Part("toi", "Nhiệm vụ trọng tâm thời gian tới", tuple(_coming(told))))
    parts.append(Part("kien-nghi", "Đề xuất, kiến nghị", tuple(_proposals(told))))
    return tuple(parts)


def _general(told: CampaignTold) -> Iterator[Sentence]:
    day = f"{long_date_text(told.issued_on)}, " if told.issued_on else ""
    number = f" số {told.number}" if told.number else ""
    above = f", triển khai {told.superior}" if told.superior else ""
    # Titles that hold a quotation of their own are not quoted once more.
    title = told.title if "“" in told.title else f"“{told.title}”"
    text = f"{day}{told.issuer} ban hành Kế hoạch{number} về {title}{above}."
    yield Sentence("ke-hoach", text[0].upper() + text[1:], told.source)
    if told.committees:
        yield Sentence("ban-to", _committees(told.committees), told.source)
    if told.activities:
        yield Sentence("hoat-dong", _held(told), told.source)


def _held(told: CampaignTold) -> str:
    """Held is what left a trace; of the rest only that its day has passed."""
    held = sum(one.is_over and one.was_held for one in told.activities)
    passed = sum(one.is_over and not one.was_held for one in told.activities)
    text = (
        f"Kế hoạch có {two_digits(len(told.activities))} hoạt động; đến ngày "
        f"{date_text(told.today)} đã tổ chức {two_digits(held)} hoạt động"
    )
    text += f", {two_digits(passed)} hoạt động đã đến ngày tổ chức theo kế hoạch" if passed else ""
    return f"{text}."


def _committees(rows: Iterable[tuple[str, int, str]]) -> str:
    """Set up are those with a decision."""
    every = list(rows)
    done = [_committee(*one) for one in every if one[2].strip()]
    rest = [_committee(*one) for one in every if not one[2].strip()]
    said = [f"đã thành lập {two_digits(len(done))} ban, tổ: {'; '.join(done)}"] if done else []
    if rest:
        waits = f"chưa có quyết định thành lập {two_digits(len(rest))} ban, tổ: {'; '.join(rest)}"
        said.append(waits)
    text = ". ".join(one[0].upper() + one[1:] for one in said)
    return f"{text}."


def _committee(name: str, members: int, decision: str) -> str:
    facts = [f"{two_digits(members)} thành viên"] if members else []
    facts += [f"Quyết định số {decision}"] if decision else []
    return f"{name} ({', '.join(facts)})" if facts else name


def _activities(told: CampaignTold) -> Iterator[Sentence]:
    for one in told.activities:
        if not one.is_over:
            continue
        deed = "tổ chức" if one.was_held else "đã đến ngày tổ chức theo kế hoạch:"
        text = f"{one.title}: {deed} {one.when}"
        text += f" tại {one.place}" if one.place else ""
        if one.invited:
            text += f"; mời {two_digits(one.invited)} đại biểu, dự {two_digits(one.came)} đại biểu"
        yield Sentence(f"hoat-dong-{one.key}", f"{text}.", one.source)


def _contests(contests: Iterable[ContestTold]) -> Iterator[Sentence]:
    for one in contests:
        if not (one.people or one.sittings or one.rounds):
            nothing = "chưa có người dự thi" if one.has_begun else "chưa tổ chức"
            yield Sentence(f"thi-{one.key}", f"{one.title}: {nothing}.", one.source)
            continue
        text = f"{one.title}: {dotted(one.people)} người dự thi với {dotted(one.sittings)} lượt thi"
        text += f", thuộc {two_digits(one.units)} đơn vị" if one.units else ""
        if one.quota:
            text += f"; đạt {_share(one.people, one.quota)} chỉ tiêu {dotted(one.quota)} người"
        yield Sentence(f"thi-{one.key}", f"{text}.", one.source)
        if one.rounds:
            told = "; ".join(_round(each) for each in one.rounds)
            yield Sentence(f"giai-{one.key}", f"Kết quả đã công bố: {told}.", one.source)


def _round(told: RoundTold) -> str:
    return (
        f"{told.title}: {dotted(told.people)} người, {dotted(told.sittings)} lượt thi, "
        f"{two_digits(told.winners)} giải thưởng"
    )


def _outreach(told: OutreachTold | None) -> Iterator[Sentence]:
    if told is None or not (told.deeds or told.units):
        return
    text = f"Công tác tuyên truyền: các đơn vị đã thực hiện {dotted(told.deeds)} lượt"
    if told.reached:
        text += f", tiếp cận {dotted(told.reached)} lượt người theo số đơn vị báo"
    if told.units:
        done = two_digits(told.units - told.silent)
        text += f"; {done}/{two_digits(told.units)} đơn vị đã thực hiện đủ phần việc đến hạn"
    yield Sentence("tuyen-truyen", f"{text}.", told.source)


def _tasks(told: CampaignTold) -> Iterator[Sentence]:
    led = sum(one.led for one in told.agencies)
    if not led:
        return
    done, overdue, stuck = (
        sum(getattr(one, name) for one in told.agencies) for name in ("done", "overdue", "stuck")
    )
    text = (
        f"Nhiệm vụ được giao: {two_digits(led)} việc chủ trì; đến ngày {date_text(told.today)} đã "
        f"hoàn thành {two_digits(done)} việc ({_share(done, led)})"
    )
    text += f", quá hạn {two_digits(overdue)} việc" if overdue else ""
    text += f" ({two_digits(told.late_units)} đơn vị chưa xong)" if told.late_units else ""
    text += f", đang vướng {two_digits(stuck)} việc" if stuck else ""
    yield Sentence("nhiem-vu", f"{text}.", told.tasks)


def _sheet(agencies: Iterable[AgencyTold]) -> Sheet | None:
    rows = [one for one in agencies if one.led]
    if not rows:
        return None
    figures = [(one.led, one.done, one.overdue, one.stuck) for one in rows]
    lines = ((one.name, *map(str, numbers)) for one, numbers in zip(rows, figures, strict=True))
    total = ("Cộng", *(str(sum(column)) for column in zip(*figures, strict=True)))
    headings = ("Cơ quan, đơn vị", "Việc chủ trì", "Đã xong", "Quá hạn", "Đang vướng")
    return Sheet(headings, tuple(lines), total)


def _requests(requests: Iterable[RequestTold]) -> Iterator[Sentence]:
    for one in requests:
        text = (
            f"“{one.title}”: {two_digits(one.sent)}/{two_digits(one.asked)} đơn vị đã gửi báo cáo."
        )
        yield Sentence(f"bao-cao-{one.key}", text, one.source)


def _money(told: MoneyTold | None) -> Iterator[Sentence]:
    if told is None or not told.approved:
        return
    text = (
        f"Kinh phí được duyệt {amount_text(told.approved)}; đã chi {amount_text(told.spent)} "
        f"({_share(told.spent, told.approved)})."
    )
    yield Sentence("kinh-phi", text, told.source)


def _limits(told: CampaignTold) -> Iterator[Sentence]:
    if told.overdue:
        named = "; ".join(told.overdue[:_MOST_NAMED])
        more = len(told.overdue) - _MOST_NAMED
        named += f" và {two_digits(more)} việc khác" if more > 0 else ""
        text = f"Còn {two_digits(len(told.overdue))} việc quá hạn: {named}."
        yield Sentence("qua-han", text, told.tasks)
    for one in told.obstacles:
        answer = f" Đã trả lời: {_ended(one.answer)}" if one.answer else " Chưa được giải quyết."
        text = f"{one.who}: {_ended(one.text)}{answer}"
        yield Sentence(f"vuong-{one.key}", text, one.source)
    yield Sentence("nguyen-nhan", f"Nguyên nhân: {BLANK}")


def _coming(told: CampaignTold) -> Iterator[Sentence]:
    for number, one in enumerate(told.upcoming[:_MOST_NAMED], start=1):
        yield Sentence(f"toi-{number}", f"{one}.", told.tasks)
    if not told.upcoming:
        yield Sentence("toi-0", BLANK)


def _proposals(told: CampaignTold) -> Iterator[Sentence]:
    for request in told.requests:
        for number, (unit, words) in enumerate(request.proposals[:_MOST_NAMED], start=1):
            key = f"de-nghi-{request.key}-{number}"
            yield Sentence(key, f"{unit}: {_ended(words)}", request.source)
    yield Sentence("de-nghi", f"Đề nghị cấp trên: {BLANK}")


def _ended(words: str) -> str:
    """One line that ends with a full stop."""
    line = " ".join(words.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def _share(part: int, whole: int) -> str:
    share = Decimal(100 * part) / Decimal(whole)
    return percent_text(share.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize() + 0)

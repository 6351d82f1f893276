"""The rulebook with which a contest of a plan starts: what the plan says, and open choices."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from hoithi.core.founding.noticing import Noticed
from hoithi.core.founding.prize_tables import collectives, has_collective_prizes, prize_tables
from hoithi.core.founding.quotas import quotas_of, unit_kinds
from hoithi.core.founding.records import ActivityDraft, Kind
from hoithi.core.founding.rounds import (
    ROUND,
    key_of,
    open_time,
    rounds_of,
    window_between,
    with_days,
)
from hoithi.core.founding.times import day_of, rounds_in, stated_period
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Facts
from hoithi.core.rulebook.document import (
    ChoiceRecord,
    ContestKind,
    PlanReference,
    ReadingItem,
    Round,
    RoundScope,
    Rulebook,
    Window,
)
from hoithi.core.rulebook.entry import EntrantKind, EntryRules, Exclusion, TeamRules
from hoithi.core.rulebook.parts import JuryPart, PassRule
from hoithi.core.vietnamese.dates import date_text

_KINDS = {
    "online_quiz": ContestKind.ONLINE,
    "stage_contest": ContestKind.STAGE,
    "product_contest": ContestKind.WORKS,
    "skills_test": ContestKind.SKILLS,
}
_WORKS = re.compile(r"website|trang thong tin|video|clip|bai viet|sang kien|y tuong|san pham")
_ONLINE = re.compile(r"truc tuyen|trac nghiem")
_ROLES = (
    ("organiser", r"ban to chuc(?!.*giup viec)"),
    ("question_writer", r"cau hoi|ra de|bien soan"),
    ("secretary", r"giup viec|thu ky"),
    ("judge", r"giam khao"),
    ("operator", r"ky thuat|phan mem"),
)
_LONGEST = 1_900
_LONGEST_TITLE = 300


def rulebook_for(one: ActivityDraft, facts: Facts, noticed: Noticed, *, organiser: str) -> Rulebook:
    """The rules of one contest. Of several in a plan, each has the plan's common facts only."""
    alone = _is_only(one, facts)
    rounds = rounds_of(facts, noticed) if alone else ()
    rounds = rounds or (_whole(one, facts, alone=alone),)
    kind = contest_kind(one, facts)
    return Rulebook(
        kind=kind,
        key=key_of(one.title),
        title=one.title[:_LONGEST_TITLE].strip(),
        organiser=organiser[:_LONGEST_TITLE],
        plan=_plan(facts),
        period=one.moment.words or None,
        weeks=_count(facts, "weeks") if alone else None,
        reading=tuple(_reading(facts)) if alone else (),
        window=_window(rounds),
        rounds=rounds,
        parts=_parts(noticed, kind) if alone else (),
        passing=_passing(facts, kind) if alone else None,
        entry=_entry(facts, noticed, kind) if alone else EntryRules(),
        collectives=collectives(facts) if alone else (),
        prizes=prize_tables(facts, rounds) if alone else (),
        funding=_funding(facts) if alone else None,
        choices=tuple(_choices(facts, noticed, kind, rounds, alone=alone)),
    )


def _is_only(one: ActivityDraft, facts: Facts) -> bool:
    """Whether the facts of the plan are those of this contest: its first one, and no festival's."""
    of_festival = any(form.value == "festival" for form in facts.event_form)
    return one.key == one.kind.value and not of_festival


def contest_kind(one: ActivityDraft, facts: Facts) -> ContestKind:
    """What is held, by the title of the activity, else by the form that the plan names."""
    if one.kind is Kind.CHECK:
        return ContestKind.SKILLS
    words = folded(one.title)
    if _ONLINE.search(words):
        return ContestKind.ONLINE
    if _WORKS.search(words):
        return ContestKind.WORKS
    forms = [_KINDS[form.value] for form in facts.event_form if form.value in _KINDS]
    only = forms[0] if len(forms) == 1 else None
    return only or ContestKind.SKILLS


def _round_title(one: ActivityDraft) -> str:
    return "Đợt kiểm tra" if one.kind is Kind.CHECK else ROUND


def _plan(facts: Facts) -> PlanReference | None:
    if facts.title is None:
        return None
    return PlanReference(
        title=facts.title.value[:_LONGEST],
        number=facts.number.value if facts.number else None,
        issued_on=facts.issued_on.value if facts.issued_on else None,
        issuer=facts.issuing_body.value[:_LONGEST_TITLE] if facts.issuing_body else None,
    )


def _count(facts: Facts, name: str) -> int | None:
    found = facts.counts.get(name)
    return found.value if found and found.value > 0 else None


def _reading(facts: Facts) -> Iterator[ReadingItem]:
    for one in facts.cited:
        if one.number:
            day = one.date if one.date and len(one.date) == 10 else None
            yield ReadingItem(title=one.title[:_LONGEST], number=one.number, issued_on=day)


def _whole(one: ActivityDraft, facts: Facts, *, alone: bool) -> Round:
    """The one round of a contest whose plan names no rounds; its window where minutes are told."""
    stated = stated_period(facts) if alone else None
    made = Round(key="whole", title=_round_title(one), scope=RoundScope.WHOLE)
    if stated is None or stated.start > stated.end:
        return made
    window = window_between(stated) if stated.start < stated.end else None
    if window is None:
        return with_days(made, stated)
    return msgspec.structs.replace(made, window=window)


def _window(rounds: tuple[Round, ...]) -> Window | None:
    windows = [one.window for one in rounds]
    if not windows or None in windows:
        return None
    known = [window for window in windows if window]
    return Window(opens=min(one.opens for one in known), closes=max(one.closes for one in known))


def _parts(noticed: Noticed, kind: ContestKind) -> tuple[JuryPart, ...]:
    """Parts on stage are marked by a jury; what a paper asks is told by no plan so far."""
    if kind is not ContestKind.STAGE:
        return ()
    return tuple(
        JuryPart(key=key_of(one.name), title=one.name[:_LONGEST_TITLE]) for one in noticed.parts
    )


def _passing(facts: Facts, kind: ContestKind) -> PassRule | None:
    """Shares to be reached in a skills check: of those taking part, and of those who pass."""
    if kind is not ContestKind.SKILLS:
        return None
    shares = [(folded(one.of), Decimal(one.percent)) for one in facts.targets]
    taking = next((share for of, share in shares if re.search(r"duoc kiem tra", of)), None)
    passed = next((share for of, share in shares if re.search(r"\bdat\b", of)), None)
    if taking is None and passed is None:
        return None
    return PassRule(target_percent=passed, target_taking_part_percent=taking)


def _entry(facts: Facts, noticed: Noticed, kind: ContestKind) -> EntryRules:
    least, most = _count(facts, "team_min"), _count(facts, "team_max")
    teams = kind is ContestKind.STAGE or most is not None
    team = TeamRules(
        least=least or 1, most=most or 100, main_members=_count(facts, "main_members") or 0
    )
    return EntryRules(
        entrant=EntrantKind.TEAM if teams else EntrantKind.PERSON,
        eligible=facts.eligible.value[:_LONGEST] if facts.eligible else None,
        exclusions=tuple(_exclusions(facts)),
        team=team if teams else None,
        quotas=() if teams else quotas_of(noticed.quotas),
    )


def _exclusions(facts: Facts) -> Iterator[Exclusion]:
    if facts.excluded is None:
        return
    told = facts.excluded.value.rpartition(":")[2]
    for number, who in enumerate(re.split(r"[,;]", told), 1):
        name = who.strip(" .")
        if name:
            words = folded(name)
            roles = tuple(role for role, pattern in _ROLES if re.search(pattern, words))
            yield Exclusion(
                key=f"excluded-{number}", who=_capital(name)[:_LONGEST], roles=roles[:1]
            )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _funding(facts: Facts) -> str | None:
    return facts.budget[0].value[:_LONGEST] if facts.budget else None


def _choices(
    facts: Facts, noticed: Noticed, kind: ContestKind, rounds: tuple[Round, ...], *, alone: bool
) -> Iterator[ChoiceRecord]:
    """What has to be decided before the contest can be announced."""
    if alone:
        yield from _contradictory(facts)
    for number, one in enumerate(rounds):
        if one.window is None:
            found = open_time(one)
            yield ChoiceRecord(about=f"rounds[{number}].window", found=found)
    named = alone and kind is ContestKind.STAGE and noticed.parts
    yield ChoiceRecord(about="parts", found=_SCALE_OPEN if named else _PARTS_OPEN[kind])
    if alone:
        yield from _uncounted(facts, rounds)
        yield from _unbound(noticed)
    if alone and has_collective_prizes(facts):
        found = "Kế hoạch chưa nêu rõ cách xếp hạng tập thể."
        yield ChoiceRecord(about="collectives[0].method", found=found)
    yield ChoiceRecord(about="ranking", found="Kế hoạch chưa nêu cách xếp hạng khi bằng điểm.")


def _unbound(noticed: Noticed) -> Iterator[ChoiceRecord]:
    """A number of people wanted of units that are none of the system's kinds."""
    for one in noticed.quotas:
        if unit_kinds(one.of) is None:
            told = f"{one.of[:_LONGEST_TITLE]} ít nhất {one.least} người"
            found = f"Kế hoạch nêu chỉ tiêu {told}: tính cho những đơn vị nào?"
            yield ChoiceRecord(about="entry.quotas", found=found)


def _contradictory(facts: Facts) -> Iterator[ChoiceRecord]:
    """The stated period ends on another day than the last round."""
    stated, timed = stated_period(facts), rounds_in(facts)
    if stated and timed and stated.end[:10] != timed[-1].end[:10]:
        last = date_text(day_of(timed[-1].end))
        found = f"Kế hoạch ghi “{stated.what}”, nhưng đợt cuối kết thúc ngày {last}."
        yield ChoiceRecord(about="window.closes", found=found)


_PARTS_OPEN = {
    ContestKind.ONLINE: "Kế hoạch chưa nêu số câu hỏi của một đề và thời gian làm bài.",
    ContestKind.STAGE: "Kế hoạch chưa nêu các phần thi và thang điểm.",
    ContestKind.SKILLS: "Kế hoạch chưa nêu các nội dung kiểm tra và mức đạt.",
    ContestKind.WORKS: "Kế hoạch chưa nêu tiêu chí chấm và thang điểm.",
}

_SCALE_OPEN = "Kế hoạch chưa nêu thang điểm của các phần thi."


def _uncounted(facts: Facts, rounds: tuple[Round, ...]) -> Iterator[ChoiceRecord]:
    """Prizes of which the plan tells the money and not how many there are."""
    unknown = {one.rank.removeprefix("phu:") for one in facts.prizes if one.count is None}
    for number, table in enumerate(prize_tables(facts, rounds)):
        for place, prize in enumerate(table.prizes):
            if any(name in prize.title for name in unknown):
                yield ChoiceRecord(
                    about=f"prizes[{number}].prizes[{place}].count",
                    found=f"Kế hoạch nêu {prize.title} mà không nêu số lượng; đang ghi 01.",
                )

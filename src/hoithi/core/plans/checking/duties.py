"""Checks of who does what until when: owners, dates, anchors, agencies here and not there."""

import re

from hoithi.core.plans.checking.finding import Finding, Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper, day_of
from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import DatedFact, Period, Place, RelativeDeadline, Vague
from hoithi.core.plans.tables import due_column, rows

_OWNER = re.compile(r"(?:don vi|co quan|bo phan)\b.*(?:thuc hien|chu tri|phu trach|phan cong)")
_SOME_TIME = re.compile(r"\d|\bthang\b|\bquy\b|thuong xuyen|\bhang\b|xong|ngay")
_TASK = re.compile(r"noi dung|cong viec|nhiem vu|hoat dong")
_EVENT = re.compile(
    r"hoi nghi|hoi thi|cuoc thi|ngay hoi|hoi thao|su kien|kiem tra|tap huan|so khao|"
    r"chung ket|chung khao|khai mac|be mac|to chuc|dien ra"
)
_MEETING = re.compile(r"hoi nghi|hoi thao|ngay hoi|toa dam|chung ket|so khao|tong duyet")
_WITHOUT_ANCHOR = re.compile(
    r"\b(?P<side>truoc|sau) (?:it nhat |toi thieu )?\d{1,2}(?: \([^)]{1,12}\))? ngay(?: lam viec)?"
    r"\s*(?=[.;,)]|$)"
)
_SENT_TO = re.compile(
    r"\b(?:phan anh|gui|bao cao|dang ky)\b[^.;:()]{0,80}?\b(?:ve|cho|toi|qua|den)\s+"
    r"(?P<name>(?:phong|so|van phong|ban thi dua|trung tam)\s[^.;,:()]{3,60})"
)
_NAME_ENDS = re.compile(
    r"\s(?:de|tong|truoc|theo|chu|trong|va tong|xem|cham|tham|bang|qua|kem|huyen|xa|tinh|phuong|"
    r"quan|thanh pho|dung|hang|vao|cap|bao|nhan|sau|ngay|lam|\d).*$"
)
_STEERING = re.compile(
    r"(?:\bBCĐ\b|\bBan [Cc]hỉ đạo\b)(?!\s*(?:\w+\s)?"
    r"(?:CCHC|CĐS|[Cc]ải|[Cc]huyển|của|về|cấp|tỉnh|huyện|quận|"
    r"xã|phường|thành|thị|[Hh]ội|[Cc]uộc|[Nn]gày|công|phong|phòng|các|[Qq]uốc|[Tt]rung|Đề án|\d))"
)
_STEERING_NAMED = re.compile(r"thanh lap[^.;]{0,40}ban chi dao|ban chi dao \(|\(.{0,40}bcd\)")
_STARTS_WITH_BODY = re.compile(
    rf"(?P<name>(?:phong|so|ban thi dua|trung tam|cong an|van phong|ubnd)\s[^,;:.()]{{3,50}}?)\s"
    rf"(?:{any_of('task_verbs', 'verb')}|tham dinh|tham tra|trinh)\b"
)
_LEAST_ALIKE = 60


def missing(paper: Paper) -> Findings:
    """A plan that gives nobody anything to do."""
    doc_type = paper.facts.doc_type
    is_plan = doc_type is not None and doc_type.value.startswith(("ke_hoach", "phuong_an"))
    if is_plan and not paper.facts.assignments and not _tables(paper):
        yield found(Code.ASSIGNMENTS_MISSING, paper.opening)


def _tables(paper: Paper) -> bool:
    return any(row.column(_OWNER) is not None for _node, row in rows(paper.nodes))


def without_date(paper: Paper) -> Findings:
    """Agencies none of whose tasks says until when."""
    dated = _dated_lines(paper)
    undated = [
        one
        for one in paper.agencies
        if not dated & {line.number for node in one.node.walk() for line in node.block.lines}
        and not dated & {line.number for node in one.tasks for line in node.block.lines}
    ]
    if not undated:
        return
    none = len(undated) == len(paper.agencies)
    yield found(
        Code.NO_TASK_DATED if none else Code.TASKS_WITHOUT_DATE,
        *(one.node.block.place(one.start, one.end) for one in undated),
        agencies=tuple(dict.fromkeys(one.agency for one in undated)),
    )


def _dated_lines(paper: Paper) -> set[int]:
    facts = paper.facts
    days: list[DatedFact | Period | RelativeDeadline | Vague] = []
    days += [*facts.deadlines, *facts.milestones, *facts.periods, *facts.relative_deadlines]
    days += [*facts.fuzzy_dates, *facts.recurring]
    return {one.place.line for one in days}


def rows_open(paper: Paper) -> Findings:
    """Rows of a table of tasks that lack their agency or their day.

    An empty cell leaves no trace in a text: such a row has one cell less than the heading, and its
    last one tells which is missing.
    """
    for _node, row in rows(paper.nodes):
        cells = row.cells()
        what, who, due = row.column(_TASK), row.column(_OWNER), due_column(row)
        if what is None or who is None or due is None or not what < who < due:
            continue
        if len(cells) == len(row.heading) - 1 and due == len(cells):
            timed = _SOME_TIME.search(folded(cells[-1][0]))
            code = Code.ROW_WITHOUT_OWNER if timed else Code.ROW_WITHOUT_DATE
            yield found(code, row.block.place(), task=cells[what][0][:120])


def anchors(paper: Paper) -> Findings:
    """Days before or after an event whose own day the plan does not state."""
    lines = {line.number for block in paper.parts.body for line in block.lines}
    dated = [one.date for one in paper.facts.milestones if one.place.line in lines]
    dated += [one.end for one in paper.facts.periods if one.place.line in lines]
    if not any(day_of(one) for one in dated):
        open_ = [one for one in paper.facts.relative_deadlines if _EVENT.search(folded(one.anchor))]
        if open_:
            yield _open_anchor(*open_)
    else:
        unheard = [one for one in paper.facts.relative_deadlines if not _is_heard_of(one, paper)]
        if unheard:
            yield _open_anchor(*unheard)
    known = {one.place.line for one in paper.facts.relative_deadlines}
    for node in paper.nodes:
        for match in _WITHOUT_ANCHOR.finditer(node.block.bare):
            place = node.block.place(*match.span())
            before = node.block.bare[max(0, match.start() - 40) : match.start()]
            if place.line not in known and not _EVENT.search(before):
                written = node.block.text[match.start() : match.end()]
                yield found(Code.ANCHOR_MISSING, place, written=(written.strip(),))


def _is_heard_of(deadline: RelativeDeadline, paper: Paper) -> bool:
    """Whether the event that a deadline hangs on is spoken of elsewhere in the document."""
    event = _MEETING.search(folded(deadline.anchor))
    if event is None:
        return True
    if event.group() in folded(paper.facts.title.value if paper.facts.title else ""):
        return True
    elsewhere = (node.block for node in paper.nodes)
    return any(
        event.group() in block.bare
        for block in elsewhere
        if all(line.number != deadline.place.line for line in block.lines)
    )


def _open_anchor(*deadlines: RelativeDeadline) -> Finding:
    anchors_ = tuple(dict.fromkeys(one.anchor for one in deadlines))
    return found(Code.ANCHOR_MISSING, *(one.place for one in deadlines), written=anchors_)


def without_task(paper: Paper) -> Findings:
    """An agency to which others report, and which has no item of its own."""
    if not paper.facts.assignments:
        return
    named = [folded(one.agency) for one in paper.facts.assignments]
    issuer = paper.facts.issuing_body
    named += [folded(issuer.value)] if issuer else []
    told: set[str] = set()
    for block in [*(node.block for node in paper.nodes), *paper.parts.end[:1]]:
        for match in _SENT_TO.finditer(block.bare):
            name = _NAME_ENDS.sub("", match["name"]).strip()
            key = " ".join(name.split()[:3])
            if len(key.split()) < 3 or key in told or any(key in one for one in named):
                continue
            told.add(key)
            start = match.start("name")
            place = block.place(start, start + len(name))
            yield found(
                Code.AGENCY_WITHOUT_TASK, place, agency=block.text[start : start + len(name)]
            )


def committees(paper: Paper) -> Findings:
    """A steering committee named in a task while the plan knows an organising committee only."""
    if "ban to chuc" not in paper.whole or _STEERING_NAMED.search(paper.whole):
        return
    places: list[Place] = []
    for node in paper.nodes:
        places += [node.block.place(*match.span()) for match in _STEERING.finditer(node.block.text)]
    if places:
        yield found(Code.COMMITTEE_UNKNOWN, *places)


def of_another(paper: Paper) -> Findings:
    """A task under one agency that begins with the name of another."""
    for one in paper.agencies:
        own = folded(one.agency)
        for node in one.tasks:
            match = _STARTS_WITH_BODY.match(node.block.bare_body)
            if match and match["name"] not in own and own not in match["name"]:
                start = len(node.block.sign)
                place = node.block.place(start, start + match.end("name"))
                name = node.block.body[: match.end("name")]
                yield found(Code.TASK_OF_ANOTHER, place, agency=one.agency, other=name)


def alike(paper: Paper) -> Findings:
    """Two agencies whose tasks are word for word the same."""
    seen: dict[str, tuple[str, Place]] = {}
    for one in paper.facts.assignments:
        text = folded(" ".join(" ".join(one.tasks).split()))
        if len(text) < _LEAST_ALIKE:
            continue
        if text in seen:
            agency, place = seen[text]
            yield found(Code.TASKS_ALIKE, one.place, place, agency=agency, other=one.agency)
        seen.setdefault(text, (one.agency, one.place))

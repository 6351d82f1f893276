"""Checks of what a plan of a contest or conference has to say: who, when, where, with what."""

import re

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper

_CONTESTS = {"online_quiz", "stage_contest", "product_contest", "skills_test"}
_GATHERINGS = {"stage_contest", "conference", "festival"}
_RULES_APART = re.compile(
    r"the le[^.;\n]{0,60}(?:kem theo|rieng|ban hanh sau)|co the le|theo the le"
)
_PLACE = re.compile(
    r"dia diem|\btai (?:hoi truong|trung tam|nha |tru so|san |phong hop|truong |rap|cung |"
    r"cong vien|quang truong|khach san)|truc tuyen|diem cau"
)
_WHO = re.compile(
    r"doi tuong|thanh phan|\bmoi (?:xa|phuong|don vi|co quan|lop|khoa)[^.;]{0,60}\bcu\b"
)
_MONEY = re.compile(r"kinh phi|ngan sach|kinh te phi")
_ART = r"(?P<subject>(?:van nghe|ca nhac|nghe thuat|mua|am nhac|kich|tieng hat)\b(?: \w+){0,2})"
_AS_CONTEST = re.compile(rf"\b(?:hoi thi|cuoc thi|hoi dien)\s+{_ART}")
_AS_SHOW = re.compile(rf"\b(?:chuong trinh|dem|buoi|tiet muc|giao luu)\s+(?:bieu dien\s+)?{_ART}")


def contest_or_performance(paper: Paper) -> Findings:
    """ "Hội thi Văn nghệ thiếu nhi" in one clause, "Chương trình văn nghệ thiếu nhi" in another."""
    shows = {
        _words(match["subject"]): node.block.place(*match.span())
        for node in reversed(paper.nodes)
        for match in _AS_SHOW.finditer(node.block.bare)
    }
    for node in paper.nodes:
        for match in _AS_CONTEST.finditer(node.block.bare):
            show = shows.get(_words(match["subject"]))
            if show:
                place = node.block.place(*match.span())
                subject = node.block.text[match.start("subject") : match.end("subject")]
                yield found(Code.CONTEST_OR_PERFORMANCE, place, show, subject=subject)
                return


def _words(subject: str) -> str:
    """The kind of art and the two words after it."""
    return " ".join(subject.split()[:4])


def participants(paper: Paper) -> Findings:
    """A contest that does not say who may take part; an online one that keeps nobody out."""
    doc_type = paper.facts.doc_type
    if doc_type is None or not doc_type.value.startswith(("ke_hoach", "the_le", "quy_che")):
        return
    forms = {one.value for one in paper.facts.event_form}
    apart = _RULES_APART.search(paper.whole)
    told = paper.facts.eligible or _WHO.search(paper.whole)
    if forms & _CONTESTS and not told and not apart:
        yield found(Code.ELIGIBLE_MISSING, paper.opening)
    if "online_quiz" in forms and not paper.facts.excluded and not apart:
        place = paper.facts.eligible.place if paper.facts.eligible else paper.opening
        yield found(Code.EXCLUSIONS_MISSING, place)


def times(paper: Paper) -> Findings:
    """A plan without any day of its own, or with a month or quarter only."""
    facts = paper.facts
    if facts.doc_type is None or not facts.doc_type.value.startswith("ke_hoach"):
        return
    if facts.periods or facts.milestones:
        return
    if facts.fuzzy_dates:
        yield found(Code.TIME_OPEN, *(one.place for one in facts.fuzzy_dates))
    elif not facts.deadlines and not facts.recurring:
        yield found(Code.TIME_MISSING, paper.opening)


def resources(paper: Paper) -> Findings:
    """A gathering without a place, and a plan without a word on money."""
    facts = paper.facts
    forms = {one.value for one in facts.event_form}
    if forms & _GATHERINGS and not _PLACE.search(paper.whole):
        yield found(Code.VENUE_MISSING, paper.opening)
    is_plan = facts.doc_type is not None and facts.doc_type.value.startswith("ke_hoach")
    if is_plan and forms and not _MONEY.search(paper.whole):
        yield found(Code.BUDGET_MISSING, paper.opening)

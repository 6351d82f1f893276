"""What kind of event a plan is about."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.frame import Frame
from hoithi.core.plans.lexicon import any_of, bare, rows
from hoithi.core.plans.normal import folded
from hoithi.core.plans.outline import Node, head_of
from hoithi.core.plans.records import Found, Place
from hoithi.core.plans.sentences import place_of_sentence

_CONTEST = re.compile(r"\b(?:cuoc thi|hoi thi|ky thi|\bthi\b(?! (?:dua|hanh|xa|tran)))")
_AWARDED = re.compile(r"\btrao (?:giai|thuong)\b.*")
_CONTENT = re.compile(any_of("headings", "content"))
_NOT_CONTENT = re.compile(
    r"\b(?:muc dich|yeu cau|to chuc thuc hien|phan cong|giai thuong|khen thuong|"
    r"kinh phi|tai lieu)\b"
)
_EVENT = re.compile(
    r"\b(?:(?:cuoc|hoi|ky) thi|thi viet|ngay hoi|hoi nghi|hoi thao|hoi dien|lien hoan|"
    r"phong trao thi dua|tuan le)\b"
)
_NAMES = re.compile(
    r"(?<=\bthe) (?=le hoi)|(?<=\bnghi quyet) (?=hoi nghi)|(?<=\bhoi nghi) (?=trung uong)|"
    r"(?<=\bhoi dong) (?=thi dua)|(?<=\btren) (?=trang thong tin|website)"
)
"""Words that sound like events: "Thể lệ Hội thi", "Nghị quyết Hội nghị Trung ương 8"."""
_LINE = 40
_CONTEST_FORMS = ("online_quiz", "stage_contest", "product_contest", "skills_test")
_NOT_OF_CONFERENCE = ("online_quiz", "stage_contest", "product_contest")
"""A conference "trực tuyến" or on "sáng kiến" is no contest."""


def read_forms(frame: Frame, title: str, nodes: Sequence[Node]) -> tuple[Found[str], ...]:
    """The forms named by the title, and for contests and emulation those of the content.

    Each has the place of the sentence that names it; where no word tells, that of the title.
    """
    place = (frame.title or frame.before[-1:] or frame.body[:1])[0].place() if _any(frame) else None
    if place is None:
        return ()
    told = _told(frame, title)
    contest = bool(_CONTEST.search(_AWARDED.sub("", told)))
    named = _named(told, contest=contest)
    if not title and "online_quiz" in named:  # News name the pages and the people beside it.
        named = [form for form in named if form not in {"stage_contest", "product_contest"}]
    content = [node.block for node in nodes if _is_content(node)]
    found = [_placed(form, frame, place) for form in named]
    if "festival" in named:
        found += _all_of(content, "festival") + _all_of(
            content, "body", forms=("online_quiz", "product_contest", "skills_test")
        )
    elif "emulation" in named and "conference" not in named:
        found += _all_of(content, "body", forms=("skills_test",))
    elif contest and not set(named) & set(_CONTEST_FORMS):
        best = _best(content) or _best([node.block for node in nodes]) or _usual(told, place)
        found += [best] if best else []
    first: dict[str, Found[str]] = {}
    for form in found:
        first.setdefault(form.value, form)
    return tuple(first.values())


def _any(frame: Frame) -> bool:
    return bool(frame.title or frame.before or frame.body)


def _told(frame: Frame, title: str) -> str:
    """The folded title; of a text without one, what its opening says from the first event on."""
    told = folded(title) if title else _from_event(folded(_opening(frame)))
    return _NAMES.sub("_", told)


def _from_event(opening: str) -> str:
    event = _EVENT.search(opening)
    return opening[event.start() :] if event else opening


def _opening(frame: Frame) -> str:
    """What a text without a title says first, lines of the page apart."""
    opening = [one.text for one in (*frame.preamble, *frame.body[:_LINE]) if len(one.text) > _LINE]
    return " ".join(opening[:3])[:600]


def _named(told: str, *, contest: bool) -> list[str]:
    named = list(dict.fromkeys(form for form, phrase in _phrases("title") if _has(told, phrase)))
    if "conference" in named and not contest:
        return [form for form in named if form not in _NOT_OF_CONFERENCE]
    return named


def _placed(form: str, frame: Frame, title: Place) -> Found[str]:
    """A form that the title names, at the line of the title that says so."""
    phrases = [phrase for one, phrase in _phrases("title") if one == form]
    lines = frame.title or (*frame.preamble, *frame.body[:_LINE])
    return next(iter(_said(form, phrases, lines)), Found(form, title))


def _said(form: str, phrases: Iterable[str], blocks: Iterable[Block]) -> Iterable[Found[str]]:
    """Where the paragraphs say one of the phrases, in their order."""
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
    for block in blocks:
        if match := pattern.search(block.bare):
            yield Found(form, place_of_sentence(block, *match.span()))


def _phrases(where: str) -> list[tuple[str, str]]:
    return [(row[0], bare(row[1])) for row in rows("event_forms") if row[2] == where]


def _has(text: str, phrase: str) -> bool:
    return bool(re.search(rf"\b{re.escape(phrase)}\b", text))


def _is_content(node: Node) -> bool:
    heads = [head_of(above) for above in node.path()]
    if any(_NOT_CONTENT.search(head) for head in heads):
        return False
    return any(_CONTENT.search(head) for head in heads)


def _all_of(
    blocks: Sequence[Block], where: str, forms: tuple[str, ...] | None = None
) -> list[Found[str]]:
    found: list[Found[str]] = []
    for form, phrase in _phrases(where):
        if forms is None or form in forms:
            found += list(_said(form, [phrase], blocks))[:1]
    return found


def _best(blocks: Sequence[Block]) -> Found[str] | None:
    """The form of which a contest's content speaks most, where it does so first."""
    text = "\n".join(block.bare for block in blocks)
    counted: Counter[str] = Counter()
    for form, phrase in _phrases("body"):
        counted[form] += len(re.findall(rf"\b{re.escape(phrase)}\b", text))
    best, times = counted.most_common(1)[0]
    phrases = [phrase for form, phrase in _phrases("body") if form == best]
    return next(iter(_said(best, phrases, blocks)), None) if times else None


def _usual(told: str, title: Place) -> Found[str] | None:
    """What a contest mostly is where its text tells nothing: a Hội thi is held on a stage."""
    form = next((form for form, phrase in _phrases("usual") if _has(told, phrase)), None)
    return Found(form, title) if form else None

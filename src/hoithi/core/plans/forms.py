"""What kind of event a plan is about."""

import re
from collections import Counter
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.frame import Frame
from hoithi.core.plans.lexicon import any_of, bare, rows
from hoithi.core.plans.normal import folded
from hoithi.core.plans.outline import Node, head_of
from hoithi.core.plans.records import Found

_CONTEST = re.compile(r"\b(?:cuoc thi|hoi thi|ky thi|\bthi\b(?! (?:dua|hanh|xa|tran)))")
_AWARDED = re.compile(r"\btrao (?:giai|thuong)\b.*")
_CONTENT = re.compile(any_of("headings", "content"))
_NOT_CONTENT = re.compile(
    r"\b(?:muc dich|yeu cau|to chuc thuc hien|phan cong|giai thuong|khen thuong|"
    r"kinh phi|tai lieu)\b"
)
_LINE = 40
_CONTEST_FORMS = ("online_quiz", "stage_contest", "product_contest", "skills_test")


def read_forms(frame: Frame, title: str, nodes: Sequence[Node]) -> tuple[Found[str], ...]:
    """The forms named by the title, and for contests and emulation those of the content."""
    place = (frame.title or frame.before[-1:] or frame.body[:1])[0].place() if _any(frame) else None
    if place is None:
        return ()
    told = folded(title or _opening(frame)).replace("the le hoi", "the-le hoi")
    named = list(dict.fromkeys(form for form, phrase in _phrases("title") if _has(told, phrase)))
    content = [node.block for node in nodes if _is_content(node)]
    found = list(named)
    if "festival" in named:
        found += _all_of(content, "festival") + _all_of(
            content, "body", forms=("online_quiz", "product_contest", "skills_test")
        )
    elif "emulation" in named and "conference" not in named:
        found += _all_of(content, "body", forms=("skills_test",))
    elif _CONTEST.search(_AWARDED.sub("", told)) and not set(named) & set(_CONTEST_FORMS):
        best = _best(content) or _best([node.block for node in nodes]) or _usual(told)
        found += [best] if best else []
    return tuple(Found(form, place) for form in dict.fromkeys(found))


def _any(frame: Frame) -> bool:
    return bool(frame.title or frame.before or frame.body)


def _opening(frame: Frame) -> str:
    """What a text without a title says first, lines of the page apart."""
    opening = [one.text for one in (*frame.preamble, *frame.body[:_LINE]) if len(one.text) > _LINE]
    return " ".join(opening[:3])[:600]


def _phrases(where: str) -> list[tuple[str, str]]:
    return [(row[0], bare(row[1])) for row in rows("event_forms") if row[2] == where]


def _has(text: str, phrase: str) -> bool:
    return bool(re.search(rf"\b{re.escape(phrase)}\b", text))


def _is_content(node: Node) -> bool:
    heads = [head_of(above) for above in node.path()]
    if any(_NOT_CONTENT.search(head) for head in heads):
        return False
    return any(_CONTENT.search(head) for head in heads)


def _all_of(blocks: Sequence[Block], where: str, forms: tuple[str, ...] | None = None) -> list[str]:
    text = "\n".join(block.bare for block in blocks)
    return [
        form
        for form, phrase in _phrases(where)
        if (forms is None or form in forms) and _has(text, phrase)
    ]


def _best(blocks: Sequence[Block]) -> str | None:
    """The form of which a contest's content speaks most."""
    text = "\n".join(block.bare for block in blocks)
    counted: Counter[str] = Counter()
    for form, phrase in _phrases("body"):
        counted[form] += len(re.findall(rf"\b{re.escape(phrase)}\b", text))
    form, times = counted.most_common(1)[0]
    return form if times else None


def _usual(told: str) -> str | None:
    """What a contest mostly is where its text tells nothing: a Hội thi is held on a stage."""
    return next((form for form, phrase in _phrases("usual") if _has(told, phrase)), None)

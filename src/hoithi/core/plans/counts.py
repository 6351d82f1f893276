"""Figures of a contest: teams, members, parts, questions, minutes, shares to be reached."""

import re
from collections.abc import Iterable

from hoithi.core.plans.outline import Node
from hoithi.core.plans.records import Found, Target, Vague

_NUMBER = r"(?<![\d/.,])(\d{1,4})\s*(?:\([^)\d]{1,20}\)\s*)?"
_COUNTED = (
    ("communes", rf"{_NUMBER}xa,? (?:phuong|thi tran)"),
    ("wards", rf"{_NUMBER}phuong\b"),
    ("venues", rf"{_NUMBER}(?:dia diem|diem thi\b(?! (?:cum|chung)))"),
    ("cluster_venues", rf"{_NUMBER}(?:diem thi cum|cum thi)"),
    ("final_venues", rf"{_NUMBER}diem thi chung ket"),
    ("teams", rf"{_NUMBER}doi (?:thi|tham gia|du thi)"),
    ("main_members", rf"{_NUMBER}thanh vien chinh"),
    ("reserve_members", rf"{_NUMBER}(?:thanh vien |thi sinh )?du bi"),
    ("contest_parts", rf"{_NUMBER}phan thi|\bgom (?:co )?{_NUMBER}phan\s*:"),
    ("rounds", rf"{_NUMBER}vong thi"),
    ("questions", rf"{_NUMBER}cau (?:hoi|trac nghiem)"),
    ("minutes", rf"{_NUMBER}phut\b"),
    ("weeks", rf"{_NUMBER}tuan\b"),
    ("copies", rf"{_NUMBER}ban\)"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _COUNTED)
_TEAM_SIZE = re.compile(
    r"(?:tu )?(\d{1,2})\s*(?:-|den)\s*(\d{1,2})\s*(?:nguoi|thanh vien|thi sinh|can bo|dien vien)"
)
_EXACT_SIZE = re.compile(
    r"\bmoi doi (?:thi )?(?:gom |co |gom co )?(\d{1,2})\s*(?:nguoi|thanh vien|thi sinh)\b"
)
_WITH_QUESTIONS = re.compile(
    r"\([^()]*\bcau (?:hoi|trac nghiem)[^()]*?(?<![\d/.,])(\d{1,4})\s*phut\b"
)
"""Minutes of the part that asks questions: "kiến thức (20 câu hỏi, 15 phút)"."""
_SHARE = re.compile(
    r"(?<![\d/.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*%\s*(?:so\s+|tong so\s+)?([^.;:%\d]{4,120})"
)
_EACH = re.compile(r"\bmoi [^.;]{0,60}$")
_BUDGET = re.compile(r"\W*(?:\d\W*)?(?:nguon )?(?:du toan )?kinh phi\b")


def read_counts(nodes: Iterable[Node]) -> dict[str, Found[int]]:
    """Each figure where it is first stated; what is not said has no entry."""
    found: dict[str, Found[int]] = {}
    for node in nodes:
        block = node.block
        for name, pattern in _PATTERNS:
            match = _first(name, pattern, block.bare)
            each = match and name == "teams" and _EACH.search(block.bare[: match.start()])
            if match and not each and name not in found:
                found[name] = Found(_figure(match), block.place(*match.span()))
        size = _TEAM_SIZE.search(block.bare)
        if size and "team_min" not in found and re.search(r"\bdoi\b", block.bare):
            found["team_min"] = Found(int(size[1]), block.place(*size.span()))
            found["team_max"] = Found(int(size[2]), block.place(*size.span()))
        exact = _EXACT_SIZE.search(block.bare)
        if exact and "team_min" not in found:
            size_of_all = Found(int(exact[1]), block.place(*exact.span()))
            found |= {"team_min": size_of_all, "team_max": size_of_all}
    return found


def _first(name: str, pattern: re.Pattern[str], bare: str) -> re.Match[str] | None:
    """The figure of a paragraph; minutes of the part with questions before those of others."""
    return (_WITH_QUESTIONS.search(bare) if name == "minutes" else None) or pattern.search(bare)


def _figure(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


def read_targets(nodes: Iterable[Node]) -> tuple[Target, ...]:
    """Shares to be reached, each with the words that say of what."""
    found: list[Target] = []
    for node in nodes:
        block = node.block
        for match in _SHARE.finditer(block.bare):
            of = block.text[match.start(2) : match.end(2)].strip()
            share = match[1].replace(",", ".")
            found.append(Target(share, of, block.place(*match.span())))
    return tuple(found)


def read_budget(nodes: Iterable[Node]) -> tuple[Vague, ...]:
    """Where the money comes from: the paragraphs under "Kinh phí"."""
    found: list[Vague] = []
    for node in nodes:
        if not _BUDGET.match(node.block.bare_body) or len(node.block.bare_body.split(":")[0]) > 90:
            continue
        inline = node.block.text.partition(":")[2].strip()
        said = [(inline, node)] if inline else []
        said += [(child.block.body, child) for child in node.children]
        found += [Vague(text, text, one.block.place()) for text, one in said]
    return tuple(found)

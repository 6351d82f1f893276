"""Checks for orders to bodies over which the issuer has no authority."""

import re
from functools import cache

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper, clauses
from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.normal import folded

_STATE = re.compile(r"(?:uy ban nhan dan|so |phong |chi cuc|chu tich)")
_ASKED = re.compile(r"de nghi|moi tham gia|tran trong|phoi hop cung")
_SUPERIOR = {
    "commune": r"|ubnd (?:tinh|thanh pho)|uy ban nhan dan (?:tinh|thanh pho)|"
    r"cac so\b|so (?=[a-z]{3})|cong an tinh",
    "district": r"|ubnd tinh|uy ban nhan dan tinh|cac so\b|so (?=[a-z]{3})|cong an tinh",
    "province": r"|(?:cac )?bo (?:noi vu|tai chinh|khoa hoc|tu phap|cong an|quoc phong)\b",
}


def orders(paper: Paper) -> Findings:
    """ "Giao Ủy ban MTTQ …" by a people's committee; items for such a body that do not ask."""
    issuer = paper.facts.issuing_body
    if issuer is None or not _STATE.match(folded(issuer.value)):
        return
    level = paper.facts.level.value if paper.facts.level else ""
    yield from _ordered(paper, level)
    yield from _asked(paper, level)


def _ordered(paper: Paper, level: str) -> Findings:
    pattern = _order(level)
    for block in [*(node.block for node in paper.nodes), *paper.parts.end[:1]]:
        for start, end in clauses(block):
            for match in pattern.finditer(block.bare[start:end]):
                words = block.text[start + match.start("verb") : start + match.end("name")]
                place = block.place(start + match.start("verb"), start + match.end("name"))
                yield found(Code.ORDERED_OUTSIDE, place, written=words.strip())


def _asked(paper: Paper, level: str) -> Findings:
    """Items of the assignments headed by such a body whose words ask for nothing."""
    named = _outside(level)
    for one in paper.agencies:
        said = " ".join(node.block.bare for node in [one.node, *one.tasks])
        above = " ".join(node.block.bare[:200] for node in one.node.path())
        if named.match(folded(one.agency)) and not _ASKED.search(f"{above} {said}"):
            place = one.node.block.place(one.start, one.end)
            yield found(Code.ASKED_WITHOUT_WORD, place, agency=one.agency)


@cache
def _outside(level: str) -> re.Pattern[str]:
    """How the names of bodies begin that are asked, not ordered."""
    superior = _SUPERIOR.get(level, "")
    return re.compile(rf"(?:cac |ban thuong truc )?(?:{any_of('outside_bodies')}{superior})\b")


_LEVELS = (
    ("commune", r"(?:uy ban nhan dan|ubnd) (?:xa|phuong|thi tran|dac khu)\b"),
    ("district", r"(?:uy ban nhan dan|ubnd) (?:huyen|quan|thi xa)\b"),
    ("province", r"(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho)\b|so\b"),
)


def may_order(issuer: str, agency: str) -> bool:
    """Whether an agency of the State may tell another, by their names, to do something.

    Bodies of the Party, the Front, unions, courts and superiors are asked ("đề nghị"), and an
    issuer that is no agency of the State asks everybody.
    """
    bare = folded(issuer)
    if not _STATE.match(bare.replace("ubnd", "uy ban nhan dan")):
        return False
    level = next((name for name, pattern in _LEVELS if re.match(pattern, bare)), "")
    return not _outside(level).match(folded(agency))


@cache
def _order(level: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^\W*|\b)(?P<verb>giao|yeu cau|phan cong)(?: cho| nhiem vu cho)?\s+"
        rf"(?P<name>{_outside(level).pattern})"
    )

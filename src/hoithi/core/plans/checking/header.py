"""Checks of the parts that every administrative document has (Nghị định 30/2020/NĐ-CP)."""

import re

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.lexicon import rows
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Reason

_PARTY = re.compile(
    r"(?:dang uy|dang bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|chi bo|ban tuyen giao|"
    r"ban dan van|ban thuong vu|ban chap hanh|uy ban kiem tra|doan |tinh doan|thanh doan|"
    r"huyen doan|hoi |"
    r"lien doan|cong doan|uy ban mat tran|uy ban mttq|mat tran)"
)
_PARTY_PAPER = re.compile(r"dang cong san viet nam|doan tncs|doan thanh nien cong san")
_ATTACHED = re.compile(r"\W*(?:ban hanh|duoc ban hanh|dinh kem)?\s*kem theo")
_BODY_LINE = re.compile(
    r"\W*(?:uy ban nhan dan|ubnd|so |bo |tinh uy|huyen uy|dang bo|dang uy|tinh doan|truong |"
    r"lien doan|hoi |benh vien|trung tam|ban (?:to chuc|chi dao)|van phong)"
)
_NATION = re.compile(r"cong h[oa]+ xa hoi chu nghia viet nam")
_KEPT = re.compile(r"\bluu\b")
_RULES = frozenset({"the_le", "quy_che", "dieu_le", "huong_dan"})
NATION, ISSUER, NUMBER, PLACE, DATE, TITLE = (
    "nation", "issuer", "number", "place", "date", "title",
)  # fmt: skip
SIGNER, AUTHORITY, RECIPIENTS, KEPT = "signer", "authority", "recipients", "kept"


def parts_of_head(paper: Paper) -> Findings:
    """Nation and motto, issuing body, number, place, day, type and title."""
    if follows_another(paper):
        return
    facts = paper.facts
    blank = {doubt.reason for doubt in paper.reading.doubts}
    nation = is_of_party(paper) or any(_NATION.search(block.bare) for block in paper.blocks)
    issuer = facts.issuing_body
    heads = paper.parts.type_block
    in_head = issuer and heads and issuer.place.line < heads.lines[0].number
    in_head = in_head or any(_BODY_LINE.match(block.bare) for block in paper.parts.before)
    there = {
        NATION: nation,
        ISSUER: in_head,
        NUMBER: facts.number or Reason.NUMBER_BLANK in blank,
        PLACE: facts.place,
        DATE: facts.issued_on or Reason.DATE_BLANK in blank,
        TITLE: facts.doc_type and facts.title,
    }
    missing = tuple(name for name, value in there.items() if not value)
    if missing:
        yield found(Code.HEADER_MISSING, paper.opening, missing=missing, rule=_rule(paper))


def parts_of_end(paper: Paper) -> Findings:
    """Signer, on whose behalf is signed, recipients, and what is kept."""
    if follows_another(paper):
        return
    facts, end = paper.facts, paper.parts.end
    issuer = folded(facts.issuing_body.value) if facts.issuing_body else ""
    # A decision of a head is signed in his own name, a plan of a committee on its behalf.
    alone = facts.doc_type is not None and facts.doc_type.value == "quyet_dinh"
    behalf = issuer.startswith("uy ban nhan dan") and not alone
    kept = any(_KEPT.search(block.bare) for block in end)
    there = {
        SIGNER: facts.signatory,
        AUTHORITY: facts.signing_authority or not behalf,
        RECIPIENTS: facts.recipients_count,
        KEPT: kept or not facts.recipients_count,
    }
    missing = tuple(name for name, value in there.items() if not value)
    if missing:
        signed = facts.signatory or facts.recipients_count
        place = signed.place if signed else end[0].place() if end else paper.opening
        yield found(Code.END_MISSING, place, missing=missing, rule=_rule(paper))


def _rule(paper: Paper) -> str:
    """The document by which papers were laid out when this one was signed; else that of today."""
    table = rows("form_rules")
    day = paper.issued_on.isoformat() if paper.issued_on else table[0][0]
    return next(rule for since, rule in table if since <= day)


def follows_another(paper: Paper) -> bool:
    """Rules that were issued with a decision bear neither number nor signature of their own."""
    attached = any(_ATTACHED.match(block.bare) for block in paper.parts.preamble[:3])
    doc_type = paper.facts.doc_type
    return attached or (doc_type is not None and doc_type.value in _RULES)


def is_of_party(paper: Paper) -> bool:
    """Papers of the Party, the Front and the unions have a form of their own."""
    issuer = paper.facts.issuing_body
    named = issuer is not None and bool(_PARTY.match(folded(issuer.value)))
    return named or any(_PARTY_PAPER.search(block.bare) for block in paper.parts.before)


def blanks(paper: Paper) -> Findings:
    """Number, day or the number of a cited document left open."""
    codes = {
        Reason.NUMBER_BLANK: Code.NUMBER_BLANK,
        Reason.DATE_BLANK: Code.DATE_BLANK,
        Reason.REFERENCE_BLANK: Code.REFERENCE_BLANK,
    }
    for doubt in paper.reading.doubts:
        if doubt.reason in codes:
            yield found(codes[doubt.reason], doubt.place)


def zeros(paper: Paper) -> Findings:
    """Days below ten and months 1 and 2 take a zero before them, numbers below ten too."""
    number = paper.facts.number
    if number and re.match(r"\d(?!\d)", number.value) and not is_of_party(paper):
        yield found(Code.NUMBER_ZERO, number.place, number=number.value, better=f"0{number.value}")
    day = paper.facts.issued_on
    block = paper.block_at(day.place) if day else None
    written = re.search(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\b", block.text) if block else None
    if day and written and (len(written[1]) == 1 or written[2] in {"1", "2"}):
        month = f"0{written[2]}" if written[2] in {"1", "2"} else written[2]
        better = f"ngày {int(written[1]):02d} tháng {month}"
        yield found(Code.DAY_ZERO, day.place, better=better)

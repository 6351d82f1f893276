"""Whose contest a body may carry out: that of a body above it, never of its equals."""

import re

from hoithi.core.plans.areas import level_of
from hoithi.core.plans.normal import folded

_ORDER = ("commune", "district", "province", "central")
_PARTY = re.compile(
    r"(?:ban (?:thuong vu|chap hanh) )?(?:dang|xa|phuong|huyen|quan|thi|thanh|tinh) uy\b"
)
_LEADS = re.compile(
    r"(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan|ban to chuc|ban chi dao|hoi dong thi dua)\b"
)


def may_be_superior(other: str, own: str, *, year: int | None) -> bool:
    """Whether the body named `other` may stand above the one named `own`.

    By their levels; at the same level the Party committee stands above all, the people's
    committee above departments and associations. Of names that tell no level nothing is known,
    so they may.
    """
    levels = level_of(other, year), level_of(own, year)
    if None in levels:
        return True
    above, below = (_ORDER.index(level) for level in levels if level)
    return _leads(other) > _leads(own) if above == below else above > below


def _leads(name: str) -> int:
    plain = folded(name)
    if _PARTY.match(plain):
        return 2
    return 1 if _LEADS.match(plain) else 0

"""Checks whether those who are given something to do also receive the plan."""

import re
from itertools import dropwhile, takewhile

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.frame import is_authority
from hoithi.core.plans.normal import folded

_HEADING = re.compile(r"noi nhan")
_ALL = re.compile(
    r"\b(?:cac|nhu|toan the)\s+(?:\w+\s+){0,2}?(?:co quan|phong|ban\b|so\b|don vi|nganh|thanh vien|"
    r"muc|phan|tren|to chuc|khoa|bo phan|chi bo|doan the)"
)
_NAMED = re.compile(r"(?:phong|so|van phong|trung tam|cong an|dien luc|ban chi huy|buu dien)\s")
_LINKS = {"va", "-", "huyen", "xa", "tinh", "phuong", "quan"}


def without_copy(paper: Paper) -> Findings:
    """Agencies with tasks that no line of the recipients names; none where a line means all."""
    after = dropwhile(lambda block: not _HEADING.search(block.bare), paper.parts.end)
    listed = [block.bare for block in takewhile(lambda block: not is_authority(block), after)]
    recipients = " ".join(listed)
    if not recipients or _ALL.search(recipients):
        return
    named = [one for one in paper.agencies if _NAMED.match(folded(one.agency))]
    left_out = [one for one in named if not _is_among(folded(one.agency), recipients)]
    if left_out:
        places = [one.node.block.place(one.start, one.end) for one in left_out]
        agencies = tuple(dict.fromkeys(one.agency for one in left_out))
        yield found(Code.AGENCY_WITHOUT_COPY, *places, agencies=agencies)


def _is_among(agency: str, recipients: str) -> bool:
    """By its first three words, or by the initials of what follows the kind: "Phòng VHTT"."""
    words = agency.replace("&", " va ").split()
    initials = "".join(word[0] for word in words[1:] if word not in _LINKS)
    shortened = re.sub(r"[\s&.-]", "", recipients)
    named = " ".join(words[:3]) in recipients
    return named or (len(initials) > 1 and initials in shortened)

"""Years in the words of the rules that lie before the contest: left over from an earlier one."""

import re

from hoithi.core.rulebook.checks.finding import FindingCode, Findings, remark
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.shape import Leaf
from hoithi.core.rulebook.walk import Told, walk
from hoithi.core.rulebook.windows import contest_window
from hoithi.core.vietnamese.moments import local_day

_YEAR = re.compile(
    r"(?:\bnăm\s+|\bquý\s+(?:iv|i{1,3}|[1-4])\s*(?:/|\bnăm\s+)|\b\d{1,2}/\d{1,2}/"
    r"|\btháng\s+\d{1,2}\s*(?:/|\bnăm\s+))(20\d\d)\b(?!\s*[-–/])",
    re.IGNORECASE,
)
_OF_OTHERS = ("plan.", "reading[", "choices[")
"""Documents and decisions keep the years in which they were made."""


def check(rulebook: Rulebook) -> Findings:
    """Each text that names a year before the contest begins; nothing while its time is open."""
    window = contest_window(rulebook)
    if window is None:
        return
    begins = local_day(window[0]).year
    for told in walk(rulebook):
        old = [year for year in _years(told) if int(year) < begins]
        if old and not told.path.startswith(_OF_OTHERS):
            yield remark(told.path, FindingCode.YEAR_BEFORE, year=old[0], begins=str(begins))


def _years(told: Told) -> list[str]:
    is_text = isinstance(told.field.shape, Leaf) and told.field.shape.kind == "text"
    is_item = told.path.endswith("]") and isinstance(told.value, str)
    if not isinstance(told.value, str) or not (is_text or is_item):
        return []
    return _YEAR.findall(told.value)

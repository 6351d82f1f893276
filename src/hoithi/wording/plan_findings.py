"""What is found in a plan, as an official would say it, and what to do about it."""

import re
from datetime import date

from django.utils.translation import gettext

from hoithi.core.plans.checking import Finding, Grade
from hoithi.core.plans.checking.finding import Fact
from hoithi.core.vietnamese.dates import date_text, moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.wording.plan_finding_proposals import PROPOSALS
from hoithi.wording.plan_finding_sentences import GRADES, PARTS, SENTENCES

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)


def finding_sentence(found: Finding) -> str:
    """What is wrong, with what the document states."""
    return gettext(SENTENCES[found.code]).format_map(_told(found))


def finding_proposal(found: Finding) -> str:
    """What to write or to decide."""
    return gettext(PROPOSALS[found.code]).format_map(_told(found))


def grade_heading(grade: Grade) -> str:
    """The heading above the findings of one grade."""
    return gettext(GRADES[grade])


def _told(found: Finding) -> dict[str, str]:
    return {name: _fact_text(name, fact) for name, fact in found.facts.items()}


def _fact_text(name: str, fact: Fact) -> str:
    """A value as documents write it: 26/01/2022, 08h00 ngày 20/12/2021, 05, 500.000 đồng."""
    if isinstance(fact, tuple):
        return "; ".join(gettext(PARTS[one]) if name == "missing" else one for one in fact)
    if isinstance(fact, int):
        return amount_text(fact) if name.endswith("_vnd") else two_digits(fact)
    if _MOMENT.fullmatch(fact):
        return _moment(fact)
    return date_text(date.fromisoformat(fact)) if _DAY.fullmatch(fact) else fact


def _moment(written: str) -> str:
    try:
        return moment_text(LocalMoment.parse(written))
    except ValueError:
        return written

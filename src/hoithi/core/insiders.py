"""Under which exclusion of a rulebook the members of a committee fall."""

import re
from collections.abc import Mapping, Sequence

from hoithi.core.rulebook.entry import Exclusion
from hoithi.core.vietnamese.text import fold

_SAID: Mapping[str, str] = {
    "organising": r"(?<!giup viec )(?<!giup viec cho )ban to chuc",
    "jury": r"giam khao",
    "secretariat": r"thu ky|giup viec",
    "questions": r"cau hoi|ra de|bien soan",
    "review": r"tham dinh",
    "service": r"phuc vu|giup viec|ky thuat",
    "sub_committee": r"tieu ban",
}
"""Words of a rule that mean a committee of a kind (`core.founding.records.CommitteeKind`)."""
_ROLES: Mapping[str, str] = {
    "organising": "organiser",
    "jury": "judge",
    "secretariat": "secretary",
    "questions": "question_writer",
    "review": "question_reviewer",
    "service": "helper",
}
"""The role of the system that people of such a committee have."""


def rule_for(kind: str, name: str, exclusions: Sequence[Exclusion]) -> Exclusion | None:
    """The exclusion that a committee of this kind and name falls under; None where none says so.

    The committee's own name in a rule counts first, then words for its kind, then the role that
    people of such a committee have in the system.
    """
    found = (_named(name, exclusions), _worded(kind, exclusions), _of_role(kind, exclusions))
    return next(filter(None, found), None)


def _named(name: str, exclusions: Sequence[Exclusion]) -> Exclusion | None:
    wanted = fold(name)
    return next((one for one in exclusions if wanted and wanted in fold(one.who)), None)


def _worded(kind: str, exclusions: Sequence[Exclusion]) -> Exclusion | None:
    pattern = _SAID.get(kind)
    if pattern is None:
        return None
    return next((one for one in exclusions if re.search(pattern, fold(one.who))), None)


def _of_role(kind: str, exclusions: Sequence[Exclusion]) -> Exclusion | None:
    role = _ROLES.get(kind)
    return next((one for one in exclusions if role is not None and role in one.roles), None)

"""What pages of the editor show: cards of a section, links to findings, the printed rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from hoithi.contests import queries
from hoithi.contests.facts import findings_of, rulebook_of
from hoithi.contests.models import Contest, RulebookVersion
from hoithi.core.rulebook.checks import Finding, Grade
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.founding import all_over, rounds_over
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.printing import print_rules
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.schema import field_at, value_at
from hoithi.core.vietnamese.text import words_key
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.web.organiser.rules.nodes import Node, node_at
from hoithi.web.organiser.rules.sections import SECTIONS, Section, section_with


def cards(
    rulebook: Rulebook,
    section: Section,
    path: str,
    findings: Sequence[Finding],
    *,
    data: Mapping[str, Any] | None,
) -> list[Node]:
    """The cards of a section, or the one card of the record at the path.

    Records that are always there (the door, the limits of attempts) are cards of the section
    itself; sent data goes to the card that it names.
    """
    if path:
        return [node_at(rulebook, path, findings, data=data)]
    sent_to = data.get("o") if data else None
    whole = [name for name in section.fields if not _is_record(rulebook, name)]
    apart = [name for name in section.fields if _is_record(rulebook, name)]
    names = [("", whole)] if whole else []
    found = [
        node_at(rulebook, name, findings, only=only, data=data if sent_to == name else None)
        for name, only in [*names, *((name, []) for name in apart)]
    ]
    return [node for node in found if node.boxes or node.children]


def _is_record(rulebook: Rulebook, name: str) -> bool:
    field = field_at(rulebook, name)
    is_always_there = field is not None and not field.optional
    return is_always_there and isinstance(value_at(rulebook, name), Record)


def record_path(rulebook: Rulebook, path: str) -> str:
    """The path itself. Raises DoesNotExist where there is no record."""
    if not isinstance(value_at(rulebook, path), Record):
        raise RulebookVersion.DoesNotExist
    return path


def desk(person: Person, contest: Contest, version: RulebookVersion) -> dict[str, Any]:
    """What every page of the editor has around its cards."""
    found = findings_of(version)
    count = [finding.grade for finding in found].count
    return {
        "contest": contest,
        "body": contest.body,
        "version": version,
        "sections": SECTIONS,
        "printed": print_rules(rulebook_of(version)),
        "contradictions": count(Grade.CONTRADICTION),
        "open_points": count(Grade.OPEN),
        "remarks": count(Grade.REMARK),
        "may_edit": queries.may_edit(person, contest, at=clock.now()),
    }


def address_of(contest: Contest, path: str) -> str:
    """Where in the editor what is at the path is changed."""
    section = reverse("rules_section", args=[contest.slug, section_with(path).key])
    if "." not in path and "[" not in path:
        return section
    return f"{section}?{urlencode({'o': path})}"


def noticed(contest: Contest, rulebook: Rulebook) -> dict[str, Any]:
    """What the rules say that can hardly be meant: times that are over, another body's name."""
    at = clock.now()
    other = words_key(rulebook.organiser) != words_key(contest.body.name)
    return {
        "over": [
            (one.title, instant(one.window.closes))
            for one in rounds_over(rulebook, at)
            if one.window is not None
        ],
        "all_over": all_over(rulebook, at),
        "other_organiser": rulebook.organiser if other else "",
    }


@dataclass(frozen=True)
class FoundLink:
    """A finding with the way to where it stands."""

    finding: Finding
    href: str


def found_links(contest: Contest, findings: Sequence[Finding]) -> dict[str, list[FoundLink]]:
    """The findings by grade, each with its address."""
    version = queries.newest_version(contest)
    rulebook = rulebook_of(version)
    by_grade: dict[str, list[FoundLink]] = {grade.value: [] for grade in Grade}
    for finding in findings:
        href = address_of(contest, _record_path(rulebook, finding.path))
        by_grade[finding.grade].append(FoundLink(finding, href))
    return by_grade


def _record_path(rulebook: Rulebook, path: str) -> str:
    """The path of the record whose card shows what stands at this path."""
    while path and not isinstance(value_at(rulebook, path), Record):
        around = path.rpartition("[")[0] if path.endswith("]") else path.rpartition(".")[0]
        if not around:
            return path
        path = around
    return path

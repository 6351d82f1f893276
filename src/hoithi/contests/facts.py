"""Rows of contests to records of the rules, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from hoithi.contests.models import Contest, ContestState, DecisionKind, Round, RulebookVersion
from hoithi.core.attempts import Stop
from hoithi.core.rounds import RoundState, RoundTimes, state_of
from hoithi.core.rulebook.checks import Finding, findings
from hoithi.core.rulebook.document import Round as RoundRules
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_json, from_toml, sha256, to_json
from hoithi.core.rulebook.printing import as_text, print_rules
from hoithi.core.rulebook.windows import round_window

PATTERNS = ("xa-2026", "song-cong-2021", "binh-son-2024", "cu-lao-dung-2020")
"""Names of the rulebooks that a contest can be made from; the one most used stands first."""


@dataclass(frozen=True)
class Pattern:
    """A rulebook that comes with the system, to make contests from."""

    name: str
    rulebook: Rulebook


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """The rulebooks that come with the system."""
    folder = resources.files("hoithi.contests").joinpath("templates")
    texts = ((name, folder.joinpath(f"{name}.toml").read_bytes()) for name in PATTERNS)
    return tuple(Pattern(name, from_toml(text)) for name, text in texts)


def rulebook_of(version: RulebookVersion) -> Rulebook:
    """The rules of a version; decoded once for each document."""
    return _decoded(version.sha256, bytes(version.document))


@lru_cache(maxsize=256)
def _decoded(_sha256: str, document: bytes) -> Rulebook:
    return from_json(document)


def findings_of(version: RulebookVersion) -> tuple[Finding, ...]:
    """What a careful official finds in a version; looked for once for each document."""
    return _found(version.sha256, bytes(version.document))


@lru_cache(maxsize=256)
def _found(sha256_: str, document: bytes) -> tuple[Finding, ...]:
    return tuple(findings(_decoded(sha256_, document)))


def written(version: RulebookVersion, rulebook: Rulebook) -> RulebookVersion:
    """The version with this rulebook as its document, hash and printed text; not saved."""
    version.format = rulebook.format
    version.document = to_json(rulebook)
    version.sha256 = sha256(rulebook)
    version.printed = as_text(print_rules(rulebook))
    return version


def times_of(round_: Round) -> RoundTimes:
    """The times of a round as things stand."""
    return RoundTimes(
        round_.opens_at,
        round_.closes_at,
        paused=round_.paused_at is not None,
        cancelled=round_.cancelled_at is not None,
        clock_stopped=round_.clock_stopped,
    )


_ENDS_A_STOP = {DecisionKind.RESUME, DecisionKind.CLOSE_EARLY, DecisionKind.CANCEL}
_SETS_THE_CLOSING = {DecisionKind.EXTEND, DecisionKind.CLOSE_EARLY}


class Decided(NamedTuple):
    """A decision about a round as the clock sees it."""

    kind: str
    stops_clock: bool
    at: datetime


def stops_of(decisions: Sequence[Decided], at: datetime) -> tuple[Stop, ...]:
    """When the clock of a round stood still, from its decisions in their order.

    One that lasts ends at `at`. Whatever set the closing after a stop began leaves it in place.
    """
    set_at = [one.at for one in decisions if one.kind in _SETS_THE_CLOSING]
    ends = [one.at for one in decisions if one.kind in _ENDS_A_STOP]
    found = []
    for began in (one.at for one in decisions if one.stops_clock):
        ended = min((end for end in ends if end >= began), default=max(at, began))
        found.append(Stop(began, ended, any(moment >= began for moment in set_at)))
    return tuple(found)


def is_public(contest: Contest) -> bool:
    """Whether people can read the contest's page, so that a change needs a reason they can read."""
    return contest.state != ContestState.DRAFT


def state_at(round_: Round, at: datetime) -> RoundState:
    """What the round is doing."""
    return state_of(times_of(round_), at)


def is_over(round_: Round, at: datetime) -> bool:
    """Whether nobody can take part in the round any more."""
    return state_at(round_, at) in {RoundState.CLOSED, RoundState.CANCELLED}


def indexed(round_: Round, rulebook: Rulebook, rules: RoundRules, ordinal: int) -> Round:
    """The row of a round rewritten as the rulebook states it; not saved."""
    times = round_window(rulebook, rules.key)
    round_.ordinal = ordinal
    round_.title = rules.title
    round_.scope = rules.scope
    round_.opens_at = times.opens if times else None
    round_.closes_at = times.closes if times else None
    round_.publishes_at = times.publishes if times else None
    round_.publishes_on_approval = False
    return round_

"""Plays one round of any contest with a crowd of any size, at moments inside its window."""

import asyncio
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, ContestState, Round, RulebookVersion
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.rehearsal import papers_in
from hoithi.core.rulebook.windows import attempts_for, paper_for, parts_in
from hoithi.entries.actions.entering import Barred, prepare
from hoithi.entries.facts import Door, door_of, entrant_token
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.models import Entrant
from hoithi.kit.refusals import Refusal
from hoithi.live.room import Room
from hoithi.rehearsals.caller import Caller
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.contestant import Deeds, Field
from hoithi.rehearsals.people import FalsePerson, coming, people
from hoithi.rehearsals.simulate import AT_ONCE, simulate
from hoithi.rehearsals.stage import knowledge_of, places_of
from hoithi.sittings.models import PaperPool, PoolKind

_SHORTEST = timedelta(hours=1)
"""A round that opened less than this ago is played over its whole window."""
_CHUNK = 500


class RealContest(Refusal):
    """False people never enter a contest that real people take (`slug`)."""


class NotAnnounced(Refusal):
    """The exam room knows no contest of this name yet (`slug`)."""


class RoundUndated(Refusal):
    """The round has no time (`round`), so nobody can take part in it."""


class RulesNotInForce(Refusal):
    """No version of the rules was in force when the round opened (`opens_at`)."""


class PapersNotSealed(Refusal):
    """The round has no papers for these parts (`parts`)."""


@dataclass(frozen=True)
class Play:
    """A round, who plays it, and between which moments."""

    round: Round
    crowd: Sequence[FalsePerson]
    field: Field
    door: Door
    room: Room

    @property
    def contest(self) -> Contest:
        """The contest of the round."""
        return self.round.contest


def refuse_false_people(contest: Contest) -> None:
    """Refuses (RealContest) a contest that is no rehearsal, outside a demonstration."""
    if contest.rehearses_id is None and not settings.DEMO:
        raise RealContest(slug=contest.slug)
    if contest.state != ContestState.ANNOUNCED:
        raise NotAnnounced(slug=contest.slug)


def unsealed_parts(round_: Round, version: RulebookVersion) -> list[str]:
    """Keys of the papers of the round for which a group, or everybody, has no sealed pool."""
    rulebook = rulebook_of(version)
    groups = [group.key for group in rulebook.groups] or [""]
    pools = PaperPool.objects.filter(round=round_, kind=PoolKind.ONLINE).exclude(sha256="")
    sealed = set(pools.values_list("part_key", "group"))
    return [
        part.key
        for part in parts_in(rulebook, round_.key)
        if isinstance(part, PaperPart)
        for group in groups
        if paper_for(rulebook, round_.key, group or None, part.key).blueprint
        and not {(part.key, group), (part.key, "")} & sealed
    ]


@dataclass(frozen=True)
class Cast:
    """How many people there are, which share of them takes part, and the seed of their chance."""

    people: int
    share: float
    seed: str


def planned(round_: Round, cast: Cast, *, at: datetime) -> Play:
    """The play, checked so that the crowd can take part.

    Refuses a real contest, and a round without time, rules or papers.
    """
    refuse_false_people(round_.contest)
    opens, closes = _span(round_, at)
    version = _version(round_, opens)
    if parts := unsealed_parts(round_, round_.version or version):
        raise PapersNotSealed(parts=sorted(set(parts)))
    rulebook = rulebook_of(round_.version or version)
    chance = Chance(cast.seed)
    door = door_of(round_.contest, version, at=opens)
    crowd = people(places_of(door.units.values(), rulebook, cast.people, chance), chance)
    crowd = coming(crowd, round(len(crowd) * cast.share), chance)
    limits = attempts_for(rulebook, round_.key)
    room = Room()
    field = Field(
        caller=Caller(room),
        slug=round_.contest.slug,
        opens=opens,
        closes=closes,
        knowledge=knowledge_of(round_.contest),
        chance=Chance(f"{cast.seed}/{round_.key}"),
        expected=len(crowd),
        most_sittings=limits.a_round or 3,
        once_a_day=limits.a_day == 1,
        papers=papers_in(rulebook, round_.key),
    )
    return Play(round_, crowd, field, door, room)


def _span(round_: Round, at: datetime) -> tuple[datetime, datetime]:
    """From the opening to the closing, or to now where the round has been open for a while."""
    if round_.opens_at is None or round_.closes_at is None:
        raise RoundUndated(round=round_.title)
    running = round_.opens_at + _SHORTEST <= at < round_.closes_at
    return round_.opens_at, at if running else round_.closes_at


def _version(round_: Round, opens: datetime) -> RulebookVersion:
    try:
        return round_.contest.versions.filter(effective_at__lte=opens).latest("number")
    except RulebookVersion.DoesNotExist as missing:
        raise RulesNotInForce(opens_at=opens) from missing


def play(play_: Play, *, told: Callable[[Deeds], None], at_once: int = AT_ONCE) -> Deeds:
    """Lets the crowd take part; whoever entered an earlier round comes back as the same person."""
    return asyncio.run(_played(play_, known_tokens(play_), told, at_once))


async def _played(
    play_: Play, tokens: MutableMapping[int, str], told: Callable[[Deeds], None], at_once: int
) -> Deeds:
    try:
        return await simulate(play_.field, play_.crowd, tokens, told=told, at_once=at_once)
    finally:
        await play_.room.close()


def known_tokens(play_: Play) -> dict[int, str]:
    """Tokens of those of the crowd who have entered before, by the person's number."""
    hashes = dict(_hashes(play_))
    found: dict[int, str] = {}
    for begun in range(0, len(hashes), _CHUNK):
        some = dict(list(hashes.items())[begun : begun + _CHUNK])
        for entrant in Entrant.objects.filter(contest=play_.contest, key_hash__in=some):
            found[some[entrant.key_hash]] = entrant_token(entrant)
    return found


def _hashes(play_: Play) -> Mapping[str, int]:
    """By the key under which the contest knows somebody: the person's number."""
    found: dict[str, int] = {}
    for person in play_.crowd:
        try:
            prepared = prepare(play_.door, person.answers(), at=play_.field.opens)
        except (EntryRefused, Barred):
            # The door itself will refuse the person, and the counts will say so.
            continue
        found[prepared.entrant.key_hash] = person.number
    return found

"""Finding one entrant: by identity and code, by the token of a device, by code alone for staff."""

from collections.abc import Mapping
from datetime import datetime

from hoithi.contests.models import Contest
from hoithi.core.entering.answers import key_parts, understand_key
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.facts import Door, code_hash, entrant_of_token, read_code
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.models import Entrant
from hoithi.people.facts import key_hash
from hoithi.people.models import Person, RoleName
from hoithi.people.queries import reach


def return_by_code(
    door: Door, answers: Mapping[str, str], code: str, *, at: datetime
) -> Entrant | None:
    """The entrant of this identity and code; None whichever of the two is wrong.

    Refuses (EntryRefused) what cannot be an identity, such as a telephone number of five digits.
    """
    wanted = code_hash(door.body_id, door.contest_id, read_code(code))
    entrants = Entrant.objects.filter(contest_id=door.contest_id, code_hash=wanted)
    return entrants.filter(key_hash=_key(door, answers, at)).select_related("contest").first()


def entrant_to_renew(door: Door, answers: Mapping[str, str], *, at: datetime) -> Entrant | None:
    """The entrant of this identity, for sending a one-time code; never told to whoever asks."""
    entrants = Entrant.objects.filter(contest_id=door.contest_id).select_related("contest")
    return entrants.filter(key_hash=_key(door, answers, at)).first()


def _key(door: Door, answers: Mapping[str, str], at: datetime) -> str:
    understood = understand_key(door.entry, answers, on=local_day(at))
    if understood.problems:
        raise EntryRefused(understood.problems)
    return key_hash(door.body_id, door.contest_id, key_parts(door.entry, understood.values))


def entrant_at_device(contest: Contest, token: str) -> Entrant | None:
    """The entrant of whom the device keeps a token for this contest."""
    ids = entrant_of_token(token)
    if ids is None or ids[1] != contest.pk:
        return None
    return Entrant.objects.filter(pk=ids[0]).select_related("unit", "contest").first()


def entrant_by_code(person: Person, contest: Contest, code: str, *, at: datetime) -> Entrant:
    """Whom the secretariat means by a code told over the telephone. Raises DoesNotExist."""
    over = reach(person, RoleName.ORGANISER, RoleName.SECRETARY, at=at)
    if not over.covers(body_id=contest.body_id, contest_id=contest.pk):
        raise Entrant.DoesNotExist
    wanted = code_hash(contest.body_id, contest.pk, read_code(code))
    return Entrant.objects.select_related("unit").get(contest=contest, code_hash=wanted)

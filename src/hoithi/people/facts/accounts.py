"""Accounts, roles and one-time tokens: what is asked for, and why it is refused."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person, RoleName, Unit

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,58}[a-z0-9]")
"""Sign-in names: small letters and digits, so that they can be dictated."""

WITHOUT_SECOND_FACTOR = (RoleName.UNIT_CONTACT, RoleName.HELPER)
"""Roles whose holders sign in with a password alone; all others need a second factor."""


BY_DECISION = (RoleName.APPROVER, RoleName.QUESTION_REVIEWER, RoleName.JUDGE)
"""Roles that confirm what others made: a document names who holds them."""

NEVER_OWN = (*BY_DECISION, RoleName.AUDITOR)
"""Roles that nobody gives to himself, also where there is nobody else to give one."""


@dataclass(frozen=True)
class NewAccount:
    """What is known of somebody who gets an account."""

    login: str
    full_name: str
    post: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Slip:
    """An account and its one-time token, which is shown once and printed on the slip."""

    person: Person
    token: str
    expires_at: datetime


class OwnedContest(Protocol):
    """A contest, of which people know only that a body owns it."""

    pk: int
    body_id: int


@dataclass(frozen=True)
class Reached:
    """Over what a role is to be held: a contest or unit of the body, or the body itself."""

    body: OrganisingBody | None
    contest: OwnedContest | None = None
    unit: Unit | None = None

    @property
    def contest_id(self) -> int | None:
        """The contest by number, as the role's row holds it."""
        return self.contest.pk if self.contest else None

    def is_within(self, body: OrganisingBody) -> bool:
        """Whether all of it belongs to this body; units of the national register belong to all."""
        owners = {self.body.pk if self.body else None}
        owners |= {self.contest.body_id} if self.contest else set()
        owners |= {self.unit.body_id} - {None} if self.unit else set()
        return owners == {body.pk}


@dataclass(frozen=True)
class Invited:
    """Somebody named in the establishing decision, and the one deed to confirm."""

    deed: str
    subject_id: int
    full_name: str
    post: str
    decision: str


@dataclass(frozen=True)
class NewDayCard:
    """Who gets a card for which role on which day."""

    full_name: str
    role: RoleName
    over: Reached
    day: date


def token_hash(token: str) -> str:
    """What is kept of a one-time token; tokens are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


class LoginNotAllowed(Refusal):
    """A sign-in name has other signs than small letters, digits, dot, dash and underscore."""


class LoginTaken(Refusal):
    """Somebody else signs in with this name."""


class NameMissing(Refusal):
    """An account needs a person's full name."""


class NameNotAPersons(Refusal):
    """A name (`name`) is family and given name, in letters only."""


class LinkNotValid(Refusal):
    """The one-time link was used, is over, or never was."""


class LinkOfOwn(Refusal):
    """Whoever made a one-time link for a second person opens it themselves."""


class RoleNotYoursToGive(Refusal):
    """Operators give every role, a body's administrators those over it, its organisers one."""


class RoleOfOwn(Refusal):
    """Nobody gives a role to himself while somebody else can."""


class UnitMissing(Refusal):
    """The contact of a unit is the contact of one unit, never of the whole body."""


class DecisionMissing(Refusal):
    """A role that approves, reviews or judges rests on a document."""


class OverOfAnotherBody(Refusal):
    """The contest or unit over which a role is to be held belongs to another body."""


class LastOperator(Refusal):
    """Somebody must remain who looks after the installation."""


class CardOfAnotherDay(Refusal):
    """A day card holds on its day only."""


class CardOfAnotherDevice(Refusal):
    """A day card stays with the first device that showed it."""


class SlugTaken(Refusal):
    """Another body has this short name in addresses."""


class OutsideTaken(Refusal):
    """Another account of the installation is linked with this account of the authority."""


class OutsideUnknown(Refusal):
    """The authority vouches for somebody whom no administrator has linked with an account."""

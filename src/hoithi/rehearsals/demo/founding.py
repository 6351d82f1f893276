"""Founds the bodies of the demonstration: accounts, roles, banks and contests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from allauth.mfa.totp.internal.auth import TOTP

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest
from hoithi.core.rulebook.document import Rulebook
from hoithi.people.actions.accounts import make_account, use_sign_in_link
from hoithi.people.actions.bodies import Headings, create_body
from hoithi.people.actions.roles import grant_role, make_first_operator_role
from hoithi.people.facts.accounts import WITHOUT_SECOND_FACTOR, NewAccount, Reached
from hoithi.people.models import OrganisingBody, Person, RoleName, Unit
from hoithi.questions import actions as questions
from hoithi.questions.queries import newest_versions
from hoithi.rehearsals.demo.world import PASSWORD, DemoAccount, DemoBody


@dataclass
class Founded:
    """A body of the demonstration with its people by role."""

    body: OrganisingBody
    people: dict[str, Person] = field(default_factory=dict)
    """By role; the first who holds it."""
    units: Mapping[str, Unit] = field(default_factory=dict)

    def holder(self, role: RoleName) -> Person:
        """Somebody who holds the role."""
        return self.people[role]


def found_operator(account: DemoAccount, *, secret: str, at: datetime) -> Person:
    """Whoever looks after the installation."""
    person = _account(account, None, by=None, secret=secret, at=at)
    make_first_operator_role(person, at=at)
    return person


def found_body(demo: DemoBody, *, by: Person, at: datetime) -> OrganisingBody:
    """The body with its headings."""
    headings = Headings(demo.name, demo.superior, demo.place, demo.telephone)
    return create_body(demo.slug, headings, by=by, at=at)


def found_people(
    demo: DemoBody, founded: Founded, *, by: Person, secret: str, at: datetime
) -> None:
    """The accounts of the body with their roles."""
    for account in demo.accounts:
        person = _account(account, founded.body, by=by, secret=secret, at=at)
        unit = founded.units[account.unit] if account.unit else None
        for name in account.roles:
            over = Reached(founded.body, unit=unit)
            grant_role(person, RoleName(name), over, by=by, at=at, decision="Quyết định 12/QĐ-BTC")
            founded.people.setdefault(name, person)


def _account(
    account: DemoAccount,
    body: OrganisingBody | None,
    *,
    by: Person | None,
    secret: str,
    at: datetime,
) -> Person:
    new = NewAccount(account.login, account.full_name, account.post)
    slip = make_account(new, body=body, by=by, at=at)
    person = use_sign_in_link(slip.token, PASSWORD, at=at)
    if not set(account.roles) <= set(WITHOUT_SECOND_FACTOR):
        TOTP.activate(person, secret)
    return person


def found_bank(founded: Founded, table: Path, *, at: datetime) -> None:
    """The bank, written by one person and reviewed question by question by another."""
    writer = founded.people.get(RoleName.QUESTION_WRITER) or founded.holder(RoleName.ORGANISER)
    reviewer = founded.people.get(RoleName.QUESTION_REVIEWER) or founded.holder(RoleName.SECRETARY)
    bank = questions.create_bank(
        founded.body, "Ngân hàng câu hỏi cải cách hành chính và chuyển đổi số", by=writer, at=at
    )
    questions.import_questions(bank, table.read_bytes(), table.name, by=writer, at=at)
    for version in newest_versions(bank):
        questions.approve(version, by=reviewer, at=at)


def found_contest(founded: Founded, rulebook: Rulebook, slug: str, *, at: datetime) -> Contest:
    """The contest in force and announced, drawing from the banks of its body."""
    organiser = founded.holder(RoleName.ORGANISER)
    contest = contests.create(rulebook, body=founded.body, slug=slug, by=organiser, at=at)
    contests.put_in_force(contest, by=organiser, at=at)
    for bank in founded.body.banks.all():
        questions.use_in(bank, contest, by=organiser, at=at)
    return contests.announce(contest, by=organiser, at=at)

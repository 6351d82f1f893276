"""Which roles open which page: the page's own query asks here, and so does every link to it."""

from collections.abc import Collection, Mapping

from django.http import HttpRequest

from hoithi.campaigns.queries import FOUNDERS
from hoithi.campaigns.queries import READERS as CAMPAIGN_READERS
from hoithi.campaigns.queries import WORKERS as TASK_KEEPERS
from hoithi.campaigns.queries.budgets import MONEY_READERS
from hoithi.contests.models import Contest
from hoithi.contests.queries import AT_HOME, EDITORS, STAFF
from hoithi.entries.queries.registered import REGISTRARS
from hoithi.judging.queries import READERS as POINTS_READERS
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.people.queries import Held, held
from hoithi.people.queries.accounts import ADMINISTRATORS, SEE_ACCOUNTS, SEE_JOURNAL
from hoithi.results.queries.corrections import PROPOSERS
from hoithi.results.queries.corrections import READERS as CORRECTION_READERS
from hoithi.results.queries.desk import APPROVERS, READERS, WORKERS
from hoithi.results.queries.item_statistics import READERS as STATISTICS_READERS
from hoithi.sittings.queries.desk import FINDERS
from hoithi.sittings.queries.typed import TYPISTS

_ROLES = (
    (AT_HOME, ("organiser_home",)),
    (SEE_ACCOUNTS, ("body_accounts",)),
    (ADMINISTRATORS, ("accounts_import", "body_units", "staff_counts", "body_headings")),
    (SEE_JOURNAL, ("journal",)),
    (STAFF, ("contest_desk", "round_desk", "contest_rules", "rules_findings")),
    (STAFF, ("rules_put_in_force", "announce", "rehearsals", "morning_report")),
    (STAFF, ("embedding", "contest_sharing")),
    (EDITORS, ("essays_desk", "bank_seal", "papers_print", "print_codes_desk", "round_simulation")),
    (CAMPAIGN_READERS, ("campaigns", "campaign", "campaign_tasks", "plan_review")),
    (CAMPAIGN_READERS, ("campaign_committees",)),
    (CAMPAIGN_READERS, ("campaign_activities",)),
    (CAMPAIGN_READERS, ("campaign_outreach",)),
    (CAMPAIGN_READERS, ("campaign_again", "campaign_folder")),
    (FOUNDERS, ("plan_upload", "campaign_copy")),
    (MONEY_READERS, ("campaign_budget",)),
    (CAMPAIGN_READERS, ("campaign_reports",)),
    (TASK_KEEPERS, ("campaign_task_new",)),
    (FINDERS, ("person_find", "person", "unit_lists", "places")),
    (FINDERS, ("exclusions", "corrections", "unit_permits")),
    (REGISTRARS, ("teams",)),
    (TYPISTS, ("paper_sheets",)),
    (STATISTICS_READERS, ("round_statistics",)),
    (PROPOSERS, ("key_correct",)),
    (CORRECTION_READERS, ("key_correction",)),
    (POINTS_READERS, ("points_sheets",)),
    (READERS, ("round_results", "remarks_desk")),
    (APPROVERS, ("result_approve",)),
    (WORKERS, ("candidate",)),
)
PAGES: Mapping[str, tuple[RoleName, ...]] = {
    page: names for names, pages in _ROLES for page in pages
}


def opened_by(page: str) -> tuple[RoleName, ...]:
    """The roles that open the page of this address."""
    return PAGES[page]


def holds(
    request: HttpRequest, over: Contest | OrganisingBody, names: Collection[RoleName]
) -> bool:
    """Whether who asks holds one of these roles over the contest or body. One query a request."""
    return not _roles(request, over).isdisjoint(names)


def opens(request: HttpRequest, page: str, over: Contest | OrganisingBody) -> bool:
    """Whether the page of this contest or body opens for who asks. One query a request."""
    return holds(request, over, opened_by(page))


def _roles(request: HttpRequest, over: Contest | OrganisingBody) -> frozenset[RoleName]:
    if isinstance(over, OrganisingBody):
        return _held(request).over(body_id=over.pk)
    # Whoever holds a role over a contest holds it over the twin that rehearses it.
    contests = (over.pk, over.rehearses_id)
    return _held(request).over(body_id=over.body_id, contests=contests)


def _held(request: HttpRequest) -> Held:
    known = getattr(request, "held", None)
    if isinstance(known, Held):
        return known
    person = request.user
    found = held(person, at=clock.now()) if isinstance(person, Person) else Held()
    request.held = found  # type: ignore[attr-defined]  # kept for the other links of the page
    return found

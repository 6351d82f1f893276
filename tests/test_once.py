"""Whatever staff send that makes something is taken once, however often the button is pressed."""

import inspect
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.matrix import ADDRESSES

STAFF = ("hoithi.web.staff", "hoithi.web.organiser", "hoithi.web.unit")
OTHERWISE = {
    "makes nothing: it shows, looks up or gives a file back": {
        "accounts_give_back", "accounts_import", "bank_import", "bank_import_return",
        "budget_import",
        "candidate_contact", "exclusions_give_back", "exclusions_import", "judge_file", "journal",
        "members_file",
        "papers_print", "members_give_back", "paper_person", "person_contact", "person_search",
        "points_file", "points_give_back", "points_retype_file", "staff_counts",
        "staff_counts_give_back", "teams_file", "teams_give_back", "unit_lists_give_back",
        "unit_lists_import", "units_by_district", "units_give_back", "units_import",
        "named_list_give_back",
        "unit_report_give_back",
        "paper_find", "print_codes_take", "round_simulation",
    },
    "taken away or switched off: a second time finds nothing left": {
        "account_second_factor", "contest_delete", "rehearsal_end", "sign_in_link", "day_card",
    },
    "the action itself knows what it has made: of two links the newer one holds": {
        "points_invite", "result_invite", "typed_invite",
    },
    "a one-time link, used up by its deed": {
        "guest_approve", "guest_points", "guest_typed", "nomination_link",
    },
    "written in many small transactions, and the same rows give the same": {
        "bank_import_take", "bank_seal", "certificates_issue", "exclusions_take",
        "results_prepare", "unit_lists_take", "unit_permits",
    },
    "a file is read before anything is locked; its rows a second time are refused or the same": {
        "accounts_take", "members_take", "staff_counts_take", "teams_take", "units_take",
    },
    "it is set to what is sent, and a new code is shown by `shown_once`": {
        "body_account_outside", "named_line",
    },
}  # fmt: skip


def views(resolver: URLResolver) -> Iterator[tuple[str, object]]:
    """Every named address with its view."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry)
        elif isinstance(entry, URLPattern) and entry.name:
            yield entry.name, entry.callback


def is_guarded(view: object) -> bool:
    """Whether it says of itself that it takes a form once."""
    while view is not None:
        if getattr(view, "is_taken_once", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def sent_by_staff() -> list[str]:
    """The addresses to which somebody of the staff sends a form."""
    found = []
    for name, view in views(get_resolver()):
        of_staff = inspect.unwrap(view).__module__.startswith(STAFF)
        if of_staff and name in ADDRESSES and ADDRESSES[name].post is not None:
            found.append(name)
    return found


@pytest.mark.parametrize("name", sorted(sent_by_staff()))
def test_every_form_of_staff_is_taken_once_or_says_why_not(name):
    view = dict(views(get_resolver()))[name]
    inside = any(
        one in inspect.getsource(inspect.unwrap(view)) for one in ("done_once", "shown_once")
    )
    named = [why for why, names in OTHERWISE.items() if name in names]
    assert (is_guarded(view) or inside) is not bool(named)


def test_the_exceptions_are_addresses():
    assert set().union(*OTHERWISE.values()) - set(sent_by_staff()) == set()

"""Every link that a page shows to somebody opens for them, whatever their role."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import resolve

from hoithi.kit import clock
from hoithi.web.permissions import PAGES
from tests.make import AT
from tests.matrix import ADDRESSES, essays
from tests.matrix.record import NOT_THERE
from tests.matrix.world import OWN_ROLES, World
from tests.test_matrix import clients

ROLES = ["operator", *OWN_ROLES]
HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
Kind = tuple[str | None, str | None, str | None]
"""Name of the address, contest and round."""
AT_DOOR: set[Kind] = {("staff_home", None, None)}
"""Leads the anonymous to the sign-in page."""
LEFT_ALONE = {"account_logout", "set_language"}
OBJECTS = (
    "announced_contest",
    "published",
    "points",
    "sealed",
    "study",
    "unit",
    "listed",
    "place",
    "excluded",
    "plan",
    "campaign",
    "committee",
    "meeting",
    "held_by_unit",
    "estimate",
    "asked_report",
    "upward",
)


def furnished() -> World:
    """Two contests that have begun, lists, a place, sealed papers, points and a result."""
    world = World()
    for name in (*OBJECTS, "question", "account", "role"):
        getattr(world, name)
    essays.scene(world)
    return world


def links(page: str, text: str) -> Iterator[str]:
    """Where the links of the page lead within the site."""
    for href in HREF.findall(text):
        address = urlsplit(urljoin(page, unescape(href)))
        if not address.netloc and not href.startswith(("tel:", "mailto:")):
            yield address._replace(fragment="").geturl()


def dead_links(client: Client, first: str, known: set[Kind]) -> Iterator[tuple[str, str, int]]:
    """Page, link and answer of every link that does not open, one of each kind a round."""
    waiting = [("", first)]
    while waiting:
        page, address = waiting.pop(0)
        found = resolve(urlsplit(address).path)
        kind = (found.url_name, found.kwargs.get("slug"), found.kwargs.get("key"))
        if kind in known or found.url_name in LEFT_ALONE:
            continue
        known.add(kind)
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            yield page, address, answer.status_code
        elif "text/html" in answer["content-type"]:
            here = answer.redirect_chain[-1][0] if answer.redirect_chain else address
            waiting += [(here, link) for link in links(here, answer.content.decode())]
        answer.close()


@pytest.mark.long
@pytest.mark.django_db
def test_every_link_that_a_page_shows_to_a_role_opens_for_it():
    with clock.pinned(AT):
        world = furnished()
        browsers = clients(world)
        public: set[Kind] = set()
        found = {"anonymous": list(dead_links(browsers["anonymous"], "/", public))}
        for role in ROLES:
            # What is public is the same for everybody.
            found[role] = list(dead_links(browsers[role], "/quan-tri/", public - AT_DOOR))
    assert found == {role: [] for role in ("anonymous", *ROLES)}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_the_menu_and_the_matrix_name_the_same_roles(page):
    outcome = ADDRESSES[page].get or ADDRESSES[page].post
    assert outcome is not None
    opening = {role for role in ROLES if outcome(role) != NOT_THERE}
    assert opening == {name.value for name in PAGES[page]}

"""A link to any public page shows title, words and a picture in a chat."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from hoithi.kit import clock
from tests.make import AT
from tests.matrix import ADDRESSES, contestant, public
from tests.matrix.world import World

MADE_FOR_PORTALS = {"embedded"}
"""A frame inside another page, to which nobody is led."""
NAMED = re.compile(r'<meta property="og:(title|description|image)" content="([^"]+)"')


def told(world, address):
    """What a chat learns of the page; None of what is no page."""
    response = Client().get(reverse(address.name, kwargs=dict(address.args(world))))
    if not response["Content-Type"].startswith("text/html"):
        return None
    return dict(NAMED.findall(response.content.decode()))


@pytest.mark.django_db
def test_every_public_page_has_a_link_preview():
    with clock.pinned(AT):
        world = World()
        everybodys = [
            address
            for module in (public, contestant)
            for address in module.ADDRESSES
            if address.get
            and address.get("anonymous") == 200
            and address.name not in MADE_FOR_PORTALS
        ]
        pages = {address.name: told(world, address) for address in everybodys}
    poor = {name: found for name, found in pages.items() if found is not None and len(found) < 3}
    assert poor == {}
    assert len([found for found in pages.values() if found]) >= 11


@pytest.mark.django_db
def test_the_pictures_that_are_named_are_there():
    world = World()
    pictures = {told(world, ADDRESSES[name])["image"] for name in ("contests", "results")}
    answers = [Client().get(picture) for picture in pictures]
    assert [(one.status_code, one["Content-Type"]) for one in answers] == [(200, "image/png")] * 2

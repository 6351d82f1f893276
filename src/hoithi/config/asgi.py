"""The ASGI application of a web process; `HOITHI_ONLY` leaves it the room or the site alone."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - tables can be imported only after the setup
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 - as above

from hoithi.config.entry import Entry  # noqa: E402 - as above
from hoithi.config.proxies import Proxies  # noqa: E402 - as above
from hoithi.config.site import Site  # noqa: E402 - as above
from hoithi.config.statics import Statics  # noqa: E402 - as above
from hoithi.live.room import Room  # noqa: E402 - as above

_ONLY = os.environ.get("HOITHI_ONLY", "")

application = Entry(
    room=None if _ONLY == "site" else Room(),
    site=None if _ONLY == "room" else Site(WSGIHandler()),
    statics=Statics(settings.STATIC_ROOT),
    proxies=Proxies(settings.PROXIES),
)

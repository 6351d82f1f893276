"""Decides about the open round of a contest; run as a program by the tests."""

import sys

import django

django.setup()

from datetime import UTC, datetime, timedelta  # noqa: E402 - tables come after the setup

from hoithi.contests import actions  # noqa: E402 - as above
from hoithi.contests.actions.deciding import Order  # noqa: E402 - as above
from hoithi.contests.facts import state_at  # noqa: E402 - as above
from hoithi.contests.models import Contest  # noqa: E402 - as above
from hoithi.core.rounds import Change, RoundState  # noqa: E402 - as above
from hoithi.people.models import Person  # noqa: E402 - as above

if __name__ == "__main__":
    slug, change, *rest = sys.argv[1:]
    now = datetime.now(UTC)
    running = {RoundState.OPEN, RoundState.PAUSED}
    rounds = Contest.objects.get(slug=slug).rounds.all()
    round_ = next(one for one in rounds if state_at(one, now) in running)
    order = Order(reason="Mất điện toàn xã", stops_clock="stop" in rest)
    until = next((now + timedelta(seconds=int(one)) for one in rest if one.isdigit()), None)
    by = Person.objects.get(login="ho-tro")
    actions.decide(round_, Change(change), order=order, by=by, at=now, until=until)

"""The pinned clock."""

import asyncio
import threading
from datetime import UTC, datetime

from hoithi.kit import clock

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 6, tzinfo=UTC)


def test_every_thread_sees_the_pinned_moment():
    seen = []
    with clock.pinned(MONDAY):
        thread = threading.Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen == [MONDAY]
    assert clock.now() > FRIDAY


def test_each_task_may_live_at_a_moment_of_its_own():
    async def lives_at(moment):
        with clock.pinned_here(moment):
            await asyncio.sleep(0)
            return clock.now()

    async def both():
        return await asyncio.gather(lives_at(MONDAY), lives_at(FRIDAY))

    assert asyncio.run(both()) == [MONDAY, FRIDAY]

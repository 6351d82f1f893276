"""The way of one sitting through the room."""

from datetime import timedelta

import pytest

from hoithi.sittings.models import Holder, Sheet, Sitting, Submission
from tests.live import scene
from tests.live.scene import AT, Client

pytestmark = pytest.mark.usefixtures("database")


def test_a_paper_is_begun_saved_and_handed_in() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[object]:
        begun = await client.start(entrant)
        answers = scene.answers(begun.json)
        token = begun.json["sitting_token"]
        saved = await client.later(minutes=1).save(token, 1, answers)
        handed = await client.later(minutes=1).hand_in(token, 2, answers, prediction=300)
        again = await client.later(minutes=1).hand_in(token, 2, {})
        return [begun, answers, saved, handed, again]

    begun, answers, saved, handed, again = scene.told(story)
    assert (begun.status, begun.json["ordinal"], begun.json["minutes"]) == (201, 1, 20)
    assert len(begun.json["paper"]["questions"]) == 8
    assert begun.json["paper"]["prediction"] == {"text": "Bao nhiêu người?"}
    assert (saved.status, saved.json["saved"], saved.json["notices"]) == (200, 1, [])
    assert (handed.status, handed.json["kind"]) == (200, "contestant")
    assert again.json["receipt"] == handed.json["receipt"]
    submission = Submission.objects.get()
    assert (submission.answers, submission.prediction) == (answers, 300)
    assert submission.submitted_at == AT + timedelta(minutes=2)
    assert (Sitting.objects.count(), Holder.objects.count(), Sheet.objects.count()) == (1, 1, 1)

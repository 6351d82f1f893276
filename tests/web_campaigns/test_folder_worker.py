"""The folder of a campaign as the worker takes it from the queue and the browser fetches it."""

import zipfile
from io import BytesIO

import pytest
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from hoithi.files.models import Errand
from hoithi.plans.actions import import_plan
from hoithi.web.organiser.folder.contents import STAGES
from tests.campaigns.make import campaign
from tests.core.founding import texts
from tests.make import AT
from tests.web_campaigns.conftest import home

pytestmark = pytest.mark.django_db
LIST = "00-can-bo-sung.docx"


@pytest.fixture
def loop():
    """The worker's loop; the tests hand it its tasks."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    )


@pytest.fixture(params=["typed", "read"])
def made(request, organiser):
    """A campaign that was typed, and one that was read from a plan."""
    if request.param == "typed":
        return campaign(organiser.body).campaign
    return import_plan(texts.STAGE.encode(), "a.txt", body=organiser.body, by=None, at=AT).campaign


@pytest.mark.parametrize("stage", STAGES)
def test_every_moment_gives_a_zip(
    desk, organiser, made, stage, loop, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        waiting = desk.post(home(organiser, f"{made.pk}/ho-so/{stage}/lay-ho-so/")).url
    loop.run_task(DBTaskResult.objects.get())
    assert (Errand.objects.get().state, DBTaskResult.objects.get().status) == ("done", "SUCCESSFUL")
    assert "Hệ thống gặp lỗi" not in desk.get(waiting).content.decode()
    folder = zipfile.ZipFile(BytesIO(desk.get(f"{waiting}tep/").content))
    assert folder.testzip() is None
    assert LIST in folder.namelist()

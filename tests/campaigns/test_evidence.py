"""Files that show what was done."""

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import Attached, NothingTold, Report
from hoithi.campaigns.models import Holding, HoldingStatus
from hoithi.files.facts import FileRefused, Reason
from hoithi.files.models import StoredFile
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def holding():
    return Holding.objects.filter(task=campaign().campaign.tasks.first()).get()


def test_a_newer_file_takes_the_place_of_the_older_and_none_keeps_it(holding):
    by = make.person()
    for name in ("mot.pdf", "hai.pdf"):
        told = Report(HoldingStatus.DONE, file=Attached(PDF, name))
        actions.report(holding, told, by=by, at=AT)
    kept = actions.report(holding, Report(HoldingStatus.DONE), by=by, at=AT)
    assert kept.evidence_file.name == "hai.pdf"
    assert kept.evidence_file.body == holding.task.campaign.body


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b"", "a.pdf", Reason.EMPTY, id="empty"),
        pytest.param(b"MZ\x90\x00", "a.exe", Reason.KIND_NOT_ALLOWED, id="a program"),
        pytest.param(b"%PDF-1.4\n", "a.png", Reason.RENAMED, id="renamed"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_nothing_is_written(holding, data, name, reason):
    told = Report(HoldingStatus.DONE, "Đã xong", file=Attached(data, name))
    with pytest.raises(FileRefused) as refused:
        actions.report(holding, told, by=make.person(), at=AT)
    holding.refresh_from_db()
    assert (refused.value.reason, holding.status, holding.evidence) == (reason, "waiting", "")


def test_a_report_that_is_refused_keeps_no_file(holding):
    told = Report(HoldingStatus.STUCK, file=Attached(PDF, "a.pdf"))
    with pytest.raises(NothingTold):
        actions.report(holding, told, by=make.person(), at=AT)
    assert StoredFile.objects.count() == 0

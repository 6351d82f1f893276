"""Reports that units are asked for, for tests."""

from datetime import date

from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.actions import upward
from hoithi.campaigns.models import AskedReport, Campaign, ReportRequest, UpwardVersion
from hoithi.campaigns.queries.recipients import Asked
from hoithi.core.reporting.answers import Answer
from hoithi.core.reporting.outlines import Outline, read_outline
from hoithi.core.reporting.upward import ReportKind
from hoithi.people.models import Person, Unit
from tests.make import AT

OUTLINE: Outline = read_outline(
    "I. Kết quả thực hiện\n- Nêu số liệu\nII. Khó khăn, vướng mắc",
    "Bảng 1. Tuyên truyền\n- Hình thức\n- Số lượt (số)\n- Ngày (ngày)",
)
FILLED = Answer(("Đã phát thanh", "Không"), ((("Phát thanh", "12.5", "2026-11-01"),),))
DUE = date(2026, 11, 10)


def requested(
    campaign: Campaign, units: list[Unit], by: Person, *, out: bool = True
) -> ReportRequest:
    """A report that these units are asked for; a draft where it is not out."""
    new = deeds.NewRequest("Báo cáo kết quả tuyên truyền", OUTLINE, DUE)
    asked = [Asked(unit=unit) for unit in units]
    made = deeds.make_request(campaign, new, asked, by=by, at=AT)
    return deeds.send_request(made, by=by, at=AT) if out else made


def reported(campaign: Campaign, unit: Unit, by: Person | None) -> AskedReport:
    """A report that the unit sent."""
    assert by is not None
    asked = requested(campaign, [unit], by).asked.get()
    deeds.save_answer(asked, FILLED, revision=0, by=by, at=AT)
    deeds.send_answer(asked, by=by, at=AT)
    return asked


def sent_upward(campaign: Campaign, by: Person | None) -> UpwardVersion:
    """A report to the superior, of which a version was sent."""
    assert by is not None
    heading = upward.Heading("Kết quả thực hiện", "UBND tỉnh")
    made = upward.begin_upward(campaign, ReportKind.RESULT, heading, by=by, at=AT)
    content = upward.Frozen("result", made.subject, made.addressed_to, "UBND xã", AT.date(), ())
    return upward.freeze_upward(made, content, "", by=by, at=AT)

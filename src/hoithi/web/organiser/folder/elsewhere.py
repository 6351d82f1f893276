"""Papers that other pages make: taken from their makers, or told to be made there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoithi.campaigns.actions.upward import frozen_of
from hoithi.campaigns.models import UpwardVersion
from hoithi.campaigns.queries import late_tasks
from hoithi.campaigns.queries.committees import missing_for
from hoithi.core.reporting.upward import ReportKind
from hoithi.documents.official import Paper
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.campaigns import committee_papers
from hoithi.web.organiser.campaigns.upward.papers import paper_of
from hoithi.web.organiser.folder.frame import (
    bases_missing,
    file_word,
    lowered,
    page,
    signed_by,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet
from hoithi.web.organiser.meetings.papers import dossier
from hoithi.web.organiser.tasks import papers as task_papers
from hoithi.wording import meeting_papers
from hoithi.wording.committees import missing_said
from hoithi.wording.meeting_papers import Dossier


@dataclass(frozen=True)
class Later:
    """A paper that its own page makes: told, never made here."""

    name: str
    title: str
    signed_by: str
    page: str
    address: str
    """The name of the page's address."""

    def __call__(self, facts: FolderFacts) -> tuple[Sheet, ...]:
        """The sheet without a paper."""
        why = Missing("Lập và in tại trang riêng", self.page, page(facts.campaign, self.address))
        return (Sheet(self.name, self.title, self.signed_by, None, (why,)),)


def final_reports(facts: FolderFacts) -> Iterator[Sheet]:
    """Báo cáo kết quả to the superior, as it was last sent."""
    who, title = signed_by(facts.campaign.body.name), "Báo cáo tổng kết"
    newest = UpwardVersion.objects.filter(
        report__campaign=facts.campaign, report__kind=ReportKind.RESULT.value
    ).order_by("report", "number")
    sent = {one.report_id: one for one in newest}
    for one in sent.values():
        paper = paper_of(frozen_of(one), facts.campaign.body, one.document_number)
        yield Sheet("bao-cao-tong-ket", title, who, paper)
    if not sent:
        address = page(facts.campaign, "campaign_reports")
        why = Missing("Chưa chốt báo cáo kết quả", "Báo cáo", address)
        yield Sheet("bao-cao-tong-ket", title, who, None, (why,))


_PROPOSER = Missing("Cơ quan đề nghị thành lập và cơ quan thi hành quyết định")


def committees(facts: FolderFacts) -> Iterator[Sheet]:
    """Quyết định thành lập of each committee."""
    who = signed_by(facts.campaign.body.name)
    for one in facts.committees:
        address = page(facts.campaign, "campaign_committee", one.pk)
        said = (Missing(missing_said(what), one.name, address) for what in missing_for(one))
        lacks = (*bases_missing(facts), _PROPOSER, *said)
        yield Sheet(
            f"quyet-dinh-thanh-lap-{file_word(one.name)}",
            f"Quyết định thành lập {one.name}",
            who,
            committee_papers.decision(one),
            lacks,
        )
    if not facts.committees:
        address = page(facts.campaign, "campaign_committees")
        why = Missing("Kế hoạch chưa có ban, tổ nào", "Ban, tổ", address)
        yield Sheet("quyet-dinh-thanh-lap", "Quyết định thành lập các ban, tổ", who, None, (why,))


@dataclass(frozen=True)
class Meetings:
    """A paper of every activity of these kinds for which people meet."""

    kinds: frozenset[str]
    name: str
    title: str
    signed_by: str
    page: str
    make: Callable[[Dossier], Paper]

    def __call__(self, facts: FolderFacts) -> Iterator[Sheet]:
        """The paper as its own page drafts it, with what the meeting lacks."""
        for one in facts.activities:
            if one.kind in self.kinds and not one.is_superiors:
                one.campaign = facts.campaign
                told = dossier(one)
                yield Sheet(
                    f"{self.name}-{file_word(one.title)}",
                    f"{self.title} {lowered(one.title)}",
                    self.signed_by,
                    self.make(told),
                    tuple(self._missing(facts, told)),
                )

    def _missing(self, facts: FolderFacts, told: Dossier) -> Iterator[Missing]:
        one = told.activity
        if one.is_open:
            address = page(facts.campaign, "campaign_activity", one.key)
            yield Missing(f"Ngày tổ chức “{one.title}”", "Hoạt động", address)
        address = page(facts.campaign, self.page, one.key)
        if not told.guests:
            yield Missing("Thành phần mời dự", "Giấy mời", address)
        if not one.place:
            yield Missing(f"Địa điểm tổ chức “{one.title}”", "Hoạt động", address)
        if not told.meeting.chair:
            yield Missing("Người chủ trì", "Giấy mời", address)
        if not told.meeting.content and not told.agenda:
            yield Missing("Nội dung, chương trình", "Giấy mời", address)
        if self.make is meeting_papers.minutes:
            yield from _unnoted(told, address)


def _unnoted(told: Dossier, address: str) -> Iterator[Missing]:
    """What minutes need besides the invitation."""
    if not told.meeting.secretary:
        yield Missing("Thư ký", "Kết luận", address)
    if not told.tally.came and not told.tally.absent:
        yield Missing("Số người có mặt, vắng mặt", "Điểm danh", address)
    if not told.meeting.discussion.strip():
        yield Missing("Diễn biến của cuộc họp", "Kết luận", address)
    if not told.conclusions:
        yield Missing("Kết luận của cuộc họp", "Kết luận", address)


PREPARING = frozenset({"meeting", "training", "rehearsal"})
CEREMONIAL = frozenset({"conference", "review", "seminar", "festival", "performance"})

first_invitations = Meetings(
    PREPARING,
    "giay-moi",
    "Giấy mời",
    "Lãnh đạo",
    "activity_invitation",
    meeting_papers.invitation,
)
last_invitations = Meetings(
    CEREMONIAL,
    "giay-moi",
    "Giấy mời",
    "Lãnh đạo",
    "activity_invitation",
    meeting_papers.invitation,
)
all_minutes = Meetings(
    PREPARING | CEREMONIAL,
    "bien-ban",
    "Biên bản",
    "Thư ký, chủ trì",
    "activity_conclusions",
    meeting_papers.minutes,
)


def urging(facts: FolderFacts) -> Iterator[Sheet]:
    """Công văn đôn đốc, where something is late."""
    late = late_tasks(facts.campaign, today=facts.today)
    if late:
        paper = task_papers.urging(facts.campaign, late, facts.today)
        who = signed_by(facts.campaign.body.name)
        yield Sheet("cong-van-don-doc", "Công văn đôn đốc", who, paper)

"""Papers that other pages make: taken from their makers, or told to be made there."""

from collections.abc import Iterator
from dataclasses import dataclass

from hoithi.campaigns.queries.committees import missing_for
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.campaigns import committee_papers
from hoithi.web.organiser.campaigns.folder.frame import file_word, page, signed_by
from hoithi.web.organiser.campaigns.folder.sheets import Missing, Sheet
from hoithi.wording.committees import missing_said


@dataclass(frozen=True)
class Later:
    """A paper that its own page makes, or nothing makes yet: told, never made here."""

    name: str
    title: str
    signed_by: str
    page: str

    def __call__(self, _facts: FolderFacts) -> tuple[Sheet, ...]:
        """The sheet without a paper."""
        why = Missing(f"Chưa có trong hồ sơ; lập tại mục “{self.page}”", self.page)
        return (Sheet(self.name, self.title, self.signed_by, None, (why,)),)


def committees(facts: FolderFacts) -> Iterator[Sheet]:
    """Quyết định thành lập of each committee."""
    who = signed_by(facts.campaign.body.name)
    for one in facts.committees:
        address = page(facts.campaign, "campaign_committee", one.pk)
        lacks = tuple(Missing(missing_said(what), one.name, address) for what in missing_for(one))
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

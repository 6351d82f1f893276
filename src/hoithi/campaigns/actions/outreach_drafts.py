"""Drafts of outreach that somebody rewrote, kept beside those made from the facts."""

from datetime import datetime

from django.db import transaction

from hoithi.campaigns.actions.tasks import NothingTold
from hoithi.campaigns.models import Campaign, OutreachDraft
from hoithi.core.outreach.channels import Phase
from hoithi.core.outreach.drafts import DraftKind
from hoithi.core.vietnamese.text import clean_lines
from hoithi.journal import actions as journal
from hoithi.people.models import Person

Which = tuple[Phase, DraftKind]


@transaction.atomic
def rewrite(campaign: Campaign, which: Which, text: str, *, by: Person, at: datetime) -> None:
    """Keeps the text as somebody wrote it; the newest holds. Refuses an empty one."""
    written = clean_lines(text)
    if not written.strip():
        raise NothingTold
    phase, kind = which
    OutreachDraft.objects.update_or_create(
        campaign=campaign,
        phase=phase,
        kind=kind,
        defaults={"text": written, "edited_by": by, "edited_at": at},
    )
    facts = {"phase": str(phase), "kind": str(kind)}
    journal.record("campaigns.outreach_rewritten", campaign, by=by, at=at, facts=facts)


@transaction.atomic
def forget_rewritten(campaign: Campaign, which: Which, *, by: Person, at: datetime) -> None:
    """The draft made from the facts holds again."""
    phase, kind = which
    gone, _ = OutreachDraft.objects.filter(campaign=campaign, phase=phase, kind=kind).delete()
    if gone:
        facts = {"phase": str(phase), "kind": str(kind)}
        journal.record("campaigns.outreach_made_anew", campaign, by=by, at=at, facts=facts)

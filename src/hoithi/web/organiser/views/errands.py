"""What the worker makes for organisers: certificates of a round, the whole ranking as a table."""

from datetime import datetime

from hoithi.awards import queries as awards
from hoithi.files.facts.errands import Made
from hoithi.files.models import Errand
from hoithi.results.queries import desk as desks
from hoithi.web.organiser.tables import ranking_table
from hoithi.web.organiser.views.results import key_of


def certificates(errand: Errand, at: datetime) -> Made:
    """All certificates that stand, to be printed; every name read is journaled."""
    slug, key, address = (errand.wish[name] for name in ("slug", "key", "address"))
    pdf = awards.batch_pdf(errand.person, slug, key_of(key), address=address, at=at)
    return Made(data=pdf, name=f"giay-chung-nhan-{key}.pdf", media_type="application/pdf")


def ranking(errand: Errand, at: datetime) -> Made:
    """The whole ranking with masked names."""
    slug, key, kind = (errand.wish[name] for name in ("slug", "key", "kind"))
    draft = desks.draft_at_desk(errand.person, slug, key_of(key), at=at)
    content, media_type = ranking_table(draft, kind)
    return Made(data=content, name=f"ket-qua-{key}.{kind}", media_type=media_type)

"""What the worker makes for organisers: the certificates of a round."""

from datetime import datetime

from hoithi.awards import queries as awards
from hoithi.files.facts.errands import Made
from hoithi.files.models import Errand
from hoithi.web.organiser.views.results import key_of


def certificates(errand: Errand, at: datetime) -> Made:
    """All certificates that stand, to be printed; every name read is journaled."""
    slug, key, address = (errand.wish[name] for name in ("slug", "key", "address"))
    pdf = awards.batch_pdf(errand.person, slug, key_of(key), address=address, at=at)
    return Made(data=pdf, name=f"giay-chung-nhan-{key}.pdf", media_type="application/pdf")

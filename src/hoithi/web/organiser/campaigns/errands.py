"""What the worker does with plans: reading takes longer than a page may."""

from datetime import datetime

from django.utils.translation import gettext as _

from hoithi.files.facts.errands import Made
from hoithi.files.models import Errand
from hoithi.plans import actions
from hoithi.plans.queries import document_for


def read_plan(errand: Errand, at: datetime) -> Made:
    """Reads an uploaded plan, for the person who uploaded it."""
    body, number = errand.wish["body"], errand.wish["number"]
    document = actions.read(document_for(errand.person, body, number, at=at), at=at)
    count = document.understood.count()
    return Made(
        sentence=_(
            "Đã đọc xong văn bản, hiểu được %(count)s nội dung. Hãy xem lại trước khi lập kế hoạch."
        )
        % {"count": count}
    )

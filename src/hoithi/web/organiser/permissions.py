"""Who may look at a page, and who may send its form."""

from django.http import HttpRequest

from hoithi.contests.queries import EDITORS
from hoithi.people.models import RoleName


def editors(request: HttpRequest) -> tuple[RoleName, ...]:
    """The roles a form asks for; none to name where the page is only looked at."""
    return EDITORS if request.method == "POST" else ()

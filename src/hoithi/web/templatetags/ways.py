"""Which links a page shows to whoever looks at it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from hoithi.contests.models import Contest
from hoithi.people.models import OrganisingBody
from hoithi.web import permissions
from hoithi.web.organiser import menu

register = template.Library()


@register.simple_tag(takes_context=True)
def opens(context: Mapping[str, Any], page: str, over: Contest | OrganisingBody) -> bool:
    """Whether the page opens for who looks: `{% opens "person" contest as may_look %}`."""
    return permissions.opens(context["request"], page, over)


@register.simple_tag(takes_context=True)
def contest_menu(context: Mapping[str, Any], contest: Contest) -> Iterable[menu.MenuLine]:
    """The side menu of a contest as this person may use it."""
    return menu.contest_menu(context["request"], contest)

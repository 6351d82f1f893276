"""How people, roles and units are said in templates."""

from django import template

from hoithi.core.units.kinds import UnitKind
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import Role, RoleName
from hoithi.wording import journal
from hoithi.wording.deeds import DEEDS

register = template.Library()
register.filter("subject_label", journal.subject_label)
register.filter("facts_said", journal.facts_said)


@register.filter
def role_label(role: Role) -> str:
    """What somebody is, and over what: "Đầu mối đơn vị · UBND xã Hòa Sơn"."""
    over = role.body.name if role.body else ""
    return " · ".join(part for part in (role_name(role.name), over) if part)


@register.filter
def role_name(name: str) -> str:
    """The role as officials call it."""
    return str(ROLE_LABELS[RoleName(name)])


@register.filter
def kind_label(kind: str) -> str:
    """The kind of a unit as documents call it."""
    return UnitKind(kind).label


@register.filter
def deed_label(deed: str) -> str:
    """What was done, as officials say it; the name of the deed where nobody has said it yet."""
    return str(DEEDS.get(deed, deed))

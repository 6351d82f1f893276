"""Words of teams: their members, what they still lack, why somebody cannot join."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from hoithi.core.entering.teams import Capacity, Lack, Lacking, lacks_of
from hoithi.core.rulebook.entry import TeamRules
from hoithi.entries.facts import members
from hoithi.entries.models import Entrant, TeamMember
from hoithi.wording import sentence


def capacity_words(capacity: str) -> str:
    """As what a member stands in the team."""
    return {
        Capacity.MAIN: _("Thành viên chính"),
        Capacity.OTHER: _("Thành viên"),
        Capacity.RESERVE: _("Dự bị"),
    }[Capacity(capacity)]


def seat_words(member: TeamMember, rules: TeamRules | None) -> str:
    """The place of a member in the team; a capacity only where the rules tell them apart."""
    said = [_("Đội trưởng")] if member.captain else []
    if rules and (rules.main_members or rules.reserves):
        said.append(capacity_words(member.capacity))
    return ", ".join(said)


def team_lacks(team: Entrant, rules: TeamRules | None) -> list[str]:
    """What the team still lacks by the rules; nothing where these are not about teams."""
    seats = members.seats_of(team)
    return [_LACKS[one.what](one) for one in lacks_of(rules, seats)] if rules else []


_Say = Callable[[Lack], str]
_LACKS: dict[Lacking, _Say] = {
    Lacking.PEOPLE: lambda one: _("mới có %(found)s/%(needed)s người tối thiểu") % _of(one),
    Lacking.CAPTAIN: lambda _one: _("chưa có đội trưởng"),
    Lacking.MAIN_MEMBERS: lambda one: _("mới có %(found)s/%(needed)s thành viên chính") % _of(one),
    Lacking.RESERVES: lambda one: _("mới có %(found)s/%(needed)s người dự bị") % _of(one),
}


def _of(lack: Lack) -> dict[str, int]:
    return {"found": lack.found, "needed": lack.needed}


@sentence.register
def _unknown(refusal: members.TeamUnknown) -> str:
    if not refusal.facts["name"]:
        return _("Chưa ghi tên đội.")
    return _("Danh sách dự thi không có đội “%(name)s”. Hãy ghi đội trước.") % refusal.facts


@sentence.register
def _full(refusal: members.TeamFull) -> str:
    return _("“%(name)s” đã đủ %(most)s người. Theo thể lệ không ghi thêm được.") % refusal.facts


@sentence.register
def _twice(refusal: members.MemberTwice) -> str:
    return _("Người này đã có trong “%(name)s”.") % refusal.facts


@sentence.register
def _captains(refusal: members.CaptainTwice) -> str:
    return _("“%(name)s” có nhiều đội trưởng. Mỗi đội một đội trưởng.") % refusal.facts

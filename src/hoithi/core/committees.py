"""How decisions call the members of a committee, in which order they stand, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hoithi.core.vietnamese.text import fold, spelling_key, words_key


class Role(StrEnum):
    """What a member is in a committee, in the order in which decisions list them."""

    HEAD = "head"
    STANDING_DEPUTY = "standing_deputy"
    DEPUTY = "deputy"
    STANDING = "standing"
    MEMBER = "member"
    SECRETARY = "secretary"


_RANK = {role: rank for rank, role in enumerate(Role)}
_TITLES = {
    "ban": (
        "Trưởng ban",
        "Phó Trưởng ban thường trực",
        "Phó Trưởng ban",
        "Ủy viên thường trực",
        "Ủy viên",
        "Thư ký",
    ),
    "to": (
        "Tổ trưởng",
        "Tổ phó thường trực",
        "Tổ phó",
        "Thành viên thường trực",
        "Thành viên",
        "Thư ký",
    ),
    "hoi dong": (
        "Chủ tịch Hội đồng",
        "Phó Chủ tịch thường trực Hội đồng",
        "Phó Chủ tịch Hội đồng",
        "Ủy viên thường trực",
        "Ủy viên",
        "Thư ký Hội đồng",
    ),
    "tieu ban": (
        "Trưởng Tiểu ban",
        "Phó Trưởng Tiểu ban thường trực",
        "Phó Trưởng Tiểu ban",
        "Thành viên thường trực",
        "Thành viên",
        "Thư ký",
    ),
}


def title_of(role: Role, committee: str) -> str:
    """What decisions call a member with this role in a committee of this name.

    A "Tổ" has a Tổ trưởng, a "Hội đồng" a Chủ tịch; what begins otherwise is named as a "Ban" is.
    """
    name = fold(committee)
    titles = next((words for kind, words in _TITLES.items() if name.startswith(f"{kind} ")), None)
    return (titles or _TITLES["ban"])[_RANK[role]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A member as far as a decision needs one."""

    full_name: str
    post: str
    role: Role


def by_role(roles: Sequence[Role]) -> list[int]:
    """The places of members as decisions list them: by role, within a role as they stood."""
    return sorted(range(len(roles)), key=lambda place: (_RANK[roles[place]], place))


def is_same_person(one: Listed, other: Listed) -> bool:
    """Whether two lines name one person: one name, and one post where both state one."""
    if spelling_key(one.full_name) != spelling_key(other.full_name):
        return False
    posts = {words_key(one.post), words_key(other.post)} - {""}
    return len(posts) <= 1


class Gap(StrEnum):
    """What a decision on a committee still lacks."""

    NO_MEMBERS = "no_members"
    NO_HEAD = "no_head"
    SEVERAL_HEADS = "several_heads"
    POST_MISSING = "post_missing"
    ANSWERS_MISSING = "answers_missing"
    NOT_ACCEPTED = "not_accepted"
    NO_DUTIES = "no_duties"
    NO_PLAN_NUMBER = "no_plan_number"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, with whom or what it concerns."""

    gap: Gap
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known for the decision."""

    members: tuple[Listed, ...] = ()
    unanswered: tuple[str, ...] = ()
    """Who was asked to nominate and has not answered."""
    undecided: tuple[str, ...] = ()
    """Whose answer nobody has accepted yet."""
    has_duties: bool = False
    plan_number: str = ""


def missing_in(draft: Draft) -> list[Missing]:
    """What is to be completed before the decision is signed, the gravest first."""
    return [missing for missing in _missing(draft) if missing is not None]


def _missing(draft: Draft) -> Iterable[Missing | None]:
    heads = tuple(one.full_name for one in draft.members if one.role is Role.HEAD)
    postless = tuple(one.full_name for one in draft.members if not one.post.strip())
    yield None if draft.members else Missing(Gap.NO_MEMBERS)
    yield Missing(Gap.NO_HEAD) if draft.members and not heads else None
    yield Missing(Gap.SEVERAL_HEADS, heads) if len(heads) > 1 else None
    yield Missing(Gap.ANSWERS_MISSING, draft.unanswered) if draft.unanswered else None
    yield Missing(Gap.NOT_ACCEPTED, draft.undecided) if draft.undecided else None
    yield Missing(Gap.POST_MISSING, postless) if postless else None
    yield None if draft.has_duties else Missing(Gap.NO_DUTIES)
    yield None if draft.plan_number.strip() else Missing(Gap.NO_PLAN_NUMBER)

"""Whether contests have papers, staff their second factor, and the keys open what is sealed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator

from hoithi.contests.models import Contest, ContestState, Round
from hoithi.contests.queries import current_version, next_round, open_round
from hoithi.people.facts import SealBroken, opened
from hoithi.people.facts.accounts import WITHOUT_SECOND_FACTOR
from hoithi.people.models import Identity
from hoithi.people.queries.accounts import roles_in_force
from hoithi.rehearsals.playing import unsealed_parts
from hoithi.rehearsals.readiness.records import Line, attention, fault, ok

_SOON = timedelta(days=1)
_SEALED = "Thông tin cá nhân"
_STAFF = "Xác thực hai lớp"


def next_rounds(at: datetime) -> list[Round]:
    """The open round of each announced contest, else its next one."""
    contests = Contest.objects.filter(state=ContestState.ANNOUNCED, rehearses=None)
    found = (open_round(one, at=at) or next_round(one, at=at) for one in contests)
    return [round_ for round_ in found if round_ is not None]


def is_open(round_: Round, at: datetime) -> bool:
    """Whether people take part in it now."""
    return round_.opens_at is not None and round_.opens_at <= at


def papers(at: datetime) -> Iterator[Line]:
    """The next round of every contest has its papers."""
    for round_ in next_rounds(at):
        name = f"Bộ đề: {round_.contest.slug}, {round_.title}"
        version = round_.version or current_version(round_.contest, at=at)
        missing = sorted(set(unsealed_parts(round_, version)))
        if not missing:
            yield ok(name, "đã niêm phong")
            continue
        say = fault if round_.opens_at is None or round_.opens_at - at < _SOON else attention
        yield say(name, f"chưa có đề cho: {', '.join(missing)}", "Niêm phong ngân hàng câu hỏi")


def second_factor(at: datetime) -> Line:
    """Everybody whose role asks for it has a second factor."""
    roles = roles_in_force(at).exclude(name__in=WITHOUT_SECOND_FACTOR)
    staff = set(roles.values_list("person_id", flat=True))
    if not staff:
        return attention(_STAFF, "chưa có tài khoản nào", "Chạy: hoithi operator create")
    covered = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)
    missing = staff - set(covered.values_list("user_id", flat=True))
    if missing:
        return attention(
            _STAFF,
            f"{len(missing)} trong {len(staff)} tài khoản chưa cài đặt",
            "Nhắc từng người đăng nhập và cài đặt trước ngày thi",
        )
    return ok(_STAFF, f"cả {len(staff)} tài khoản đã cài đặt")


def sealed() -> Line:
    """The keys of this machine open the oldest and the newest identity.

    After a restore a fresh key file lies there until the old one is put back: everything runs,
    yet nobody can be telephoned and nobody finds their way back in.
    """
    kept = Identity.objects.exclude(sealed=None).order_by("pk")
    try:
        for identity in (kept.first(), kept.last()):
            if identity is not None:
                opened(identity)
    except SealBroken:
        return fault(
            _SEALED,
            "tệp khóa trên máy này không mở được",
            "Đặt lại đúng tệp khóa (keys.json) của hệ thống đã lập dữ liệu rồi khởi động lại",
        )
    return ok(_SEALED, "tệp khóa trên máy này mở được")

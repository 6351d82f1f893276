"""Lists of a body's administration taken away: staff counts, accounts, the journal."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.journal.models import Entry
from hoithi.kit import clock
from hoithi.people import queries
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import Person, RoleName
from hoithi.people.queries.staff_counts import Counted
from hoithi.web.request import SignedInRequest
from hoithi.web.tables import TableOut, taken_away
from hoithi.wording.deeds import DEEDS
from hoithi.wording.journal import facts_said, subject_label

JOURNAL_AT_MOST = 20_000
"""Lines of the journal in one file, the newest; what is older is found by filter."""
_COUNTS = (
    Column("code", ("Mã đơn vị",)),
    Column("name", ("Tên đơn vị",)),
    Column("people", ("Số người",), kind=Kind.WHOLE),
    Column("as_of", ("Đến ngày",), kind=Kind.DATE),
    Column("supplier", ("Nguồn",)),
)
_ACCOUNTS = (
    Column("full_name", ("Họ và tên",)),
    Column("post", ("Chức vụ, đơn vị",)),
    Column("login", ("Tên đăng nhập",)),
    Column("roles", ("Vai trò",)),
    Column("active", ("Đang dùng",), kind=Kind.MARK),
)
_JOURNAL = (
    Column("at", ("Lúc",)),
    Column("person", ("Người thực hiện",)),
    Column("deed", ("Việc",)),
    Column("subject", ("Đối tượng",)),
    Column("facts", ("Nội dung",)),
)


@login_required
@require_safe
def staff_counts_out(request: SignedInRequest, body: str, kind: str) -> HttpResponse:
    """The newest staff count of every unit; empty where nobody has said it."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    rows = (_count(one) for one in queries.counts_by_unit(owner, local_day(at)))
    table = TableOut(_("Số lượng người của các đơn vị"), _COUNTS, rows, (owner.name,))
    return taken_away(table, f"so-luong-nguoi-{owner.slug}", kind)


def _count(counted: Counted) -> list[Out]:
    version, count = counted.branch.version, counted.count
    if count is None:
        return [version.unit.code, version.name, None, None, ""]
    return [version.unit.code, version.name, count.people, count.as_of, count.supplier]


@login_required
@require_safe
def accounts_out(request: SignedInRequest, body: str, kind: str) -> HttpResponse:
    """The body's accounts with their roles, without telephone numbers."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    rows = (_account(one) for one in queries.accounts_of(owner))
    table = TableOut(_("Danh sách tài khoản"), _ACCOUNTS, rows, (owner.name,))
    return taken_away(table, f"tai-khoan-{owner.slug}", kind)


def _account(person: Person) -> list[Out]:
    held = dict.fromkeys(str(ROLE_LABELS[RoleName(role.name)]) for role in person.roles.all())
    active = "x" if person.is_active else ""
    return [person.full_name, person.post, person.login, "; ".join(held), active]


@login_required
@require_safe
def journal_out(request: SignedInRequest, kind: str) -> HttpResponse:
    """The journal as the person may read it, filtered as on screen, the newest lines."""
    entries = queries.journal_entries(request.user, clock.now())
    if deed := request.GET.get("viec", ""):
        entries = entries.filter(deed__startswith=deed)
    if name := request.GET.get("nguoi", ""):
        entries = entries.filter(person_name__icontains=name)
    rows = _entries(entries[:JOURNAL_AT_MOST].iterator())
    return taken_away(TableOut(_("Nhật ký"), _JOURNAL, rows), "nhat-ky", kind)


def _entries(entries: Iterable[Entry]) -> Iterator[list[Out]]:
    for entry in entries:
        facts = "; ".join(f"{name}: {value}" for name, value in facts_said(entry.facts))
        subject = f"{subject_label(entry.subject)} {entry.subject_id or ''}".strip()
        who = entry.person_name or _("Hệ thống")
        at = f"{localtime(entry.at):%H:%M:%S %d/%m/%Y}"
        yield [at, who, str(DEEDS.get(entry.deed, entry.deed)), subject, facts]

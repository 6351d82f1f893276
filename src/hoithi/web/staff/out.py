"""Lists of a body's administration taken away: staff counts, accounts, cards, the journal."""

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.journal.models import Entry
from hoithi.journal.queries import from_newest
from hoithi.people import queries
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import DayCard, OrganisingBody, Person, RoleName
from hoithi.people.queries.staff_counts import Counted
from hoithi.web.tables import MOST_AT_ONCE, Asked, TableOut, table_view
from hoithi.wording.deeds import DEEDS
from hoithi.wording.journal import facts_said, subject_label

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
_CARDS = (
    Column("full_name", ("Họ và tên",)),
    Column("role", ("Vai trò",)),
    Column("day", ("Ngày",), kind=Kind.DATE),
    Column("used", ("Mở trên thiết bị lúc",)),
)
_BODIES = (
    Column("name", ("Tên",)),
    Column("slug", ("Tên ngắn",)),
    Column("superior", ("Cơ quan cấp trên",)),
    Column("place", ("Địa danh",)),
    Column("telephone", ("Điện thoại",)),
    Column("created", ("Lập ngày",), kind=Kind.DATE),
)
_JOURNAL = (
    Column("at", ("Lúc",)),
    Column("person", ("Người thực hiện",)),
    Column("deed", ("Việc",)),
    Column("subject", ("Đối tượng",)),
    Column("facts", ("Nội dung",)),
)


@table_view
def bodies_out(asked: Asked) -> TableOut:
    """Every organising body of the installation, for its operator."""
    rows = (_body(one) for one in queries.bodies_operated(asked.person, at=asked.at))
    return TableOut(_("Các đơn vị tổ chức"), _BODIES, rows).called("don-vi-to-chuc")


def _body(body: OrganisingBody) -> list[Out]:
    created = local_day(body.created_at)
    return [body.name, body.slug, body.superior, body.place, body.telephone, created]


@table_view
def staff_counts_out(asked: Asked, body: str) -> TableOut:
    """The newest staff count of every unit; empty where nobody has said it."""
    owner = queries.body_administered(asked.person, body, at=asked.at)
    rows = (_count(one) for one in queries.counts_by_unit(owner, local_day(asked.at)))
    table = TableOut(_("Số lượng người của các đơn vị"), _COUNTS, rows, (owner.name,))
    return table.called(f"so-luong-nguoi-{owner.slug}", owner)


def _count(counted: Counted) -> list[Out]:
    version, count = counted.branch.version, counted.count
    if count is None:
        return [version.unit.code, version.name, None, None, ""]
    return [version.unit.code, version.name, count.people, count.as_of, count.supplier]


@table_view
def accounts_out(asked: Asked, body: str) -> TableOut:
    """The body's accounts with their roles, without telephone numbers."""
    owner = queries.body_administered(asked.person, body, at=asked.at)
    rows = (_account(one) for one in queries.accounts_of(owner).iterator(MOST_AT_ONCE + 1))
    table = TableOut(_("Danh sách tài khoản"), _ACCOUNTS, rows, (owner.name,))
    return table.called(f"tai-khoan-{owner.slug}", owner)


def _account(person: Person) -> list[Out]:
    held = dict.fromkeys(str(ROLE_LABELS[RoleName(role.name)]) for role in person.roles.all())
    active = "x" if person.is_active else ""
    return [person.full_name, person.post, person.login, "; ".join(held), active]


@table_view
def day_cards_out(asked: Asked, body: str) -> TableOut:
    """Every card of the body for a role of one day, the newest day first."""
    owner = queries.body_administered(asked.person, body, at=asked.at)
    rows = (_card(one) for one in queries.day_cards_of(owner).iterator())
    table = TableOut(_("Thẻ trong ngày"), _CARDS, rows, (owner.name,))
    return table.called(f"the-trong-ngay-{owner.slug}", owner)


def _card(card: DayCard) -> list[Out]:
    role = str(ROLE_LABELS[RoleName(card.role.name)])
    used = f"{localtime(card.bound_at):%H:%M %d/%m/%Y}" if card.bound_at else ""
    return [card.role.person.full_name, role, card.day, used]


@table_view
def journal_out(asked: Asked) -> TableOut:
    """The whole journal as the person may read it, filtered as on screen, the newest first."""
    entries = queries.journal_entries(asked.person, asked.at)
    if deed := asked.query.get("viec", ""):
        entries = entries.filter(deed__startswith=deed)
    if name := asked.query.get("nguoi", ""):
        entries = entries.filter(person_name__icontains=name)
    rows = map(_entry, from_newest(entries))
    return TableOut(_("Nhật ký"), _JOURNAL, rows).called("nhat-ky")


def _entry(entry: Entry) -> list[Out]:
    facts = "; ".join(f"{name}: {value}" for name, value in facts_said(entry.facts))
    subject = f"{subject_label(entry.subject)} {entry.subject_id or ''}".strip()
    who = entry.person_name or _("Hệ thống")
    at = f"{localtime(entry.at):%H:%M:%S %d/%m/%Y}"
    return [at, who, str(DEEDS.get(entry.deed, entry.deed)), subject, facts]

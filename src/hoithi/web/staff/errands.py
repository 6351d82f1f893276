"""What the worker makes for administrators: slips of many accounts, many accounts from a table."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.dates import moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.documents import typeset
from hoithi.files import actions as files
from hoithi.files.facts import FileKind
from hoithi.files.facts.errands import Made
from hoithi.files.models import Errand, StoredFile
from hoithi.notices import actions as notices
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import NewAccount, Slip
from hoithi.people.facts.tables import TableRead
from hoithi.people.models import OrganisingBody, Person
from hoithi.web.staff.tables import with_reasons
from hoithi.web.staff.uploads import content

RESET = "tai-khoan-cap-lai/"
"""How the keys of messages begin that tell somebody of a slip printed anew."""


def slips(errand: Errand, at: datetime) -> Made:
    """The PDF of slips for chosen accounts; their old passwords and links end."""
    body = queries.body_with_accounts(errand.person, errand.wish["body"], at=at)
    allowed = queries.accounts_reset_by(errand.person, body, at=at)
    chosen = list(allowed.filter(pk__in=errand.wish["people"]))
    made = [_reset(account, body, errand.person, at) for account in chosen]
    return slips_made(body, made, errand.wish["address"])


def _reset(account: Person, body: OrganisingBody, by: Person, at: datetime) -> Slip:
    """A new slip; whoever has signed in with a password of their own is told who took it away."""
    had_password = account.has_usable_password()
    slip = actions.reset_account(account, by=by, at=at)
    if had_password:
        notices.tell(account, _told(by, at), body=body, at=at, key=f"{RESET}{at.isoformat()}")
    return slip


def _told(by: Person, at: datetime) -> str:
    told = {"name": by.full_name, "moment": moment_text(LocalMoment.of(at))}
    return (
        _(
            "%(name)s đã cấp lại phiếu đặt mật khẩu của tài khoản này lúc %(moment)s. "
            "Nếu ông/bà không đề nghị việc đó, hãy báo ngay người quản trị của đơn vị."
        )
        % told
    )


def slips_made(body: OrganisingBody, made: list[Slip], address: str) -> Made:
    """The PDF of these slips; their links begin with the address of the site."""
    pdf = typeset.slips([_printed(body, slip, address) for slip in made])
    return Made(
        sentence=_("Đã lập phiếu của %(count)s tài khoản.") % {"count": len(made)},
        data=pdf,
        name=f"phieu-tai-khoan-{body.slug}.pdf",
        media_type=FileKind.PDF.media_type,
    )


def _printed(body: OrganisingBody, slip: Slip, address: str) -> typeset.Slip:
    return typeset.Slip(
        body=body.name,
        name=slip.person.full_name,
        login_name=slip.person.login,
        link=f"{address}{reverse('sign_in_link', args=[slip.token])}",
        expires=moment_text(LocalMoment.of(slip.expires_at)),
        role=slip.person.post,
    )


def accounts(errand: Errand, at: datetime) -> Made:
    """All accounts of a table that was shown, once; or none, and the table with its reasons."""
    body = queries.body_administered(errand.person, errand.wish["body"], at=at)
    file = StoredFile.objects.get(body=body, pk=errand.wish["file"])
    if not errand.progress:
        read = queries.accounts_in_table(content(file), file.name)
        if not read.is_clean:
            return _returned(file, read)
        with transaction.atomic():
            made = actions.make_accounts(read.items, body=body, by=errand.person, at=at)
            files.advance(errand, len(made))
        errand.progress = len(made)
    return Made(_("Đã tạo %s tài khoản. Hãy quay lại và chọn để in phiếu.") % errand.progress)


def _returned(file: StoredFile, read: TableRead[NewAccount]) -> Made:
    name, data = with_reasons(file, read)
    return Made(
        sentence=_(
            "Có %(lines)s dòng chưa đúng nên chưa tạo tài khoản nào. "
            "Đề nghị tải tệp, xem cột “Lý do”, sửa rồi gửi lại."
        )
        % {"lines": len(read.faults)},
        data=data,
        name=name,
        media_type=FileKind.XLSX.media_type,
    )

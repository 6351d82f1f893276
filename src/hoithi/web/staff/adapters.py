"""How the library for signing in behaves and speaks here."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hoithi import wording
from hoithi.kit import clock
from hoithi.notices import actions as notices
from hoithi.notices.queries import unread_notices
from hoithi.people import facts, queries
from hoithi.people.actions.tallies import count_try, forgive_try
from hoithi.people.facts.tries import Counter, TooManyTries
from hoithi.people.models import Person
from hoithi.web.staff import guard
from hoithi.web.staff.errands import RESET

_JUST_NOW = timedelta(minutes=15)
_WRONG_CODE = _("Mã xác thực không đúng hoặc đã quá thời gian. Đề nghị nhập mã mới.")
_TOO_MANY = _("Thử quá nhiều lần. Đề nghị chờ một phút rồi thử lại.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts are made by bodies; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đã ngừng sử dụng."),
        "enter_current_password": _("Mật khẩu hiện tại không đúng."),
        "incorrect_code": _WRONG_CODE,
        "incorrect_password": _("Mật khẩu không đúng."),
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu không đúng."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu không đúng."),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        del request
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts the try before the password is looked at; the same for names that do not exist."""
        self._counted = guard.counters(request, credentials.get("username", ""))
        counted(self._counted)

    def _rollback_login_failed_rl_usage(self) -> None:
        """The password was right."""
        forgive_try(self._counted, at=clock.now())

    def post_login(self, request: HttpRequest, user: Person, **facts: Any) -> HttpResponse:
        """After everything that was asked for: the device is known from now on, and the person
        learns who had a new slip printed since."""
        response: HttpResponse = super().post_login(request, user, **facts)
        tell_of_resets(request, user)
        guard.remember(request, response, user.login)
        return response

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Whoever has just signed in and sets up a first second factor is not asked again, not
        even to see the recovery codes that come with it."""
        signed_in_at = context.request.user.last_login
        if app != "allauth.mfa" or signed_in_at is None:
            return bool(super().is_reauthentication_required(app=app))
        if timezone.now() - signed_in_at > _JUST_NOW:
            return True
        return queries.had_second_factor(context.request.user, signed_in_at)


def tell_of_resets(request: HttpRequest, person: Person) -> None:
    """Says on the first page after signing in by whom and when the account was reset, once."""
    unread = list(unread_notices(person).filter(key__startswith=RESET))
    for notice in unread:
        messages.warning(request, notice.text)
    notices.mark_read(unread, at=clock.now())


def counted(counters: list[Counter]) -> None:
    """Counts a try as forms understand it. Refuses (ValidationError) with the time to wait."""
    try:
        count_try(counters, at=clock.now())
    except TooManyTries as refusal:
        sentence = wording.sentence(refusal)
        raise ValidationError(sentence, code="too_many_login_attempts") from refusal


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """The second factor in Vietnamese."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("Không được tắt xác thực hai lớp."),
        "cannot_generate_recovery_codes": _("Cần bật xác thực hai lớp trước khi tạo mã dự phòng."),
        "incorrect_code": _WRONG_CODE,
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that a device shows beside a passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Hội Thi"}

    def encrypt(self, text: str) -> str:
        """Secrets lie in the database under the keys that lie outside of it."""
        return facts.sealed_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; one in the clear, put there by somebody else, is refused."""
        return facts.opened_secret(encrypted_text)

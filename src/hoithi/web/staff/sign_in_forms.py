"""The library's forms for signing in, with labels in Vietnamese."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.forms import Field
from django.utils.translation import gettext_lazy as _

from hoithi.kit import clock
from hoithi.people.actions.tallies import forgive_try
from hoithi.people.facts.tries import CODE, Counter
from hoithi.people.models import Person
from hoithi.web.staff import demo_factor
from hoithi.web.staff.adapters import counted


class Said:
    """Replaces labels and helps; a placeholder is no label, so there is none."""

    labels: ClassVar[dict[str, Any]] = {}
    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class SignInForm(Said, account.LoginForm):  # type: ignore[misc]  # the library has no types
    """Signing in by name and password."""

    labels = {
        "login": _("Tên đăng nhập"),
        "password": _("Mật khẩu"),
        "remember": _("Giữ đăng nhập trên thiết bị này"),
    }


class PasswordChangeForm(Said, account.ChangePasswordForm):  # type: ignore[misc]  # as above
    """A new password in the place of a known one."""

    labels = {
        "oldpassword": _("Mật khẩu hiện tại"),
        "password1": _("Mật khẩu mới"),
        "password2": _("Nhập lại mật khẩu mới"),
    }


class ReauthenticateForm(Said, account.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The password once more before something that matters."""

    labels = {"password": _("Mật khẩu")}


class Counted:
    """Counts the codes of a person that were wrong."""

    user: Person
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """The code, if it is right. Refuses one more than may be tried, right or wrong."""
        counters = [Counter(CODE, str(self.user.pk))]
        counted(counters)
        if self.cleaned_data["code"] == demo_factor.WORD:
            self.cleaned_data["code"] = demo_factor.code_now(self.user.pk)
        code: str = super().clean_code()  # type: ignore[misc]  # of the library's form
        forgive_try(counters, at=clock.now())
        return code


class CodeForm(Counted, Said, factor.AuthenticateForm):  # type: ignore[misc]  # as above
    """The second factor at sign-in."""

    labels = {"code": _("Mã xác thực hoặc mã dự phòng")}


class CodeAgainForm(Counted, Said, factor.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The second factor once more."""

    labels = {"code": _("Mã xác thực")}


class ActivateForm(Said, totp.ActivateTOTPForm):  # type: ignore[misc]  # as above
    """The first code of an application."""

    labels = {"code": _("Mã 6 chữ số trên ứng dụng")}


class AddPasskeyForm(Said, webauthn.AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey or security key."""

    labels = {
        "name": _("Tên gợi nhớ"),
        "passwordless": _("Dùng để đăng nhập không cần mật khẩu"),
    }


class EditPasskeyForm(Said, webauthn.EditWebAuthnForm):  # type: ignore[misc]  # as above
    """Another name for a passkey."""

    labels = {"name": _("Tên gợi nhớ")}

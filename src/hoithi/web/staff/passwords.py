"""What makes a password weak, said in Vietnamese: Django's own checks with other words."""

from django.contrib.auth import password_validation as checks
from django.utils.translation import gettext as _


class LongEnough(checks.MinimumLengthValidator):
    """At least so many characters."""

    def get_error_message(self) -> str:
        """What to do."""
        return _("Mật khẩu quá ngắn: cần ít nhất %s ký tự.") % self.min_length

    def get_help_text(self) -> str:
        """What is asked for."""
        return _("Ít nhất %s ký tự.") % self.min_length


class NotCommon(checks.CommonPasswordValidator):
    """Not one of the twenty thousand most used."""

    def get_error_message(self) -> str:
        """What to do."""
        return _("Mật khẩu này quá phổ biến, dễ đoán. Đề nghị chọn mật khẩu khác.")

    def get_help_text(self) -> str:
        """What is asked for."""
        return _("Không dùng mật khẩu phổ biến.")


class NotLikeThePerson(checks.UserAttributeSimilarityValidator):
    """Not the person's own name or sign-in name."""

    def get_error_message(self) -> str:
        """What to do."""
        return _("Mật khẩu quá giống họ tên hoặc tên đăng nhập. Đề nghị chọn mật khẩu khác.")

    def get_help_text(self) -> str:
        """What is asked for."""
        return _("Không giống họ tên, tên đăng nhập.")

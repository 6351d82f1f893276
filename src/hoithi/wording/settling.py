"""Sentences about the third look at sheets typed unlike."""

from django.utils.translation import gettext as _

from hoithi.sittings.actions import settling
from hoithi.wording import sentence


@sentence.register
def _settler_typed(_refusal: settling.SettlerTyped) -> str:
    return _("Người đã nhập bài không tự thống nhất được. Hãy nhờ người thứ ba.")


@sentence.register
def _nothing_to_settle(_refusal: settling.NothingToSettle) -> str:
    return _("Bài này không còn chờ thống nhất: đã được tính, hoặc mới có một người nhập.")


@sentence.register
def _not_settled(_refusal: settling.NotSettled) -> str:
    return _("Hãy chọn điều ghi trên bản giấy cho mọi chỗ hai lần nhập khác nhau.")

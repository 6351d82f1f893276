"""The sentence for each reason why a campaign's file is not opened."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hoithi.core.handing.file import CampaignFileRefused, Fault
from hoithi.wording import sentence

_FAULTS = {
    Fault.EMPTY: gettext_noop("Tệp không có nội dung. Hãy chọn lại tệp."),
    Fault.TOO_BIG: gettext_noop("Tệp lớn quá mức cho phép (8 MB). Hãy chọn lại tệp."),
    Fault.NOT_A_CAMPAIGN: gettext_noop(
        "Đây không phải tệp kế hoạch xuất từ hệ thống. Hãy chọn tệp có đuôi .hoithi.json."
    ),
    Fault.NEWER: gettext_noop(
        "Tệp do phiên bản mới hơn của hệ thống xuất ra. Hãy nâng cấp hệ thống rồi nhận lại."
    ),
    Fault.TAMPERED: gettext_noop(
        "Nội dung tệp đã bị sửa hoặc hỏng trên đường gửi. Hãy xin lại tệp từ đơn vị gửi."
    ),
    Fault.DAMAGED: gettext_noop(
        "Tệp không đầy đủ hoặc có nội dung không hợp lệ. Hãy xin lại tệp từ đơn vị gửi."
    ),
    Fault.HOSTILE: gettext_noop(
        "Tệp có ký tự không được phép nên không được nhận. Hãy xin lại tệp từ đơn vị gửi."
    ),
}


@sentence.register
def _refused(refusal: CampaignFileRefused) -> str:
    told = _(_FAULTS[refusal.fault])
    if not refusal.place:
        return told
    return f"{told} {_('Vị trí: %(place)s.') % {'place': refusal.place}}"

"""What a person reads when something is not there, is refused, or cannot be done."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.kit.refusals import Refusal

MOST_BYTES_OF_A_REQUEST = 64 * 1024 * 1024
"""A hundred returned tables fit; what is bigger is refused before a byte of it is read."""

Handler = Callable[[HttpRequest], HttpResponseBase]


class AnswersMiddleware:
    """Turns what views raise into pages: not there is 404, a refusal is 422 with its sentence."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > MOST_BYTES_OF_A_REQUEST:
            return too_much(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Whoever may not reach an object is answered as if it did not exist."""
        if isinstance(error, ObjectDoesNotExist):
            return not_found(request, error)
        if isinstance(error, Refusal):
            return said(request, _("Chưa thực hiện được"), wording.sentence(error), status=422)
        return None


def said(request: HttpRequest, heading: str, sentence: str, *, status: int) -> HttpResponse:
    """A page of one sentence, with a way back to where the person was."""
    facts = {"heading": heading, "sentence": sentence, "back": _way_back(request)}
    response = render(request, "message.html", facts, status=status)
    # htmx shows the page of a refusal in the place of the whole main part.
    response["HX-Retarget"] = "body"
    return response


def _way_back(request: HttpRequest) -> str:
    """The page on which a form was sent; the way of a page that is not there leads home."""
    if request.method != "POST":
        return "/"
    came = urlsplit(request.headers.get("Referer", ""))
    if came.netloc != request.get_host():
        return request.path
    return f"{came.path}?{came.query}" if came.query else came.path


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Neutral: the same for what never was and for what is another's."""
    del exception
    return said(
        request,
        _("Không tìm thấy trang"),
        _("Địa chỉ không đúng, nội dung không còn, hoặc tài khoản của ông/bà không được xem."),
        status=404,
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The person is known and may not."""
    del exception
    sentence = _("Tài khoản của ông/bà không có quyền làm việc này.")
    return said(request, _("Không có quyền"), sentence, status=403)


def page_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is too old, or the device sends no cookies."""
    del reason
    if settings.CSRF_COOKIE_NAME not in request.COOKIES:
        return said(request, _("Chưa ghi nhận"), _no_cookies(), status=403)
    sentence = _(
        "Trang đã mở quá lâu nên chưa ghi nhận gì. Đề nghị quay lại, tải lại trang rồi làm lại."
    )
    return said(request, _("Trang đã hết hạn"), sentence, status=403)


def _no_cookies() -> str:
    return _(
        "Trang đã mở quá lâu, hoặc trình duyệt này chặn cookie, nên chưa ghi nhận gì. Đề nghị "
        "quay lại, tải lại trang rồi làm lại. Nếu vẫn như vậy, hãy mở trang bằng Chrome hoặc "
        "Safari; trong Zalo, Facebook: bấm dấu ba chấm ở góc màn hình rồi chọn mở bằng trình "
        "duyệt. Cách khác: dùng máy khác, đến điểm thi hỗ trợ hoặc gọi Ban Tổ chức."
    )


def too_much(request: HttpRequest) -> HttpResponse:
    """More bytes than any form takes."""
    sentence = _("Nội dung gửi lên quá lớn. Đề nghị gửi từng phần, mỗi tệp không quá 20 MB.")
    return said(request, _("Gửi lên quá lớn"), sentence, status=413)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request is not one that the site's own pages send."""
    del exception
    sentence = _("Yêu cầu không hợp lệ nên chưa ghi nhận gì. Đề nghị quay lại và làm lại.")
    return said(request, _("Yêu cầu không hợp lệ"), sentence, status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of the program; it is in the log."""
    sentence = _("Hệ thống gặp lỗi, đã ghi lại để xử lý. Đề nghị thử lại sau ít phút.")
    return said(request, _("Hệ thống gặp lỗi"), sentence, status=500)

"""Sentences about uploads that are not taken."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from hoithi.core.vietnamese.numbers import dotted
from hoithi.files.facts import FileRefused, NoFile, Reason, TooManyFiles, TooManyLines, UploadOver
from hoithi.wording import sentence

_KINDS = {
    "pdf": "PDF",
    "png": "PNG",
    "jpeg": "JPG",
    "jpg": "JPG",
    "docx": "Word (.docx)",
    "xlsx": "Excel (.xlsx)",
    "xls": "Excel (.xls)",
    "mp3": "MP3",
    "ogg": "OGG",
    "mp4": "MP4",
    "webm": "WebM",
}


@sentence.register
def _file_refused(refusal: FileRefused) -> str:
    return _SENTENCES[refusal.reason](refusal)


@sentence.register
def _no_file(_refusal: NoFile) -> str:
    return _("Chưa chọn tệp nào.")


@sentence.register
def _too_many_files(refusal: TooManyFiles) -> str:
    return _("Mỗi lần gửi không quá %(at_most)s tệp.") % refusal.facts


@sentence.register
def _too_many_lines(refusal: TooManyLines) -> str:
    text = _(
        "Danh sách có hơn %(at_most)s dòng, Excel không mở được. "
        "Đề nghị tải về dạng CSV, hoặc lọc bớt rồi tải lại."
    )
    return text % {"at_most": dotted(int(str(refusal.facts["at_most"])))}


@sentence.register
def _upload_over(_refusal: UploadOver) -> str:
    return _("Trang xem trước đã mở quá lâu. Đề nghị gửi lại tệp.")


def _allowed(refusal: FileRefused) -> str:
    kinds = refusal.facts.get("allowed", ())
    names = [_KINDS.get(str(kind), str(kind)) for kind in kinds]  # type: ignore[attr-defined]  # facts are of any type
    return ", ".join(names)


def _not_allowed(refusal: FileRefused) -> str:
    told = _("Tệp không đúng loại. Chỉ nhận các loại tệp sau: %(kinds)s.")
    kinds, name = _allowed(refusal), str(refusal.facts.get("name", ""))
    if name.lower().endswith(".doc") and ".docx" in kinds:
        told += " " + _("Tệp Word cũ (.doc) thì mở bằng Word, lưu thành .docx rồi gửi lại.")
    return told % {"kinds": kinds}


_SENTENCES: dict[Reason, Callable[[FileRefused], str]] = {
    Reason.EMPTY: lambda _refusal: _("Tệp không có nội dung. Đề nghị chọn lại tệp."),
    Reason.TOO_BIG: lambda refusal: (
        _("Tệp lớn hơn %(at_most)s MB. Đề nghị giảm dung lượng rồi gửi lại.") % refusal.facts
    ),
    Reason.KIND_NOT_ALLOWED: _not_allowed,
    Reason.RENAMED: lambda refusal: (
        _(
            "Tên tệp “%(name)s” không khớp với nội dung (nội dung là tệp %(kind)s). "
            "Đề nghị lưu lại đúng định dạng rồi gửi lại."
        )
        % refusal.facts
    ),
    Reason.DAMAGED: lambda _refusal: _("Tệp bị hỏng, không mở được. Đề nghị lưu lại và gửi lại."),
    Reason.BOMB: lambda _refusal: _(
        "Tệp khi giải nén quá lớn nên không được nhận. Đề nghị lưu lại thành tệp mới rồi gửi lại."
    ),
    Reason.PASSWORD: lambda _refusal: _("Tệp đang đặt mật khẩu. Đề nghị bỏ mật khẩu rồi gửi lại."),
}

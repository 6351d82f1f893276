"""Addresses of corrected keys."""

from django.urls import path

from hoithi.web.organiser.corrections import deciding, notice, proposing
from hoithi.web.papers import PAPER_FILE

_BANKS = "quan-tri/ngan-hang"
_CORRECTION = f"{_BANKS}/dinh-chinh/<int:number>"

urlpatterns = [
    path(f"{_BANKS}/cau-hoi/<int:version>/dinh-chinh/", proposing.key_correct, name="key_correct"),
    path(f"{_CORRECTION}/", deciding.key_correction, name="key_correction"),
    path(f"{_CORRECTION}/quyet-dinh/", deciding.key_decide, name="key_decide"),
    path(f"{_CORRECTION}/lay-lai/", deciding.key_take_back, name="key_take_back"),
    path(f"{_CORRECTION}/thong-bao.{PAPER_FILE}", notice.key_notice, name="key_notice"),
]

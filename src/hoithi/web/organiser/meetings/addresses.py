"""Addresses of meetings."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from hoithi.web.organiser.meetings import attendance, conclusions, guests, invitation, papers
from hoithi.web.papers import PAPER_FILE


class PaperConverter(StringConverter):
    """A paper of a meeting."""

    regex = "giay-moi|danh-sach-ky|bien-ban|thong-bao-ket-luan"


register_converter(PaperConverter, "meeting_paper")

_ACTIVITY = "quan-tri/<slug:body>/ke-hoach/<int:number>/hoat-dong/<slug:key>"
_MOVE = "quan-tri/<slug:body>/ke-hoach/<int:number>/thay-doi/<int:move>"

urlpatterns = [
    path(f"{_ACTIVITY}/giay-moi/", invitation.activity_invitation, name="activity_invitation"),
    path(f"{_ACTIVITY}/gui-giay-moi/", invitation.invitation_send, name="invitation_send"),
    path(f"{_ACTIVITY}/nhac-tra-loi/", invitation.invitation_remind, name="invitation_remind"),
    path(f"{_ACTIVITY}/thanh-phan/", guests.activity_guests, name="activity_guests"),
    path(f"{_ACTIVITY}/thanh-phan/<int:guest>/", guests.activity_guest, name="activity_guest"),
    path(f"{_ACTIVITY}/diem-danh/", attendance.activity_attendance, name="activity_attendance"),
    path(f"{_ACTIVITY}/ket-luan/", conclusions.activity_conclusions, name="activity_conclusions"),
    path(
        f"{_ACTIVITY}/ket-luan/<int:conclusion>/",
        conclusions.activity_conclusion,
        name="activity_conclusion",
    ),
    path(
        f"{_ACTIVITY}/van-ban/<meeting_paper:paper>.{PAPER_FILE}",
        papers.meeting_paper,
        name="meeting_paper",
    ),
    path(f"{_MOVE}/", papers.activity_move, name="activity_move"),
    path(f"{_MOVE}/cong-van.{PAPER_FILE}", papers.move_letter_file, name="move_letter_file"),
]

"""Addresses of units' contacts."""

from django.urls import path

from hoithi.web.tables import TABLE_FILE
from hoithi.web.unit import (
    invitations,
    lines,
    lists,
    nominations,
    replacing,
    reports,
    tasks,
    telling,
    views,
)

_UNIT = "don-vi/<slug:slug>/<str:code>"
_TELLS = "don-vi/ke-hoach/tuyen-truyen/<int:number>/<int:agency>/<int:unit>"
_REPORT = "don-vi/ke-hoach/bao-cao/<int:asked>"
_TABLE = f"{_REPORT}/bang/<int:table>"

urlpatterns = [
    path("don-vi/cu-thanh-vien/<int:number>/", nominations.unit_nomination, name="unit_nomination"),
    path("cu-thanh-vien/mau.xlsx", nominations.nominee_form, name="nominee_form"),
    path("cu-thanh-vien/<str:token>/", nominations.nomination_link, name="nomination_link"),
    path("don-vi/", views.home, name="contact_home"),
    path("don-vi/mau.xlsx", views.form, name="named_list_form"),
    path("don-vi/giay-moi/", invitations.my_invitations, name="my_invitations"),
    path(
        "don-vi/tra-loi-moi/<str:token>/",
        invitations.invitation_by_link,
        name="invitation_by_link",
    ),
    path("don-vi/giay-moi/<int:activity>/", invitations.my_invitation, name="my_invitation"),
    path("don-vi/ke-hoach/", tasks.unit_campaigns, name="unit_campaigns"),
    path("don-vi/ke-hoach/viec/<int:holding>/", tasks.unit_task, name="unit_task"),
    path("don-vi/ke-hoach/viec/<int:holding>/tep/", tasks.unit_task_file, name="unit_task_file"),
    path(f"{_TELLS}/", telling.unit_outreach, name="unit_outreach"),
    path(f"{_TELLS}/anh/<int:photo>/", telling.unit_outreach_photo, name="unit_outreach_photo"),
    path("tuyen-truyen/<str:token>/", telling.outreach_by_link, name="outreach_by_link"),
    path(f"{_REPORT}/", reports.unit_report, name="unit_report"),
    path(f"{_TABLE}/mau.xlsx", reports.unit_report_form, name="unit_report_form"),
    path(f"{_TABLE}/xem-truoc/", reports.unit_report_table, name="unit_report_table"),
    path(f"{_TABLE}/nhan/", reports.unit_report_take, name="unit_report_take"),
    path(f"{_TABLE}/tra-lai/", reports.unit_report_give_back, name="unit_report_give_back"),
    path(f"{_UNIT}/", lists.named_list, name="named_list"),
    path(f"{_UNIT}/thay/", replacing.replace_list, name="named_list_replace"),
    path(f"{_UNIT}/tra-lai/", lists.give_back, name="named_list_give_back"),
    path(f"{_UNIT}/danh-sach.{TABLE_FILE}", lists.named_list_out, name="named_list_out"),
    path(f"{_UNIT}/poster.pdf", views.poster_pdf, name="unit_poster"),
    path(f"{_UNIT}/dong/<int:line>/", lines.line, name="named_line"),
]

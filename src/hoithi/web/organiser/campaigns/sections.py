"""The sections of a campaign: the tabs that every page of it shows, in their order."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SECTIONS: tuple[tuple[str, str | Promise], ...] = (
    ("campaign", _("Tổng quan")),
    ("campaign_activities", _("Hoạt động")),
    ("campaign_tasks", _("Nhiệm vụ")),
    ("campaign_committees", _("Ban, tổ")),
    ("campaign_outreach", _("Tuyên truyền")),
    ("campaign_budget", _("Kinh phí")),
    ("campaign_reports", _("Báo cáo")),
    ("campaign_folder", _("Hồ sơ")),
    ("campaign_again", _("Cần xem lại")),
    ("campaign_copy", _("Tổ chức lại")),
)
"""Name of the address (`body`, `number`) and the tab's words; `web.permissions` says to whom a
section opens."""

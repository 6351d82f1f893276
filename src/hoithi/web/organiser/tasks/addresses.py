"""Addresses of the tasks of campaigns."""

from django.urls import path

from hoithi.web.organiser.tasks import (
    calendars,
    editing,
    feeds,
    lists,
    matrix,
    overdue,
    reminding,
    timeline,
)
from hoithi.web.papers import PAPER_FILE
from hoithi.web.tables import TABLE_FILE

_CAMPAIGN = "quan-tri/<slug:body>/ke-hoach/<int:number>"
_TASKS = f"{_CAMPAIGN}/nhiem-vu"

urlpatterns = [
    path(f"{_TASKS}/", lists.campaign_tasks, name="campaign_tasks"),
    path(f"{_TASKS}/bang/", matrix.tasks_matrix, name="tasks_matrix"),
    path(f"{_TASKS}/tien-do/", timeline.tasks_timeline, name="tasks_timeline"),
    path(f"{_TASKS}/lich/", calendars.tasks_calendar, name="tasks_calendar"),
    path(f"{_TASKS}/nhac-viec/", reminding.tasks_reminding, name="tasks_reminding"),
    path(f"{_TASKS}/dia-chi-lich/", feeds.task_feeds, name="task_feeds"),
    path(f"{_TASKS}/qua-han/", overdue.tasks_overdue, name="tasks_overdue"),
    path(f"{_TASKS}/qua-han/bao-cao.{PAPER_FILE}", overdue.overdue_paper, name="overdue_paper"),
    path(f"{_TASKS}/qua-han/don-doc.{PAPER_FILE}", overdue.urging_letter, name="urging_letter"),
    path(f"{_TASKS}/qua-han/danh-sach.{TABLE_FILE}", overdue.overdue_table, name="overdue_table"),
    path(f"{_TASKS}/phu-luc.{PAPER_FILE}", overdue.assignments_paper, name="assignments_paper"),
    path(f"{_TASKS}/phan-cong.{TABLE_FILE}", overdue.assignments_table, name="assignments_table"),
    path("lich-viec/", feeds.my_task_calendar, name="my_task_calendar"),
    path("lich-viec/<str:token>.ics", feeds.task_calendar, name="task_calendar"),
    path(f"{_TASKS}/<int:task>/sua/", editing.task_change, name="task_change"),
    path(f"{_TASKS}/<int:task>/xoa/", editing.task_drop, name="task_drop"),
    path(f"{_CAMPAIGN}/nhiem-vu-moi/", editing.campaign_task_new, name="campaign_task_new"),
]

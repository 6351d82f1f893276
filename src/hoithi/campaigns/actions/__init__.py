"""Deeds with campaigns: founding, activities that move, tasks and what is told of them."""

from hoithi.campaigns.actions.activities import (
    ActivityTold,
    MomentBackwards,
    SuperiorsActivity,
    add_activity,
    change_activity,
    follow,
    only_activity,
    set_moment,
)
from hoithi.campaigns.actions.committees import NewMember, add_committee, add_member, set_decision
from hoithi.campaigns.actions.founding import Founded, Header, found, set_header
from hoithi.campaigns.actions.tasks import (
    NewTask,
    NothingToAnswer,
    NothingTold,
    Report,
    add_task,
    answer_obstacle,
    answer_question,
    change_due,
    hold,
    open_set,
    report,
)

__all__ = [
    "ActivityTold",
    "Founded",
    "Header",
    "MomentBackwards",
    "NewMember",
    "NewTask",
    "NothingToAnswer",
    "NothingTold",
    "Report",
    "SuperiorsActivity",
    "add_activity",
    "add_committee",
    "add_member",
    "add_task",
    "answer_obstacle",
    "answer_question",
    "change_activity",
    "change_due",
    "follow",
    "found",
    "hold",
    "only_activity",
    "open_set",
    "report",
    "set_decision",
    "set_header",
    "set_moment",
]

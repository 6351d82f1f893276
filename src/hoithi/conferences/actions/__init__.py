"""Deeds with meetings: inviting, answering, checking in, concluding, telling of moves."""

from hoithi.conferences.actions.attending import (
    Answered,
    ReasonMissing,
    SubstituteMissing,
    TooLateToAnswer,
    answer,
    check_in,
    note_left_over,
    walk_in,
)
from hoithi.conferences.actions.concluding import (
    AlreadyATask,
    NewConclusion,
    NothingToAssign,
    add_conclusion,
    assign,
    change_conclusion,
    drop_conclusion,
)
from hoithi.conferences.actions.inviting import (
    DayNotSet,
    GuestAnswered,
    NewGuest,
    NobodyInvited,
    TooManyGuests,
    drop_guest,
    invite,
    remind_silent,
    send_invitations,
)
from hoithi.conferences.actions.moving import is_told, move, tell_moved
from hoithi.conferences.actions.preparing import (
    NewItem,
    add_item,
    drop_item,
    set_meeting,
)

__all__ = [
    "AlreadyATask",
    "Answered",
    "DayNotSet",
    "GuestAnswered",
    "NewConclusion",
    "NewGuest",
    "NewItem",
    "NobodyInvited",
    "NothingToAssign",
    "ReasonMissing",
    "SubstituteMissing",
    "TooLateToAnswer",
    "TooManyGuests",
    "add_conclusion",
    "add_item",
    "answer",
    "assign",
    "change_conclusion",
    "check_in",
    "drop_conclusion",
    "drop_guest",
    "drop_item",
    "invite",
    "is_told",
    "move",
    "note_left_over",
    "remind_silent",
    "send_invitations",
    "set_meeting",
    "tell_moved",
    "walk_in",
]

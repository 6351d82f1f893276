"""Deeds about results: preparing, verifying, approving, publishing, answering remarks."""

from hoithi.results.actions.approving import (
    LeaderWord,
    approve,
    approve_by_document,
    approve_by_guest,
    approve_on_paper,
)
from hoithi.results.actions.preparing import Recount, prepare, prepare_overall, recount
from hoithi.results.actions.publishing import move_publication, publish, publish_preliminary
from hoithi.results.actions.remarks import answer_remark, file_remark
from hoithi.results.actions.storing import DraftWriter, clear_abandoned
from hoithi.results.actions.verifying import (
    Finding,
    Parting,
    SignWord,
    judge_sign,
    part_equals,
    verify,
)
from hoithi.results.actions.watching import look_for_signs
from hoithi.results.queries.desk import APPROVE
from hoithi.results.queries.remarks import remarks_until

__all__ = [
    "APPROVE",
    "DraftWriter",
    "Finding",
    "LeaderWord",
    "Parting",
    "Recount",
    "SignWord",
    "answer_remark",
    "approve",
    "approve_by_document",
    "approve_by_guest",
    "approve_on_paper",
    "clear_abandoned",
    "file_remark",
    "judge_sign",
    "look_for_signs",
    "move_publication",
    "part_equals",
    "prepare",
    "prepare_overall",
    "publish",
    "publish_preliminary",
    "recount",
    "remarks_until",
    "verify",
]

"""Addresses of judges: the role of a judge over the contest, nobody else."""

from tests.matrix.organiser import of_part
from tests.matrix.record import Address, only, signed_in

ADDRESSES = [
    Address("judge_home", get=signed_in(200)),
    Address(
        "own_sheet",
        get=only(200, "judge"),
        post=only(422, "judge"),
        args=of_part(part="skit"),
    ),
    Address("judge_reopen", post=only(404), args=of_part(part="skit")),
]

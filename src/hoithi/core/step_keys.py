"""The kinds of steps of a contest."""

from enum import StrEnum


class StepKey(StrEnum):
    """What is to be done, in the order in which a contest goes through it."""

    RESOLVE = "resolve"
    """The draft of the rules contradicts itself."""
    ANSWER = "answer"
    """The plan leaves something open."""
    PUT_IN_FORCE = "put_in_force"
    CHOOSE_BANK = "choose_bank"
    REVIEW = "review"
    """Questions wait for their reviewer."""
    SIMULATE = "simulate"
    """Nobody has looked yet at what papers of the round will be like."""
    SEAL = "seal"
    SEAL_BROKEN = "seal_broken"
    """At the opening the sealed questions were no longer as they were sealed."""
    BASES_CHANGED = "bases_changed"
    ANNOUNCE = "announce"
    REHEARSE = "rehearse"
    OPENS = "opens"
    """Nothing to do: the round opens by itself."""
    RESUME = "resume"
    WATCH = "watch"
    DECIDE_CORRECTIONS = "decide_corrections"
    """People, or contacts of units, ask that somebody stand for another unit."""
    ENTER_POINTS = "enter_points"
    CONFIRM_POINTS = "confirm_points"
    PREPARE = "prepare"
    SETTLE_TIES = "settle_ties"
    TELEPHONE = "telephone"
    APPROVE = "approve"
    PUBLISH = "publish"
    APPROVE_KEY = "approve_key"
    """Another key for a question that was sat waits for the second person."""
    APPEARS = "appears"
    """Nothing to do: the published result becomes visible by itself."""
    ANSWER_REMARKS = "answer_remarks"
    CERTIFICATES = "certificates"


BY_ITSELF = frozenset({StepKey.OPENS, StepKey.APPEARS})

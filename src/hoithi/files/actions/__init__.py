"""Deeds with files: uploads that are taken, and what is made for somebody in the background."""

from hoithi.files.actions.cleaning import MOST_MEGABYTES, MOST_OF_PICTURE, cleaned
from hoithi.files.actions.errands import advance, ask, begin, fail, finish, forget_errands, refuse
from hoithi.files.actions.storing import Upload, store

__all__ = [
    "MOST_MEGABYTES",
    "MOST_OF_PICTURE",
    "Upload",
    "advance",
    "ask",
    "begin",
    "cleaned",
    "fail",
    "finish",
    "forget_errands",
    "refuse",
    "store",
]

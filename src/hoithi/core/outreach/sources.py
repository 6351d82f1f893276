"""By which way somebody came to the public page, as the link says it that was followed."""

from enum import StrEnum


class Source(StrEnum):
    """The word in the address (`?tu=`); anything else counts as straight."""

    STRAIGHT = ""
    POSTER = "ap-phich"
    BANNER = "bang-ron"
    ZALO = "zalo"
    NEWS = "tin-bai"
    HAMLET = "hop-thon"


def source_of(word: str) -> Source:
    """The way that a word names; straight for every other word."""
    return Source(word) if word in set(Source) else Source.STRAIGHT

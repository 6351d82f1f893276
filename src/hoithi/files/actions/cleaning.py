"""Pictures on their way into the store: what tells where they were taken is cut from them."""

from hoithi.documents.photographs import NotAPhotograph, TooManyPoints, without_traces
from hoithi.files.facts import FileRefused, Reason

MOST_MEGABYTES = 12
MOST_OF_PICTURE = MOST_MEGABYTES * 1024 * 1024


def cleaned(data: bytes) -> bytes:
    """The picture without traces; bytes of no picture as they are, for the store to say what is
    wrong with them. Refuses (FileRefused) what is over 12 MB, damaged, or larger than cameras
    make."""
    if len(data) > MOST_OF_PICTURE:
        raise FileRefused(Reason.TOO_BIG, at_most=MOST_MEGABYTES)
    try:
        return without_traces(data)
    except TooManyPoints as error:
        raise FileRefused(Reason.BOMB) from error
    except NotAPhotograph as error:
        if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF")):
            raise FileRefused(Reason.DAMAGED) from error
        return data

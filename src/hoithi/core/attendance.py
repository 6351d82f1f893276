"""Who was invited, what they answered, who came: how it is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What somebody who is invited says."""

    WAITING = "waiting"
    COMING = "coming"
    SENDS = "sends"
    """Somebody else attends in their place (dự thay)."""
    EXCUSED = "excused"


class Presence(StrEnum):
    """What was noted at the door."""

    UNKNOWN = ""
    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"
    """Absent with a reason (vắng có lý do)."""


CAME = (Presence.PRESENT, Presence.LATE)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those invited answered what, and how many came."""

    invited: int = 0
    coming: int = 0
    sending: int = 0
    excusing: int = 0
    silent: int = 0
    present: int = 0
    late: int = 0
    absent: int = 0
    excused: int = 0
    unchecked: int = 0

    @property
    def came(self) -> int:
        """On time or late."""
        return self.present + self.late

    @property
    def expected(self) -> int:
        """They come themselves or send somebody."""
        return self.coming + self.sending


def tally(rows: Iterable[tuple[Answer, Presence]]) -> Tally:
    """Counts answers and presence; somebody without an answer may well have come."""
    told = list(rows)
    answers = [answer for answer, _ in told]
    noted = [presence for _, presence in told]
    return Tally(
        invited=len(told),
        coming=answers.count(Answer.COMING),
        sending=answers.count(Answer.SENDS),
        excusing=answers.count(Answer.EXCUSED),
        silent=answers.count(Answer.WAITING),
        present=noted.count(Presence.PRESENT),
        late=noted.count(Presence.LATE),
        absent=noted.count(Presence.ABSENT),
        excused=noted.count(Presence.EXCUSED),
        unchecked=noted.count(Presence.UNKNOWN),
    )


def left_over(answer: Answer) -> Presence:
    """What somebody is who was not seen: excused where a reason was given, else absent."""
    return Presence.EXCUSED if answer is Answer.EXCUSED else Presence.ABSENT

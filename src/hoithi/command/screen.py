"""What all commands share: the screen, the exit codes, and how a refusal is said."""

import errno
import json
import sys
from contextvars import ContextVar
from enum import IntEnum
from typing import Any, NoReturn

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

screen = Console(highlight=False, emoji=False, soft_wrap=True)
aside = Console(highlight=False, emoji=False, soft_wrap=True, stderr=True)
"""For progress and refusals where the answer itself is read by a program."""


_REASONS = {
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EEXIST: "đã có một tệp cùng tên",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.ENOENT: "không lập được thư mục ở đó",
}


class Exit(IntEnum):
    """Exit codes that mean something to whoever runs a command from a script."""

    DONE = 0
    FOUND = 1
    """The command did its work and found a fault."""
    UNREADABLE = 2
    """A document was given that cannot be read."""
    NO_INPUT = 66
    """What was named does not exist (EX_NOINPUT of sysexits.h)."""
    REFUSED = 65
    """What was asked for is refused (EX_DATAERR)."""
    CANNOT = 78
    """The installation, or the rules, do not allow it; nothing has changed (EX_CONFIG)."""


_read_by_program = ContextVar("read_by_program", default=False)


def read_by_program(json: bool) -> None:
    """From here on a refusal is JSON too, where the answer would be."""
    _read_by_program.set(json)


def refuse(sentence: str, code: Exit = Exit.CANNOT, **told: Any) -> NoReturn:
    """Says why nothing is done, to a program with what else is `told`, and ends."""
    if _read_by_program.get():
        say_json({"error": sentence, **told})
    else:
        aside.print(sentence)
    sys.exit(code)


def reason_of(error: OSError) -> str:
    """Why a file or folder cannot be written, in words; rare reasons as the system says them."""
    return _REASONS.get(error.errno or 0, str(error.strerror))


def say_json(answer: Any) -> None:
    """The answer for a program, on one line of standard output."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


def progress() -> Progress:
    """A bar with what it counts; it stays off standard output, which programs may read."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=aside,
        transient=True,
    )

"""A request of the exam room as its handlers see it, and what they answer with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import msgspec

from hoithi.kit.asgi import Header
from hoithi.sittings.facts.refusals import Malformed, NotJson

JSON: tuple[Header, ...] = (
    (b"content-type", b"application/json"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
)

Wire = TypeVar("Wire")


@dataclass(frozen=True, slots=True)
class Request:
    """One packet, with the one moment at which its last byte was received."""

    at: datetime
    body: bytes
    token: bytes
    """After "Bearer"; empty without one."""
    agent: str = ""
    client: str = ""
    """The network address it came from."""
    facts: dict[str, str] = field(default_factory=dict)
    """Named pieces of the address."""

    def read(self, decoder: "msgspec.json.Decoder[Wire]") -> Wire:
        """The body as a record. Refuses what is no JSON, and JSON that says something else."""
        try:
            return decoder.decode(self.body)
        except (msgspec.ValidationError, RecursionError) as error:
            raise Malformed(problem=str(error)[:200]) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise NotJson(problem=str(error)[:200]) from error


class Reply(NamedTuple):
    """Status and body."""

    status: int
    body: bytes
    headers: tuple[Any, ...] = JSON

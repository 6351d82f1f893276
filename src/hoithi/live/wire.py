"""What goes over the wire of the exam room, version 1."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct

from hoithi.core.questions.records import QuestionKind

Name = Annotated[str, Meta(min_length=1, max_length=100)]
Revision = Annotated[int, Meta(ge=0, le=2_147_483_647)]
Place = Annotated[int, Meta(ge=0, le=1000)]
"""From 1; 0 in a matching question for an option that has no target yet."""
LONGEST_ESSAY = 15_000
"""Characters; a sheet with a few of them still fits into one packet."""
Answer = (
    Annotated[int, Meta(ge=-(2**53), le=2**53)]
    | Annotated[str, Meta(max_length=LONGEST_ESSAY)]
    | Annotated[list[Place], Meta(max_length=20)]
)
"""The place of an option as shown (from 1; of true or false 1 is true), several, or a text.

Of a matching question for each option the place of its target, of an order the places of the
options in their order; an essay is a text of up to 15,000 characters, any other one of 500."""
Fields = Annotated[
    dict[Annotated[str, Meta(max_length=40)], Annotated[str, Meta(max_length=300)]],
    Meta(max_length=40),
]
"""The form: fields of identity, `unit`, `standing`, `group`, `consent`, as the contest asks."""
Answers = Annotated[dict[Annotated[str, Meta(max_length=4)], Answer], Meta(max_length=500)]
"""By place of the question in the paper, from "1"."""
Guess = Annotated[int, Meta(ge=0, le=10**12)]
"""The number somebody predicts; without one nothing is predicted yet."""


class EntryIn(Struct, forbid_unknown_fields=True):
    """Somebody fills in the form at the door."""

    fields: Fields
    device: Annotated[str, Meta(max_length=100)] = ""
    proof: Annotated[str, Meta(max_length=200)] = ""
    """The puzzle of the last refusal, a colon, and what solves it."""


class ReturnIn(Struct, forbid_unknown_fields=True):
    """Somebody comes back with identity and code."""

    fields: Fields
    code: Annotated[str, Meta(min_length=1, max_length=40)]
    proof: Annotated[str, Meta(max_length=200)] = ""


class StartIn(Struct, forbid_unknown_fields=True):
    """Wants to begin, or to go on with, a sitting."""

    contest: Name
    device: Annotated[str, Meta(max_length=100)] = ""
    """A name that the page gave its device; the same one goes on without asking."""
    resume: bool = False
    """Go on here although the paper is open on another page."""
    part: Annotated[str, Meta(max_length=40)] | None = None
    """Where a round has several papers; else the open one, then the next to be sat."""
    round: Annotated[str, Meta(max_length=40)] | None = None
    """Where several rounds are open; else the one of the open sitting, then the first."""
    place: Annotated[str, Meta(max_length=500)] | None = None
    """The token of an assisted place."""


class SheetIn(Struct, forbid_unknown_fields=True):
    """The whole answer sheet as the page has it."""

    revision: Revision
    answers: Answers
    prediction: Guess | None = None


class SubmissionIn(Struct, forbid_unknown_fields=True):
    """The final sheet."""

    revision: Revision
    answers: Answers
    prediction: Guess | None = None
    left: bool = False
    """Handed in by leaving, where the rules say that leaving uses the sitting up."""
    automatic: bool = False
    """Handed in by the page because its time seems over; not taken while time is left."""


class PredictionOut(Struct):
    """The prediction question that is asked with the paper."""

    text: str


_TEXT = {
    "description": "A text, or its pieces with their faces where it has bold or italic words.",
    "oneOf": [
        {"type": "string"},
        {
            "type": "array",
            "items": {
                "type": "array",
                "prefixItems": [{"type": "string"}, {"enum": ["", "b", "i", "bi"]}],
                "minItems": 2,
                "maxItems": 2,
            },
        },
    ],
}
_QUESTION = {
    "type": "object",
    "properties": {
        "place": {"type": "integer", "minimum": 1},
        "kind": {"enum": [kind.value for kind in QuestionKind]},
        "stem": _TEXT,
        "options": {"type": "array", "items": _TEXT},
        "targets": {
            "description": "What the options of a matching question are matched with.",
            "type": "array",
            "items": _TEXT,
        },
        "media": {
            "description": "Files beside the stem, their bytes at /{slug}/bai-thi/tep/{digest}/.",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "digest": {"type": "string"},
                    "kind": {"enum": ["image", "audio", "video"]},
                    "description": {"type": "string"},
                },
                "required": ["digest", "kind", "description"],
                "additionalProperties": False,
            },
        },
        "longest": {
            "description": "The most words of an essay; 0 for no limit.",
            "type": "integer",
            "minimum": 0,
        },
        "points": {"type": "string"},
    },
    "required": ["place", "kind", "stem", "options"],
    "additionalProperties": False,
}


class PaperOut(Struct):
    """The whole paper, without anything that tells a right answer."""

    questions: list[Annotated[Raw, Meta(extra_json_schema=_QUESTION)]]
    prediction: PredictionOut | None


class SittingOut(Struct):
    """An opened or resumed sitting."""

    sitting_token: str
    holder: int
    ordinal: int
    paper: PaperOut
    started_at: datetime
    deadline_at: datetime
    now: datetime
    minutes: int
    leaving: str
    must_answer_all: bool
    revision: int
    sheet: dict[str, Answer] | None
    prediction: int | None
    """As the newest sheet has it."""
    round: str
    """Key of the round."""
    part: str
    """Key of the paper."""


class NoticeOut(Struct):
    """Something that changed since the page was opened."""

    code: str
    sentence: str


class SavedOut(Struct):
    """The sheet is on disk."""

    saved: int
    now: datetime
    deadline_at: datetime
    notices: list[NoticeOut]


class ReceiptOut(Struct, omit_defaults=True):
    """The paper is handed in; everybody who asks gets the same."""

    receipt: str
    submitted_at: datetime
    kind: str
    now: datetime
    points: str | None = None
    most: str | None = None


class EntrantOut(Struct):
    """Somebody is known to the contest, on this device."""

    entrant_token: str
    name: str
    group: str
    code: str | None = None
    """Told once, on the first entry."""


class NowOut(Struct):
    """The server's clock."""

    now: datetime


class RefusalOut(Struct):
    """Why nothing was done, for programs and for people."""

    refusal: str
    sentence: str
    facts: dict[str, Any]
    now: datetime


encode = msgspec.json.Encoder(decimal_format="string").encode

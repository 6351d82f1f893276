"""Describes the interface as OpenAPI 3.1, made from the types that go over the wire.

`openapi.json` is what `text()` says; a test holds the file to it.
"""

import json
from typing import Any

import msgspec

from hoithi.live import wire

_BODIES: dict[tuple[str, str], type] = {
    ("post", "/room/v1/contests/{slug}/entries"): wire.EntryIn,
    ("post", "/room/v1/contests/{slug}/returns"): wire.ReturnIn,
    ("post", "/room/v1/sittings"): wire.StartIn,
    ("put", "/room/v1/sittings/current/sheet"): wire.SheetIn,
    ("post", "/room/v1/sittings/current/submission"): wire.SubmissionIn,
}
_ANSWERS: dict[tuple[str, str], dict[int, type]] = {
    ("post", "/room/v1/contests/{slug}/entries"): {201: wire.EntrantOut},
    ("post", "/room/v1/contests/{slug}/returns"): {200: wire.EntrantOut},
    ("post", "/room/v1/sittings"): {201: wire.SittingOut, 200: wire.SittingOut},
    ("put", "/room/v1/sittings/current/sheet"): {200: wire.SavedOut},
    ("post", "/room/v1/sittings/current/submission"): {200: wire.ReceiptOut},
    ("get", "/room/v1/now"): {200: wire.NowOut},
    ("get", "/room/v1/openapi.json"): {200: dict},
}
_SUMMARIES = {
    ("post", "/room/v1/contests/{slug}/entries"): "Enter the contest; the code is told once.",
    ("post", "/room/v1/contests/{slug}/returns"): "Come back with identity and code.",
    ("post", "/room/v1/sittings"): "Begin a sitting, or go on with the open one on this page.",
    ("put", "/room/v1/sittings/current/sheet"): "Save the whole sheet under its next revision.",
    ("post", "/room/v1/sittings/current/submission"): "Hand in; everybody gets one receipt.",
    ("get", "/room/v1/now"): "The server's clock.",
    ("get", "/room/v1/openapi.json"): "This description.",
}
_REFUSALS = {
    "400": "The body is no JSON, or the request no HTTP that the server understands.",
    "401": "The token is missing or not ours.",
    "403": "Identity and code do not belong together.",
    "404": "No such contest or address.",
    "405": "The address is not asked in this way.",
    "409": "The rules or the state of the sitting do not allow it; `refusal` says which.",
    "410": "The sitting does not exist any more.",
    "413": "The packet is larger than 64,000 bytes.",
    "422": "The packet is not what this description says, or answers are missing.",
    "429": "One sitting sends more packets a second than a page does; see `Retry-After`.",
    "503": "Too much is waiting; come again after `Retry-After` seconds with some jitter.",
}
_SLUG = {
    "name": "slug",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"},
}
_ENTRANT: list[dict[str, list[str]]] = [{"entrant": []}]
_SITTING: list[dict[str, list[str]]] = [{"sitting": []}]
_SECURITY = {
    "/room/v1/sittings": _ENTRANT,
    "/room/v1/sittings/current/sheet": _SITTING,
    "/room/v1/sittings/current/submission": _SITTING,
}


def description() -> dict[str, Any]:
    """The whole description."""
    kinds = [wire.RefusalOut, *_BODIES.values()]
    kinds += [kind for each in _ANSWERS.values() for kind in each.values() if kind is not dict]
    schemas, components = msgspec.json.schema_components(
        kinds, ref_template="#/components/schemas/{name}"
    )
    named = dict(zip(kinds, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for method, path in _ANSWERS:
        paths.setdefault(path, {})[method] = _operation(method, path, named)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hội Thi: the exam room",
            "version": "1",
            "description": "Everything is JSON. A sheet or a submission that is answered with "
            "200 is on disk. Places of questions and options are counted from 1 as shown.",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "entrant": {"type": "http", "scheme": "bearer", "description": "entrant_token"},
                "sitting": {"type": "http", "scheme": "bearer", "description": "sitting_token"},
            },
        },
    }


def _operation(method: str, path: str, named: dict[type, Any]) -> dict[str, Any]:
    key = (method, path)
    responses = {
        str(status): {"description": "Done.", **_content(named.get(kind, {"type": "object"}))}
        for status, kind in _ANSWERS[key].items()
    }
    if key in _BODIES:
        for status, said in _REFUSALS.items():
            responses[status] = {"description": said, **_content(named[wire.RefusalOut])}
    operation: dict[str, Any] = {"summary": _SUMMARIES[key], "responses": responses}
    if key in _BODIES:
        operation["requestBody"] = {"required": True, **_content(named[_BODIES[key]])}
    if "{slug}" in path:
        operation["parameters"] = [_SLUG]
    if path in _SECURITY:
        operation["security"] = _SECURITY[path]
    return operation


def _content(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def text() -> str:
    """The file as it is stored."""
    return json.dumps(description(), indent=1, ensure_ascii=False) + "\n"

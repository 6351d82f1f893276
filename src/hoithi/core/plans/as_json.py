"""Facts and doubts as the command prints them: names of the fields, values, places."""

from dataclasses import fields
from typing import Any

from hoithi.core.plans.records import Doubt, Facts, Found, Place, Reading


def as_json(reading: Reading) -> dict[str, Any]:
    """{"facts": …, "doubts": …}; single facts have their places in `facts.read_from`."""
    return {
        "facts": _facts(reading.facts),
        "doubts": [_doubt(one) for one in reading.doubts],
    }


def _facts(facts: Facts) -> dict[str, Any]:
    told: dict[str, Any] = {}
    read_from: dict[str, Any] = {}
    for one in fields(facts):
        value = getattr(facts, one.name)
        told[one.name] = _value(value)
        if isinstance(value, Found):
            read_from[one.name] = _place(value.place)
        elif isinstance(value, tuple) and value and isinstance(value[0], Found):
            read_from[one.name] = [_place(each.place) for each in value]
    return told | {"read_from": read_from}


def _value(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, Found):
        return value.value
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, dict):
        return {key: _value(each) for key, each in value.items()}
    if hasattr(value, "place"):
        row = {one.name: getattr(value, one.name) for one in fields(value) if one.name != "place"}
        return row | {"read_from": _place(value.place)}
    return value


def _place(place: Place) -> dict[str, Any]:
    told: dict[str, Any] = {"line": place.line, "characters": [place.start, place.end]}
    return told | ({"last_line": place.last_line} if place.last_line != place.line else {})


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"reason": doubt.reason.value, "text": doubt.text, **_place(doubt.place)}

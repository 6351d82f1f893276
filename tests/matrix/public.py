"""Addresses of the public pages: the same for everybody, whoever asks."""

from collections.abc import Mapping
from typing import Any

from tests.matrix.record import Address, everyone
from tests.matrix.world import World


def contest(world: World) -> Mapping[str, Any]:
    """The argument of addresses of a public contest."""
    return {"slug": world.published.contest.slug}


def result(world: World) -> Mapping[str, Any]:
    """The arguments of addresses of a published result."""
    return {**contest(world), "round_key": "week-1"}


def numbered(world: World) -> Mapping[str, Any]:
    """The same with its number."""
    return {**result(world), "number": 1}


def study(world: World) -> Mapping[str, Any]:
    """The argument of addresses of a public study set."""
    return {"slug": world.study.contest.slug}


ADDRESSES = [
    Address("study", get=everyone(200), args=study),
    Address("study_practice", get=everyone(200), args=study),
    # The question has no file; one that has is told of in study/test_public_page.
    Address("study_media", get=everyone(404), args=lambda w: {**study(w), "digest": "0" * 64}),
    Address("study_file", get=everyone(200), args=lambda w: {**study(w), "kind": "docx"}),
    Address("contests", get=everyone(200)),
    Address("site_preview", get=everyone(200)),
    Address("rules", get=everyone(200), args=contest),
    Address("calendar", get=everyone(200), args=contest),
    Address("embedded", get=everyone(200), args=contest),
    Address("preview", get=everyone(200), args=contest),
    Address("results", get=everyone(200), args=contest),
    Address("results_news", get=everyone(200), args=contest),
    Address("remarks", get=everyone(200), args=contest),
    Address("find_line", get=everyone(404), args=result),
    Address("line_pdf", get=everyone(404), args=result),
    Address(
        "unit_pdf", get=everyone(404), args=lambda w: {**result(w), "table": "x", "code": "khong"}
    ),
    Address("result", get=everyone(200), args=result),
    Address("result_page", get=everyone(200), args=lambda w: {**result(w), "rest": "thong-ke/"}),
    Address("numbered_result", get=everyone(200), args=numbered),
    Address(
        "numbered_result_page",
        get=everyone(200),
        args=lambda w: {**numbered(w), "rest": "ket-qua.json"},
    ),
    Address("certificate_form", get=everyone(200)),
    Address("certificate", get=everyone(404), args=lambda _world: {"code": "KHONGCO9"}),
]

"""Static files: cached by their hash, compressed, never from outside their folders."""

import asyncio
import gzip
from pathlib import Path
from typing import Any

import pytest

from hoithi.config.statics import HashedStorage, Statics
from tests.config.serving import Heard, ask

MODULE = b"export const answer = 42;\n" * 40


@pytest.fixture
def statics(tmp_path: Path) -> Statics:
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "sheet.0123456789ab.js").write_bytes(MODULE)
    (tmp_path / "static" / "js" / "sheet.js").write_bytes(MODULE)
    (tmp_path / "static" / "dot.png").write_bytes(b"\x89PNG" + b"x" * 600)
    (tmp_path / "secret.txt").write_text("no")
    return Statics(tmp_path / "static", find=lambda _: None)


def get(statics: Statics, name: str, **rest: Any) -> Heard:
    return asyncio.run(ask(statics, f"/static/{name}", **rest))


@pytest.mark.parametrize(
    ("name", "cached"),
    [
        ("js/sheet.0123456789ab.js", "public, max-age=31536000, immutable"),
        ("js/sheet.js", "public, no-cache"),
    ],
)
def test_a_hashed_name_is_kept_for_ever(statics: Statics, name: str, cached: str) -> None:
    heard = get(statics, name)
    kind = heard.headers["content-type"]
    assert (heard.status, heard.body, heard.headers["cache-control"]) == (200, MODULE, cached)
    assert (kind, heard.headers["content-length"]) == (
        "text/javascript; charset=utf-8",
        str(len(MODULE)),
    )


def test_text_is_compressed_and_pictures_are_not(statics: Statics) -> None:
    wish = {"Accept-Encoding": "gzip, br"}
    text, picture = get(statics, "js/sheet.js", headers=wish), get(statics, "dot.png", headers=wish)
    assert (text.headers["content-encoding"], gzip.decompress(text.body)) == ("gzip", MODULE)
    assert ("content-encoding" in picture.headers, picture.headers["content-type"]) == (
        False,
        "image/png",
    )


def test_an_unchanged_file_is_not_sent_again(statics: Statics, tmp_path: Path) -> None:
    etag = get(statics, "js/sheet.js").headers["etag"]
    unchanged = get(statics, "js/sheet.js", headers={"If-None-Match": etag})
    (tmp_path / "static" / "js" / "sheet.js").write_bytes(b"changed")
    changed = get(statics, "js/sheet.js", headers={"If-None-Match": etag})
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert (changed.status, changed.body) == (200, b"changed")


@pytest.mark.parametrize(
    "name", ["", "js", "../secret.txt", "js/../../secret.txt", "/etc/passwd", "a\0b", "none.css"]
)
def test_nothing_else_is_served(statics: Statics, name: str) -> None:
    assert get(statics, name).status == 404


def test_only_reading_is_answered(statics: Statics) -> None:
    head, post = (get(statics, "js/sheet.js", method=method) for method in ("HEAD", "POST"))
    assert (head.status, head.body, post.status) == (200, b"", 405)
    assert post.headers["allow"] == "GET, HEAD"


def test_a_file_that_was_not_collected_keeps_its_name(tmp_path: Path) -> None:
    storage = HashedStorage(location=tmp_path, base_url="/static/")
    assert storage.url("css/tokens.css") == "/static/css/tokens.css"

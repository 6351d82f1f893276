"""Static files: names that carry their hash, kept in memory, sent compressed and cacheable."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files import File

from hoithi.kit.asgi import Header, Receive, Scope, Send, answer, header

_HASHED = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")
_LIBRARIES = ("django_htmx/", "account/", "mfa/")
_FOR_EVER = b"public, max-age=31536000, immutable"
_ASK_AGAIN = b"public, no-cache"
_COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml")
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2"}
_TYPES |= {".webmanifest": "application/manifest+json", ".svg": "image/svg+xml"}


class HashedStorage(ManifestStaticFilesStorage):
    """Puts a hash of the content into each name, also where modules import one another.

    A file that was not collected keeps its plain name: tests and a fresh clone need no
    collecting.
    """

    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        """The hashed name where the manifest has one."""
        return self.hashed_files.get(self.hash_key(self.clean_name(name)), name)

    def hashed_name(
        self, name: str, content: File[bytes] | None = None, filename: str | None = None
    ) -> str:
        """The name with its hash; a library's reference to a file it does not ship stays."""
        try:
            return super().hashed_name(name, content, filename)
        except ValueError:
            if name.startswith(_LIBRARIES):
                return name
            raise


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent."""

    body: bytes
    compressed: bytes | None
    headers: tuple[Header, ...]
    etag: bytes
    stamp: tuple[int, int]
    """When the file was changed, and its size: another stamp is another file."""


class Statics:
    """Serves what lies under one folder of collected files, else what the finders find."""

    def __init__(
        self,
        folder: Path,
        find: Callable[[str], str | None] = finders.find,
        prefix: str = "/static/",
    ) -> None:
        self._folder = folder.resolve()
        self._find = find
        self._prefix = prefix
        self._known: dict[str, StaticFile] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """GET or HEAD of one file."""
        del receive
        method = scope["method"]
        if method not in {"GET", "HEAD"}:
            await answer(send, 405, b"", [(b"allow", b"GET, HEAD")])
            return
        found = self._file(scope["path"].removeprefix(self._prefix))
        if found is None:
            await answer(send, 404, b"")
            return
        if header(scope, b"if-none-match") == found.etag:
            await answer(send, 304, b"", found.headers)
            return
        body, headers = found.body, found.headers
        if found.compressed and b"gzip" in (header(scope, b"accept-encoding") or b""):
            body, headers = found.compressed, (*headers, (b"content-encoding", b"gzip"))
        await answer(send, 200, body, headers, head=method == "HEAD")

    def _file(self, name: str) -> StaticFile | None:
        path = self._path(name)
        if path is None:
            return None
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._known.get(name)
        if known is None or known.stamp != stamp:
            known = self._known[name] = _read(path, stamp)
        return known

    def _path(self, name: str) -> Path | None:
        """The file of this name, never one outside the folders. Refuses odd names."""
        if not name or "\0" in name or ".." in name.split("/") or name.startswith("/"):
            return None
        collected = self._folder / name
        if collected.is_file() and collected.resolve().is_relative_to(self._folder):
            return collected
        elsewhere = self._find(name)
        return Path(elsewhere) if elsewhere and Path(elsewhere).is_file() else None


def _read(path: Path, stamp: tuple[int, int]) -> StaticFile:
    body = path.read_bytes()
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    kind = kind or "application/octet-stream"
    text = kind.startswith(_COMPRESSED)
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'.encode()
    hashed = _HASHED.search(path.name) is not None
    headers = (
        (b"content-type", f"{kind}; charset=utf-8".encode() if text else kind.encode()),
        (b"cache-control", _FOR_EVER if hashed else _ASK_AGAIN),
        (b"etag", etag),
        (b"vary", b"accept-encoding"),
        (b"x-content-type-options", b"nosniff"),
    )
    compressed = gzip.compress(body, 9, mtime=0) if text and len(body) > 500 else None
    return StaticFile(body, compressed, headers, etag, stamp)

"""What only the network can tell: the site's certificate as a browser sees it, and the time."""

import socket
import ssl
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPException, HTTPSConnection
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from hoithi.rehearsals.readiness.records import Line, attention, fault, ok

_CERTIFICATE, _HSTS, _TIME = "Chứng chỉ", "Chỉ dùng https", "Giờ chuẩn"
_SECONDS = 5.0
_SOON, _VERY_SOON = timedelta(days=30), timedelta(days=7)
_MOST_OFFSET = timedelta(seconds=1)
_EPOCH_OF_NTP = 2_208_988_800
"""Seconds from 1900 to 1970 (RFC 5905)."""
_REQUEST = b"\x1b" + 47 * b"\0"
"""Version 3, mode client (RFC 5905); everything else is the server's to say."""


class Seen(NamedTuple):
    """What a browser sees of the site."""

    ends_at: datetime
    issuer: str
    is_strict: bool
    """Whether it is told to use https only."""


def certificate(address: str, at: datetime) -> Iterator[Line]:
    """The certificate of the site's own address: name, chain and days left; and HSTS."""
    host, port = urlsplit(address).hostname or "", urlsplit(address).port or 443
    try:
        seen = _looked_at(host, port)
    except ssl.SSLCertVerificationError as error:
        found = f"trình duyệt không tin chứng chỉ của {host} ({error.verify_message})"
        yield fault(_CERTIFICATE, found, "Cài chứng chỉ đúng tên miền, kèm đủ chuỗi chứng thực")
        return
    except (OSError, HTTPException) as error:
        found = f"không kiểm tra được: {host}:{port} không trả lời từ máy này ({error})"
        yield attention(_CERTIFICATE, found, f"Mở {address} trên một máy khác để xem chứng chỉ")
        return
    yield _days_left(host, seen, at)
    if seen.is_strict:
        yield ok(_HSTS, "trình duyệt được dặn chỉ dùng https")
    else:
        to_do = "Cho proxy gửi X-Forwarded-Proto, và khai báo proxy trong HOITHI_PROXIES"
        yield attention(_HSTS, "trang không gửi Strict-Transport-Security", to_do)


def _days_left(host: str, seen: Seen, at: datetime) -> Line:
    left = seen.ends_at - at
    found = f"{host}, do {seen.issuer} cấp, còn {left.days} ngày"
    if left < _VERY_SOON:
        return fault(_CERTIFICATE, found, "Gia hạn chứng chỉ ngay")
    if left < _SOON:
        return attention(_CERTIFICATE, found, "Gia hạn chứng chỉ trước ngày thi")
    return ok(_CERTIFICATE, found)


def _looked_at(host: str, port: int) -> Seen:
    """Verifies like a browser: the system's authorities, the name, the dates."""
    context = ssl.create_default_context()
    with closing(HTTPSConnection(host, port, timeout=_SECONDS, context=context)) as connection:
        connection.connect()
        shown: Any = connection.sock.getpeercert()
        connection.request("HEAD", "/", headers={"User-Agent": "hoithi check"})
        strict = connection.getresponse().getheader("Strict-Transport-Security")
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)
    issuer = dict(pair for part in shown["issuer"] for pair in part)
    return Seen(ends, issuer.get("organizationName") or issuer.get("commonName", "?"), bool(strict))


def standard_time(servers: Sequence[str]) -> Line:
    """This machine's clock against the first time server that answers (NTP)."""
    for server in servers:
        try:
            offset = _offset(server)
        except (OSError, ValueError):
            continue
        found = f"lệch {offset.total_seconds():+.2f} giây so với {server}"
        if abs(offset) > _MOST_OFFSET:
            return fault(_TIME, found, "Bật đồng bộ giờ (chrony hoặc systemd-timesyncd)")
        return ok(_TIME, found)
    asked = ", ".join(servers) or "chưa khai báo máy chủ giờ nào"
    to_do = "Đối chiếu giờ máy với đồng hồ chuẩn bằng mắt, hoặc khai báo HOITHI_NTP trong mạng"
    return attention(_TIME, f"không kiểm tra được, không có mạng tới {asked}", to_do)


def _offset(server: str) -> timedelta:
    """How much later the server's time is than ours (RFC 5905, section 8)."""
    host, _, port = server.partition(":")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.settimeout(_SECONDS / 2)
        sent = time.time()
        line.sendto(_REQUEST, (host, int(port or 123)))
        answer, _ = line.recvfrom(512)
        heard = time.time()
    if len(answer) < len(_REQUEST) or answer[0] & 7 != 4 or not answer[1]:
        raise ValueError(server)
    received, transmitted = (_seconds(answer[place : place + 8]) for place in (32, 40))
    return timedelta(seconds=((received - sent) + (transmitted - heard)) / 2)


def _seconds(stamp: bytes) -> float:
    whole, part = struct.unpack("!II", stamp)
    return float(whole) - _EPOCH_OF_NTP + float(part) / 2**32

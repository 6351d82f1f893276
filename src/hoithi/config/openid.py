"""Signing in at another authority (OpenID Connect): off unless the installation names one."""

import stat
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from django.core.exceptions import ImproperlyConfigured

FILE = "openid.toml"
"""In the data folder, readable by its owner only."""
ADDRESS_NAME = "cong-vu"
"""The provider's name in addresses."""
_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


class OpenId(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who vouches for officials, and as whom this site is known there."""

    address: str
    """Of the issuer; `/.well-known/openid-configuration` is below it."""
    client: str
    secret: str
    name: str = "tài khoản công vụ"
    """As it stands after "Đăng nhập bằng"."""


def openid(folder: Path) -> OpenId | None:
    """What the file says; None without one. Refuses what others may read and what is not https."""
    path = folder / FILE
    if not path.exists():
        return None
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise ImproperlyConfigured(f"{path} chứa mật khẩu: hãy chạy chmod 600 {path}.")
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=OpenId)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{path} không đọc được: {error}") from error
    place = urlsplit(found.address)
    if place.scheme != "https" and place.hostname not in _OWN_MACHINE:
        raise ImproperlyConfigured(f"{path}: address phải bắt đầu bằng https://.")
    return found


def providers(found: OpenId | None) -> dict[str, Any]:
    """The same as the library for signing in wants it."""
    if found is None:
        return {}
    app = {
        "provider_id": ADDRESS_NAME,
        "name": found.name,
        "client_id": found.client,
        "secret": found.secret,
        "settings": {"server_url": found.address, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}

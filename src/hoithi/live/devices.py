"""What is kept of a device: a keyed hash of the name it gave itself, and its class."""

import hmac

from django.conf import settings

_TABLETS = ("ipad", "tablet")
_PHONES = ("iphone", "android", "mobile", "zalo")
_COMPUTERS = ("windows", "macintosh", "linux", "cros")


def device_hash(name: str) -> str:
    """The same for the same device; empty for a page that gives none."""
    if not name:
        return ""
    return hmac.digest(settings.SECRET_KEY.encode(), b"device|" + name.encode(), "sha256").hex()


def device_class(agent: str) -> str:
    """`phone`, `tablet`, `computer` or `other`, from what a browser says of itself."""
    said = agent.lower()
    if any(word in said for word in _TABLETS) or ("android" in said and "mobile" not in said):
        return "tablet"
    if any(word in said for word in _PHONES):
        return "phone"
    return "computer" if any(word in said for word in _COMPUTERS) else "other"

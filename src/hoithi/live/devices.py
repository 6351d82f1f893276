"""What is kept of a device: a keyed hash of the name it gave itself, and its class."""

import hmac
from functools import lru_cache

from django.conf import settings

_TABLETS = ("ipad", "tablet")
_PHONES = ("iphone", "android", "mobile", "zalo")
_COMPUTERS = ("windows", "macintosh", "linux", "cros")


def device_hash(name: str) -> str:
    """The same for the same device; empty for a page that gives none."""
    if not name:
        return ""
    # Copied: `hmac.digest` lets go of the interpreter and waits its turn again.
    keyed = _keyed_with(settings.SECRET_KEY).copy()
    keyed.update(b"device|" + name.encode())
    return keyed.hexdigest()


@lru_cache(maxsize=4)
def _keyed_with(secret: str) -> hmac.HMAC:
    return hmac.new(secret.encode(), digestmod="sha256")


def device_class(agent: str) -> str:
    """`phone`, `tablet`, `computer` or `other`, from what a browser says of itself."""
    said = agent.lower()
    if any(word in said for word in _TABLETS) or ("android" in said and "mobile" not in said):
        return "tablet"
    if any(word in said for word in _PHONES):
        return "phone"
    return "computer" if any(word in said for word in _COMPUTERS) else "other"

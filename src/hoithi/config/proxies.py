"""For whom a proxy before the site asks: its word is taken only from addresses that are trusted."""

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from hoithi.kit.asgi import Scope, header

Network = IPv4Network | IPv6Network
_MOST = 20
"""Addresses of a chain of proxies that are looked at."""


class Proxies:
    """The networks whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed."""

    def __init__(self, networks: Iterable[str]) -> None:
        """Refuses (ValueError) what is no network or address."""
        self._networks: tuple[Network, ...] = tuple(ip_network(one.strip()) for one in networks)
        self._trusts = lru_cache(maxsize=4096)(self._within)

    def told(self, scope: Scope) -> Scope:
        """The request as the proxy received it; one that came without a proxy stays as it is."""
        client = scope.get("client")
        if not client or not self._trusts(client[0]):
            return scope
        chain, scheme = header(scope, b"x-forwarded-for"), header(scope, b"x-forwarded-proto")
        if chain is None and scheme is None:
            return scope
        told = dict(scope)
        if chain is not None:
            told["client"] = (self._first_stranger(_all(scope), client[0]), 0)
        if scheme in (b"http", b"https"):
            told["scheme"] = scheme.decode()
        return told

    def _first_stranger(self, chain: str, nearest: str) -> str:
        """The nearest address that is no proxy of ours; what it said itself is not believed."""
        for one in reversed(chain.split(",")[-_MOST:]):
            address = one.strip()
            if not _is_address(address):
                return nearest
            if not self._trusts(address):
                return address
            nearest = address
        return nearest

    def _within(self, address: str) -> bool:
        if not _is_address(address):
            return False
        return any(ip_address(address) in network for network in self._networks)


def _all(scope: Scope) -> str:
    found = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
    return b",".join(found).decode("latin-1")


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True

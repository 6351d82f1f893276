"""The word of a proxy is taken only from addresses that are trusted."""

import pytest

from hoithi.config.proxies import Proxies

PROXIES = Proxies(["127.0.0.1", "::1", "10.0.0.0/8"])


def scope(client, *headers):
    return {"client": (client, 40_000), "scheme": "http", "headers": list(headers)}


def chain(text):
    return (b"x-forwarded-for", text.encode())


@pytest.mark.parametrize(
    ("asked", "client", "scheme"),
    [
        pytest.param(scope("127.0.0.1"), "127.0.0.1", "http", id="without a proxy"),
        pytest.param(
            scope("127.0.0.1", chain("203.113.131.7"), (b"x-forwarded-proto", b"https")),
            "203.113.131.7", "https", id="one proxy",
        ),
        pytest.param(
            scope("127.0.0.1", chain("1.1.1.1, 203.113.131.7, 10.0.0.2")),
            "203.113.131.7", "http", id="what the client wrote itself is not believed",
        ),
        pytest.param(
            scope("127.0.0.1", chain("203.113.131.7"), chain("10.0.0.2")),
            "203.113.131.7", "http", id="two headers are one chain",
        ),
        pytest.param(
            scope("198.51.100.4", chain("203.113.131.7"), (b"x-forwarded-proto", b"https")),
            "198.51.100.4", "http", id="a stranger says nothing",
        ),
        pytest.param(scope("10.0.0.9", chain("10.0.0.2")), "10.0.0.2", "http", id="only proxies"),
        pytest.param(scope("127.0.0.1", chain("rác")), "127.0.0.1", "http", id="no address"),
        pytest.param(
            scope("127.0.0.1", (b"x-forwarded-proto", b"javascript")),
            "127.0.0.1", "http", id="no scheme",
        ),
        pytest.param(scope("::1", chain("2001:ee0::7")), "2001:ee0::7", "http", id="newer kind"),
    ],
)  # fmt: skip
def test_who_asks(asked, client, scheme):
    told = PROXIES.told(asked)
    assert (told["client"][0], told["scheme"]) == (client, scheme)


def test_what_is_no_network_is_refused_at_the_start():
    with pytest.raises(ValueError, match=r"10\.0\.0"):
        Proxies(["10.0.0"])

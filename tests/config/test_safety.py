"""Every address answers with the same safety: headers, cookies, forms, redirects, hosts."""

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from hoithi.kit import clock
from tests.make import AT
from tests.matrix import ADDRESSES
from tests.matrix.world import World

pytestmark = pytest.mark.django_db
EVIL = (
    "//evil.example/",
    "///evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "\thttps://evil.example",
    "https://testserver@evil.example/",
)


@pytest.fixture
def world() -> Iterator[World]:
    with clock.pinned(AT):
        yield World()


def signed_in(world: World, **options: bool) -> Client:
    """The administrator, who reaches much; without one's session where nobody is signed in."""
    client = Client(raise_request_exception=False, **options)
    client.force_login(world.people["administrator"])
    return client


def answers(client: Client, world: World, method: str) -> Iterator[tuple[str, HttpResponse]]:
    """What every address answers, by its name."""
    for name, address in sorted(ADDRESSES.items()):
        if getattr(address, method):
            path = reverse(name, kwargs=dict(address.args(world)))
            yield name, getattr(client, method)(path, secure=True)
            cache.clear()


def wrong_headers(response: HttpResponse) -> list[str]:
    """What a page lacks of what every page has."""
    policy = response.get("Content-Security-Policy", "")
    framed = "frame-ancestors *" if getattr(response, "may_be_framed", False) else "'none'"
    wanted = {
        "policy": policy.startswith("default-src 'self'; ") and "unsafe" not in policy,
        "frame": framed in policy.rpartition("frame-ancestors")[2] or framed in policy,
        "nosniff": response.get("X-Content-Type-Options") == "nosniff",
        "referrer": response.get("Referrer-Policy") == "same-origin",
        "opener": response.get("Cross-Origin-Opener-Policy") == "same-origin",
        "permissions": "camera=()" in response.get("Permissions-Policy", ""),
        "https": "max-age=31536000" in response.get("Strict-Transport-Security", ""),
        "inline": not re.search(rb"<style|\sstyle=|\son[a-z]+=", _html(response)),
        "script": all(b"src=" in one or b"json" in one for one in _scripts(response)),
    }
    return [name for name, holds in wanted.items() if not holds]


def _html(response: HttpResponse) -> bytes:
    is_page = response.get("Content-Type", "").startswith("text/html")
    # An SVG picture on a page may have a style of its own, which the policy stops.
    return re.sub(rb"<svg.*?</svg>", b"", response.content, flags=re.DOTALL) if is_page else b""


def _scripts(response: HttpResponse) -> list[bytes]:
    return re.findall(rb"<script[^>]*>", _html(response))


def loose_cookies(response: HttpResponse) -> list[str]:
    """Cookies that scripts, other sites or a plain connection could read."""
    return [
        name
        for name, one in response.cookies.items()
        if one.value and not (one["httponly"] and one["secure"] and one["samesite"] == "Lax")
    ]


@pytest.fixture
def https(settings) -> None:
    """An installation with a public address."""
    settings.SECURE = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.LANGUAGE_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 31_536_000


@pytest.mark.usefixtures("https")
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_sends_the_headers_and_guards_its_cookies(world, method):
    found = []
    for client in (signed_in(world), Client(raise_request_exception=False)):
        for name, response in answers(client, world, method):
            lacks = wrong_headers(response) + loose_cookies(response)
            found += [(name, lacks)] if lacks else []
            response.close()
        if method == "post":
            break
    assert found == []


def test_no_form_is_taken_without_its_token(world):
    client = signed_in(world, enforce_csrf_checks=True)
    taken = {name: r.status_code for name, r in answers(client, world, "post")}
    assert {name: status for name, status in taken.items() if status != 403} == {}


@pytest.mark.parametrize("onward", EVIL)
def test_nobody_is_led_to_another_site(world, onward):
    client = signed_in(world)
    stranger = Client()
    again = {"password": "mat-khau-thu", "next": onward}
    sign_in = {"login": world.account.login, "password": "mat-khau-thu", "next": onward}
    told = [
        client.post("/ngon-ngu/", {"language": "en", "next": onward}),
        client.post("/co-chu/", {"size": "large", "next": onward}),
        client.post("/tai-khoan/xac-nhan-lai/", again),
        client.post("/tai-khoan/dang-xuat/", {"next": onward}),
        stranger.post("/tai-khoan/dang-nhap/", sign_in),
        client.post("/ngon-ngu/", {"language": "en"}, headers={"referer": onward}),
    ]
    places = [response["Location"] for response in told]
    assert [one for one in places if not re.match(r"/(?![/\\])", one)] == []


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "a b", "[::1"])
def test_another_host_is_refused(client, host):
    asked = {"host": host, "x-forwarded-host": "localhost"}
    assert client.get("/tai-khoan/dang-nhap/", headers=asked).status_code == 400
    forwarded = client.get("/tai-khoan/dang-nhap/", headers={"x-forwarded-host": host})
    assert (forwarded.status_code, host.encode() in forwarded.content) == (200, False)


def test_a_code_of_the_second_factor_is_good_once(world, client):
    person, secret = world.account, auth.generate_totp_secret()
    auth.TOTP.activate(person, secret)
    code = auth.format_hotp_value(
        auth.hotp_value(secret, list(auth.yield_hotp_counters_from_time())[1])
    )
    sent = {"login": person.login, "password": "mat-khau-thu"}
    places = []
    for _ in range(2):
        client.post("/tai-khoan/dang-nhap/", sent)
        answer = client.post("/tai-khoan/hai-lop/authenticate/", {"code": code})
        places.append(answer.get("Location", ""))
        client.post("/tai-khoan/dang-xuat/")
    assert places == ["/quan-tri/", ""]

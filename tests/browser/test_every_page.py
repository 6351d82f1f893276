"""Every page that links lead to, for each role of the demonstration: legible, never too wide."""

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import BrowserContext, Page

from hoithi.rehearsals.demo.world import PASSWORD
from tests.browser.server import HOME, environment, free_port, serving

ROLES = (
    "",
    *("thuongtruc", "thuky", "quantri", "soancauhoi", "thamdinh"),
    *("pheduyet", "giamsat", "daumoi", "tinh", "vanhanh"),
)
"""Accounts of the demonstration; the first one is nobody's."""
HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
LEFT_ALONE = {"account_logout", "language"}
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
axe = Axe()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a demonstration with few people."""
    folder: Path = tmp_path_factory.mktemp("demonstration")
    command = [sys.executable, "-m", "hoithi.command", "demo", "--people", "30"]
    subprocess.run(command, env=environment(folder, 0), cwd=HOME, check=True, capture_output=True)
    with serving(folder, free_port()) as address:
        yield address


def sign_in(page: Page, login: str) -> None:
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.button--main")
    page.wait_for_load_state()
    if "authenticate" in page.url:
        page.click("form.notice button")
        page.wait_for_load_state()


def name_of(address: str) -> str:
    """The name under which the program knows the address; "" for what it does not know."""
    try:
        return resolve(urlsplit(address).path).url_name or ""
    except Resolver404:
        return ""


def links(address: str, text: str) -> list[str]:
    """Where the links of the page lead within the site."""
    found = (urljoin(address, unescape(href)) for href in HREF.findall(text))
    origin = "{0.scheme}://{0.netloc}/".format(urlsplit(address))
    return [one.split("#")[0] for one in found if one.startswith(origin)]


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the page as it stands: on a phone by day, on a desk by night."""
    for size, scheme in ((PHONE, "light"), (DESK, "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for one in axe.run(page).response["violations"]:
            where = [node["target"] for node in one["nodes"]][:3]
            yield f"{scheme} {one['id']}: {where}"
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            yield f"{scheme}: wider than {size['width']} pixels"


def walked(context: BrowserContext, first: str, known: set[str]) -> Iterator[str]:
    """The faults of all pages that can be reached, one page of each name.

    A link that does not open is a fault for each role that is shown it; what opens is looked at
    once (`known`).
    """
    page = context.new_page()
    waiting, opened = [first], set[str]()
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        if not name or name in opened or name in LEFT_ALONE:
            continue
        opened.add(name)
        answer = context.request.get(address)
        if not answer.ok:
            yield f"{name} {address}: {answer.status}"
        if not answer.ok or "text/html" not in answer.headers["content-type"]:
            continue
        waiting += links(answer.url, answer.text())
        if name not in known:
            known.add(name)
            page.goto(address)
            yield from (f"{name} {urlsplit(address).path} {fault}" for fault in faults(page))


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Names of pages that a test of this run has looked at."""
    return set()


@pytest.mark.parametrize("login", ROLES)
def test_every_page_is_clean(browser, demonstration, known, login):
    context = browser.new_context(base_url=demonstration, locale="vi-VN", viewport=PHONE)
    context.set_default_timeout(20_000)
    first = f"{demonstration}/"
    if login:
        page = context.new_page()
        sign_in(page, login)
        first = page.url
    # The home of each role is looked at, whoever has been there before.
    known.discard(name_of(first))
    found = list(walked(context, first, known))
    context.close()
    assert found == []

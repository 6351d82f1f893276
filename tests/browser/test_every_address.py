"""Every address of the matrix that shows a page, refused forms too: legible, never too wide."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

from tests.browser.server import HOME
from tests.browser.test_every_page import PHONE, axe, faults

SITE = "http://site.test"
SHARES = 4


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Name and text of each page."""
    command = [sys.executable, "-m", "tests.browser.addresses"]
    path = os.pathsep.join([str(HOME / "src"), str(HOME)])
    environ = {**os.environ, "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    told = subprocess.run(command, env=environ, cwd=HOME, check=True, stdout=subprocess.PIPE)
    return sorted(json.loads(told.stdout).items())


def shown(page: Page, text: str) -> None:
    """Shows the text in the browser as if a server had sent it, with styles and scripts."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=text, content_type="text/html; charset=utf-8")
        elif path.startswith("/static/") and (file := finders.find(path[len("/static/") :])):
            route.fulfill(path=str(file))
        else:
            route.fulfill(status=404)

    page.unroute_all()
    page.route(f"{SITE}/**", answer)
    page.goto(SITE)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_address_shows_a_clean_page(browser, texts, share):
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    page, found = context.new_page(), []
    for name, text in texts[share::SHARES]:
        shown(page, text)
        found += [f"{name}: {fault}" for fault in faults(page)]
    context.close()
    assert found == []


COLOURS = """() => [...document.querySelectorAll("main *")].filter((one) => {
    const style = getComputedStyle(one);
    const ink = style.color.match(/[0-9.]+/g).slice(0, 3).map(Number);
    return one.textContent.trim() && one.checkVisibility() && Math.max(...ink) > 0x77;
}).map((one) => one.className || one.tagName)"""
"""What a printer without colours would make pale: text of any light ink."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["get result", "get numbered_result", "get rules"])
def test_public_pages_print_in_black_on_white(browser, texts, name, scheme):
    context = browser.new_context(viewport={"width": 794, "height": 1123}, locale="vi-VN")
    page = context.new_page()
    shown(page, dict(texts)[name])
    page.emulate_media(media="print", color_scheme=scheme)
    pale, top, paper = (
        page.evaluate(COLOURS),
        page.locator(".top").is_visible(),
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
    )
    faults_in_print = [one["id"] for one in axe.run(page).response["violations"]]
    context.close()
    assert (pale, top, paper, faults_in_print) == ([], False, "rgb(255, 255, 255)", [])


def test_a_page_with_faults_is_found_out(browser):
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    shown(
        page, '<!doctype html><title>x</title><body><img src="/x"><div style="width:2000px">x</div>'
    )
    found = " ".join(faults(page))
    context.close()
    assert [w for w in ("html-has-lang", "image-alt", "wider than 360") if w not in found] == []

"""A real server, a real browser, phones that have never been here."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Response,
    expect,
    sync_playwright,
)

from tests.browser.server import fill, free_port, serving, session_of

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
_people = count(10_000_000)
PATIENCE = 20_000
"""Milliseconds for what a phone shows in one: the machine may run other tests beside this one."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are left out and say so."""
    missing = pytest.mark.skip(reason="Chromium is not on this machine: apt-get install chromium")
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(missing)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """A data folder with the contests of `world`."""
    made = tmp_path_factory.mktemp("installation")
    shutil.copy(sqlite_template, made / "hoithi.sqlite3")
    fill(made)
    return made


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """The address of the server."""
    with serving(folder, free_port()) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test has contexts of its own."""
    with sync_playwright() as playwright:
        # A phone's tab must not be slowed down because the test looks elsewhere.
        arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield launched
        launched.close()


NewPhone = Callable[..., BrowserContext]


@pytest.fixture
def new_phone(browser: Browser, site: str) -> Iterator[NewPhone]:
    """Makes phones of 360 pixels; `site` is their base address."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        usual = {"viewport": {"width": 360, "height": 740}, "locale": "vi-VN", "base_url": site}
        made.append(browser.new_context(**{**usual, **options}))
        made[-1].set_default_timeout(PATIENCE)
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def phone(new_phone: NewPhone) -> BrowserContext:
    """One phone."""
    return new_phone()


@pytest.fixture
def signed_in(new_phone: NewPhone, folder: Path, site: str) -> Callable[..., BrowserContext]:
    """Makes a browser in which this account is signed in."""

    def make(login: str, **options: object) -> BrowserContext:
        context = new_phone(**options)
        key = session_of(folder, login)
        context.add_cookies([{"name": "sessionid", "value": key, "url": site}])
        return context

    return make


FORGETS = "".join(
    f"Object.defineProperty(window, '{store}', {{ get() {{ throw new Error('blocked') }} }});"
    for store in ("indexedDB", "localStorage")
)
"""Makes a browser keep nothing, as in private mode or in an app that blocks storage."""


def enter(page: Page, slug: str = "don-gian") -> dict[str, str]:
    """Somebody new enters a contest without units; answers who, with the code."""
    who = {"full_name": "Nguyễn Thị An", "birth_year": "1957", "phone": f"09{next(_people)}"}
    page.goto(f"/{slug}/du-thi/")
    for field, text in who.items():
        page.fill(f"#{field}", text)
    page.check("[name=consent]")
    page.click("button.wide")
    code = page.locator(".code-card__code").inner_text().rpartition(":")[2].strip()
    return {**who, "code": code}


def begin(page: Page, slug: str = "don-gian") -> None:
    """Opens the room and begins the paper."""
    page.goto(f"/{slug}/bai-thi/")
    page.wait_for_selector("[data-ready]")
    page.click("[data-part=begin]")
    page.wait_for_selector("#cau-1", state="visible")


def answer(page: Page, place: int) -> None:
    """Answers one question: the first option, or a word."""
    inputs = page.locator(f"#cau-{place} input")
    if inputs.first.get_attribute("type") == "text":
        inputs.first.fill("một cửa")
    else:
        inputs.first.check()


def state(page: Page, name: str) -> None:
    """Waits until the page says this state of saving."""
    page.wait_for_selector(f'[data-part=state][data-state="{name}"]')


@contextmanager
def saving(page: Page, *places: int) -> Iterator[None]:
    """What is done inside brings these answers to the server; after it the page says so.

    Without it the page may still say what it said of the sheet before.
    """

    def whole(response: Response) -> bool:
        if not (response.url.endswith("/sittings/current/sheet") and response.ok):
            return False
        sent = response.request.post_data_json["answers"]
        return {str(place) for place in places} <= set(sent)

    with page.expect_response(whole):
        yield
    state(page, "saved")


def types_until(page: Page, place: int, told: Callable[[dict[str, Any]], bool]) -> None:
    """Changes one answer again and again until the room answers in this way.

    The room reads decisions again every second, so the first answer may still be the old one.
    """
    inputs = page.locator(f"#cau-{place} input")
    for turn in range(40):
        with page.expect_response("**/sittings/current/sheet") as answer_:
            if inputs.first.get_attribute("type") == "text":
                inputs.first.fill(f"một cửa {turn}")
            else:
                inputs.nth(turn % 2).check()
        if told(answer_.value.json()):
            return
    raise AssertionError("The room never heard of the decision.")


def passes_until(page: Page, shown: Locator) -> None:
    """Lets the page's own clock run, a second at a time, until this is shown."""
    for _second in range(600):
        if shown.is_visible():
            return
        page.clock.run_for(1000)
    raise AssertionError("Ten minutes went by on the page's clock.")


def hand_in(page: Page) -> None:
    """Hands the paper in and confirms."""
    page.click("[data-part=ask]")
    page.click("[data-part=confirm-yes]")


def receipt(page: Page) -> str:
    """The code on the receipt, once it is there."""
    page.wait_for_selector("[data-screen=receipt]:not([hidden]) .receipt__code:not(:empty)")
    return page.locator(".receipt__code").inner_text()


def answered(page: Page) -> int:
    """How many questions the page counts as answered."""
    return page.locator('[data-part=map] a[data-state~="done"]').count()

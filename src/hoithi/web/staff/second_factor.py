"""Nobody with a role that reaches others' data works without a second factor."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from hoithi.kit import clock
from hoithi.people import queries

DAY_CARD = "day_card"
"""In the session of somebody who came in with a day card: card and device are two factors."""

_ALWAYS = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reauthenticate",
        "account_change_password",
        "openid_connect_login",
        "openid_connect_callback",
        "second_factor_needed",
        "set_language",
        "set_type_size",
        "sign_in_link",
    }
)
"""Names of the addresses that lead to a second factor, or away."""
_SETTING_UP = "mfa_"
"""How the names of the pages begin on which one is set up."""


class SecondFactorMiddleware:
    """Leads staff without a second factor to the page that sets one up. One query a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Before any view: the addresses for signing in and out stay open."""
        del view, args, kwargs
        name = request.resolver_match.url_name if request.resolver_match else ""
        person = request.user
        if not person.is_authenticated or name in _ALWAYS or _is_setting_up(name):
            return None
        if DAY_CARD in request.session or queries.has_second_factor(person):
            return None
        if queries.needs_second_factor(person, clock.now()):
            return HttpResponseRedirect(reverse("second_factor_needed"))
        return None


def _is_setting_up(name: str | None) -> bool:
    return name is not None and name.startswith(_SETTING_UP)

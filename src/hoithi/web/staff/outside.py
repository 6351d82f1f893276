"""Signing in by the word of another authority (OpenID Connect)."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hoithi import wording
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people import actions, queries
from hoithi.people.forms import OutsideForm
from hoithi.web.errors import said
from hoithi.web.request import SignedInRequest

ADDRESS_NAME = "cong-vu"
"""The authority's name in addresses, as in `config.openid`."""


class Checked(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # the library has no types
    """Believes the signed token alone, wherever it came from."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """The person of the token: signature, issuer, audience and time are looked at."""
        del token
        given = kwargs["response"].get("id_token")
        if not given:
            raise ProviderException("no id_token")
        claims = jwtkit.verify_and_decode(
            credential=given,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})


class OutsideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    """Nobody gets an account by the word of another authority; who has one is let in."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Finds whom an administrator has linked; everybody else reads why not."""
        emails = [one.email for one in sociallogin.email_addresses if one.verified]
        subject, email = sociallogin.account.uid, emails[0] if emails else ""
        try:
            person = actions.person_from_outside(subject, email, at=clock.now())
        except Refusal as refusal:
            raise _stopped(request, wording.sentence(refusal)) from refusal
        sociallogin.state["process"] = "login"
        sociallogin.user = person

    def on_authentication_error(self, request: HttpRequest, *args: Any, **facts: Any) -> None:
        """Cancelled there, forged, too late, or the authority does not answer."""
        del args, facts
        sentence = _(
            "Chưa đăng nhập được bằng tài khoản công vụ: yêu cầu đã hủy, quá lâu hoặc hệ thống "
            "xác thực không trả lời. Đề nghị thử lại, hoặc đăng nhập bằng mật khẩu."
        )
        raise _stopped(request, sentence)


def _stopped(request: HttpRequest, sentence: str) -> ImmediateHttpResponse:
    return ImmediateHttpResponse(said(request, _("Chưa đăng nhập được"), sentence, status=403))


@require_GET
def outside_begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads to the authority; not there unless the installation names one."""
    return _answered(OAuth2LoginView, request, provider_id)


@require_GET
def outside_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Comes back from the authority. A second factor is asked for here all the same."""
    return _answered(OAuth2CallbackView, request, provider_id)


def _answered(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    if settings.OPENID is None or provider_id != ADDRESS_NAME:
        raise Http404
    response: HttpResponse = view.adapter_view(Checked(request, provider_id))(request)
    return response


@login_required
@require_POST
def account_outside(request: SignedInRequest, body: str, person: int) -> HttpResponse:
    """Says by which account of the authority somebody may sign in, or by none."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    account = queries.account_of(owner, person)
    form = OutsideForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Thư điện tử chưa đúng."))
        return redirect("body_account", owner.slug, account.pk)
    actions.link_outside(account, **form.cleaned_data, by=request.user, at=at)
    messages.success(request, _("Đã ghi tài khoản công vụ."))
    return redirect("body_account", owner.slug, account.pk)

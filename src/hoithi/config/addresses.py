"""Every address of the site; each audience lists its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("hoithi.web.common.addresses")),
]

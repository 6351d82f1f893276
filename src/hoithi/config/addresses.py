"""Every address of the site; each audience lists its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("hoithi.web.common.addresses")),
    path("", include("hoithi.web.organiser.bank.addresses")),
    path("", include("hoithi.web.organiser.corrections.addresses")),
    path("", include("hoithi.web.organiser.statistics.addresses")),
    path("", include("hoithi.web.organiser.lists.addresses")),
    path("", include("hoithi.web.organiser.points.addresses")),
    path("", include("hoithi.web.organiser.essays.addresses")),
    path("", include("hoithi.web.organiser.entrants.addresses")),
    path("", include("hoithi.web.organiser.hall.addresses")),
    path("", include("hoithi.web.organiser.campaigns.addresses")),
    path("", include("hoithi.web.organiser.outreach.addresses")),
    path("", include("hoithi.web.organiser.tasks.addresses")),
    path("", include("hoithi.web.organiser.campaigns.budget.addresses")),
    path("", include("hoithi.web.organiser.meetings.addresses")),
    path("", include("hoithi.web.organiser.campaigns.report_addresses")),
    path("", include("hoithi.web.organiser.folder.addresses")),
    path("", include("hoithi.web.staff.addresses")),
    path("", include("hoithi.web.organiser.addresses")),
    path("", include("hoithi.web.judge.addresses")),
    path("", include("hoithi.web.unit.addresses")),
    path("", include("hoithi.web.public.addresses")),
    path("", include("hoithi.web.contestant.addresses")),
]

handler400 = "hoithi.web.errors.not_understood"
handler403 = "hoithi.web.errors.forbidden"
handler404 = "hoithi.web.errors.not_found"
handler500 = "hoithi.web.errors.failed"

"""Addresses of the organiser."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from hoithi.web.organiser.views import desk, founding, home, rules, versions


class RulebookFileConverter(StringConverter):
    """In which form a version of the rules is taken away."""

    regex = "toml|json|pdf"


register_converter(RulebookFileConverter, "rulebook_file")

_CONTEST = "quan-tri/cuoc-thi/<slug:slug>"
_ROUND = f"{_CONTEST}/dot/<slug:key>"

urlpatterns = [
    path("quan-tri/<slug:body>/viec-can-lam/", home.home, name="organiser_home"),
    path("quan-tri/<slug:body>/cuoc-thi-moi/", founding.new_contest, name="new_contest"),
    path(
        "quan-tri/<slug:body>/cuoc-thi-moi/tu-tep/",
        founding.contest_from_file,
        name="contest_from_file",
    ),
    path(f"{_CONTEST}/", desk.contest_desk, name="contest_desk"),
    path(f"{_CONTEST}/nhan-ban/", founding.copy_contest, name="copy_contest"),
    path(f"{_CONTEST}/cong-khai/", versions.announce, name="announce"),
    path(f"{_CONTEST}/the-le/", rules.rules, name="rules"),
    path(f"{_CONTEST}/the-le/muc/<slug:section>/", rules.rules_section, name="rules_section"),
    path(f"{_CONTEST}/the-le/doi/<slug:deed>/", rules.rules_deed, name="rules_deed"),
    path(f"{_CONTEST}/the-le/can-xem/", rules.rules_findings, name="rules_findings"),
    path(f"{_CONTEST}/the-le/xem-lai/", rules.rules_to_review, name="rules_to_review"),
    path(f"{_CONTEST}/the-le/ap-dung/", versions.rules_put_in_force, name="rules_put_in_force"),
    path(f"{_CONTEST}/the-le/cac-ban/", versions.rules_versions, name="rules_versions"),
    path(
        f"{_CONTEST}/the-le/cac-ban/<int:number>.<rulebook_file:kind>",
        versions.rules_file,
        name="rules_file",
    ),
    path(f"{_ROUND}/", desk.round_desk, name="round_desk"),
    path(f"{_ROUND}/quyet-dinh/<slug:word>/", desk.round_decide, name="round_decide"),
    path(f"{_ROUND}/to-chuc-lai/", desk.round_rerun, name="round_rerun"),
]

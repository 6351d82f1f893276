"""Addresses of the organiser."""

from datetime import date

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from hoithi.kit.date_fields import FIRST_DAY, LAST_DAY
from hoithi.web.organiser.views import (
    certificates,
    deleting,
    desk,
    embedding,
    explaining,
    figures,
    founding,
    home,
    listed,
    matrix,
    morning,
    people,
    publishing,
    rehearsal,
    remarks,
    results,
    rules,
    sharing,
    taken,
    units,
    versions,
)
from hoithi.web.tables import TABLE_FILE


class RulebookFileConverter(StringConverter):
    """In which form a version of the rules is taken away."""

    regex = "toml|json|pdf"


class DayConverter(StringConverter):
    """A day as 2026-11-02."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:  # type: ignore[override]  # a day, no text
        """Refuses (ValueError) what is no day of a contest; the address then does not exist."""
        day = date.fromisoformat(value)
        if not FIRST_DAY <= day <= LAST_DAY:
            raise ValueError(value)
        return day

    def to_url(self, value: date) -> str:  # type: ignore[override]  # as above
        """As it is read."""
        return value.isoformat()


register_converter(RulebookFileConverter, "rulebook_file")
register_converter(DayConverter, "day")

_CONTEST = "quan-tri/cuoc-thi/<slug:slug>"
_ROUND = f"{_CONTEST}/dot/<slug:key>"
_RESULT = f"{_CONTEST}/ket-qua/<slug:key>"
_PERSON = f"{_CONTEST}/nguoi/<str:token>"
_CERTIFICATE = f"{_CONTEST}/giay-chung-nhan/<str:code>"
_CANDIDATE = f"{_RESULT}/nguoi/<str:token>"

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
    path(f"{_CONTEST}/xoa/", deleting.contest_delete, name="contest_delete"),
    path(f"{_CONTEST}/cong-khai/", versions.announce, name="announce"),
    path("quan-tri/<slug:body>/chia-se/", sharing.shared_contests, name="shared_contests"),
    path(f"quan-tri/<slug:body>/chia-se/so-lieu.{TABLE_FILE}", taken.shared_out, name="shared_out"),
    path(f"{_CONTEST}/nhung/", embedding.embedding, name="embedding"),
    path(f"{_CONTEST}/chia-se/", sharing.contest_sharing, name="contest_sharing"),
    path(f"{_CONTEST}/bao-cao-sang/", morning.morning_report, name="morning_report"),
    path(f"{_CONTEST}/bao-cao-sang/<day:day>/", morning.morning_of_day, name="morning_of_day"),
    path(f"{_CONTEST}/bao-cao-sang/<day:day>.png", morning.morning_picture, name="morning_picture"),
    path(f"{_CONTEST}/chay-thu/", rehearsal.rehearsals, name="rehearsals"),
    path(f"{_CONTEST}/chay-thu/ket-thuc/", rehearsal.rehearsal_end, name="rehearsal_end"),
    path(f"{_CONTEST}/the-le/", rules.rules, name="contest_rules"),
    path(f"{_CONTEST}/the-le/muc/<slug:section>/", rules.rules_section, name="rules_section"),
    path(f"{_CONTEST}/the-le/ma-tran/", matrix.rules_matrix, name="rules_matrix"),
    path(f"{_CONTEST}/the-le/doi/<slug:deed>/", rules.rules_deed, name="rules_deed"),
    path(f"{_CONTEST}/the-le/can-xem/", rules.rules_findings, name="rules_findings"),
    path(f"{_CONTEST}/the-le/xem-lai/", rules.rules_to_review, name="rules_to_review"),
    path(f"{_CONTEST}/the-le/ap-dung/", versions.rules_put_in_force, name="rules_put_in_force"),
    path(f"{_CONTEST}/the-le/cac-ban/", versions.rules_versions, name="rules_versions"),
    path(
        f"{_CONTEST}/the-le/cac-ban/danh-sach.{TABLE_FILE}",
        listed.versions_out,
        name="versions_out",
    ),
    path(
        f"{_CONTEST}/the-le/cac-ban/<int:number>.<rulebook_file:kind>",
        versions.rules_file,
        name="rules_file",
    ),
    path(f"{_ROUND}/", desk.round_desk, name="round_desk"),
    path(f"{_ROUND}/quyet-dinh/<slug:word>/", desk.round_decide, name="round_decide"),
    path(f"{_ROUND}/to-chuc-lai/", desk.round_rerun, name="round_rerun"),
    path(f"{_ROUND}/so-lieu/", figures.round_figures, name="round_figures"),
    path(f"{_CONTEST}/tim-nguoi/", people.person_find, name="person_find"),
    path(f"{_PERSON}/", people.person, name="person"),
    path(f"{_PERSON}/lien-he/", people.person_contact, name="person_contact"),
    path(f"{_PERSON}/cap-lai-ma/", people.person_code, name="person_code"),
    path(f"{_PERSON}/them-luot/", people.person_permit, name="person_permit"),
    path(f"{_PERSON}/luot/<str:sitting>/", people.sitting_decide, name="sitting_decide"),
    path(f"{_RESULT}/", results.round_results, name="round_results"),
    path(f"{_RESULT}/lap/", results.results_prepare, name="results_prepare"),
    path(f"{_RESULT}/bang-nhau/", results.equals_part, name="equals_part"),
    path(f"{_RESULT}/don-vi/danh-gia/", units.units_judge, name="units_judge"),
    path(f"{_RESULT}/don-vi/bang-nhau/", units.units_part, name="units_part"),
    path(f"{_RESULT}/dau-hieu/", results.sign_judge, name="sign_judge"),
    path(f"{_CANDIDATE}/", results.candidate, name="candidate"),
    path(f"{_CANDIDATE}/lien-he/", results.candidate_contact, name="candidate_contact"),
    path(f"{_CANDIDATE}/thong-tin-nhan-giai/", results.candidate_fields, name="candidate_fields"),
    path(f"{_CANDIDATE}/xac-minh/", results.candidate_verify, name="candidate_verify"),
    path(f"{_RESULT}/phe-duyet/", publishing.result_approve, name="result_approve"),
    path(
        f"{_RESULT}/phe-duyet/van-ban/",
        publishing.result_approve_document,
        name="result_approve_document",
    ),
    path(
        f"{_RESULT}/phe-duyet/bien-ban/",
        publishing.result_approve_paper,
        name="result_approve_paper",
    ),
    path(f"{_RESULT}/phe-duyet/thu-moi/", publishing.result_invite, name="result_invite"),
    path("phe-duyet/<str:token>/", publishing.guest_approve, name="guest_approve"),
    path(f"{_RESULT}/cong-bo/", publishing.result_publish, name="result_publish"),
    path(f"{_RESULT}/giay-chung-nhan/", certificates.certificates, name="certificates"),
    path(
        f"{_RESULT}/giay-chung-nhan/lap/",
        certificates.certificates_issue,
        name="certificates_issue",
    ),
    path(f"{_RESULT}/giay-chung-nhan.pdf", certificates.certificates_pdf, name="certificates_pdf"),
    path(
        f"{_CERTIFICATE}/thu-hoi/", certificates.certificate_withdraw, name="certificate_withdraw"
    ),
    path(f"{_CERTIFICATE}/cap-lai/", certificates.certificate_reissue, name="certificate_reissue"),
    path(f"{_RESULT}/bang/", explaining.ranking_desk, name="ranking_desk"),
    path(f"{_RESULT}/tap-the/", explaining.units_desk, name="units_desk"),
    path(f"{_CANDIDATE}/giai-thich.pdf", explaining.candidate_sheet, name="candidate_sheet"),
    path(
        f"{_RESULT}/tap-the/<slug:table>/<str:code>.pdf",
        explaining.unit_sheet_desk,
        name="unit_sheet_desk",
    ),
    path(f"{_RESULT}/bang.{TABLE_FILE}", taken.results_table, name="results_table"),
    path(f"{_RESULT}/dau-hieu.{TABLE_FILE}", listed.signs_out, name="signs_out"),
    path(f"{_RESULT}/goi-dien.{TABLE_FILE}", taken.calls_out, name="calls_out"),
    path(f"{_RESULT}/tap-the/bang.{TABLE_FILE}", taken.units_out, name="units_out"),
    path(
        f"{_RESULT}/giay-chung-nhan/danh-sach.{TABLE_FILE}",
        taken.certificates_out,
        name="certificates_out",
    ),
    path(f"{_CONTEST}/phan-anh/danh-sach.{TABLE_FILE}", taken.remarks_out, name="remarks_out"),
    path(f"{_CONTEST}/phan-anh/", remarks.remarks_desk, name="remarks_desk"),
    path(
        f"{_CONTEST}/phan-anh/<int:remark>/tra-loi/",
        remarks.remark_answer,
        name="remark_answer",
    ),
]

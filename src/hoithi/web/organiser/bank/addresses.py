"""Addresses of question banks."""

from django.urls import path

from hoithi.web.organiser.bank import (
    banks,
    check,
    documents,
    exporting,
    files,
    papers,
    questions,
    readings,
    review,
    seal,
    simulation,
    study,
    tables,
)
from hoithi.web.tables import TABLE_FILE

_BANKS = "quan-tri/ngan-hang"
_BANK = f"{_BANKS}/<int:bank>"
_DOCUMENTS = f"{_BANKS}/van-ban"
_PAPERS = "quan-tri/cuoc-thi/<slug:slug>/de-thi"
_QUESTION = f"{_BANKS}/cau-hoi/<int:version>"

urlpatterns = [
    path(f"{_BANKS}/", banks.bank_list, name="bank_list"),
    path(f"{_BANKS}/mau.xlsx", tables.bank_template, name="bank_template"),
    path(f"{_BANKS}/mau.<slug:kind>", exporting.bank_sample, name="bank_sample"),
    path(f"{_BANK}/", banks.bank_detail, name="bank_detail"),
    path(f"{_BANK}/cau-hoi-moi/", questions.question_new, name="question_new"),
    path(f"{_BANK}/tham-dinh/", review.question_review, name="question_review"),
    path(f"{_BANK}/nhat-ky-doc/", readings.bank_readings, name="bank_readings"),
    path(f"{_BANK}/kiem-tra/", check.bank_check, name="bank_check"),
    path(f"{_BANK}/tu-tep/", tables.bank_import, name="bank_import"),
    path(f"{_BANK}/nhan/", tables.bank_import_take, name="bank_import_take"),
    path(f"{_BANK}/tra-lai/", tables.bank_import_return, name="bank_import_return"),
    path(f"{_BANK}/lay-ra/<bank_form:form>", exporting.bank_take_away, name="bank_take_away"),
    path(f"{_BANK}/ngan-hang.{TABLE_FILE}", tables.bank_export, name="bank_export"),
    path(f"{_BANK}/on-tap/", study.bank_study, name="bank_study"),
    path(f"{_BANK}/on-tap/<int:release>/", study.study_release, name="study_release"),
    path(f"{_DOCUMENTS}/<slug:body>/", documents.cited_documents, name="cited_documents"),
    path(f"{_DOCUMENTS}/<slug:body>/<slug:key>/", documents.cited_document, name="cited_document"),
    path(
        f"{_DOCUMENTS}/<slug:body>/<slug:key>/thay-doi/",
        documents.document_changed,
        name="document_changed",
    ),
    path(
        f"{_BANKS}/thay-doi-van-ban/<int:change>/bo/",
        documents.document_change_back,
        name="document_change_back",
    ),
    path(f"{_PAPERS}/", seal.bank_seal, name="bank_seal"),
    path(f"{_PAPERS}/mo-niem-phong/", seal.bank_unseal, name="bank_unseal"),
    path(f"{_PAPERS}/ngan-hang/", seal.bank_use, name="bank_use"),
    path(f"{_PAPERS}/<slug:key>/bo-de/<int:pool>/", papers.paper_set, name="paper_set"),
    path(f"{_PAPERS}/<slug:key>/mo-phong/", simulation.round_simulation, name="round_simulation"),
    path(
        f"{_PAPERS}/<slug:key>/mo-phong/cau-hoi.{TABLE_FILE}",
        simulation.simulation_out,
        name="simulation_out",
    ),
    path(f"{_QUESTION}/", questions.question_detail, name="question_detail"),
    path(f"{_QUESTION}/sua/", questions.question_edit, name="question_edit"),
    path(f"{_QUESTION}/xem-thu/", files.question_trial, name="question_trial"),
    path(f"{_QUESTION}/tep/", files.question_file_add, name="question_file_add"),
    path(f"{_QUESTION}/tep/<slug:digest>/", files.question_file, name="question_file"),
    path(
        f"{_QUESTION}/tep/<slug:digest>/bo/",
        files.question_file_remove,
        name="question_file_remove",
    ),
    path(f"{_QUESTION}/mo-ta-tep/", files.question_files_describe, name="question_files_describe"),
    path(f"{_QUESTION}/con-dung/", documents.question_confirm, name="question_confirm"),
    path(f"{_QUESTION}/rut/", questions.question_withdraw, name="question_withdraw"),
]

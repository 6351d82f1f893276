"""Addresses of signing in, of bodies' accounts and units, of the operator and the journal."""

from allauth.account import views as account
from django.urls import include, path

from hoithi.web import errands
from hoithi.web.staff import (
    account_tables,
    accounts,
    bodies,
    day_cards,
    journal,
    out,
    outside,
    roles,
    sign_in,
    staff_counts,
    unit_tables,
    units,
)
from hoithi.web.tables import TABLE_FILE

_BODY = "quan-tri/<slug:body>"
_PERSON = f"{_BODY}/tai-khoan/<int:person>"
_UNIT = f"{_BODY}/don-vi/<str:code>"

_signing_in = [
    path("", sign_in.my_account, name="my_account"),
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("da-ngung/", account.account_inactive, name="account_inactive"),
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("hai-lop/", include("allauth.mfa.urls")),
    path("bat-hai-lop/", sign_in.second_factor_needed, name="second_factor_needed"),
    path("phieu/<str:token>/", sign_in.sign_in_link, name="sign_in_link"),
    path("the/<str:token>/", sign_in.day_card, name="day_card"),
    path("<slug:provider_id>/vao/", outside.outside_begin, name="openid_connect_login"),
    path("<slug:provider_id>/ve/", outside.outside_back, name="openid_connect_callback"),
    path("viec/<str:token>/", errands.errand, name="errand"),
    path("viec/<str:token>/tep/", errands.errand_file, name="errand_file"),
]

urlpatterns = [
    path("tai-khoan/", include(_signing_in)),
    path("quan-tri/", bodies.staff_home, name="staff_home"),
    path("van-hanh/", bodies.operator_home, name="operator_home"),
    path(f"van-hanh/don-vi-to-chuc.{TABLE_FILE}", out.bodies_out, name="bodies_out"),
    path("nhat-ky/", journal.journal_view, name="journal"),
    path(f"{_BODY}/thong-tin/", bodies.body_headings, name="body_headings"),
    path(f"{_BODY}/tai-khoan/", accounts.body_accounts, name="body_accounts"),
    path(f"{_BODY}/tai-khoan/phieu.pdf", accounts.body_slips, name="body_slips"),
    path(f"{_BODY}/tai-khoan/mau.xlsx", account_tables.accounts_form, name="accounts_form"),
    path(f"{_BODY}/tai-khoan/tu-tep/", account_tables.accounts_import, name="accounts_import"),
    path(f"{_BODY}/tai-khoan/nhan/", account_tables.accounts_take, name="accounts_take"),
    path(
        f"{_BODY}/tai-khoan/tra-lai/", account_tables.accounts_give_back, name="accounts_give_back"
    ),
    path(f"{_BODY}/the-trong-ngay/", day_cards.day_cards, name="day_cards"),
    path(f"{_BODY}/the-trong-ngay/the.{TABLE_FILE}", out.day_cards_out, name="day_cards_out"),
    path(f"{_BODY}/vai-tro/<int:role>/thu-hoi/", roles.role_revoke, name="role_revoke"),
    path(f"{_PERSON}/", accounts.body_account, name="body_account"),
    path(f"{_PERSON}/vai-tro/", roles.role_grant, name="role_grant"),
    path(f"{_PERSON}/hai-lop/", accounts.body_account_second_factor, name="account_second_factor"),
    path(f"{_PERSON}/cong-vu/", outside.account_outside, name="body_account_outside"),
    path(f"{_PERSON}/ngung/", accounts.body_account_close, name="body_account_close"),
    path(f"{_BODY}/don-vi/", units.body_units, name="body_units"),
    path(f"{_BODY}/don-vi/sap-xep/", units.units_rearrange, name="units_rearrange"),
    path(f"{_BODY}/don-vi/tim/", units.units_found, name="units_found"),
    path(f"{_BODY}/don-vi/danh-sach.{TABLE_FILE}", unit_tables.units_export, name="units_export"),
    path(f"{_BODY}/so-luong/so-lieu.{TABLE_FILE}", out.staff_counts_out, name="staff_counts_out"),
    path(f"{_BODY}/tai-khoan/danh-sach.{TABLE_FILE}", out.accounts_out, name="accounts_out"),
    path(f"nhat-ky/nhat-ky.{TABLE_FILE}", out.journal_out, name="journal_out"),
    path(f"{_BODY}/don-vi/tu-tep/", unit_tables.units_import, name="units_import"),
    path(f"{_BODY}/don-vi/nhan/", unit_tables.units_take, name="units_take"),
    path(f"{_BODY}/don-vi/tra-lai/", unit_tables.units_give_back, name="units_give_back"),
    path(f"{_BODY}/so-luong/", staff_counts.staff_counts, name="staff_counts"),
    path(f"{_BODY}/so-luong/mau.xlsx", staff_counts.staff_counts_form, name="staff_counts_form"),
    path(f"{_BODY}/so-luong/nhan/", staff_counts.staff_counts_take, name="staff_counts_take"),
    path(
        f"{_BODY}/so-luong/tra-lai/",
        staff_counts.staff_counts_give_back,
        name="staff_counts_give_back",
    ),
    path(f"{_UNIT}/", units.body_unit, name="body_unit"),
    path(f"{_UNIT}/thay-doi/", units.unit_change, name="unit_change"),
    path(f"{_UNIT}/ket-thuc/", units.unit_close, name="unit_close"),
]

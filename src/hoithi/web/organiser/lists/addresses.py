"""Addresses of the organiser's lists."""

from django.urls import path

from hoithi.web.organiser.lists import (
    corrections,
    districts,
    exclusions,
    figures,
    permits,
    places,
    unit_lists,
)
from hoithi.web.tables import TABLE_FILE

_CONTEST = "quan-tri/cuoc-thi/<slug:slug>"
_PLACES = f"{_CONTEST}/diem-ho-tro"
_LISTS = f"{_CONTEST}/danh-sach-don-vi"
_EXCLUDED = f"{_CONTEST}/khong-du-thi"

urlpatterns = [
    path(
        f"{_CONTEST}/the-le/theo-huyen-cu/", districts.units_by_district, name="units_by_district"
    ),
    path(f"{_EXCLUDED}/", exclusions.exclusions, name="exclusions"),
    path(f"{_EXCLUDED}/mau.xlsx", exclusions.exclusions_form, name="exclusions_form"),
    path(f"{_EXCLUDED}/tu-tep/", exclusions.exclusions_import, name="exclusions_import"),
    path(f"{_EXCLUDED}/nhan/", exclusions.exclusions_take, name="exclusions_take"),
    path(f"{_EXCLUDED}/tra-lai/", exclusions.exclusions_give_back, name="exclusions_give_back"),
    path(f"{_EXCLUDED}/danh-sach.{TABLE_FILE}", exclusions.exclusions_out, name="exclusions_out"),
    path(
        f"{_EXCLUDED}/<int:number>/dua-ra/",
        exclusions.exclusion_withdraw,
        name="exclusion_withdraw",
    ),
    path(
        f"{_CONTEST}/dot/<slug:key>/so-lieu/theo-don-vi.{TABLE_FILE}",
        figures.round_units_out,
        name="round_units_out",
    ),
    path(f"{_CONTEST}/quyet-dinh.{TABLE_FILE}", figures.decisions_out, name="decisions_out"),
    path(f"{_CONTEST}/doi-don-vi/", corrections.corrections, name="corrections"),
    path(
        f"{_CONTEST}/doi-don-vi/danh-sach.{TABLE_FILE}",
        corrections.corrections_out,
        name="corrections_out",
    ),
    path(f"{_PLACES}/", places.places, name="places"),
    path(f"{_PLACES}/<int:number>.pdf", places.place_card, name="place_card"),
    path(f"{_PLACES}/<int:number>/dong/", places.place_close, name="place_close"),
    path(f"{_PLACES}/danh-sach.{TABLE_FILE}", places.places_out, name="places_out"),
    path(f"{_LISTS}/", unit_lists.unit_lists, name="unit_lists"),
    path(f"{_LISTS}/mau.xlsx", unit_lists.unit_lists_form, name="unit_lists_form"),
    path(f"{_LISTS}/tu-tep/", unit_lists.unit_lists_import, name="unit_lists_import"),
    path(f"{_LISTS}/nhan/", unit_lists.unit_lists_take, name="unit_lists_take"),
    path(f"{_LISTS}/tra-lai/", unit_lists.unit_lists_give_back, name="unit_lists_give_back"),
    path(f"{_LISTS}/tong-hop.{TABLE_FILE}", unit_lists.unit_lists_out, name="unit_lists_out"),
    path(f"{_CONTEST}/them-luot/", permits.unit_permits, name="unit_permits"),
    path(f"{_CONTEST}/them-luot/danh-sach.{TABLE_FILE}", permits.orders_out, name="orders_out"),
    path(f"{_CONTEST}/tim-nguoi/thong-tin/", permits.person_search, name="person_search"),
]

"""Addresses of the folders of a campaign."""

from django.urls import path

from hoithi.web.organiser.folder import pages

_ALL = "quan-tri/<slug:body>/ke-hoach/<int:number>/ho-so"
_ONE = f"{_ALL}/<slug:stage>"

urlpatterns = [
    path(f"{_ALL}/", pages.campaign_folder, name="campaign_folder"),
    path(f"{_ONE}/", pages.campaign_folder, name="campaign_folder_stage"),
    path(f"{_ONE}/lay-ho-so/", pages.campaign_folder_make, name="campaign_folder_make"),
    path(f"{_ONE}/van-ban/<str:name>", pages.campaign_folder_paper, name="campaign_folder_paper"),
]

"""Addresses of campaigns and their plans."""

from django.urls import path

from hoithi.web.organiser.campaigns import (
    activities,
    activity_moments,
    agencies,
    campaigns,
    committees,
    handing,
    insiders,
    members,
    nomination,
    nominations,
    plans,
    review,
    tasks,
)
from hoithi.web.papers import PAPER_FILE

_ALL = "quan-tri/<slug:body>/ke-hoach"
_PLAN = f"{_ALL}/van-ban/<int:number>"
_CAMPAIGN = f"{_ALL}/<int:number>"
_COMMITTEE = f"{_CAMPAIGN}/ban/<int:committee>"
_ASKED = f"{_COMMITTEE}/de-nghi-cu"
_LETTER = f"{_ASKED}/<int:letter>"
_ACTIVITY = f"{_CAMPAIGN}/hoat-dong/<slug:key>"

urlpatterns = [
    path(f"{_ALL}/", campaigns.campaigns, name="campaigns"),
    path(f"{_ALL}/nap-van-ban/", plans.plan_upload, name="plan_upload"),
    path(f"{_ALL}/nhan-tep/", handing.campaign_receive, name="campaign_receive"),
    path(f"{_PLAN}/", review.plan_review, name="plan_review"),
    path(f"{_PLAN}/tep/", plans.plan_file, name="plan_file"),
    path(f"{_PLAN}/noi-dung/<int:fact>/", review.plan_fact, name="plan_fact"),
    path(f"{_PLAN}/them/<slug:field>/", review.plan_fact_add, name="plan_fact_add"),
    path(f"{_PLAN}/lap-ke-hoach/", plans.plan_found, name="plan_found"),
    path(f"{_CAMPAIGN}/", campaigns.campaign, name="campaign"),
    path(f"{_CAMPAIGN}/hoat-dong/", activities.campaign_activities, name="campaign_activities"),
    path(f"{_CAMPAIGN}/hoat-dong-moi/", activities.activity_new, name="activity_new"),
    path(f"{_ACTIVITY}/", activities.campaign_activity, name="campaign_activity"),
    path(f"{_ACTIVITY}/lien-ket/", activities.activity_join, name="activity_join"),
    path(f"{_ACTIVITY}/xoa/", activities.activity_delete, name="activity_delete"),
    path(f"{_ACTIVITY}/thoi-gian/", activity_moments.activity_moment, name="activity_moment"),
    path(f"{_ACTIVITY}/phuong-an/", activity_moments.activity_options, name="activity_options"),
    path(f"{_ACTIVITY}/don-vi/", activity_moments.activity_units, name="activity_units"),
    path(f"{_CAMPAIGN}/nhiem-vu/<int:task>/", tasks.campaign_task, name="campaign_task"),
    path(
        f"{_CAMPAIGN}/nhiem-vu/<int:task>/minh-chung/<int:holding>/",
        tasks.task_evidence,
        name="task_evidence",
    ),
    path(f"{_CAMPAIGN}/co-quan/<int:agency>/", agencies.campaign_agency, name="campaign_agency"),
    path(f"{_CAMPAIGN}/ban/", committees.campaign_committees, name="campaign_committees"),
    path(
        f"{_CAMPAIGN}/ban/khong-du-thi/<slug:slug>/",
        insiders.campaign_exclusions,
        name="campaign_exclusions",
    ),
    path(f"{_COMMITTEE}/", committees.campaign_committee, name="campaign_committee"),
    path(
        f"{_COMMITTEE}/thanh-vien/<int:member>/", members.committee_member, name="committee_member"
    ),
    path(
        f"{_COMMITTEE}/quyet-dinh-da-ky/",
        committees.committee_decision_file,
        name="committee_decision_file",
    ),
    path(f"{_CAMPAIGN}/xem-lai/", handing.campaign_again, name="campaign_again"),
    path(f"{_CAMPAIGN}/to-chuc-lai/", handing.campaign_copy, name="campaign_copy"),
    path(f"{_CAMPAIGN}/xuat-tep/", handing.campaign_export, name="campaign_export"),
    path(
        f"{_COMMITTEE}/quyet-dinh.{PAPER_FILE}", nominations.committee_paper, name="committee_paper"
    ),
    path(f"{_ASKED}/", nominations.nomination_new, name="nomination_new"),
    path(f"{_LETTER}/", nominations.nomination_request, name="nomination_request"),
    path(
        f"{_LETTER}/cong-van.{PAPER_FILE}", nominations.nomination_letter, name="nomination_letter"
    ),
    path(f"{_LETTER}/<int:asked_of>/", nomination.nomination, name="nomination"),
    path(f"{_CAMPAIGN}/so-ky-hieu/", campaigns.campaign_header, name="campaign_header"),
]

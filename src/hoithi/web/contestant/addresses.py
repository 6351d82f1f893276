"""Addresses of the contestant."""

from django.urls import path

from hoithi.web.contestant import (
    attempts,
    contest,
    entering,
    media,
    places,
    rehearsal,
    remarks,
    returning,
    room,
)

urlpatterns = [
    path("sw.js", room.service_worker, name="service_worker"),
    path("<slug:slug>/", contest.show, name="contest"),
    path("<slug:slug>/chay-thu.json", rehearsal.rehearsal_door, name="rehearsal_door"),
    path("<slug:slug>/du-thi/", entering.enter, name="enter"),
    path("<slug:slug>/don-vi/", entering.units, name="units"),
    path("<slug:slug>/ma-du-thi/", entering.code, name="entry_code"),
    path("<slug:slug>/tro-lai/", returning.back, name="return"),
    path("<slug:slug>/cap-lai-ma/", returning.renew, name="renew_code"),
    path("<slug:slug>/cap-lai-ma/xac-nhan/", returning.confirm, name="confirm_code"),
    path("<slug:slug>/roi-may/", returning.leave, name="forget_device"),
    path("<slug:slug>/bai-thi/", room.show, name="room"),
    path("<slug:slug>/bai-thi/tep/<slug:digest>/", media.show, name="room_file"),
    path("<slug:slug>/cua-toi/", attempts.mine, name="my_attempts"),
    path("<slug:slug>/cua-toi/don-vi/", attempts.unit, name="my_unit"),
    path("<slug:slug>/cua-toi/phan-anh/", remarks.mine, name="my_remarks"),
    path("<slug:slug>/cua-toi/<slug:token>/", attempts.one, name="my_attempt"),
    path("<slug:slug>/diem-ho-tro/", places.place, name="assisted_place"),
    path("<slug:slug>/diem-ho-tro/dong/", places.close, name="close_place"),
    path("<slug:slug>/diem-ho-tro/ban-giao/", places.hand_over, name="hand_over"),
]

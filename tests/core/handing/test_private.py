"""No person in what leaves the body."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.handing.file import from_file, to_file
from hoithi.core.handing.private import without_persons
from tests.campaigns.make import DRAFT

NAMES = ("Nguyễn Văn An", "Nguyễn Văn An Bình", "Trần Thị Bích Hòa", "An")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Đ/c Nguyễn Văn An, ĐT 0912.345.678", "Đ/c •••, ĐT •••"),
        ("Đ/c Nguyễn Văn An Bình", "Đ/c •••"),
        ("NGUYỄN  VĂN\nAN", "•••"),
        ("Tra\u0302\u0300n Thi\u0323 Bi\u0301ch Ho\u0300a", "•••"),
        ("gửi an@x.gov.vn", "gửi •••"),
        ("xã An Bình, số 15/KH-UBND ngày 05/3/2026", "xã An Bình, số 15/KH-UBND ngày 05/3/2026"),
    ],
)
def test_names_and_numbers_are_hidden_and_nothing_else(text, left):
    assert without_persons({"text": [text]}, NAMES) == {"text": [left]}


@given(
    st.sampled_from(NAMES[:3]),
    st.sampled_from(["0912345678", "0912 345 678", "+84912345678", "an.nguyen@vinhphuc.gov.vn"]),
    st.sampled_from(["title", "place", "task", "agency", "committee"]),
)
def test_wherever_somebody_is_named_the_file_does_not_name_them(name, number, where):
    said = f"việc của {name}, {number}"
    draft = {
        "title": replace(DRAFT, title=said),
        "place": replace(DRAFT, activities=(replace(DRAFT.activities[0], place=said),)),
        "task": replace(DRAFT, tasks=(replace(DRAFT.tasks[0], text=said),)),
        "agency": replace(DRAFT, agencies=(*DRAFT.agencies, replace(DRAFT.agencies[0], name=said))),
        "committee": replace(DRAFT, committees=(replace(DRAFT.committees[0], name=said),)),
    }[where]
    text = json.dumps(json.loads(to_file(draft, {}, names=NAMES)), ensure_ascii=False)
    assert (name in text, number in text) == (False, False)


def test_agencies_that_become_alike_are_one():
    two = [replace(DRAFT.agencies[0], name=f"Ông {name}") for name in NAMES[:2]]
    draft = replace(DRAFT, agencies=(*DRAFT.agencies, *two))
    read = from_file(to_file(draft, {}, names=NAMES)).draft
    assert [one.name for one in read.agencies][2:] == ["Ông •••"]

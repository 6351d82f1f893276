"""Photographs keep their picture and lose what tells of place, device and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.documents.official.docx_parts import is_drawable
from hoithi.documents.photographs import (
    NotAPhotograph,
    TooManyPoints,
    with_header,
    without_header,
    without_traces,
)
from tests.documents.photographs import PLACE, jpeg, png, webp


@pytest.mark.parametrize("picture", [jpeg(), jpeg(side=6), png(), webp()])
def test_nothing_tells_where_it_was_taken(picture):
    clean = without_traces(picture)
    assert PLACE in picture
    assert PLACE not in clean
    assert without_traces(clean) == clean


def test_the_points_of_a_jpeg_stay_as_they_are():
    assert b"\x12\x34\xff\x00\x56\xff\xd0\x78\xff\xd9" in without_traces(jpeg())


@pytest.mark.parametrize(("side", "kept"), [(1, False), (6, True), (8, True), (99, False)])
def test_which_side_is_up_is_kept_and_nothing_else_of_exif(side, kept):
    assert (b"Exif" in without_traces(jpeg(side=side))) is kept


BARE = without_traces(jpeg()[:2] + jpeg()[20:])


def test_a_photograph_whose_traces_were_cut_gets_a_header_for_word_and_loses_it_again():
    assert (BARE[2:4], is_drawable(BARE)) == (b"\xff\xc0", True)
    assert with_header(BARE)[6:10] == b"JFIF"
    assert without_header(with_header(BARE)) == BARE


@pytest.mark.parametrize("picture", [jpeg(), jpeg(side=6), png(), b"", b"\xff\xd8\xff"[:2]])
def test_other_pictures_stay_as_they_are(picture):
    assert (with_header(picture), without_header(picture)) == (picture, picture)


def test_what_follows_the_end_is_cut_off():
    assert without_traces(jpeg(tail=b"<script>PK\x03\x04")) == without_traces(jpeg())


def test_webp_no_longer_announces_what_was_cut():
    clean = without_traces(webp())
    assert (b"EXIF" in clean, clean[20]) == (False, 0)


@pytest.mark.parametrize("make", [jpeg, png, webp])
def test_a_picture_that_says_it_is_enormous_is_refused(make):
    with pytest.raises(TooManyPoints):
        without_traces(make(width=16_000, height=16_000))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html><script>alert(1)</script>", id="a page"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", id="svg"),
        pytest.param(jpeg()[:-30], id="half a jpeg"),
        pytest.param(png()[:-9], id="half a png"),
        pytest.param(webp()[:-20], id="half a webp"),
        pytest.param(b"\xff\xd8\xff\xd9", id="a jpeg without a picture"),
        pytest.param(jpeg(width=0), id="no width"),
    ],
)
def test_what_is_no_whole_picture_is_refused(data):
    with pytest.raises(NotAPhotograph):
        without_traces(data)


@given(st.sampled_from([jpeg(), png(), webp()]), st.integers(0, 150), st.binary(max_size=12))
def test_a_damaged_picture_is_cleaned_or_refused_and_never_fails(picture, place, noise):
    damaged = picture[:place] + noise + picture[place + len(noise) :]
    try:
        without_traces(damaged)
    except (NotAPhotograph, TooManyPoints):
        return

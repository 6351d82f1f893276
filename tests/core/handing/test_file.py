"""The file of a campaign: written, read again, and refused where it is none."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import assume, given, settings

from hoithi.core.handing import file as files
from hoithi.core.handing.file import CampaignFileRefused, Fault, from_file, to_file
from hoithi.core.vietnamese.private import HIDDEN
from tests.campaigns.make import DRAFT
from tests.core.founding import texts
from tests.strategies import rulebooks
from tests.strategies import texts as words

BARE = replace(DRAFT, number="", issued_on=None, issuer="")
STAGE = texts.founded(texts.STAGE)


def told(draft=DRAFT, **changes):
    """The content of the file as plain data, with a hash that fits what was changed."""
    content = json.loads(to_file(draft, {}, names=()))
    del content["sha256"]
    return content | changes


def signed(content) -> bytes:
    """A file whose hash is right, whatever is in it."""
    return json.dumps(content | {"sha256": files._hash(content)}).encode()


def refusal(data: bytes) -> Fault:
    with pytest.raises(CampaignFileRefused) as refused:
        from_file(data)
    return refused.value.fault


def bomb() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"0" * 10_000_000)
    return packed.getvalue()


@pytest.mark.parametrize("draft", [BARE, replace(STAGE, number="", issued_on=None, issuer="")])
def test_what_is_written_is_read_again(draft):
    read = from_file(to_file(draft, {}, names=())).draft
    assert read == replace(draft, **{name: without_places(getattr(draft, name)) for name in KINDS})


KINDS = ("activities", "committees", "agencies", "tasks")


def without_places(rows):
    return tuple(replace(row, source=None) for row in rows)


@settings(max_examples=25)
@given(rulebooks(), words, words)
def test_any_campaign_comes_out_as_it_went_in(rulebook, title, place):
    activity = replace(BARE.activities[0], rulebook=rulebook, place=place)
    draft = replace(BARE, title=title, activities=(activity,))
    read = from_file(to_file(draft, {}, names=())).draft
    assume(HIDDEN not in repr(read))  # By chance a text is a telephone number.
    assert read == draft


def test_the_same_campaign_gives_the_same_bytes():
    assert to_file(DRAFT, {}, names=()) == to_file(DRAFT, {}, names=())


def test_spaces_and_line_ends_of_a_mail_program_change_nothing():
    data = to_file(DRAFT, {}, names=()).replace(b"\n", b"\r\n")
    assert from_file(b"\xef\xbb\xbf" + data).draft == BARE


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"", Fault.EMPTY, id="empty"),
        pytest.param(b" \n", Fault.EMPTY, id="blank"),
        pytest.param(b" " * 9_000_000 + b"{}", Fault.TOO_BIG, id="huge"),
        pytest.param(bomb(), Fault.NOT_A_CAMPAIGN, id="zip bomb"),
        pytest.param(b"%PDF-1.7", Fault.NOT_A_CAMPAIGN, id="pdf"),
        pytest.param(b"\xff\xfe{}", Fault.NOT_A_CAMPAIGN, id="utf-16"),
        pytest.param(b"[]", Fault.NOT_A_CAMPAIGN, id="a list"),
        pytest.param(b'{"what": "hoithi-campaign"', Fault.NOT_A_CAMPAIGN, id="cut off"),
        pytest.param(b"[" * 200_000, Fault.NOT_A_CAMPAIGN, id="deep"),
        pytest.param(b'{"a": ' * 2_000 + b"1" + b"}" * 2_000, Fault.NOT_A_CAMPAIGN, id="deeper"),
        pytest.param(b'{"a": ' + b"9" * 9_000 + b"}", Fault.NOT_A_CAMPAIGN, id="long number"),
        pytest.param(b'{"format": NaN}', Fault.NOT_A_CAMPAIGN, id="no number"),
        pytest.param(b'{"what": "hoithi-campaign"}', Fault.DAMAGED, id="no format"),
        pytest.param(b'{"what": "hoithi-campaign", "format": 2}', Fault.NEWER, id="newer"),
        pytest.param(b'{"what": "hoithi-campaign", "format": 1}', Fault.TAMPERED, id="no hash"),
    ],
)
def test_what_is_no_such_file_is_refused_by_name(data, fault):
    assert refusal(data) is fault


def test_a_changed_letter_is_noticed():
    data = to_file(DRAFT, {}, names=())
    assert refusal(data.replace("thi đua".encode(), b"thi dua")) is Fault.TAMPERED


def changed(**activity):
    content = told()
    content["campaign"]["activities"][0].update(activity)
    return content


def with_task(**task):
    content = told()
    content["campaign"]["tasks"][0].update(task)
    return content


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (told(campaign={"title": ""}), Fault.DAMAGED),
        (told(campaign={"title": "x" * 1_001}), Fault.DAMAGED),
        (told(campaign={"title": "x", "members": ["Nguyễn Văn An"]}), Fault.DAMAGED),
        (told(campaign={"title": "a\u0000b"}), Fault.HOSTILE),
        (told(more=1), Fault.DAMAGED),
        (told(parts=[1]), Fault.DAMAGED),
        (told(parts={"budget": [1]}), Fault.DAMAGED),
        (changed(key="../etc"), Fault.DAMAGED),
        (changed(kind="war"), Fault.DAMAGED),
        (changed(agency="Cơ quan không có"), Fault.DAMAGED),
        (changed(days={"first": "2026-02-30", "last": "2026-03-01"}), Fault.DAMAGED),
        (changed(days={"first": "2026-03-02", "last": "2026-03-01"}), Fault.DAMAGED),
        (changed(days={"first": "9999-12-31", "last": "9999-12-31"}), Fault.DAMAGED),
        (changed(days={"first": "2026-03-02"}), Fault.DAMAGED),
        (changed(starts_at="08:00:00Z"), Fault.DAMAGED),
        (changed(rulebook={"title": "x"}), Fault.DAMAGED),
        (changed(rulebook={"format": 99}), Fault.NEWER),
        (with_task(activity="khong-co"), Fault.DAMAGED),
        (with_task(holders=[{"agency": "Không có"}]), Fault.DAMAGED),
        (with_task(due={"kind": "day"}), Fault.DAMAGED),
        (with_task(due={"kind": "relative", "offset": 10**9}), Fault.DAMAGED),
        (with_task(due={"kind": "relative"}, activity=""), Fault.DAMAGED),
    ],
)
def test_a_file_made_by_hand_is_read_strictly(content, fault):
    assert refusal(signed(content)) is fault


def test_half_of_a_character_is_refused():
    content = told(campaign={"title": "x"})
    data = json.dumps(content | {"sha256": "0"}).replace('"x"', '"\\ud800"').encode()
    assert refusal(data) is Fault.HOSTILE


def test_keys_and_names_stand_once():
    content = told()
    content["campaign"]["agencies"].append(content["campaign"]["agencies"][0])
    assert refusal(signed(content)) is Fault.DAMAGED

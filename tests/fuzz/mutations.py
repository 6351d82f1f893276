"""Damage done to a file: bytes turned, parts cut, doubled a thousand times, spliced, repacked."""

import io
import zipfile
import zlib
from typing import Any

from hypothesis import strategies as st

_TOKENS = (
    *(
        b"{",
        b"}",
        b"~",
        b"=",
        b"#",
        b"->",
        b"\\",
        b"::",
        b"%50%",
        b"//",
        b"\n\n",
        b"\r",
        b"\t",
        b" ",
    ),
    *(b"<", b">", b"</", b"/>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b"&#0;", b"<?xml?>"),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xf0\x9f",
        b"PK\x03\x04",
    ),
    *(
        "Câu 1. ".encode(),
        b"A. ",
        b" B. ",
        "Đáp án: ".encode(),
        "ĐÁP ÁN\n".encode(),
        b"1-A 2-B",
    ),
    *(
        b"1e999",
        b"-0",
        b"NaN",
        b"9" * 400,
        b"../",
        b"ANSWER: ",
        b"{1:MC:",
        b"*",
        b"**",
        "ệ́".encode(),
    ),
)
_MOST = 1_000_000


@st.composite
def damaged(draw: Any, seeds: list[bytes]) -> bytes:
    """One of the seeds with one to six wounds; archives also in what they hold."""
    data = draw(st.sampled_from(seeds))
    is_packed = data.startswith(b"PK")
    if is_packed and draw(st.booleans()):
        return _repacked(draw, data, seeds)
    for _wound in range(draw(st.integers(1, 6))):
        data = _wounded(draw, data, seeds)
    return data[:_MOST]


def _wounded(draw: Any, data: bytes, seeds: list[bytes]) -> bytes:
    at = draw(st.integers(0, len(data)))
    length = draw(st.sampled_from((1, 2, 7, 40, 300)))
    match draw(st.integers(0, 6)):
        case 0:
            return data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at + 1 :]
        case 1:
            return data[:at] + data[at + length :]
        case 2:
            return data[:at] + draw(st.sampled_from(_TOKENS)) + data[at:]
        case 3:
            times = draw(st.sampled_from((2, 50, 2_000, 100_000)))
            part = draw(st.sampled_from(_TOKENS)) if draw(st.booleans()) else data[at : at + length]
            return data[:at] + (part * times)[:_MOST] + data[at:]
        case 4:
            other = draw(st.sampled_from(seeds))
            return data[:at] + other[draw(st.integers(0, len(other))) :]
        case 5:
            return data[:at]
        case _:
            return data[:at] + data[at : at + length] + data[at:]


def _repacked(draw: Any, data: bytes, seeds: list[bytes]) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {one.filename: archive.read(one) for one in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError):
        # The seeds hold archives that are broken, locked or packed in unknown ways.
        return _wounded(draw, data, seeds)
    name = draw(st.sampled_from(sorted(members)))
    members[name] = _wounded(draw, members[name], seeds)[:_MOST]
    if draw(st.booleans()):
        renamed = draw(st.sampled_from(("../x", "/etc/x", "C:\\x", "a/../../x", "x\x00y", name)))
        members[renamed] = members.pop(name)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return target.getvalue()

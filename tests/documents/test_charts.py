"""Charts stand inside a page under a strict content policy, and say in words what they show."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.documents.charts import SVG, Series, as_file, bar_chart, line_chart
from tests.documents.printed import parsed

UNITS = [("Xã Bình Sơn", 1312), ("Trường <THCS> & Tiểu học", 412), ("Chi bộ 3", 0)]
HOURS = [f"{hour}h" for hour in range(24)]
TODAY = Series("Hôm nay", [hour * hour for hour in range(20)] + [None] * 4)
YESTERDAY = Series("Hôm qua", [24 - hour for hour in range(24)])
ALLOWED_TAGS = {"svg", "title", "desc", "g", "path", "rect", "text"}
ALLOWED = re.compile(
    r"class|role|viewBox|font-(family|size|weight)|transform|[xyd]|r[xy]|width|height|fill|text-anchor"
    r"|stroke(-width|-linejoin|-dasharray)?"
)
CHARTS = {
    "bars": bar_chart("Người dự thi", UNITS),
    "no bars": bar_chart("Người dự thi", []),
    "nought": bar_chart("Người dự thi", [("A", 0)]),
    "one line": line_chart("Lượt thi", HOURS, [TODAY]),
    "two lines": line_chart("Lượt thi", HOURS, [TODAY, YESTERDAY]),
    "no line": line_chart("Lượt thi", [], []),
    "nothing counted": line_chart("Lượt thi", ["0h"], [Series("A", [None])]),
}


def tag(element):
    return element.tag.removeprefix(f"{{{SVG}}}")


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)
def test_nothing_in_it_is_forbidden_by_a_strict_policy(svg):
    root = parsed(svg)
    assert {tag(element) for element in root.iter()} <= ALLOWED_TAGS
    names = {name for element in root.iter() for name in element.attrib}
    assert all(ALLOWED.fullmatch(name) for name in names)
    assert re.findall(r"https?://[^\"]+", svg) == [SVG]


def test_bars_say_who_and_how_many():
    root = parsed(CHARTS["bars"])
    assert [(tag(child), child.text) for child in list(root)[:2]] == [
        ("title", "Người dự thi"),
        ("desc", "Xã Bình Sơn: 1.312; Trường <THCS> & Tiểu học: 412; Chi bộ 3: 0"),
    ]
    texts = [(t.get("class"), t.text) for t in root.iter(f"{{{SVG}}}text")]
    assert texts == [
        ("chart-label", "Chi bộ 3"),
        ("chart-label", "Trường <THCS> & Tiểu học"),
        ("chart-label", "Xã Bình Sơn"),
        ("chart-value", "0"),
        ("chart-value", "412"),
        ("chart-value", "1.312"),
    ]


def test_longer_bars_stand_for_more():
    bars = parsed(CHARTS["bars"]).findall(f".//{{{SVG}}}rect[@class='chart-bar chart-1']")
    widths = [float(bar.get("width", "0")) for bar in bars]
    assert widths == sorted(widths)
    assert widths[-1] / widths[-2] == pytest.approx(1312 / 412, rel=0.01)


def test_lines_differ_without_colour_and_say_their_highest():
    root = parsed(CHARTS["two lines"])
    lines = [p for p in root.iter(f"{{{SVG}}}path") if p.get("class", "").startswith("chart-line")]
    assert [(p.get("class"), p.get("stroke-dasharray")) for p in lines] == [
        ("chart-line chart-1", None),
        ("chart-line chart-2", "8 4"),
    ]
    assert root.findtext(f"{{{SVG}}}desc") == (
        "Hôm nay: tổng 2.470, cao nhất 361 lúc 19h; Hôm qua: tổng 300, cao nhất 24 lúc 0h"
    )


@pytest.mark.parametrize(
    ("most", "guides"),
    [
        (1, ["0", "1"]),
        (7, ["0", "2", "4", "6", "8"]),
        (1_200_000, ["0", "500.000", "1.000.000", "1.500.000"]),
    ],
)
def test_guides_are_round_numbers(most, guides):
    root = parsed(line_chart("T", ["0h", "1h"], [Series("A", [0, most])]))
    ends = [t.text for t in root.iter(f"{{{SVG}}}text") if t.get("text-anchor") == "end"]
    assert ends == guides


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.text(max_size=60), st.integers(0, 10**7)), max_size=5),
)
def test_any_label_makes_a_chart_that_parses(title, bars):
    assert parsed(as_file(bar_chart(title, bars))).get("role") == "img"


@pytest.mark.parametrize(("hours", "labels"), [(24, 4), (5, 3), (8, 4)])
def test_labels_of_hours_never_run_into_one_another(hours, labels):
    named = [f"{hour:02}h 22/11" for hour in range(hours)]
    svg = line_chart("Theo giờ", named, [Series("Người", list(range(hours)))])
    assert sum(f">{one}<" in svg for one in named) == labels

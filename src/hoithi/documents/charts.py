"""Small charts as SVG that may stand inside a page under a strict content policy.

Pygal computes them; its script, style sheet, tooltips and ids are then taken out. Colours, sizes
and anchors are presentation attributes, which `style-src 'self'` allows and which a style sheet may
override by the classes `chart-bar`, `chart-line`, `chart-key`, `chart-1` to `chart-4`,
`chart-guide`, `chart-axis`, `chart-label` and `chart-value` (for dark pages). The same text is a
whole SVG file.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygal
from pygal.style import Style

from hoithi.core.vietnamese.numbers import dotted

SVG = "http://www.w3.org/2000/svg"
COLOURS = ("#9b1c1f", "#1c5a86", "#b8862b", "#1d6b44")
_DASHES = ("", "8 4", "2 3", "10 3 2 3")
_INK, _GUIDE, _AXIS = "#1f1b16", "#ddd6cc", "#8b8378"
_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
_FONT_SIZE = 15
_STYLE = Style(
    label_font_size=_FONT_SIZE,
    major_label_font_size=_FONT_SIZE,
    value_font_size=_FONT_SIZE,
    legend_font_size=_FONT_SIZE,
)
_BAR_HEIGHT, _LINE_CHART_HEIGHT = 34, 280
_LONGEST_LABEL = 26
_MOST_LABELS = 7
_LETTER_WIDTH, _LABEL_GAP, _BESIDE_LINES = 8, 2, 90
"""A letter of a label in pixels, the letters of room between two, and what stands left and right
of the lines."""
_MOST_GUIDES = 5
_DECIMALS = re.compile(r"(\d\.\d)\d+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DROPPED_CLASSES = {"background", "tooltip-overlay", "titles", "overlay"}
_DROPPED_TAGS = {"defs", "desc", "title", "script", "style"}

ET.register_namespace("", SVG)


@dataclass(frozen=True, slots=True)
class Series:
    """A named line of counts, one for each label; None where nothing was counted."""

    name: str
    counts: Sequence[int | None]


def bar_chart(title: str, bars: Sequence[tuple[str, int]], width: int = 520) -> str:
    """Horizontal bars in the given order, first on top, each with its count behind it."""
    most = max((count for _, count in bars), default=0)
    chart = pygal.HorizontalBar(
        **_settings(width, 60 + _BAR_HEIGHT * max(1, len(bars))),
        range=(0, max(1, most) * 1.18),
        print_values=True,
        print_values_position="top",
        show_x_labels=False,
        show_x_guides=False,
        margin_bottom=0,
        margin_top=8,
        show_legend=False,
    )
    # Pygal counts bars from below.
    chart.x_labels = [_label(label) for label, _ in reversed(bars)]
    chart.add("", [count for _, count in reversed(bars)])
    words = "; ".join(f"{label}: {dotted(count)}" for label, count in bars)
    return _clean(chart, title, words)


def line_chart(
    title: str, labels: Sequence[str], series: Sequence[Series], width: int = 520
) -> str:
    """Lines over labels such as hours, from nought upwards; at most four series."""
    chart = pygal.Line(
        **_settings(width, _LINE_CHART_HEIGHT + (30 if len(series) > 1 else 0)),
        show_legend=len(series) > 1,
        legend_at_bottom=True,
        show_dots=False,
        include_x_axis=True,
        show_minor_x_labels=False,
        x_labels_major_every=max(1, -(-len(labels) // _labels_beside(labels, width))),
        margin_top=12,
    )
    chart.x_labels = [_label(label) for label in labels]
    if counted := [n for line in series for n in line.counts if n is not None]:
        chart.y_labels = _guides(max(1, *counted))
    for line in series[: len(COLOURS)]:
        chart.add(_label(line.name), list(line.counts))
    return _clean(chart, title, _in_words(labels, series))


def _labels_beside(labels: Sequence[str], width: int) -> int:
    """How many labels stand side by side below a chart without touching one another."""
    longest = max(map(len, labels), default=0) + _LABEL_GAP
    return min(_MOST_LABELS, max(1, (width - _BESIDE_LINES) // (_LETTER_WIDTH * longest)))


def as_file(svg: str) -> bytes:
    """The same chart as an SVG file of its own."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg.encode("utf-8")


def _settings(width: int, height: int) -> dict[str, object]:
    return {
        "width": width,
        "height": height,
        "style": _STYLE,
        "js": (),
        "css": (),
        "no_prefix": True,
        "truncate_label": -1,
        "truncate_legend": -1,
        "value_formatter": _whole,
        "no_data_text": "Chưa có số liệu",
        "margin_right": 24,
    }


def _whole(value: float | None) -> str:
    return "" if value is None else dotted(round(value))


def _guides(most: int) -> list[int]:
    """Whole, round numbers from nought to the highest count: at most seven."""
    step = next(
        factor * 10**power
        for power in range(len(str(most)) + 1)
        for factor in (1, 2, 5)
        if factor * 10**power * _MOST_GUIDES >= most
    )
    return list(range(0, most + step, step))


def _label(text: str) -> str:
    plain = " ".join(_CONTROL.sub("", text).split())
    return plain if len(plain) <= _LONGEST_LABEL else plain[: _LONGEST_LABEL - 1].rstrip() + "…"


def _in_words(labels: Sequence[str], series: Sequence[Series]) -> str:
    """What each line says, for those who cannot see it: its sum and its highest point."""
    sentences = []
    for line in series[: len(COLOURS)]:
        pairs = zip(labels, line.counts, strict=False)
        counted = [(n, label) for label, n in pairs if n is not None]
        if counted:
            most, label = max(counted, key=lambda pair: pair[0])
            total = sum(n for n, _ in counted)
            sentences.append(
                f"{line.name}: tổng {dotted(total)}, cao nhất {dotted(most)} lúc {label}"
            )
    return "; ".join(sentences)


def _clean(chart: pygal.Graph, title: str, words: str) -> str:
    root = ET.fromstring(chart.render(is_unicode=True))  # noqa: S314 - pygal's own output
    for parent in list(root.iter()):
        for child in list(parent):
            if _is_dropped(child):
                parent.remove(child)
    _dress(root, "", 0)
    for tag, text in (("desc", words), ("title", title)):
        element = ET.Element(f"{{{SVG}}}{tag}")
        element.text = _CONTROL.sub("", text)
        root.insert(0, element)
    root.attrib = {
        "class": "chart",
        "role": "img",
        "viewBox": root.attrib["viewBox"],
        "font-family": _FONT,
        "font-size": str(_FONT_SIZE),
    }
    return ET.tostring(root, encoding="unicode")


def _is_dropped(element: ET.Element) -> bool:
    classes = set(element.get("class", "").split())
    return _tag(element) in _DROPPED_TAGS or bool(classes & _DROPPED_CLASSES - {"text-overlay"})


def _tag(element: ET.Element) -> str:
    return element.tag.removeprefix(f"{{{SVG}}}")


def _dress(element: ET.Element, inside: str, colour: int) -> None:
    """Give each shape its presentation attributes and leave it nothing else but its place."""
    classes = element.get("class", "").split()
    inside = f"{inside} {' '.join(classes)}"
    for name in classes:
        if name.startswith("color-"):
            colour = int(name.removeprefix("color-"))
    for attribute in ("class", "id", "style", "text-anchor"):
        element.attrib.pop(attribute, None)
    for attribute, value in element.attrib.items():
        element.attrib[attribute] = _DECIMALS.sub(r"\1", value)
    element.attrib.update(_LOOKS.get(_tag(element), _no_look)(inside.split(), colour))
    for child in element:
        _dress(child, inside, colour)


Look = dict[str, str]


def _no_look(_classes: list[str], _colour: int) -> Look:
    return {}


def _look_of_path(classes: list[str], colour: int) -> Look:
    if "series" in classes:
        return {
            "class": f"chart-line chart-{colour + 1}",
            "fill": "none",
            "stroke": COLOURS[colour],
            "stroke-width": "2.5",
            "stroke-linejoin": "round",
        } | _dashes(colour)
    if "x" in classes or "guide" not in classes:
        is_base = "guide" not in classes and "y" in classes
        return {"class": "chart-axis", "stroke": _AXIS if is_base else "none", "fill": "none"}
    return {"class": "chart-guide", "stroke": _GUIDE, "fill": "none"}


def _look_of_rectangle(classes: list[str], colour: int) -> Look:
    kind = "chart-key" if "legend" in classes else "chart-bar"
    look = {"class": f"{kind} chart-{colour + 1}", "fill": COLOURS[colour], "rx": "3", "ry": "3"}
    if kind == "chart-bar" or not colour:
        return look
    outline = {"fill": "none", "stroke": COLOURS[colour], "stroke-width": "2.5"}
    return look | outline | _dashes(colour)


def _dashes(colour: int) -> Look:
    """Lines differ on black and white paper too: the first is drawn through."""
    return {"stroke-dasharray": _DASHES[colour]} if _DASHES[colour] else {}


def _look_of_text(classes: list[str], _colour: int) -> Look:
    look = {"class": "chart-label", "fill": _INK}
    if "no_data" in classes or ("axis" in classes and "x" in classes):
        return look | {"text-anchor": "middle"}
    if "text-overlay" in classes:
        return look | {"class": "chart-value", "font-weight": "600", "text-anchor": "start"}
    return look | ({"text-anchor": "end"} if "axis" in classes else {})


_LOOKS: dict[str, Callable[[list[str], int], Look]] = {
    "path": _look_of_path,
    "rect": _look_of_rectangle,
    "text": _look_of_text,
}

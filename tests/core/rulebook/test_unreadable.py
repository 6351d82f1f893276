"""What is no rulebook is refused with its place, whatever it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.rulebook.formats import from_file, from_json, from_toml, to_json
from hoithi.core.rulebook.problem import RulebookUnreadable

HEAD = 'kind = "online"\nkey = "cchc"\ntitle = "Cuộc thi"\norganiser = "UBND xã"\n'
ROUND = HEAD + '[[rounds]]\nkey = "w"\ntitle = "Tuần 1"\n'


def problems(read, source) -> list[tuple]:
    with pytest.raises(RulebookUnreadable) as refusal:
        read(source)
    return [(one.path, one.code.value, dict(one.facts)) for one in refusal.value.problems]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            ROUND + 'window = { opens = "2026-10-05T08:00", closes = "2026-10-05T25:00" }',
            [("rounds[0].window.closes", "bad_moment", {"value": "2026-10-05T25:00"})],
            id="an hour that is none",
        ),
        pytest.param(
            ROUND + 'publishes = "2026-02-30T08:00"',
            [("rounds[0].publishes", "bad_moment", {"value": "2026-02-30T08:00"})],
            id="a day that is none",
        ),
        pytest.param(
            ROUND + 'publishes = "9999-12-31T24:00"',
            [("rounds[0].publishes", "bad_moment", {"value": "9999-12-31T24:00"})],
            id="the end of time",
        ),
        pytest.param(
            'title = "Cuộc thi"\nkind = "quiz"\nrounds = 3',
            [
                (
                    "kind",
                    "not_a_choice",
                    {"value": "quiz", "choices": ("online", "stage", "skills", "works")},
                ),
                ("key", "missing", {}),
                ("organiser", "missing", {}),
                ("rounds", "not_a_list", {}),
            ],
            id="everything wrong at once",
        ),
        pytest.param(
            ROUND + "titel = 1",
            [("rounds[0].titel", "unknown_field", {"name": "titel", "near": "title"})],
            id="a misspelt field",
        ),
        pytest.param(
            HEAD + "[window]\nopens = 1\nclosed = 2",
            [
                ("window.closed", "unknown_field", {"name": "closed", "near": "closes"}),
                ("window.opens", "not_text", {"value": "1"}),
                ("window.closes", "missing", {}),
            ],
            id="a number for a moment",
        ),
        pytest.param(
            HEAD + '[[parts]]\nkind = "exam"\nkey = "a"',
            [
                (
                    "parts[0].kind",
                    "not_a_choice",
                    {"value": "exam", "choices": ("paper", "jury", "check", "entered")},
                )
            ],
            id="an unknown kind of part",
        ),
        pytest.param(
            HEAD + '[[parts]]\nkey = "a"', [("parts[0].kind", "missing", {})], id="no kind of part"
        ),
        pytest.param(
            HEAD + "[attempts]\ngrace_seconds = 1000",
            [("attempts.grace_seconds", "out_of_range", {"least": 0, "most": 300})],
            id="out of range",
        ),
        pytest.param(
            HEAD + "[attempts]\na_day = true",
            [("attempts.a_day", "not_a_number", {"value": "True"})],
            id="yes is no number",
        ),
        pytest.param(
            HEAD + "[publication]\nlive_figures = 1",
            [("publication.live_figures", "not_yes_or_no", {"value": "1"})],
            id="a number is not yes",
        ),
        pytest.param(
            HEAD + '[passing]\ntotal = "nan"',
            [("passing.total", "not_a_number", {"value": "nan"})],
            id="not a number as text",
        ),
        pytest.param(
            HEAD + "[passing]\ntotal = nan",
            [("passing.total", "out_of_range", {"least": -999999999, "most": 999999999})],
            id="not a number",
        ),
        pytest.param(
            HEAD + "[passing]\ntotal = 1e999999",
            [("passing.total", "out_of_range", {"least": -999999999, "most": 999999999})],
            id="a number too large",
        ),
        pytest.param(HEAD + 'place = ""', [("place", "empty", {})], id="empty text"),
        pytest.param(HEAD + 'place = "a\\u0000"', [("place", "bad_character", {})], id="NUL"),
        pytest.param(
            HEAD.replace("cchc", "CCHC năm 2026"),
            [("key", "bad_key", {"value": "CCHC năm 2026"})],
            id="a key with letters of its own",
        ),
        pytest.param(
            HEAD + f'place = "{"a" * 2001}"',
            [("place", "too_long", {"most": 2000, "length": 2001})],
            id="too long",
        ),
        pytest.param(
            "format = 2\n" + HEAD,
            [("format", "format_unknown", {"format": "2", "known": 1})],
            id="a format of the future",
        ),
        pytest.param(
            "format = true\n" + HEAD,
            [("format", "format_unknown", {"format": "True", "known": 1})],
            id="no format",
        ),
        pytest.param(HEAD + "place = [", [("", "syntax", {"line": 5, "column": 10})], id="cut off"),
        pytest.param(
            HEAD + 'key = "b"\n', [("", "duplicate_key", {"line": 5, "column": 10})], id="twice"
        ),
        pytest.param(HEAD.encode("utf-16"), [("", "not_utf8", {})], id="another encoding"),
        pytest.param(b"\x00\x01", [("", "syntax", {"line": 1, "column": 1})], id="bytes"),
        pytest.param("a = " + "[" * 10_000, [("", "too_deep", {})], id="deep"),
        pytest.param("a = " + "9" * 5_000, [("", "not_a_number", {})], id="endless number"),
        pytest.param(
            "#\n" * 300_000, [("", "too_large", {"most": 524288, "length": 600000})], id="huge"
        ),
    ],
)
def test_toml_is_refused(source, expected) -> None:
    assert problems(from_toml, source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('{"a": 1', [("", "syntax", {"line": 1, "column": 8})], id="cut off"),
        pytest.param("[]", [("", "not_a_table", {})], id="a list"),
        pytest.param('{"a": 1, "a": 2}', [("", "duplicate_key", {"name": "a"})], id="twice"),
        pytest.param('{"a": NaN}', [("", "not_a_number", {})], id="NaN"),
        pytest.param("[" * 100_000, [("", "too_deep", {})], id="deep"),
        pytest.param("9" * 5_000, [("", "not_a_number", {})], id="endless number"),
        pytest.param(
            '{"kind": "online", "key": "a", "title": "\\ud800", "organiser": "b"}',
            [("title", "bad_character", {})],
            id="half a letter",
        ),
    ],
)
def test_json_is_refused(source, expected) -> None:
    assert problems(from_json, source) == expected


def test_a_file_of_rubbish_is_answered_quickly() -> None:
    source = "{" + ",".join(f'"name{number}": 0' for number in range(25_000)) + "}"
    assert len(problems(from_json, source)) == 24


def test_deep_tables_are_answered() -> None:
    assert problems(from_toml, "[" + "a." * 9_000 + "a]")[0][:2] == ("a", "unknown_field")
    assert problems(from_toml, "[" + "a." * 90_000 + "a]") == [
        ("", "line_too_long", {"line": 1, "most": 20_000})
    ]


@given(st.one_of(st.text(), st.binary()))
def test_anything_is_either_read_or_refused(source) -> None:
    for read in (from_toml, from_json):
        with pytest.raises(RulebookUnreadable):
            read(source)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_any_value_in_any_place_is_refused_with_its_path(value) -> None:

    source = json.dumps({"kind": "online", "key": "a", "title": "b", "organiser": value})
    try:
        assert from_json(source).organiser
    except RulebookUnreadable as refusal:
        assert [one.path for one in refusal.problems] == ["organiser"]  # noqa: PT017 - either may hold


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_file_with_a_day_of_no_use_is_refused_and_what_is_stored_is_read(day) -> None:
    source = f'{HEAD}plan = {{ title = "Kế hoạch", issued_on = "{day}" }}\n'
    stored = to_json(from_toml(source))
    expected = [("plan.issued_on", "bad_day", {"value": day})]
    for name, data in (("a.toml", source.encode()), ("a.json", stored)):
        assert problems(lambda text, name=name: from_file(name, text), data) == expected
    assert from_json(stored) == from_toml(source)

"""A unit's list against the contestants: certain, doubtful or nobody, and never one for two."""

import random
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.roster import (
    SHOWN,
    Candidate,
    Match,
    Reason,
    RosterContestant,
    RosterLine,
    State,
    match,
)
from hoithi.core.vietnamese.typed_dates import PartialDate

YEAR, DAY = PartialDate(1985), PartialDate(1985, 3, 5)
SWAPPED, OTHER = PartialDate(1985, 5, 3), PartialDate(1986)


def line(name="Nguyễn Văn Hòa", born=YEAR, unit="xa-1", key=1):
    return RosterLine(key, name, unit, born, post="Công chức")


def contestant(name="Nguyễn Văn Hòa", born=YEAR, unit="xa-1", key=7):
    return RosterContestant(key, name, unit, born)


@pytest.mark.parametrize(
    ("listed", "taking_part"),
    [
        pytest.param(line(), contestant(), id="alike"),
        pytest.param(line(), contestant("NGUYỄN  VĂN HOÀ"), id="other placement of the tone"),
        pytest.param(line(), contestant("nguyen van hoa"), id="contestant without diacritics"),
        pytest.param(line("Nguyen Van Hoa"), contestant(), id="list without diacritics"),
        pytest.param(line(), contestant(unicodedata.normalize("NFD", "Nguyễn Văn Hòa")), id="NFD"),
        pytest.param(line(born=DAY), contestant(), id="only the year on one side"),
        pytest.param(line(born=None), contestant(), id="no birth on the list"),
    ],
)
def test_certain(listed, taking_part):
    expected = Match(1, State.CERTAIN, (Candidate(7, frozenset()),))
    assert match([listed], [taking_part]) == (expected,)


@pytest.mark.parametrize(
    ("listed", "taking_part", "reasons"),
    [
        pytest.param(line(), contestant(born=OTHER), {Reason.BIRTH_DIFFERS}, id="another year"),
        pytest.param(
            line(born=DAY),
            contestant(born=SWAPPED),
            {Reason.DAY_AND_MONTH_SWAPPED},
            id="day and month exchanged",
        ),
        pytest.param(
            line(), contestant("Nguyễn Vân Hòa"), {Reason.DIACRITICS_DIFFER}, id="diacritics"
        ),
        pytest.param(
            line(), contestant("Nguyễn Văn Hoàn"), {Reason.ONE_LETTER}, id="a letter more"
        ),
        pytest.param(line(), contestant("Nguyễn Vă Hòa"), {Reason.ONE_LETTER}, id="a letter less"),
        pytest.param(line(), contestant("Nguyễn Văm Hòa"), {Reason.ONE_LETTER}, id="changed"),
        pytest.param(line(), contestant("Nguyễn Vna Hòa"), {Reason.ONE_LETTER}, id="exchanged"),
        pytest.param(line(), contestant("Nguyễn VănHòa"), {Reason.ONE_LETTER}, id="no space"),
        pytest.param(line(), contestant(unit="xa-2"), {Reason.OTHER_UNIT}, id="another unit"),
        pytest.param(
            line(born=None), contestant(unit="xa-2"), {Reason.OTHER_UNIT}, id="unit, no birth"
        ),
        pytest.param(
            line(born=DAY),
            contestant("Nguyễn Văn Hoàn", born=DAY, unit="xa-2"),
            {Reason.ONE_LETTER, Reason.OTHER_UNIT},
            id="the whole date speaks for a misspelled name elsewhere",
        ),
    ],
)
def test_doubtful(listed, taking_part, reasons):
    expected = Match(1, State.DOUBTFUL, (Candidate(7, frozenset(reasons)),))
    assert match([listed], [taking_part]) == (expected,)


@pytest.mark.parametrize(
    "taking_part",
    [
        pytest.param(contestant("Trần Thị Bé"), id="another name"),
        pytest.param(contestant(born=OTHER, unit="xa-2"), id="a namesake elsewhere"),
        pytest.param(contestant("Nguyễn Văn Hoàn", born=OTHER), id="name and birth differ"),
        pytest.param(contestant("Nguyễn Văn Hoàn", unit="xa-2"), id="name and unit differ"),
        pytest.param(contestant("Nguyễn Văn Hoành"), id="two letters"),
        pytest.param(contestant(""), id="no name"),
    ],
)
def test_nobody(taking_part):
    assert match([line()], [taking_part]) == (Match(1, State.NONE, ()),)


def test_namesakes_among_contestants_are_doubtful():
    found = match([line()], [contestant(key=7), contestant(key=8)])
    reasons = frozenset({Reason.NAMESAKES})
    assert found == (Match(1, State.DOUBTFUL, (Candidate(7, reasons), Candidate(8, reasons))),)


def test_namesakes_on_the_list_are_doubtful():
    found = match([line(key=1), line(key=2)], [contestant()])
    candidates = (Candidate(7, frozenset({Reason.NAMESAKES})),)
    assert found == tuple(Match(key, State.DOUBTFUL, candidates) for key in (1, 2))


def test_the_birth_tells_namesakes_apart():
    lines = [line(key=1), line(key=2, born=OTHER)]
    found = match(lines, [contestant(key=8, born=OTHER), contestant(key=7)])
    assert [(m.state, m.candidates[0].contestant) for m in found] == [
        (State.CERTAIN, 7),
        (State.CERTAIN, 8),
    ]


def test_who_is_certain_for_one_line_is_no_candidate_for_another():
    lines = [line(key=1), line("Nguyễn Văn Hoàn", key=2)]
    assert [m.state for m in match(lines, [contestant()])] == [State.CERTAIN, State.NONE]


def test_the_likeliest_come_first_and_not_too_many():
    others = [contestant(key=key, born=OTHER) for key in range(10, 20)]
    [found] = match([line()], [*others, contestant("Nguyễn Vân Hòa", key=30)])
    assert found.state is State.DOUBTFUL
    assert len(found.candidates) == SHOWN
    assert found.candidates[0] == Candidate(30, frozenset({Reason.DIACRITICS_DIFFER}))


def test_nothing_to_match():
    assert match([], [contestant()]) == ()
    assert match([line()], []) == (Match(1, State.NONE, ()),)


NAMES = st.sampled_from(
    ["Lê Văn An", "Le Van An", "Lê Vân An", "Lê Văn Anh", "Lê Thị Bé", "LÊ VĂN AN", "Le Van A"]
)
BIRTHS = st.sampled_from([None, YEAR, DAY, SWAPPED, OTHER])
UNITS = st.sampled_from(["xa-1", "xa-2"])


@given(st.lists(st.tuples(NAMES, UNITS, BIRTHS)), st.lists(st.tuples(NAMES, UNITS, BIRTHS)))
def test_no_contestant_is_certain_for_two_lines(listed, taking_part):
    lines = [RosterLine(key, *facts) for key, facts in enumerate(listed)]
    found = match(lines, [RosterContestant(key, *facts) for key, facts in enumerate(taking_part)])
    assert [m.line for m in found] == [listed.key for listed in lines]
    certain = [m.candidates[0].contestant for m in found if m.state is State.CERTAIN]
    assert len(certain) == len(set(certain))
    assert all(bool(m.candidates) is (m.state is not State.NONE) for m in found)


def crowd(size, chance, units):
    families, middles = ["Nguyễn", "Trần", "Lê", "Phạm", "Đỗ"], ["Văn", "Thị", "Minh", "Ngọc"]
    given_names = ["An", "Bình", "Hòa", "Hạnh", "Tuyết", "Dũng", "Ánh", "Yến", "Quỳnh", "Sơn"]
    for key in range(size):
        name = " ".join(map(chance.choice, (families, middles, middles, given_names)))
        born = PartialDate(chance.randint(1950, 2005), chance.randint(1, 12), chance.randint(1, 28))
        yield key, name, f"xa-{chance.randrange(units)}", born


@pytest.mark.long
@pytest.mark.parametrize(
    ("units", "size"),
    [pytest.param(100, 50_000, id="province"), pytest.param(1, 20_000, id="one unit")],
)
def test_large_lists_are_matched_in_seconds(units, size):
    chance = random.Random(20211213)
    people = [RosterContestant(*facts) for facts in crowd(size, chance, units)]
    lines = [
        RosterLine(key, person.name + "x" * (key % 2), person.unit, person.born)
        for key, person in enumerate(chance.sample(people, 5_000))
    ]
    began = time.process_time()
    found = match(lines, people)
    assert time.process_time() - began < 30
    assert all(m.state is not State.NONE for m in found[::2])
    assert sum(m.state is State.CERTAIN for m in found[::2]) > 2_000
    assert not any(m.state is State.CERTAIN for m in found[1::2])


@pytest.mark.long
def test_a_hostile_file_of_equal_names_ends():
    people = [contestant(key=key) for key in range(20_000)]
    lines = [line(key=key) for key in range(2_000)]
    assert {m.state for m in match(lines, people)} == {State.DOUBTFUL}

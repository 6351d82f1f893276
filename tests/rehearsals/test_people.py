"""False people are false in the same way every time."""

from hoithi.core.vietnamese.phones import phone
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.people import OpenPlace, people

PLACES = [OpenPlace(7, 30, (2008, 2011), "pupils"), OpenPlace(9, 70, (1950, 2000))]


def test_a_crowd_of_one_seed_is_the_same_crowd():
    assert people(PLACES, Chance("a")) == people(PLACES, Chance("a"))
    assert people(PLACES, Chance("a")) != people(PLACES, Chance("b"))


def test_everybody_has_a_telephone_of_their_own_that_could_exist():
    crowd = people(PLACES, Chance("a"))

    assert len({phone(person.phone) for person in crowd}) == 100
    assert [person.place.unit_id for person in crowd] == [7] * 30 + [9] * 70
    assert all(2008 <= person.birth_year <= 2011 for person in crowd[:30])


def test_draws_fill_their_range_evenly():
    chance = Chance("a")
    drawn = [chance.below(str(number), 10) for number in range(10_000)]

    assert set(drawn) == set(range(10))
    assert all(850 < drawn.count(value) < 1150 for value in range(10))

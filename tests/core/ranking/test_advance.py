"""Who goes on: the first of each cluster (F20), wild cards, and ties that must be parted first."""

from hoithi.core.lots import Lot, TieDecision
from hoithi.core.ranking.advance import OpenTie, Qualified, qualified
from hoithi.core.rulebook.document import Advance, GroupSeats, Round, RoundScope
from tests.core.make import moment, result
from tests.core.ranking.make import POINTS, ranked

FIRST_TWO = Advance(to="final", first=2)


def cluster(number: int, advance: Advance | None = FIRST_TWO) -> Round:
    return Round(
        key=f"cluster-{number}", title=f"Cụm {number}", scope=RoundScope.CLUSTER, advance=advance
    )


CLUSTERS = [cluster(n) for n in (1, 2, 3)]
FINAL = Round(key="final", title="Chung kết", scope=RoundScope.FINAL)


def ranking(*points: int, first: int = 1):
    return ranked([result(n, value) for n, value in enumerate(points, first)], POINTS)


def test_f20_two_of_each_of_three_clusters():
    rankings = {f"cluster-{n}": {None: ranking(*range(9, 2, -1), first=10 * n)} for n in (1, 2, 3)}
    assert qualified("final", [*CLUSTERS, FINAL], rankings) == Qualified((10, 11, 20, 21, 30, 31))


TIED = {"cluster-1": {None: ranking(9, 8, 8, 7)}}


def test_a_tie_over_the_last_seat_is_open_until_it_is_parted():
    assert qualified("final", CLUSTERS, TIED) == Qualified((1,), (OpenTie("cluster-1", (2, 3), 1),))
    drawn = Lot((3, 2), moment(0), "Tổ thư ký")
    assert qualified("final", CLUSTERS, TIED, records=[drawn]) == Qualified((1, 3))
    decided = TieDecision((2, 3), moment(9), "Tiểu phẩm cao điểm hơn")
    assert qualified("final", CLUSTERS, TIED, records=[drawn, decided]) == Qualified((1, 2))


def test_equals_inside_the_seats_need_no_parting():
    rankings = {"cluster-1": {None: ranking(9, 9, 7)}}
    assert qualified("final", CLUSTERS, rankings) == Qualified((1, 2))


def test_fewer_than_the_seats_all_go_on():
    assert qualified("final", CLUSTERS, {"cluster-1": {None: ranking(9)}}) == Qualified((1,))
    assert qualified("final", CLUSTERS, {}) == Qualified(())


def test_best_over_all_heats():
    heats = [cluster(n, Advance(to="final", best_overall=2)) for n in (1, 2)]
    joint = [ranking(5, 9, 7, 8)]
    assert qualified("final", heats, {}, joint) == Qualified((2, 4))


def test_wild_cards_come_from_those_who_are_left():
    both = [cluster(n, Advance(to="final", first=1, best_overall=1)) for n in (1, 2)]
    rankings = {"cluster-1": {None: ranking(9, 8, 3)}, "cluster-2": {None: ranking(5, 4, first=4)}}
    joint = [ranking(9, 8, 3, 5, 4)]
    assert qualified("final", both, rankings, joint) == Qualified((1, 4, 2))


def test_the_first_of_each_group_go_on_where_groups_are_ranked_apart():
    rankings = {"cluster-1": {"a": ranking(9, 8, 7), "b": ranking(5, 4, 4, first=11)}}
    assert qualified("final", CLUSTERS, rankings) == Qualified(
        (1, 2, 11), (OpenTie("cluster-1", (12, 13), 1),)
    )


def test_the_best_over_all_rounds_are_taken_from_each_group():
    both = [cluster(n, Advance(to="final", first=1, best_overall=1)) for n in (1, 2)]
    rankings = {"cluster-1": {"a": ranking(9, 8), "b": ranking(7, 6, first=11)}}
    joint = [ranking(9, 8), ranking(7, 6, first=11)]
    assert qualified("final", both, rankings, joint) == Qualified((1, 11, 2, 12))


def test_whoever_waits_for_a_tie_takes_no_seat_of_the_best_over_all():
    both = [cluster(n, Advance(to="final", first=1, best_overall=1)) for n in (1, 2)]
    tied = {"cluster-1": {None: ranking(9, 9, 3)}}
    assert qualified("final", both, tied, [ranking(9, 9, 3)]) == Qualified(
        (3,), (OpenTie("cluster-1", (1, 2), 1),)
    )


def test_equals_over_the_last_seat_of_the_best_over_all_are_parted_too():
    heats = [cluster(n, Advance(to="final", best_overall=1)) for n in (1, 2)]
    joint = [ranking(8, 8)]
    assert qualified("final", heats, {}, joint) == Qualified((), (OpenTie(None, (1, 2), 1),))
    drawn = Lot((2, 1), moment(0), "Tổ thư ký")
    assert qualified("final", heats, {}, joint, [drawn]) == Qualified((2,))


def test_rounds_that_lead_elsewhere_send_nobody():
    assert qualified("semifinal", CLUSTERS, TIED) == Qualified(())
    nowhere = [cluster(1, None)]
    assert qualified("final", nowhere, TIED) == Qualified(())


def test_without_wild_cards_the_joint_ranking_sends_nobody():
    joint = [ranking(9, 8)]
    assert qualified("final", CLUSTERS, {}, joint) == Qualified(())
    best = [cluster(1, Advance(to="final", best_overall=1)), cluster(2)]
    assert qualified("final", best, {}, joint) == Qualified((1,))


def test_no_place_in_a_round_sends_anybody_on_where_only_the_best_over_all_go():
    heats = [cluster(n, Advance(to="final", best_overall=1)) for n in (1, 2)]
    rankings = {"cluster-1": {None: ranking(9, 8)}}
    assert qualified("final", heats, rankings, [ranking(8, 9)]) == Qualified((2,))


def test_a_group_with_a_number_of_its_own_sends_that_many():
    own = Advance(to="final", first=1, groups=(GroupSeats(group="a", first=3),))
    rankings = {"cluster-1": {"a": ranking(9, 8, 7, 6), "b": ranking(5, 4, first=11)}}
    assert qualified("final", [cluster(1, own)], rankings) == Qualified((1, 2, 3, 11))


def test_a_group_without_a_number_sends_nobody_where_only_groups_have_one():
    own = Advance(to="final", groups=(GroupSeats(group="a", first=2),))
    rankings = {"cluster-1": {"a": ranking(9, 8, 8), "b": ranking(5, 4, first=11)}}
    assert qualified("final", [cluster(1, own)], rankings) == Qualified(
        (1,), (OpenTie("cluster-1", (2, 3), 1),)
    )

"""Which holders a plan names: one agency, or a set of units by rule."""

import pytest

from hoithi.core.tasks.holders import HolderSet, kinds_in, set_named
from hoithi.core.units.kinds import UnitKind


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Văn phòng HĐND và UBND", HolderSet.ONE),
        ("Phòng Nội vụ, Phòng Tư pháp", HolderSet.ONE),
        ("UBND các xã, thị trấn", HolderSet.COMMUNES),
        ("Ủy ban nhân dân các xã, phường, đặc khu", HolderSet.COMMUNES),
        ("UBND các xã, thị trấn nơi diễn ra Hội thi", HolderSet.HOST_COMMUNES),
        ("Các trường học trên địa bàn phường", HolderSet.SCHOOLS),
        ("Các Tổ dân phố", HolderSet.HAMLETS),
        ("Các sở, ban, ngành tỉnh", HolderSet.DEPARTMENTS),
        ("UBND các huyện, thành phố, thị xã", HolderSet.DISTRICTS),
        ("Các cơ quan, Mặt trận, đoàn thể", HolderSet.OTHERS),
        ("Ủy ban MTTQ và các đoàn thể chính trị - xã hội", HolderSet.UNIONS),
        ("CÁC XÃ, PHƯỜNG", HolderSet.COMMUNES),
        ("", HolderSet.ONE),
    ],
)
def test_the_set_that_a_name_means(name, told):
    assert set_named(name) is told


def test_a_set_opens_to_the_kinds_of_its_units():
    assert kinds_in(HolderSet.SCHOOLS) == (UnitKind.SCHOOL,)
    assert kinds_in(HolderSet.HOST_COMMUNES) == ()

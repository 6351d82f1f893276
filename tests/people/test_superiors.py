"""Which bodies stand above a body."""

import pytest

from hoithi.people.queries.superiors import superiors_of
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("superior", "found"),
    [
        pytest.param(
            "UBND tỉnh Thái Nguyên",
            ["Sở Nội vụ tỉnh Thái Nguyên", "Ủy ban nhân dân tỉnh Thái Nguyên"],
            id="the province and its departments",
        ),
        pytest.param("UBND tỉnh Cao Bằng", [], id="nobody is here"),
        pytest.param(
            "",
            [
                "Sở Nội vụ tỉnh Thái Nguyên",
                "Ủy ban nhân dân thành phố Sông Công",
                "Ủy ban nhân dân tỉnh Thái Nguyên",
            ],
            id="not told",
        ),
    ],
)
def test_only_bodies_of_the_superiors_place_and_never_oneself(superior, found):
    own = make.body("Ủy ban nhân dân xã Hòa Sơn")
    own.superior = superior
    for name in (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "Sở Nội vụ tỉnh Thái Nguyên",
        "Ủy ban nhân dân thành phố Sông Công",
    ):
        make.body(name)
    assert sorted(one.name for one in superiors_of(own)) == found

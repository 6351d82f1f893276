"""Which code comes next."""

import pytest

from hoithi.core.questions.codes import LONGEST_CODE, code_among, next_code


@pytest.mark.parametrize(
    ("after", "taken", "code"),
    [
        pytest.param("", (), "CH-001", id="the first of a bank"),
        pytest.param("", ("CH-001", "CH-002"), "CH-003", id="behind those there are"),
        pytest.param("TTHC-009", ("TTHC-009",), "TTHC-010", id="digits keep their width"),
        pytest.param("TTHC-999", (), "TTHC-1000", id="until they are too few"),
        pytest.param("TTHC-001", ("TTHC-002", "TTHC-003"), "TTHC-004", id="none twice"),
        pytest.param("MỞ ĐẦU", (), "MỞ ĐẦU-2", id="no number yet"),
        pytest.param("7", (), "8", id="a number alone"),
    ],
)
def test_next_code(after, taken, code):
    assert next_code(after, taken) == code


@pytest.mark.parametrize("after", ["x" * LONGEST_CODE, "x" * (LONGEST_CODE - 1) + "9"])
def test_a_code_never_outgrows_its_column(after):
    code = next_code(after, ())
    assert len(code) == LONGEST_CODE
    assert code != after


@pytest.mark.parametrize(
    ("those", "taken", "code"),
    [
        pytest.param((), ("CH-001",), "CH-002", id="a field without questions"),
        pytest.param(("MC-001", "MC-007", "X-2"), (), "MC-008", id="the row most of them make"),
        pytest.param(("MC-9", "MC-10"), (), "MC-11", id="numbers, not texts"),
        pytest.param(("MC-001",), ("MC-002",), "MC-003", id="none that another field has"),
        pytest.param(("MỞ ĐẦU",), ("MỞ ĐẦU",), "MỞ ĐẦU-2", id="no number yet"),
    ],
)
def test_the_code_of_a_field(those, taken, code):
    assert code_among(those, taken) == code

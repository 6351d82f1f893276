"""Which code comes next."""

import pytest

from hoithi.core.questions.codes import LONGEST_CODE, next_code


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

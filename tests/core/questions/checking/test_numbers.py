"""Numbers of documents as officials write them, rightly and wrongly."""

import pytest

from hoithi.core.questions.checking.numbers import (
    NumberSlip,
    Slip,
    article_key,
    document_key,
    number_slip,
)


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        ("61/2018/NĐ-CP", None),
        ("20/2023/QH15", None),
        ("76/NQ-CP", None),
        ("57-NQ/TW", None),
        ("66.7/2025/NQ-CP", None),
        ("749/QĐ-TTg", None),
        ("01/2023/TT-VPCP", None),
        ("Hiến pháp năm 2013", None),
        ("", None),
        ("61/2018/NĐCP", NumberSlip(Slip.MISSPELT, "61/2018/NĐ-CP")),
        ("61/2018/ND-CP", NumberSlip(Slip.MISSPELT, "61/2018/NĐ-CP")),
        ("61/2018/nđ-cp", NumberSlip(Slip.MISSPELT, "61/2018/NĐ-CP")),
        ("61 /2018/NĐ – CP", NumberSlip(Slip.MISSPELT, "61/2018/NĐ-CP")),
        ("749/QD-TTG", NumberSlip(Slip.MISSPELT, "749/QĐ-TTg")),
        ("12/QĐUBND", NumberSlip(Slip.MISSPELT, "12/QĐ-UBND")),
        ("05/2024/TTBNV", NumberSlip(Slip.MISSPELT, "05/2024/TT-BNV")),
        ("61/NĐ-CP", NumberSlip(Slip.WITHOUT_YEAR)),
        ("61/NĐCP", NumberSlip(Slip.WITHOUT_YEAR, "61/NĐ-CP")),
        ("05/TT-BNV", NumberSlip(Slip.WITHOUT_YEAR)),
        ("61/18/NĐ-CP", NumberSlip(Slip.SHORT_YEAR)),
    ],
)
def test_slips_in_numbers(written, slip):
    assert number_slip(written) == slip


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("61/2018/NĐ-CP", "61-2018-ndcp"),
        ("61/2018/NĐCP", "61-2018-ndcp"),
        ("Nghị định số 61 / 2018 /ND-CP ngày 23/4/2018", "61-2018-ndcp"),
        ("061/2018/NĐ-CP", "61-2018-ndcp"),
        ("57-NQ/TW", "57-nqtw"),
        ("20/2023/QH15", "20-2023-qh-15"),
        ("Hiến pháp năm 2013", "hienphapnam-2013"),
        ("", ""),
    ],
)
def test_one_key_for_all_ways_of_writing(written, key):
    assert document_key(written) == key


@pytest.mark.parametrize(
    ("written", "key"), [("7", "7"), ("Điều 7", "7"), ("điều 07", "7"), ("2a", "2a"), ("", "")]
)
def test_one_key_for_an_article(written, key):
    assert article_key(written) == key

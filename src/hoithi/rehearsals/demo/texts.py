"""Texts of plans whose days lie about a day that is given."""

import re
from datetime import date, timedelta

from hoithi.core.vietnamese.dates import date_text, long_date_text

_DAY = re.compile(r"\{(ngày|dài)([+-]\d+)\}")
_QUARTERS = ("I", "II", "III", "IV")
_MONTHS_OF_QUARTER = 3


def filled(template: str, base: date) -> str:
    """The text with its days: "{ngày+3}" is three days after the base, "{dài-3}" a long date."""
    months = base.year * 12 + base.month
    quarter = months + _MONTHS_OF_QUARTER - 1
    told = {
        "{năm}": str(base.year),
        "{tháng}": f"{months % 12 + 1} năm {months // 12}",
        "{quý}": f"Quý {_QUARTERS[quarter % 12 // _MONTHS_OF_QUARTER]}/{quarter // 12}",
    }
    for token, said in told.items():
        template = template.replace(token, said)
    return _DAY.sub(lambda found: _day(found, base), template)


def _day(found: re.Match[str], base: date) -> str:
    day = base + timedelta(days=int(found[2]))
    return date_text(day) if found[1] == "ngày" else long_date_text(day)

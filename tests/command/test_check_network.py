"""`hoithi check` looks at the site's certificate and at the time like a neighbour would."""

from datetime import UTC, datetime, timedelta

import pytest

from hoithi.rehearsals.readiness import network
from tests.browser.server import free_port


def lines(address: str) -> list[tuple[str, str]]:
    """Names and levels of what is said about the site now."""
    return [(one.name, one.level.value) for one in network.certificate(address, datetime.now(UTC))]


def test_a_good_certificate_names_its_issuer_and_days(neighbours):
    first, strict = network.certificate(neighbours.site, datetime.now(UTC))
    assert (first.level, strict.level) == ("ok", "ok")
    assert "localhost, do Cơ quan chứng thực thử cấp, còn" in first.found


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param({"days": 0}, "expired", id="over"),
        pytest.param({"name": "khac.example.vn"}, "Hostname mismatch", id="another name"),
        pytest.param({"trusted": False}, "issuer certificate", id="nobody knows the issuer"),
    ],
)
def test_what_a_browser_would_refuse_is_a_fault(neighbours, wrong, said):
    (line,) = network.certificate(neighbours.certified(**wrong), datetime.now(UTC))
    assert (line.level, said in line.found, bool(line.to_do)) == ("fault", True, True)


@pytest.mark.parametrize(("left", "level"), [(6, "fault"), (20, "attention"), (40, "ok")])
def test_days_left(left, level):
    at = datetime(2026, 11, 2, tzinfo=UTC)
    seen = network.Seen(at + timedelta(days=left), "Let's Encrypt", is_strict=True)
    assert network._days_left("hoithi.vn", seen, at).level == level


def test_a_proxy_that_does_not_say_https_is_told(neighbours):
    neighbours.headers.clear()
    assert lines(neighbours.site) == [("Chứng chỉ", "ok"), ("Chỉ dùng https", "attention")]


@pytest.mark.long
def test_without_a_network_it_says_what_it_could_not_check():
    nowhere = f"https://127.0.0.1:{free_port()}"
    (line,) = network.certificate(nowhere, datetime.now(UTC))
    time = network.standard_time([f"127.0.0.1:{free_port()}", "khong-co.invalid"])
    assert [line.level, time.level] == ["attention", "attention"]
    assert ["không kiểm tra được" in one.found for one in (line, time)] == [True, True]
    assert "chưa khai báo" in network.standard_time([]).found


@pytest.mark.long
@pytest.mark.parametrize(
    ("ahead", "level"), [(0.0, "ok"), (0.5, "ok"), (90.0, "fault"), (-90.0, "fault")]
)
def test_the_clock_is_compared_with_a_server_of_time(neighbours, ahead, level):
    neighbours.ahead = ahead
    line = network.standard_time([f"127.0.0.1:{free_port()}", neighbours.time])
    assert (line.level, f"lệch {ahead:+.1f}" in line.found) == (level, True)

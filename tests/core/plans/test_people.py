"""Who may take part and who may not."""

import pytest

from tests.core.plans.texts import plan


@pytest.mark.parametrize(
    "body",
    [
        "1. Đối tượng dự thi: Cán bộ, công chức trên địa bàn huyện.",
        "1. Đối tượng\n\nLà công dân từ 14 tuổi trở lên đang sinh sống tại tỉnh.",
        "1. Đối tượng, phạm vi\n\n- Nhóm 1: Cán bộ, công chức.\n\n- Nhóm 2: Nhân dân.",
        "1. Thành phần tham gia\n\nMỗi xã, mỗi phòng chuyên môn cử 01 thí sinh.",
        "1. Thành phần dự thi: Mỗi xã 01 đội gồm 05 thành viên.",
        "1. Thành phần: Mỗi xã, thị trấn 01 đội 05 người.",
        "1. Người dự thi là công dân Việt Nam đang sinh sống trên địa bàn huyện.",
        "Đối tượng dự thi:\nCông dân Việt Nam từ đủ 15 tuổi trở lên.",
        "Cuộc thi dành cho công dân Việt Nam từ đủ 12 tuổi trở lên.",
    ],
)
def test_those_who_may_take_part_are_read(body: str) -> None:
    found = plan(f"II. ĐỐI TƯỢNG VÀ NỘI DUNG\n\n{body}").eligible
    assert found is not None
    assert found.value in " ".join(body.split("\n\n")) or ";" in found.value


@pytest.mark.parametrize(
    "body",
    [
        "2. Đối tượng không được dự thi: Thành viên Ban Tổ chức.",
        "- Thành viên Ban Tổ chức, Ban Giám khảo không được tham gia dự thi.",
        "- Không chấp nhận tác phẩm của thành viên Ban Giám khảo.",
        "- Công dân trong tỉnh (trừ thành viên Ban Tổ chức và Tổ Thư ký).",
        "- Thành viên Ban Giám khảo không được là thành viên đội thi.",
        "- Người giúp việc Ban Tổ chức không tham gia dự thi.",
    ],
)
def test_those_who_may_not_are_read(body: str) -> None:
    assert plan(f"II. ĐỐI TƯỢNG\n\n{body}").excluded is not None


@pytest.mark.parametrize(
    "body",
    [
        "1. Thành phần tham dự: Lãnh đạo các sở, ngành.",
        "1. Đối tượng khen thưởng: Tập thể, cá nhân xuất sắc.",
        "- Mỗi người không được tham gia quá 01 lượt thi một ngày.",
        "- Ban Giám khảo không được tham gia huấn luyện các đội.",
    ],
)
def test_what_is_not_said_is_left_empty(body: str) -> None:
    found = plan(f"II. NỘI DUNG\n\n{body}")
    assert (found.eligible, found.excluded) == (None, None)


def test_who_may_and_who_may_not_in_one_paragraph() -> None:
    body = "1. Đối tượng\n\nCông dân từ 14 tuổi. Thành viên Ban Tổ chức không được dự thi. Hết."
    found = plan(f"II. NỘI DUNG\n\n{body}")
    assert found.eligible is not None
    assert found.eligible.value.startswith("Công dân từ 14 tuổi.")
    assert found.excluded is not None
    assert found.excluded.value == "Thành viên Ban Tổ chức không được dự thi."

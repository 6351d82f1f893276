"""What sentences of real plans ask to be told."""

import pytest

from hoithi.core.outreach.channels import Cadence, Channel, Phase
from hoithi.core.outreach.noticing import Noticed, noticed
from hoithi.core.tasks.holders import HolderSet

BEFORE, DURING, AFTER = Phase
BOTH = (BEFORE, DURING)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "chịu trách nhiệm tuyên truyền đến các đơn vị và đông đảo nhân dân trước, trong và sau "
            "ngày Hội công nghệ thông tin",
            Noticed((BEFORE, DURING, AFTER), (Channel.PORTAL,), channels_named=False),
            id="Ngô Quyền: three phases, no channel",
        ),
        pytest.param(
            "Tổ chức tuyên truyền trên hệ thống truyền thanh huyện, viết tin bài tuyên truyền về "
            "mục đích, ý nghĩa và đưa tin các hoạt động diễn ra trước và trong Hội thi",
            Noticed(BOTH, (Channel.RADIO, Channel.PORTAL)),
            id="Bình Sơn: radio and news",
        ),
        pytest.param(
            "Treo băng rôn, khẩu hiệu; phát trên loa mỗi tuần; đăng Zalo trước khi khai mạc",
            Noticed((BEFORE,), (Channel.RADIO, Channel.ZALO, Channel.BANNER), Cadence.WEEKLY),
            id="banners, loudspeakers every week",
        ),
        pytest.param(
            "Tuyên truyền tại các cuộc họp thôn và sinh hoạt chi bộ",
            Noticed(BOTH, (Channel.HAMLET_MEETING, Channel.PARTY_CELL)),
            id="meetings",
        ),
    ],
)
def test_what_is_to_be_told(text, found):
    assert noticed(text) == found


def test_hamlets_tell_at_meetings_where_the_plan_names_no_channel():
    said = noticed("Tuyên truyền, phát động Cuộc thi tới Nhân dân", HolderSet.HAMLETS)
    assert said == Noticed(BOTH, (Channel.HAMLET_MEETING, Channel.ZALO), channels_named=False)


@pytest.mark.parametrize(
    "text",
    [
        "Tham gia Hội thi tuyên truyền về chuyển đổi số theo thể lệ",
        "Phối hợp với Sở Thông tin và Truyền thông chuẩn bị phần mềm",
        "Chuẩn bị hội trường, âm thanh, ánh sáng",
        "Thực hiện Kế hoạch tuyên truyền cải cách hành chính năm 2024 của huyện: lập dự toán",
        "",
    ],
)
def test_other_tasks_are_no_outreach(text):
    assert noticed(text) is None

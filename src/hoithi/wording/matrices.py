"""Sentences about tables of questions that a bank cannot fill."""

from django.utils.translation import gettext as _

from hoithi.core.papers.matrices import Check, Matrix
from hoithi.core.questions.rows import AUDIENCES, DIFFICULTIES
from hoithi.core.rulebook.parts import Draw
from hoithi.wording.questions import field_label


def shortages_said(matrix: Matrix, found: Check) -> list[str]:
    """Why no paper can be drawn by the table, a sentence for each row; none where one can."""
    rows = enumerate(zip(matrix.rows, found.available, strict=True), 1)
    said = [_short(number, row, has) for number, (row, has) in rows if has < row.count]
    if found.shared is not None:
        names = "; ".join(row_said(row) for row in found.shared.rows)
        told = _(
            "Các dòng %(rows)s lấy chung câu hỏi nên cộng lại còn thiếu %(missing)s câu dù từng "
            "dòng đủ."
        )
        said.append(told % {"rows": names, "missing": found.shared.missing})
    if found.released is not None:
        told = _(
            "Đề chỉ được lấy %(most)s câu từ bộ câu hỏi ôn tập nhưng phải lấy %(needed)s câu; cần "
            "thêm %(missing)s câu chưa công bố."
        )
        facts = {"most": found.released.most, "needed": found.released.needed}
        said.append(told % {**facts, "missing": found.released.missing})
    if found.excludes:
        said.append(
            _(
                "Số câu đủ nhưng không ghép được đề vì nhiều câu ghi “Không cùng đề với” nhau; hãy "
                "bớt các cặp đó hoặc thêm câu hỏi."
            )
        )
    return said


def _short(number: int, row: Draw, has: int) -> str:
    facts = {"number": number, "what": row_said(row), "needed": row.count, "has": has}
    return _(
        "Dòng %(number)s (%(what)s) cần %(needed)s câu, ngân hàng có %(has)s câu đã "
        "duyệt còn hiệu lực, còn thiếu %(missing)s câu."
    ) % {**facts, "missing": row.count - has}


def row_said(row: Draw) -> str:
    """ "Cơ chế một cửa, chủ đề Hồ sơ, mức khó, Học sinh"."""
    said = [field_label(row.field)]
    if row.topic:
        said.append(_("chủ đề %(topic)s") % {"topic": row.topic})
    if row.difficulty:
        said.append(_("mức %(level)s") % {"level": DIFFICULTIES[row.difficulty].lower()})
    if row.audience:
        said.append(AUDIENCES.get(row.audience, row.audience))
    return ", ".join(said)

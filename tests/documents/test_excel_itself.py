"""Files in the form that Excel writes: shared texts, rich texts, prefixes, stored formulas."""

import io
import zipfile

import pytest

from hoithi.documents.spreadsheets import give_back, read_table
from tests.documents.sheets import AN, PEOPLE, opened, values

FORMATS = "http://schemas.openxmlformats.org"
MAIN = f"{FORMATS}/spreadsheetml/2006/main"
RELS = f"{FORMATS}/officeDocument/2006/relationships"
PACKAGE = f"{FORMATS}/package/2006"
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELS_KIND = "application/vnd.openxmlformats-package.relationships+xml"
OVERRIDES = {
    "/xl/workbook.xml": "sheet.main",
    "/xl/worksheets/sheet1.xml": "worksheet",
    "/xl/sharedStrings.xml": "sharedStrings",
}
TEXTS = """
<si><t>STT</t></si><si><r><t>Họ và </t></r><r><rPr><b/></rPr><t>tên</t></r></si>
<si><t>Ngày sinh</t></si><si><t>Số điện thoại</t></si><si><t>Nguyễn Văn An</t></si>
"""
LINES = """
<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>
<c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c></row>
<row r="4"><c r="A4"><f>ROW()-3</f><v>1</v></c><c r="B4" t="s"><v>4</v></c>
<c r="C4"><v>32937</v></c><c r="D4" t="str"><f>"0912"&amp;"345678"</f><v>0912345678</v></c></row>
"""


def package(lines: str, prefix: str = "") -> bytes:
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{KINDS}.{kind}+xml"/>'
        for part, kind in OVERRIDES.items()
    )
    sheets = '<sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{RELS_KIND}"/>{overrides}</Types>',
        "_rels/.rels": relationships({"officeDocument": "xl/workbook.xml"}),
        "xl/_rels/workbook.xml.rels": relationships(
            {"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml"}
        ),
        "xl/workbook.xml": part("workbook", sheets, prefix),
        "xl/sharedStrings.xml": part("sst", TEXTS, prefix),
        "xl/worksheets/sheet1.xml": part("worksheet", f"<sheetData>{lines}</sheetData>", prefix),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relationships(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{RELS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def part(name: str, content: str, prefix: str) -> str:
    """One part of the package, every element under the prefix if there is one."""
    declared = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    whole = f'<{name} {declared} xmlns:r="{RELS}">{content}</{name}>'
    if not prefix:
        return whole
    return whole.replace("<", f"<{prefix}:").replace(f"<{prefix}:/", f"</{prefix}:")


@pytest.mark.parametrize("prefix", ["", "x"])
def test_a_file_of_excel_is_read(prefix):
    reading = read_table(package(LINES, prefix), "ds.xlsx", PEOPLE)
    assert (values(reading), reading.doubts, reading.heading_row) == ([AN], (), 3)


def test_a_file_of_excel_goes_back_with_its_formulas():
    sheet = opened(give_back(package(LINES), "ds.xlsx", {4: "Trùng."})).active
    assert [cell.value for cell in sheet[4]][3:] == ['="0912"&"345678"', "Trùng."]

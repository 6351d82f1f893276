"""The article on registration: what is asked, who is one person, and for which unit one stands."""

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import (
    Asked,
    EntrantKind,
    EntryRules,
    IdentityField,
    IdentityKind,
    Standing,
    UnitChoice,
)
from hoithi.core.rulebook.printing.model import Draft, Paragraph
from hoithi.core.rulebook.printing.phrases import kind_text
from hoithi.core.rulebook.printing.terms import Terms, listed, lower, sentence
from hoithi.core.vietnamese.money import amount_text

FIELDS = {
    IdentityKind.FULL_NAME: "họ và tên",
    IdentityKind.BIRTH_YEAR: "năm sinh",
    IdentityKind.BIRTH_DATE: "ngày, tháng, năm sinh",
    IdentityKind.SEX: "giới tính",
    IdentityKind.PHONE: "số điện thoại",
    IdentityKind.EMAIL: "địa chỉ thư điện tử",
    IdentityKind.PERSONAL_NUMBER: "số định danh cá nhân",
    IdentityKind.OLD_IDENTITY_CARD: "số chứng minh nhân dân",
    IdentityKind.PASSPORT: "số hộ chiếu",
    IdentityKind.ADDRESS: "địa chỉ",
    IdentityKind.EMPLOYER: "nơi làm việc",
    IdentityKind.POST: "chức vụ, vị trí việc làm",
    IdentityKind.BRANCH: "chi bộ, chi đoàn, công đoàn cơ sở",
    IdentityKind.SCHOOL_CLASS: "lớp",
    IdentityKind.GUARDIAN_NAME: "họ và tên cha, mẹ hoặc người giám hộ",
    IdentityKind.GUARDIAN_NUMBER: "số định danh của cha, mẹ hoặc người giám hộ",
    IdentityKind.GUARDIAN_PHONE: "số điện thoại của cha, mẹ hoặc người giám hộ",
}

_STANDINGS = {
    Standing.WORKPLACE: "nơi làm việc",
    Standing.WORKPLACE_SEAT: "địa bàn cơ quan đóng",
    Standing.RESIDENCE: "nơi cư trú",
    Standing.BRANCH: "nơi sinh hoạt chi bộ, đoàn thể",
    Standing.SCHOOL: "trường học",
    Standing.ANY: "lựa chọn của mình",
}

_ASKED = (
    (Asked.REQUIRED, "Thông tin bắt buộc khai"),
    (Asked.OPTIONAL, "Thông tin không bắt buộc"),
    (Asked.WINNERS, "Thông tin chỉ hỏi người được đề nghị trao giải"),
)


def registration(rulebook: Rulebook, terms: Terms) -> Draft:
    """What is asked at the door."""
    entry = rulebook.entry
    said = _fields(entry)
    if entry.entrant is not EntrantKind.UNIT and entry.key:
        labels = {field.kind: _label(field) for field in entry.fields}
        same = listed([labels.get(kind, FIELDS[kind]) for kind in entry.key])
        one = f"Những lần đăng ký trùng cả {same}" if len(entry.key) > 1 else f"Trùng {same}"
        one = f"{one} được coi là của một người"
        said.append(Paragraph(sentence(one)))
    unique = [_label(field) for field in entry.fields if field.unique]
    if unique:
        said.append(Paragraph(sentence(f"Hai người không được dùng chung {listed(unique)}")))
    if entry.unit is not None:
        said += _unit(entry, entry.unit, terms)
    if entry.password is not None:
        said.append(Paragraph(f"Mật khẩu dự thi do {terms.committee} thông báo."))
    if entry.entry_fee:
        fee = f"Lệ phí {terms.take_part}: {amount_text(entry.entry_fee)}"
        said.append(Paragraph(sentence(fee)))
    return Draft(terms.register, tuple(said))


def _fields(entry: EntryRules) -> list[Paragraph]:
    said = []
    for asked, opening in _ASKED:
        labels = [_label(field) for field in entry.fields if field.asked is asked]
        if labels:
            said.append(Paragraph(sentence(f"{opening}: {', '.join(labels)}")))
    return said


def _label(field: IdentityField) -> str:
    return lower(field.label) if field.label else FIELDS[field.kind]


def _unit(entry: EntryRules, unit: UnitChoice, terms: Terms) -> list[Paragraph]:
    said = []
    by = listed([_STANDINGS[standing] for standing in unit.standings], "hoặc")
    kinds = f" ({listed([kind_text(kind) for kind in unit.kinds], 'hoặc')})" if unit.kinds else ""
    persons = entry.entrant is EntrantKind.PERSON
    if by and persons:
        said.append(f"{terms.entrant_first} chọn đơn vị của mình{kinds} theo {by}")
    elif by:
        members = f"; {terms.person} thuộc đơn vị theo {by}"
        team = entry.entrant is EntrantKind.TEAM
        said.append(f"{terms.entrant_first} đăng ký cho đơn vị{kinds}{members if team else ''}")
    if unit.explanation:
        said.append(unit.explanation)
    if unit.may_have_none:
        said.append(f"{terms.entrant_first} có thể không đăng ký cho đơn vị nào")
    if unit.locked_after_first_sitting and persons:
        said.append(f"Đơn vị đã chọn không được thay đổi sau {terms.sitting} đầu tiên")
    return [Paragraph(sentence(one)) for one in said]

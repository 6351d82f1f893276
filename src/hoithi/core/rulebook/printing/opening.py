"""The first articles: what it is, why, about what, and who may take part."""

from hoithi.core.rulebook.document import ReadingItem, Rulebook
from hoithi.core.rulebook.entry import (
    EntrantKind,
    EntryRules,
    Exclusion,
    ExclusionEffect,
    Group,
    Quota,
    TeamRules,
)
from hoithi.core.rulebook.printing.model import Draft, Paragraph, Table
from hoithi.core.rulebook.printing.numbers import counted, day, share
from hoithi.core.rulebook.printing.phrases import bound, without_exclusions
from hoithi.core.rulebook.printing.terms import Terms, capital, listed, sentence
from hoithi.core.vietnamese.numbers import two_digits

_EFFECTS = {
    ExclusionEffect.BARRED: "Không được {take_part}:",
    ExclusionEffect.UNRANKED: "Được {take_part} nhưng không được xếp hạng:",
    ExclusionEffect.NO_PRIZE: "Được {take_part}, xếp hạng nhưng không nhận giải:",
}


def name(rulebook: Rulebook, terms: Terms) -> Draft:
    """The contest, who holds it, and by which plan."""
    said = [Paragraph(sentence(f"Tên gọi: {rulebook.title}"))]
    said.append(Paragraph(sentence(f"Cơ quan tổ chức: {rulebook.organiser}")))
    if rulebook.lead_agency:
        agency = f"Cơ quan thường trực của {terms.committee}: {rulebook.lead_agency}"
        said.append(Paragraph(sentence(agency)))
    return Draft("Tên gọi, cơ quan tổ chức", tuple(said))


def purpose(rulebook: Rulebook, _terms: Terms) -> Draft:
    """Why."""
    return Draft("Mục đích, yêu cầu", tuple(Paragraph(sentence(one)) for one in rulebook.purpose))


def topics(rulebook: Rulebook, terms: Terms) -> Draft:
    """About what, and what to read."""
    said: list[Paragraph | Table] = [Paragraph(sentence(one)) for one in rulebook.topics]
    if rulebook.reading:
        rows = tuple(_reading(place, one) for place, one in enumerate(rulebook.reading, start=1))
        header = ("STT", "Tên tài liệu", "Số, ký hiệu", "Ngày ban hành")
        said.append(Table("Danh mục tài liệu tham khảo", header, rows))
    return Draft(f"Nội dung {terms.event.lower()}", tuple(said))


def _reading(place: int, item: ReadingItem) -> tuple[str, ...]:
    issued = day(item.issued_on) if item.issued_on else ""
    title = f"{item.title} ({item.link})" if item.link else item.title
    return two_digits(place), title, item.number or "", issued


def eligible(rulebook: Rulebook, terms: Terms) -> Draft:
    """Who may take part, in which groups, and who may not."""
    entry = rulebook.entry
    said = [_who(entry, terms)]
    if entry.min_age is not None or entry.max_age is not None:
        said.append(Paragraph(sentence(f"Độ tuổi: {_ages(entry.min_age, entry.max_age)}")))
    if entry.min_age is None or entry.min_age < entry.consent_under:
        said += _consent(entry, terms)
    if rulebook.groups:
        groups = tuple(sentence(_group(group)) for group in rulebook.groups)
        said.append(Paragraph(f"{terms.entrant_first} được chia thành các nhóm đối tượng:", groups))
    said += [_team(entry.team)] if entry.team is not None else []
    said += _excluded(entry.exclusions, terms)
    if entry.quotas:
        quotas = tuple(sentence(_quota(quota)) for quota in entry.quotas)
        said.append(Paragraph("Chỉ tiêu tham gia của mỗi đơn vị:", quotas))
    if entry.counted_by:
        whose = f"của đơn vị có mã {', rồi '.join(entry.counted_by)}"
        twice = f"Số người của đơn vị được hai nơi báo cáo thì lấy theo báo cáo {whose}"
        said.append(Paragraph(sentence(twice)))
    return Draft(f"Đối tượng {terms.take_part}", tuple(said))


def _who(entry: EntryRules, terms: Terms) -> Paragraph:
    if entry.eligible is not None:
        names = [one.who for one in entry.exclusions]
        return Paragraph(sentence(without_exclusions(entry.eligible, names)))
    return Paragraph(f"{terms.event} không giới hạn đối tượng tham gia.")


def _ages(least: int | None, most: int | None) -> str:
    said = [f"từ đủ {least} tuổi"] if least is not None else []
    said += [f"đến {most} tuổi"] if most is not None else []
    return " ".join(said)


def _consent(entry: EntryRules, terms: Terms) -> list[Paragraph]:
    if not entry.consent_under or entry.entrant is EntrantKind.UNIT:
        return []
    who = f"{capital(terms.person)} dưới {entry.consent_under} tuổi"
    return [Paragraph(f"{who} phải được cha, mẹ hoặc người giám hộ đồng ý trước khi đăng ký.")]


def _group(group: Group) -> str:
    ages = _ages(group.min_age, group.max_age)
    return f"{group.title} ({ages})" if ages else group.title


def _team(team: TeamRules) -> Paragraph:
    said = [f"Mỗi đơn vị cử không quá {counted(team.a_unit, 'đội thi')}"]
    size = (
        counted(team.least, "người")
        if team.least == team.most
        else f"từ {two_digits(team.least)} đến {counted(team.most, 'người')}"
    )
    said.append(f"Mỗi đội có {size}")
    members = [
        counted(count, noun)
        for count, noun in ((team.main_members, "thành viên chính"), (team.reserves, "dự bị"))
        if count
    ]
    if members:
        said.append(f"Trong đội có {listed(members)}")
    if team.captain:
        said.append("Đội cử 01 thành viên làm Đội trưởng")
    if team.register_by:
        said.append(f"Danh sách đội thi gửi chậm nhất ngày {day(team.register_by)}")
    said += team.composition
    return Paragraph("Thành phần đội thi:", tuple(sentence(one) for one in said))


def _excluded(exclusions: tuple[Exclusion, ...], terms: Terms) -> list[Paragraph]:
    said = []
    for effect, opening in _EFFECTS.items():
        who = tuple(sentence(one.who) for one in exclusions if one.effect is effect)
        if who:
            said.append(Paragraph(capital(opening.format(take_part=terms.take_part)), who))
    return said


def _quota(quota: Quota) -> str:
    least = []
    if quota.percent is not None:
        all_of_them = quota.percent == 100
        least.append(f"{'' if all_of_them else 'ít nhất '}{share(quota.percent)}")
    least += [f"ít nhất {counted(quota.least, 'người')}"] if quota.least is not None else []
    posts = f" ({', '.join(quota.posts)})" if quota.posts else ""
    whom = bound(quota.title, quota.kinds)
    return f"{quota.title}{posts}{whom}: {listed(least)} tham gia"

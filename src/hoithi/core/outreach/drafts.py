"""Drafts of what is said by each channel, made of a campaign's facts and of nothing else."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from hoithi.core.outreach.channels import Phase
from hoithi.core.outreach.facts import BLANK, ActivityTold, CampaignTold, ContestTold, Draft
from hoithi.core.outreach.spoken import spoken

_MOST_WINNERS = 40
_MOST_ALOUD = 10
"""Prizes that are still listened to."""
_BANNER = 90
"""Characters of a line that is still read from a passing motorbike."""


class DraftKind(StrEnum):
    """What is drafted."""

    RADIO = "radio"
    NEWS = "news"
    POST = "post"
    BANNER = "banner"
    SPEECH = "speech"


TITLES = {
    DraftKind.RADIO: "Bài phát thanh",
    DraftKind.NEWS: "Tin đăng cổng, trang thông tin điện tử",
    DraftKind.POST: "Bài đăng Zalo, Facebook",
    DraftKind.BANNER: "Khẩu hiệu băng rôn",
    DraftKind.SPEECH: "Lời phát động tại cuộc họp thôn, tổ dân phố",
}


class _Blanks:
    """Puts blanks where facts are missing and keeps what they ask for."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}

    def told(self, fact: str, asked: str) -> str:
        """The fact, else a blank."""
        if fact:
            return fact
        self.missing[asked] = None
        return BLANK


def draft(kind: DraftKind, phase: Phase, facts: CampaignTold) -> Draft:
    """A draft of this kind for a phase. What is not known stands as a blank and is listed.

    Winners are named after the campaign only, and only those of published results.
    """
    blanks = _Blanks()
    paragraphs = tuple(filter(None, _MAKERS[kind](phase, facts, blanks)))
    if kind is DraftKind.RADIO:
        paragraphs = tuple(spoken(one) for one in paragraphs)
    return Draft(TITLES[kind], paragraphs, tuple(blanks.missing))


def _lead(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> str:
    issuer = blanks.told(facts.issuer, "cơ quan tổ chức")
    under = f"Thực hiện {facts.plan}, " if facts.plan else ""
    if phase is Phase.BEFORE:
        return f"{under}{issuer} tổ chức {_named(facts.title)}."
    if phase is Phase.DURING:
        return f"{under}{issuer} đang tổ chức {_named(facts.title)}."
    return f"{under}{issuer} đã tổ chức {_named(facts.title)}."


def _named(title: str) -> str:
    """A title within a sentence: it begins small where it begins with what is held."""
    for kind in ("Cuộc thi", "Hội thi", "Hội nghị", "Ngày hội", "Kỳ kiểm tra", "Tổ chức "):
        if title.startswith(kind):
            return title.removeprefix("Tổ chức ") if kind == "Tổ chức " else title
    return f"“{title}”" if "“" not in title else title


def _contest(one: ContestTold, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    """When, who and how, in sentences."""
    lone = len(facts.contests) == 1
    of = "" if lone else f" {_named(one.title)}"
    about = "" if lone else f" ({one.title})"
    when = blanks.told(one.when, f"thời gian dự thi{about}")
    who = blanks.told(one.who, f"đối tượng dự thi{about}").rstrip(" .;")
    lines = [f"Thời gian{of}: {_low(when)}.", f"Đối tượng dự thi: {_low(who)}."]
    how = "; ".join(step[:1].lower() + step[1:].rstrip(" .;") for step in one.how)
    where = f" tại địa chỉ {one.address}" if one.address else ""
    if how:
        lines.append(f"Cách tham gia{where}: {how}.")
    elif where:
        lines.append(f"Tham gia{where}.")
    return [" ".join(lines)]


def _low(text: str) -> str:
    """The text as it goes on after a colon."""
    return text[:1].lower() + text[1:] if text[:2] in {"Từ", "Tấ", "Mọ", "Cá"} else text


def _prizes(contests: Iterable[ContestTold], blanks: _Blanks) -> str:
    named = [prize for one in contests for prize in one.prizes]
    listed = "; ".join(dict.fromkeys(named))
    return f"Cơ cấu giải thưởng: {blanks.told(listed, 'cơ cấu giải thưởng')}."


def _schedule(activities: Iterable[ActivityTold], blanks: _Blanks) -> list[str]:
    lines = []
    for one in activities:
        when = blanks.told(one.when, f"thời gian: {one.title}")
        place = f", tại {one.place}" if one.place else ""
        lines.append(f"{one.title}: {_low(when)}{place}.")
    return lines


def _results(facts: CampaignTold, blanks: _Blanks) -> list[str]:
    """The winners of published results by round and table; a blank where none is published."""
    lines = []
    for contest in facts.contests:
        about = f" {_named(contest.title)}" if len(facts.contests) > 1 else ""
        winners = contest.winners[:_MOST_WINNERS]
        if not winners:
            lines.append(f"Kết quả{about}: {blanks.told('', f'kết quả đã công bố{about}')}.")
        for group in dict.fromkeys(one.group for one in winners):
            named = [
                f"{one.prize}: {', '.join(one.names)}" for one in winners if one.group == group
            ]
            of = f" {group}" if group else ""
            lines.append(f"Kết quả{about}{of}: {'; '.join(named)}.")
    return lines


def _body(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    """What every text says in a phase, paragraph by paragraph."""
    if phase is Phase.AFTER:
        return _results(facts, blanks)
    told = [line for one in facts.contests for line in _contest(one, facts, blanks)]
    told += _schedule(facts.activities, blanks)
    return [*told, _prizes(facts.contests, blanks)] if facts.contests else told


def _radio(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    last = {
        Phase.BEFORE: "Đề nghị cán bộ, công chức, viên chức, người lao động và Nhân dân trên địa "
        "bàn theo dõi, chuẩn bị và nhiệt tình tham gia.",
        Phase.DURING: "Đề nghị cán bộ, công chức, viên chức, người lao động và Nhân dân trên địa "
        "bàn dành thời gian tham gia và vận động người thân, bạn bè cùng tham gia.",
        Phase.AFTER: "Trân trọng cảm ơn cán bộ, Nhân dân trên địa bàn đã nhiệt tình hưởng ứng.",
    }[phase]
    heard = _without_addresses(facts)
    return [
        "Kính thưa quý vị và các bạn!",
        _lead(phase, heard, blanks),
        *_purpose(phase, facts),
        *_body(phase, heard, blanks),
        _written_at(phase, facts),
        last,
        "Xin cảm ơn quý vị và các bạn đã theo dõi!",
    ]


def _written_at(phase: Phase, facts: CampaignTold) -> str:
    """Where the listener finds it written: a long address is not understood by ear.

    Nothing while there is no public page: nobody is sent to what is not there.
    """
    if not facts.address:
        return ""
    contest = "Đường dẫn và thể lệ" if facts.contests else "Thông tin chi tiết"
    what = "Kết quả đầy đủ" if phase is Phase.AFTER else contest
    more = f"Trang thông tin của {facts.issuer}" if facts.issuer else "Trang thông tin điện tử"
    return f"{what} được đăng trên {more}."


def _without_addresses(facts: CampaignTold) -> CampaignTold:
    contests = tuple(
        ContestTold(
            one.title, one.when, one.who, one.how, one.prizes, "", one.winners[:_MOST_ALOUD]
        )
        for one in facts.contests
    )
    # The number of a plan is a row of letters to the ear.
    return CampaignTold(
        facts.title, facts.issuer, "", facts.purpose, facts.activities, contests, "", ""
    )


def _purpose(phase: Phase, facts: CampaignTold) -> list[str]:
    return [facts.purpose[0]] if facts.purpose and phase is Phase.BEFORE else []


def _news(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    heads = {Phase.BEFORE: "", Phase.DURING: "Đang diễn ra: ", Phase.AFTER: "Kết quả: "}
    where = blanks.told(facts.address, "đường dẫn trang công khai")
    return [
        f"{heads[phase]}{facts.title}",
        _lead(phase, facts, blanks),
        *(facts.purpose if phase is Phase.BEFORE else ()),
        *_body(phase, facts, blanks),
        f"Thông tin chi tiết: {where}",
    ]


def _post(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    heads = {
        Phase.BEFORE: "SẮP DIỄN RA: ",
        Phase.DURING: "ĐANG DIỄN RA: ",
        Phase.AFTER: "KẾT QUẢ: ",
    }
    where = blanks.told(facts.address, "đường dẫn trang công khai")
    calls = {
        Phase.BEFORE: "Xem chi tiết",
        Phase.DURING: "Tham gia ngay",
        Phase.AFTER: "Xem kết quả",
    }
    return [
        f"{heads[phase]}{facts.title}",
        *_body(phase, facts, blanks),
        f"{calls[phase]}: {where}",
    ]


def _banner(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    """Lines to choose from; each fits on a banner."""
    title = facts.title.removeprefix("Tổ chức ").upper()
    first = next((one.when for one in facts.contests if one.when), "")
    issuer = facts.issuer.upper()
    lines = {
        Phase.BEFORE: [f"NHIỆT LIỆT HƯỞNG ỨNG {title}", f"{issuer} – {title}"],
        Phase.DURING: [f"TÍCH CỰC THAM GIA {title}", f"{title} – {_low(first)}" if first else ""],
        Phase.AFTER: [f"CHÚC MỪNG CÁC TẬP THỂ, CÁ NHÂN ĐẠT GIẢI {title}"],
    }[phase]
    if phase is not Phase.AFTER and not facts.issuer:
        blanks.told("", "cơ quan tổ chức")
    return [line for line in lines if line.strip(" –")]


def too_long(draft: Draft) -> tuple[str, ...]:
    """Lines of a banner that nobody reads in passing."""
    return tuple(line for line in draft.paragraphs if len(line) > _BANNER)


def _speech(phase: Phase, facts: CampaignTold, blanks: _Blanks) -> list[str]:
    calls = {
        Phase.BEFORE: "Tôi đề nghị mỗi gia đình có ít nhất một người tham gia; ai chưa rành điện "
        "thoại thì tổ công nghệ số cộng đồng và đoàn viên thanh niên hướng dẫn tận nơi.",
        Phase.DURING: "Ai chưa tham gia, đề nghị bà con tham gia ngay hôm nay; ai đã tham gia, "
        "đề nghị nhắc hàng xóm, người thân cùng tham gia.",
        Phase.AFTER: "Thay mặt thôn, tổ dân phố, tôi chúc mừng những người đạt giải và cảm ơn bà "
        "con đã tham gia.",
    }[phase]
    hand = ""
    if phase is not Phase.AFTER:
        where = blanks.told(facts.address, "đường dẫn trang công khai")
        poster = "quét mã QR trên áp phích tại nhà văn hóa, hoặc " if facts.address else ""
        hand = f"Bà con {poster}vào địa chỉ {where}."
    return [
        "Kính thưa bà con!",
        _lead(phase, facts, blanks),
        *_body(phase, facts, blanks),
        hand,
        calls,
    ]


_MAKERS: dict[DraftKind, Callable[[Phase, CampaignTold, _Blanks], list[str]]] = {
    DraftKind.RADIO: _radio,
    DraftKind.NEWS: _news,
    DraftKind.POST: _post,
    DraftKind.BANNER: _banner,
    DraftKind.SPEECH: _speech,
}

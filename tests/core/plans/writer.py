"""Writes plans from facts, in the ways offices write them: what is read back must be the facts."""

from dataclasses import dataclass
from datetime import date

RANKS = {"nhat": "Nhất", "nhi": "Nhì", "ba": "Ba", "khuyen_khich": "Khuyến khích"}


@dataclass(frozen=True)
class Body:
    """An issuing body as its header names it, and as its record does."""

    lines: tuple[str, ...]
    name: str
    level: str
    code: str
    place: str
    authority: tuple[str, ...]
    head: str


@dataclass(frozen=True)
class Style:
    """How one office writes."""

    header: str = "stacked"
    heading: str = "{roman}. {capitals}"
    item: str = "{n}. "
    bullet: str = "- "
    day: str = "short"
    prize: str = "list"
    task: str = "below"
    gap: str = "\n\n"
    recipients: str = "below"


@dataclass(frozen=True)
class Told:
    """The facts that a plan states."""

    body: Body
    number: int
    signed: date
    title: str
    bases: tuple[tuple[str, str, date], ...]
    opens: date
    closes: date
    due: date
    meets: date
    prizes: tuple[tuple[str, int, int], ...]
    agencies: tuple[tuple[str, int], ...]
    recipients: tuple[str, ...]
    signatory: str


def write(told: Told, style: Style) -> str:
    """The whole document."""
    parts = [
        header(told, style),
        f"KẾ HOẠCH\n{told.title}",
        *(f"Căn cứ {kind} số {number} ngày {day(on, style)};" for kind, number, on in told.bases),
        f"{told.body.name} ban hành Kế hoạch tổ chức Cuộc thi với các nội dung sau:",
        *sections(told, style),
        "Trên đây là Kế hoạch tổ chức Cuộc thi, đề nghị các đơn vị triển khai thực hiện./.",
        end(told, style),
    ]
    return style.gap.join(parts) + "\n"


def header(told: Told, style: Style) -> str:
    """Body, country, number, place and day of signing."""
    number = f"Số: {told.number}/KH-{told.body.code}"
    country = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    on = told.signed
    signed = f"{told.body.place}, ngày {on.day:02d} tháng {on.month:02d} năm {on.year}"
    if style.header == "stacked":
        return "\n".join([*told.body.lines, number, *country, signed])
    if style.header == "country first":
        return "\n".join([*country, *told.body.lines, number, signed])
    between = {"tabs": "\t", "pipes": " | ", "spaces": " " * 12}[style.header]
    left, right = [*told.body.lines, number], [*country, signed]
    if len(left) < len(right):
        left.insert(-1, "-------")
    right[1:1] = [""] * (len(left) - len(right))
    return "\n".join(
        f"{one}{between}{two}" if two else one for one, two in zip(left, right, strict=True)
    )


def day(on: date, style: Style) -> str:
    """A day in the body; the word "ngày" stands before it."""
    if style.day == "long":
        return f"{on.day:02d} tháng {on.month} năm {on.year}"
    sign = {"short": "/", "dashes": "-", "points": "."}[style.day]
    return f"{on.day:02d}{sign}{on.month:02d}{sign}{on.year}"


def sections(told: Told, style: Style) -> list[str]:
    """The numbered part."""
    roman = iter(("I", "II", "III", "IV"))

    def heading(text: str) -> str:
        return style.heading.format(roman=next(roman), capitals=text.upper(), text=text)

    item = style.item.format
    opens, closes = day(told.opens, style), day(told.closes, style)
    return [
        heading("Mục đích, yêu cầu"),
        f"{style.bullet}Nâng cao nhận thức của cán bộ, công chức và Nhân dân.",
        heading("Nội dung"),
        f"{item(n=1)}Đối tượng dự thi: Công dân từ đủ 14 tuổi đang sinh sống trên địa bàn.",
        f"{item(n=2)}Thời gian thi: Từ ngày {opens} đến hết ngày {closes}.",
        f"{item(n=3)}Ngày {day(told.meets, style)}: Hội nghị tổng kết, trao giải.",
        heading("Cơ cấu giải thưởng"),
        *prizes(told, style),
        heading("Tổ chức thực hiện"),
        *tasks(told, style),
    ]


def money(amount: int) -> str:
    """ "1.000.000"."""
    return f"{amount:,}".replace(",", ".")


def prizes(told: Told, style: Style) -> list[str]:
    """The prize table."""
    rows = [(RANKS[rank], count, money(amount)) for rank, count, amount in told.prizes]
    if style.prize == "table":
        lines = [
            f"{at}\tGiải {rank}\t{count:02d}\t{sum_}"
            for at, (rank, count, sum_) in enumerate(rows, 1)
        ]
        return ["\n".join(["STT\tGiải\tSố lượng\tMức thưởng (đồng)", *lines])]
    if style.prize == "sentence":
        said = "; ".join(
            f"{count:02d} giải {rank}, mỗi giải {sum_} đồng" for rank, count, sum_ in rows
        )
        return [f"Gồm {said}."]
    if style.prize == "apart":
        counts = "; ".join(f"{count:02d} giải {rank}" for rank, count, _ in rows)
        sums = [f"{style.bullet}Giải {rank}: Trị giá {sum_} đồng." for rank, _, sum_ in rows]
        return [f"{style.item.format(n=1)}Giải cá nhân gồm: {counts}.", *sums]
    patterns = {
        "list": "{count:02d} giải {rank}: {sum} đồng/giải;",
        "turned": "Giải {rank} ({count:02d} giải): {sum} đồng.",
        "value": "Giải {rank}: {count} giải, trị giá {sum}đ/giải",
    }
    pattern = style.bullet + patterns[style.prize]
    return [pattern.format(rank=rank, count=count, sum=sum_) for rank, count, sum_ in rows]


def tasks(told: Told, style: Style) -> list[str]:
    """Agencies with their tasks; the last has the deadline."""
    lines: list[str] = []
    last = told.agencies[-1][0]
    for at, (agency, number) in enumerate(told.agencies, 1):
        work = ["Phối hợp tuyên truyền Cuộc thi trên địa bàn."] * number
        if agency == last:
            work[-1] = f"Báo cáo kết quả trước ngày {day(told.due, style)}."
        sign = style.item.format(n=at)
        if style.task == "ordered" and number == 1:
            lines.append(f"{sign}Giao {agency} {work[0][0].lower()}{work[0][1:]}")
        elif number == 1:
            lines.append(f"{sign}{agency}: {work[0]}")
        else:
            colon = ":" if style.task == "colon" else ""
            lines += [f"{sign}{agency}{colon}", *(f"{style.bullet}{one}" for one in work)]
    return lines


def end(told: Told, style: Style) -> str:
    """Recipients and signature."""
    listed = [f"- {one};" for one in told.recipients[:-1]] + [f"- {told.recipients[-1]}."]
    signature = [*told.body.authority, told.body.head, "", "", told.signatory]
    if style.recipients == "beside":
        left = ["Nơi nhận:", *listed]
        right = signature + [""] * max(0, len(left) - len(signature))
        left += [""] * (len(right) - len(left))
        pairs = zip(left, right, strict=True)
        return "\n".join(f"{one:<45}{' ' * 8}{two}".rstrip() for one, two in pairs)
    return "\n".join(["Nơi nhận:", *listed, *signature])

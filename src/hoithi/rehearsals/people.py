"""False people with names, years of birth and telephone numbers that look real and are not."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.rehearsals.chance import Chance

FAMILY_NAMES = (
    *("Nguyễn",) * 12,
    *("Trần",) * 5,
    *("Lê",) * 4,
    *("Phạm",) * 3,
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Nông",
    "Triệu",
    "Tôn Thất",
    "Quách",
)
MIDDLE_NAMES = {
    True: ("Thị", "Thị", "Thị Thanh", "Thị Thu", "Ngọc", "Thị Hồng", "Bảo", "Khánh", "Thị Bích"),
    False: ("Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Quốc", "Công", "Thanh", "Xuân"),
}
GIVEN_NAMES = {
    True: (
        "An",
        "Ánh",
        "Bích",
        "Chi",
        "Dung",
        "Giang",
        "Hà",
        "Hạnh",
        "Hiền",
        "Hoa",
        "Hương",
        "Lan",
        "Linh",
        "Loan",
        "Mai",
        "Nga",
        "Ngân",
        "Nhung",
        "Oanh",
        "Phương",
        "Quỳnh",
        "Thảo",
        "Thủy",
        "Trang",
        "Tuyết",
        "Uyên",
        "Vân",
        "Xuân",
        "Yến",
    ),
    False: (
        "An",
        "Bình",
        "Cường",
        "Dũng",
        "Đạt",
        "Đông",
        "Hải",
        "Hiếu",
        "Hòa",
        "Hùng",
        "Huy",
        "Khánh",
        "Kiên",
        "Lâm",
        "Long",
        "Mạnh",
        "Nam",
        "Nghĩa",
        "Phong",
        "Phúc",
        "Quân",
        "Sơn",
        "Tài",
        "Thắng",
        "Thành",
        "Tiến",
        "Trung",
        "Tuấn",
        "Việt",
        "Vinh",
    ),
}
PHONE_HEADS = ("032", "035", "036", "070", "078", "081", "086", "090", "091", "093", "096", "098")


@dataclass(frozen=True)
class OpenPlace:
    """A unit that people may stand for: how many take part, and of which years they are born."""

    unit_id: int
    people: int
    born: tuple[int, int]
    group: str = ""
    standing: str = "any"


@dataclass(frozen=True)
class FalsePerson:
    """Somebody who does not exist."""

    number: int
    full_name: str
    female: bool
    birth_year: int
    phone: str
    place: OpenPlace
    diligence: float
    """From 0 to 1: how much they know, and how often they come back."""

    @property
    def personal_number(self) -> str:
        """Twelve digits that agree with sex and year of birth; 019 stands for Thái Nguyên."""
        century = (self.birth_year // 100 - 19) * 2 + self.female
        return f"019{century}{self.birth_year % 100:02d}{self.number % 1_000_000:06d}"

    def answers(self) -> dict[str, str]:
        """The identity form as they fill it in."""
        return {
            "full_name": self.full_name,
            "birth_year": str(self.birth_year),
            "phone": self.phone,
            "personal_number": self.personal_number,
            "unit": str(self.place.unit_id),
            "standing": self.place.standing,
            "group": self.place.group,
            "consent": "yes",
            "guardian_consent": "yes",
            "guardian_name": f"{self.full_name.split()[0]} Văn Phụ",
            "guardian_phone": self.phone,
        }


def people(places: Sequence[OpenPlace], chance: Chance, first: int = 0) -> list[FalsePerson]:
    """The people of all places, each with a number (`first` on) and a telephone of their own."""
    made: list[FalsePerson] = []
    for place in places:
        for _ in range(place.people):
            made.append(_person(first + len(made), place, chance))
    return made


def coming(crowd: Sequence[FalsePerson], wanted: int, chance: Chance) -> list[FalsePerson]:
    """So many of the crowd: of every unit some, and the same ones for the same chance."""
    by_zeal = sorted(crowd, key=lambda one: chance.share(f"{one.number} comes"))
    chosen = {one.number for one in by_zeal[:wanted]}
    return [one for one in crowd if one.number in chosen]


def _person(number: int, place: OpenPlace, chance: Chance) -> FalsePerson:
    female = chance.share(f"{number} sex") < 0.53
    family = chance.one(f"{number} family", FAMILY_NAMES)
    middle = chance.one(f"{number} middle", MIDDLE_NAMES[female])
    given = chance.one(f"{number} given", GIVEN_NAMES[female])
    first, last = place.born
    head = chance.one(f"{number} head", PHONE_HEADS)
    return FalsePerson(
        number=number,
        full_name=f"{family} {middle} {given}",
        female=female,
        birth_year=first + chance.below(f"{number} born", last - first + 1),
        phone=f"{head}{number % 10_000_000:07d}",
        place=place,
        diligence=chance.share(f"{number} diligence") ** 0.6,
    )

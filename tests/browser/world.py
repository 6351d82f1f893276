"""Fills an empty data folder with contests that are open now; run as a program by the fixtures."""

import django
from msgspec.structs import replace

django.setup()

from datetime import UTC, date, datetime, timedelta  # noqa: E402 - tables come after the setup
from pathlib import Path  # noqa: E402 - as above

from hoithi.contests.actions import announce, create, put_in_force  # noqa: E402 - as above
from hoithi.contests.models import Contest  # noqa: E402 - as above
from hoithi.core.rulebook.document import Publication, Rulebook  # noqa: E402 - as above
from hoithi.core.rulebook.entry import EntryRules  # noqa: E402 - as above
from hoithi.core.rulebook.formats import from_toml  # noqa: E402 - as above
from hoithi.core.rulebook.parts import (  # noqa: E402 - as above
    AttemptRules,
    LeavingPolicy,
    PaperPart,
    Prediction,
    PredictionTarget,
)
from hoithi.core.rulebook.windows import shifted  # noqa: E402 - as above
from hoithi.core.vietnamese.text import words_key  # noqa: E402 - as above
from hoithi.people.models import OrganisingBody, Person, Role, Unit, UnitVersion  # noqa: E402
from hoithi.questions.actions import create_bank, import_questions, use_in  # noqa: E402
from hoithi.questions.models import Bank  # noqa: E402 - as above
from hoithi.sittings.actions.pools import seal_pool  # noqa: E402 - as above

EXAMPLES = Path(__file__).parents[2] / "examples"
GUESS = Prediction(target=PredictionTarget.CONTESTANTS)
UNITS = {
    "thon": ["Thôn Đông", "Thôn Đoài", "Thôn Tân Lập", "Thôn Hòa Bình", "Thôn Đồng Tâm"],
    "school": [
        "Trường Tiểu học Hòa Sơn",
        "Trường Trung học cơ sở Hòa Sơn",
        "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Thị Minh Khai",
    ],
    "party_cell": [f"Chi bộ {number}" for number in range(1, 20)],
}


def main() -> None:
    """Makes the contests: the usual one, a plain one, one where leaving counts, one to guess, one
    with a puzzle, one to pause, three that end, one of two papers; and three accounts.
    """
    now = datetime.now(UTC)
    rules = from_toml((EXAMPLES / "xa-2026.toml").read_bytes())
    rules = shifted(rules, (now.date() - timedelta(days=2) - date(2026, 10, 5)).days)
    body = OrganisingBody.objects.create(
        slug="hoa-son", name=rules.organiser, telephone="0208 1234 567", created_at=now
    )
    units(body)
    bank = create_bank(body, "Ngân hàng câu hỏi", by=None, at=now)
    data = (EXAMPLES / "questions" / "cchc-cds.csv").read_bytes()
    import_questions(bank, data, "cchc-cds.csv", by=None, at=now, approved=True)
    opened(rules, "hoa-son", body, bank, now)
    opened(plain(rules), "don-gian", body, bank, now)
    leaving = AttemptRules(a_round=2, leaving=LeavingPolicy.USED)
    used = replace(plain(rules), attempts=leaving)
    opened(used, "thoat-la-nop", body, bank, now)
    guessed = replace(plain(rules).parts[0], prediction=GUESS, shuffle_questions=False)
    opened(replace(plain(rules), parts=(guessed,)), "du-doan", body, bank, now)
    puzzle = replace(plain(rules), entry=EntryRules(unit=None, proof_of_work=True))
    opened(puzzle, "chong-may", body, bank, now)
    opened(plain(rules), "tam-dung", body, bank, now)
    opened(plain(rules), "het-gio", body, bank, now)
    strict = replace(plain(rules), attempts=AttemptRules(a_round=50, grace_seconds=0))
    opened(strict, "dong-som", body, bank, now)
    opened(strict, "dong-lang", body, bank, now)
    opened(two_papers(rules), "hai-bai", body, bank, now)
    somebody("ho-tro", "Lò Thị Hương", "helper", body, now)
    somebody("quan-tri", "Nguyễn Thị Phương Thảo", "administrator", body, now)
    contact(body, now)


def plain(rules: Rulebook) -> Rulebook:
    """The same without groups and units, points at once."""
    part = next(part for part in rules.parts if isinstance(part, PaperPart))
    return replace(
        rules,
        groups=(),
        group_papers=(),
        parts=(replace(part, prediction=None),),
        entry=EntryRules(unit=None),
        attempts=AttemptRules(a_round=50),
        publication=Publication(score_at_once=True),
        ranking=tuple(key for key in rules.ranking if "prediction" not in key.by),
        collectives=(),
        prizes=tuple(
            one
            for one in rules.prizes
            if one.group is None and not one.shares and not one.collective
        ),
    )


def two_papers(rules: Rulebook) -> Rulebook:
    """The plain one with two short papers, each to be sat once."""
    once = plain(rules)
    first = replace(once.parts[0], title="Bài pháp luật", blueprint=once.parts[0].blueprint[:1])
    second = replace(first, key="resolution", title="Bài tìm hiểu nghị quyết của Đảng bộ xã")
    return replace(once, parts=(first, second), attempts=AttemptRules(a_round=1))


def units(body: OrganisingBody) -> None:
    """The commune's thôn, schools and chi bộ."""
    for kind, names in UNITS.items():
        for name in names:
            row = Unit.objects.create(body=body, code=words_key(name).replace(" ", "-"))
            UnitVersion.objects.create(
                unit=row, kind=kind, name=name, search=words_key(name), valid_from=date(2025, 7, 1)
            )


def opened(rules: Rulebook, slug: str, body: OrganisingBody, bank: Bank, now: datetime) -> None:
    """An announced contest with sealed papers for every round."""
    contest = create(rules, body=body, slug=slug, by=None, at=now)
    put_in_force(contest, by=None, at=now)
    announce(contest, by=None, at=now)
    use_in(bank, contest, by=None, at=now)
    for round_ in Contest.objects.get(pk=contest.pk).rounds.all():
        for group in [one.key for one in rules.groups] or [""]:
            for part in rules.parts:
                seal_pool(round_, part.key, group, size=8, by=None, at=now)


def somebody(login: str, name: str, role: str, body: OrganisingBody, now: datetime) -> None:
    """An account with a role over the body and the password "mat-khau-" before its name."""
    person = Person(login=login, full_name=name, body=body, created_at=now)
    person.set_password(f"mat-khau-{login}")
    person.save()
    Role.objects.create(person=person, name=role, scope="body", body=body, since=now)


def contact(body: OrganisingBody, now: datetime) -> None:
    """The contact of the unit with the longest name."""
    somebody("dau-moi", "Hoàng Thị Bích Ngọc", "unit_contact", body, now)
    longest = max(UnitVersion.objects.select_related("unit"), key=lambda one: len(one.name))
    Role.objects.filter(person__login="dau-moi").update(scope="unit", unit=longest.unit)


if __name__ == "__main__":
    main()

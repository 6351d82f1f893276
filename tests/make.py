"""Small builders of rows for tests; each makes what it needs, under names that never collide."""

from datetime import UTC, datetime, timedelta
from itertools import count

from hoithi.files.models import StoredFile
from hoithi.journal.models import Entry
from hoithi.people.models import OrganisingBody, Person, Role, RoleName, Scope, Unit

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
"""The moment of the tests: Monday 2 November 2026, 10:00 in Vietnam."""

_numbers = count(1)


def body(name: str = "") -> OrganisingBody:
    """An organising body."""
    number = next(_numbers)
    return OrganisingBody.objects.create(
        slug=f"co-quan-{number}", name=name or f"UBND xã số {number}", created_at=AT
    )


def person(name: str = "Nguyễn Thị An", *, of: OrganisingBody | None = None) -> Person:
    """Somebody with an account and the password "mat-khau-thu"."""
    made = Person(login=f"nguoi-{next(_numbers)}", full_name=name, body=of, created_at=AT)
    made.set_password("mat-khau-thu")
    made.save()
    return made


def role(
    who: Person,
    name: RoleName,
    *,
    over: OrganisingBody | None = None,
    contest_id: int | None = None,
    unit: Unit | None = None,
) -> Role:
    """A role over a contest, else a unit, else a body, else the whole installation."""
    scopes = ((contest_id, Scope.CONTEST), (unit, Scope.UNIT), (over, Scope.BODY))
    scope = next((scope for given, scope in scopes if given), Scope.INSTALLATION)
    return Role.objects.create(
        person=who,
        name=name,
        scope=scope,
        body=over,
        contest_id=contest_id,
        unit=unit,
        since=AT - timedelta(days=1),
    )


def holder(name: RoleName, *, over: OrganisingBody | None = None) -> Person:
    """A person of the body who holds the role over it, or over the whole installation."""
    made = person(f"Người giữ vai trò {name}", of=over)
    role(made, name, over=over)
    return made


def deeds() -> list[str]:
    """What the journal says was done, in the order of its rows."""
    return list(Entry.objects.order_by("pk").values_list("deed", flat=True))


def stored_file(of: OrganisingBody) -> StoredFile:
    """A row of an upload; its bytes are nowhere."""
    return StoredFile.objects.create(
        body=of,
        name="van-ban.pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        uploaded_at=AT,
    )

"""What the pages of a campaign with 12 agencies and 200 tasks cost the server.

Each page is asked for through the whole site by somebody signed in; the time is that of the
request in one process, the median of the runs, and its ratio to the limit of 300 ms.

    python -m benchmarks --only campaign --database sqlite
"""

import statistics
import time
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.test import Client

from benchmarks.figures import Figure
from benchmarks.options import Options
from hoithi.campaigns.models import Activity, Agency, Campaign, Holding, HoldingStatus, Task
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody, Person, Role, RoleName, Scope

AGENCIES, TASKS, HELPERS = 12, 200, 2
LIMIT = 300.0
"""Milliseconds of server time (issue 3)."""
WARM = 2
ASKED = 15
"""Requests of each page that are measured."""
PAGES = {
    "overview": "",
    "tasks: list": "nhiem-vu/",
    "tasks: agency by month": "nhiem-vu/bang/",
    "tasks: task by agency": "nhiem-vu/bang/?theo=viec",
    "tasks: line of time": "nhiem-vu/tien-do/",
    "tasks: month": "nhiem-vu/lich/",
    "tasks: overdue": "nhiem-vu/qua-han/",
    "tasks: reminding": "nhiem-vu/nhac-viec/",
}


def measure(options: Options) -> list[Figure]:
    """The median of each page, against the limit."""
    client, home = _signed_in()
    return [_figure(name, _median(client, home + page), options) for name, page in PAGES.items()]


def _figure(name: str, spent: float, options: Options) -> Figure:
    return Figure(
        name=f"campaign: {name}",
        database=options.database,
        value=round(spent, 1),
        unit="ms",
        limit=LIMIT,
        ratio=round(spent / LIMIT, 2),
        goal="≤ 1",
        note="" if spent <= LIMIT else "over the limit",
    )


def _median(client: Client, address: str) -> float:
    spent = []
    for number in range(WARM + ASKED):
        begun = time.perf_counter()
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        if number >= WARM:
            spent.append(1_000 * (time.perf_counter() - begun))
    return statistics.median(spent)


def _signed_in() -> tuple[Client, str]:
    """The browser of an organiser, and the address of a campaign with all its tasks."""
    at = clock.now()
    body = OrganisingBody.objects.create(
        slug="xa-do", name="Ủy ban nhân dân xã Đo Lường", created_at=at
    )
    person = Person.objects.create(login="do", full_name="Nguyễn Thị Đo", body=body, created_at=at)
    Role.objects.create(
        person=person, name=RoleName.ORGANISER, scope=Scope.BODY, body=body, since=at
    )
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    campaign = _campaign(body, at.date())
    return client, f"/quan-tri/{body.slug}/ke-hoach/{campaign.pk}/"


def _campaign(body: OrganisingBody, today: date) -> Campaign:
    campaign = Campaign.objects.create(
        body=body, title="Kế hoạch cải cách hành chính năm " + "dài " * 20, created_at=clock.now()
    )
    agencies = Agency.objects.bulk_create(
        Agency(campaign=campaign, ordinal=n, name=f"Phòng, ban, trung tâm có tên dài số {n}")
        for n in range(AGENCIES)
    )
    Activity.objects.bulk_create(
        Activity(
            campaign=campaign,
            key=f"hoat-dong-{n}",
            ordinal=n,
            kind="meeting",
            title=f"Cuộc họp triển khai lần thứ {n}",
            first_day=today + timedelta(days=7 * n),
            last_day=today + timedelta(days=7 * n),
            is_open=n % 3 == 0,
        )
        for n in range(20)
    )
    tasks = Task.objects.bulk_create(_task(campaign, n, today) for n in range(TASKS))
    statuses = list(HoldingStatus)
    Holding.objects.bulk_create(
        Holding(
            task=task,
            agency=agencies[(n + place) % AGENCIES],
            leads=place == 0,
            status=statuses[n % len(statuses)],
        )
        for n, task in enumerate(tasks)
        for place in range(1 + HELPERS)
    )
    return campaign


def _task(campaign: Campaign, number: int, today: date) -> Task:
    """A task due on some day from a month ago to half a year from now; every tenth has none."""
    day = today + timedelta(days=number % 210 - 30)
    dated = number % 10 > 0
    return Task(
        campaign=campaign,
        ordinal=number,
        text=f"Nhiệm vụ số {number}: " + "rà soát, cập nhật, công khai thủ tục hành chính; " * 4,
        falls_first=day - timedelta(days=number % 5) if dated else None,
        falls_last=day if dated else None,
    )

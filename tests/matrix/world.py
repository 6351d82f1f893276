"""The readers and objects of the permission matrix: two bodies that must not see one another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from allauth.mfa.models import Authenticator

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import ActivityTold, Attached, Report, budgets
from hoithi.campaigns.actions.budgets import LineTyped
from hoithi.campaigns.models import (
    Activity,
    AskedReport,
    Campaign,
    Committee,
    CommitteeKind,
    Holding,
    HoldingStatus,
    TaskFeed,
    UpwardVersion,
)
from hoithi.campaigns.models.budgets import BudgetVersion
from hoithi.conferences import actions as conferences
from hoithi.conferences.actions import NewConclusion, NewGuest
from hoithi.contests.models import Contest
from hoithi.core.rulebook.entry import Exclusion
from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.core.tasks.moments import set_on
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.actions import Named, exclude
from hoithi.entries.actions.places import open_place
from hoithi.entries.actions.taking import take_list
from hoithi.entries.models import AssistedPlace, ListedExclusion, ListedPerson
from hoithi.entries.queries.lists import named_lines
from hoithi.files import actions as files
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.judging.actions import enter_sheet
from hoithi.judging.facts import TypedPoints
from hoithi.judging.models import PointsSheet
from hoithi.people import actions
from hoithi.people.facts.accounts import NewAccount, NewDayCard, Reached, Slip
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import OrganisingBody, Person, Role, RoleName, Unit
from hoithi.plans import actions as plans
from hoithi.plans.models import PlanDocument
from hoithi.questions.models import DocumentChange, QuestionVersion
from hoithi.results import actions as results
from hoithi.results.models import Result
from hoithi.sittings.actions.pools import seal_pool
from hoithi.sittings.models import PaperPool
from hoithi.study.models import StudyRelease
from hoithi.web.staff.errands import slips
from tests import make
from tests.campaigns.reports import reported, sent_upward
from tests.core.founding import texts
from tests.entries.make import contest, rulebook
from tests.questions import make as builders
from tests.results import boards
from tests.study.make import approved, bank_of, released

OWN_ROLES = {role.value: role for role in RoleName if role is not RoleName.OPERATOR}


class World:
    """Made anew for each address. Objects are made when an address asks for them.

    Readers by name: `anonymous`; `stranger` (an account without a role); `operator` (of the
    installation); each role over the own body (`administrator`, `organiser` …); and the same
    over another body (`other_administrator` …), who must be answered like strangers.
    Add objects of `self.body` as cached properties.
    """

    def __init__(self) -> None:
        self.body = make.body()
        self.other_body = make.body()
        self.people: dict[str, Person | None] = {"anonymous": None}
        self.people["stranger"] = make.person(of=self.body)
        self.people["operator"] = make.holder(RoleName.OPERATOR)
        for name, role in OWN_ROLES.items():
            self.people[name] = make.holder(role, over=self.body)
            self.people[f"other_{name}"] = make.holder(role, over=self.other_body)
        for person in filter(None, self.people.values()):
            # A second factor is asked of staff before anything else.
            Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})

    @cached_property
    def account(self) -> Person:
        """An account of the body that nobody in the world uses."""
        return make.person("Lê Văn Bình", of=self.body)

    @cached_property
    def published(self) -> Result:
        """A result of a public contest of the body."""
        contest = boards.contest(body=self.body)
        draft = boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(["A**"]))
        return results.publish_preliminary(draft, at=boards.PUBLISHES)

    @cached_property
    def points(self) -> PointsSheet:
        """A sheet of points in a stage contest of the body, typed by nobody of the world."""
        contest = boards.contest(boards.BINH_SON, body=self.body)
        team = boards.entrant(contest, "Đội xã Bình Phước", kind="team")
        round_ = contest.rounds.get(key="cluster-binh-phuoc")
        lines = [TypedPoints(team.pk, Decimal(35))]
        return enter_sheet(round_, "skit", lines, by=make.person(), at=make.AT)

    @cached_property
    def announced_contest(self) -> Contest:
        """A contest of the body whose page is public."""
        return contest(of=self.body)

    @cached_property
    def sealed(self) -> PaperPool:
        """A set of papers of one question, sealed for a contest of the body."""
        paper = PaperPart(
            key="bai-thi", title="Bài thi", minutes=15, blueprint=(Draw(field="one-stop", count=1),)
        )
        made = contest(rulebook(parts=(paper,)), of=self.body)
        bank = builders.bank(self.body, "Ngân hàng để niêm phong")
        builders.question(bank)
        bank.contests.add(made)
        QuestionVersion.objects.filter(question__bank=bank).update(state="approved")
        return seal_pool(made.rounds.get(), "bai-thi", "", size=1, by=None, at=make.AT)

    @cached_property
    def study(self) -> StudyRelease:
        """A question that is public for study in the announced contest."""
        return released(
            [approved(bank_of(self.announced_contest), "OT-001")], self.announced_contest
        )

    @cached_property
    def errand(self) -> Errand:
        """Something that was made for the administrator of the body."""
        by = self.people["administrator"]
        assert by is not None
        wanted = Wanted(slips, {}, title="Phiếu tài khoản", onward="/quan-tri/", body=self.body)
        asked = files.ask(wanted, by=by, at=make.AT)
        begun = files.begin(asked.pk, at=make.AT)
        assert begun is not None
        files.finish(begun, Made("Đã xong.", b"%PDF-", "phieu.pdf", "application/pdf"), at=make.AT)
        return begun

    @cached_property
    def role(self) -> Role:
        """A role of that account over the body."""
        return make.role(self.account, RoleName.SECRETARY, over=self.body)

    @cached_property
    def slip(self) -> Slip:
        """A slip with a link that may still be used."""
        return actions.make_account(
            NewAccount("phieu.moi", "Phạm Thị Mới"), body=self.body, by=None, at=make.AT
        )

    @cached_property
    def card(self) -> dict[str, str]:
        """The argument of a day card of today."""
        by = self.people["administrator"]
        assert by is not None
        new = NewDayCard("Lê Thị Hoa", RoleName.JUDGE, Reached(self.body), local_day(make.AT))
        return {"token": actions.make_day_card(new, by=by, at=make.AT).token}

    @cached_property
    def unit(self) -> Unit:
        """A unit of the body."""
        new = NewUnit("d1", "Trường Tiểu học Hòa Sơn", UnitKind.SCHOOL)
        return actions.add_unit(self.body, new, by=None, at=make.AT).unit

    @cached_property
    def listed(self) -> ListedPerson:
        """A person on the named list of that unit, in the announced contest."""
        read = named_lines("Họ và tên\nNguyễn Thị An\n".encode(), "ds.csv", on=local_day(make.AT))
        by = self.people["organiser"]
        assert by is not None
        made = take_list(self.announced_contest, self.unit, read, by=by, at=make.AT)
        return made.people.get()

    @cached_property
    def place(self) -> AssistedPlace:
        """An assisted place of the announced contest."""
        helper = self.people["helper"]
        assert helper is not None
        return open_place(self.announced_contest, "Điểm 1", unit=None, helper=helper, at=make.AT)

    @cached_property
    def excluded(self) -> ListedExclusion:
        """Somebody on the list of those excluded from the announced contest."""
        by = self.people["organiser"]
        assert by is not None
        people = [Named("Nguyễn Thị An", birth_year="1985")]
        rule = Exclusion(key="btc", who="Ban Tổ chức")
        return exclude(self.announced_contest, rule, people, source="QĐ", by=by, at=make.AT)[0]

    @cached_property
    def plan(self) -> PlanDocument:
        """A plan of the body that was read and has no campaign yet."""
        data = texts.SUPERIOR.encode()
        taken = plans.take(data, "ke-hoach.txt", body=self.body, by=None, at=make.AT)
        return plans.read(taken, at=make.AT)

    @cached_property
    def campaign(self) -> Campaign:
        """A campaign of the body that a plan founded."""
        data = texts.STAGE.encode()
        return plans.import_plan(data, "kh.txt", body=self.body, by=None, at=make.AT).campaign

    @cached_property
    def meeting(self) -> Activity:
        """A meeting of that campaign to which the auditor is invited by name; it was moved once."""
        by = self.people["organiser"]
        assert by is not None
        told = ActivityTold("meeting", "Họp Ban Tổ chức", set_on(date(2026, 12, 1)))
        made = campaigns.add_activity(self.campaign, told, by=by, at=make.AT)
        new = [NewGuest(full_name="Lê Văn Bình", person=self.people["auditor"])]
        conferences.invite(made, new, by=by, at=make.AT)
        conferences.send_invitations(made, by=by, at=make.AT)
        conferences.add_conclusion(made, NewConclusion("In phông"), by=by, at=make.AT)
        moved = replace(told, moment=set_on(date(2026, 12, 2)))
        conferences.move(made, moved, by=by, at=make.AT)
        return made

    @cached_property
    def committee(self) -> Committee:
        """A committee of that campaign."""
        by, kind = self.people["organiser"], CommitteeKind.ORGANISING
        assert by is not None
        return campaigns.add_committee(self.campaign, "Ban Tổ chức", kind, by=by, at=make.AT)

    @cached_property
    def held(self) -> Holding:
        """Who holds a task of that campaign and sent a file of what was done."""
        task = self.campaign.tasks.filter(asks="").first()
        agency = self.campaign.agencies.first()
        by = self.people["organiser"]
        assert task is not None
        assert agency is not None
        assert by is not None
        told = Report(HoldingStatus.DONE, file=Attached(b"%PDF-1.4\n%%EOF\n", "bao-cao.pdf"))
        holding = campaigns.hold(task, agency, leads=True)
        return campaigns.report(holding, told, by=by, at=make.AT)

    @cached_property
    def held_by_unit(self) -> Holding:
        """A task of that campaign which the unit holds; the unit contact speaks for the unit."""
        contact = self.people["unit_contact"]
        assert contact is not None
        make.role(contact, RoleName.UNIT_CONTACT, over=self.body, unit=self.unit)
        agency, task = self.campaign.agencies.first(), self.campaign.tasks.filter(asks="").first()
        assert agency is not None
        assert task is not None
        holding = campaigns.hold(task, agency, leads=True, unit=self.unit)
        told = Report(HoldingStatus.DONE, file=Attached(b"%PDF-1.4\n%%EOF\n", "bao-cao.pdf"))
        return campaigns.report(holding, told, by=contact, at=make.AT)

    @cached_property
    def estimate(self) -> BudgetVersion:
        """The first estimate of that campaign, a draft that nobody of the world wrote."""
        by = make.person()
        version = budgets.begin(self.campaign, by=by, at=make.AT)
        line = LineTyped("Hội trường", norm=1_000_000)
        budgets.write_lines(version, [line], by=by, at=make.AT)
        return version

    @cached_property
    def asked_report(self) -> AskedReport:
        """A report of the unit that was sent; the unit contact speaks for the unit."""
        return reported(self.held_by_unit.task.campaign, self.unit, self.people["organiser"])

    @cached_property
    def feed(self) -> TaskFeed:
        """The calendar of an agency of that campaign."""
        by = self.people["organiser"]
        assert by is not None
        return campaigns.open_feed(agency=self.campaign.agencies.first(), by=by, at=make.AT)

    @cached_property
    def upward(self) -> UpwardVersion:
        """A version of a report of that campaign to its superior."""
        return sent_upward(self.campaign, self.people["organiser"])

    @cached_property
    def question(self) -> QuestionVersion:
        """A question that waits for review in a bank of the body."""
        return builders.question(builders.bank(self.body), by=self.people["question_writer"])

    @cached_property
    def changed(self) -> DocumentChange:
        """A change of the document that this question cites."""
        # A change catches questions that come later: what needs a sound one is made before it.
        assert self.sealed
        assert self.study
        return builders.ended(self.question, by=self.people["organiser"])


def readers() -> list[str]:
    """The names of all readers."""
    return ["anonymous", "stranger", "operator", *OWN_ROLES, *(f"other_{r}" for r in OWN_ROLES)]


def slug(world: World) -> dict[str, str]:
    """The argument of addresses of a body."""
    body: OrganisingBody = world.body
    return {"body": body.slug}

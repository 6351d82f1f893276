"""Addresses of the organiser: contests, their rules, their rounds."""

from collections.abc import Callable
from typing import Any

from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.models import Entrant
from hoithi.results.actions.mornings import report_morning
from hoithi.sittings.queries.figures import ContestFigures
from tests.make import AT
from tests.matrix.record import Address, everyone, only
from tests.matrix.world import World, slug

STAFF_OF_BODY = ("administrator", "organiser", "secretary", "approver", "auditor")
AT_HOME = (*STAFF_OF_BODY, "question_writer", "question_reviewer")


def of_contest(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a contest of the body."""
    return lambda world: {"slug": world.announced_contest.slug, **more}


def read(name: str, **more: Any) -> Address:
    """A page that everybody who works on the contest may look at."""
    return Address(name, get=only(200, *STAFF_OF_BODY), args=of_contest(**more))


def form(name: str, **more: Any) -> Address:
    """A page whose form only the organiser may send."""
    return Address(
        name, get=only(200, *STAFF_OF_BODY), post=only(422, "organiser"), args=of_contest(**more)
    )


def organisers(name: str, *, empty: int = 422, **more: Any) -> Address:
    """A form that only the organiser sees and sends."""
    return Address(
        name, get=only(200, "organiser"), post=only(empty, "organiser"), args=of_contest(**more)
    )


def of_result(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a round with a prepared result."""
    return lambda world: {"slug": world.published.contest.slug, "key": "week-1", **more}


def of_candidate(world: World) -> dict[str, Any]:
    """The arguments of an address of a candidate of that round."""
    token = Entrant.objects.filter(contest=world.published.contest).values_list("token", flat=True)
    return of_result(token=token[0])(world)


def of_certificate(world: World) -> dict[str, Any]:
    """The arguments of an address of a certificate that does not exist."""
    return {"slug": world.published.contest.slug, "code": "X"}


def of_person(world: World) -> dict[str, Any]:
    """The arguments of an address of an entrant of that contest."""
    found = of_candidate(world)
    return {"slug": found["slug"], "token": found["token"]}


def of_morning(world: World) -> dict[str, Any]:
    """The arguments of an address of the morning report of a contest."""
    contest = world.announced_contest
    report_morning(contest, local_day(AT), ContestFigures(), at=AT)
    return {"slug": contest.slug, "day": local_day(AT)}


RESULT_READERS = ("organiser", "secretary", "approver", "auditor")
WORKERS = ("organiser", "secretary")


def worked(name: str, status: int = 422, **more: Any) -> Address:
    """A form of the results desk; an empty one is refused."""
    return Address(name, post=only(status, *WORKERS), args=of_result(**more))


POINTS_READERS = RESULT_READERS


def of_part(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of points of a part that a jury marks."""
    return lambda world: {
        "slug": world.points.round.contest.slug,
        "key": world.points.round.key,
        **more,
    }


def of_sheet(world: World) -> dict[str, Any]:
    """The arguments of an address of a sheet of points."""
    return {"slug": world.points.round.contest.slug, "sheet": world.points.pk}


def of_team(world: World) -> dict[str, Any]:
    """The arguments of an address of a team."""
    contest = world.points.round.contest
    return {"slug": contest.slug, "token": contest.entrants.get(kind="team").token}


def of_registered(world: World) -> dict[str, Any]:
    """The arguments of an address of a team that the secretariat registered."""
    found = of_team(world)
    Entrant.objects.filter(token=found["token"]).update(channel="secretariat")
    return found


def of_nobody(world: World) -> dict[str, Any]:
    """The arguments of an address of a member of a team that has none."""
    return {**of_team(world), "number": 1}


ENTRANTS = [
    Address("teams", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_contest()),
    Address("team_rename", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_team),
    Address("teams_out", get=only(200, *WORKERS), args=of_contest(kind="csv")),
    Address(
        "entrant_remove",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_registered,
    ),
    Address("team_members", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_team),
    Address("team_names", post=only(422, *WORKERS), args=of_team),
    # The world's team has no member.
    Address("team_member", get=only(404), post=only(404), args=of_nobody),
    Address("members_template", get=only(200, *WORKERS), args=of_contest()),
    Address("members_file", post=only(422, *WORKERS), args=of_contest()),
    Address("members_take", post=only(422, *WORKERS), args=of_contest()),
    Address("members_give_back", post=only(422, *WORKERS), args=of_contest()),
    Address("teams_template", get=only(200, *WORKERS), args=of_contest()),
    Address("teams_file", post=only(422, *WORKERS), args=of_contest()),
    Address("teams_take", post=only(422, *WORKERS), args=of_contest()),
    Address("teams_give_back", post=only(422, *WORKERS), args=of_contest()),
]

CONFIRMERS = (*WORKERS, "approver")
POINTS = [
    Address(
        "two_persons", get=only(200, *STAFF_OF_BODY), post=only(422, "organiser"), args=of_contest()
    ),
    Address("judged_values", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_part()),
    Address("points_sheets", get=only(200, *POINTS_READERS), args=of_part()),
    Address(
        "points_enter",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_part(part="skit"),
    ),
    Address("points_template", get=only(200, *WORKERS), args=of_part(part="skit")),
    Address("points_file", post=only(422, *WORKERS), args=of_part(part="skit")),
    Address("points_take", post=only(422, *WORKERS), args=of_part(part="skit")),
    Address("points_give_back", post=only(422, *WORKERS), args=of_part(part="skit")),
    Address(
        "judge_sheets", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_part(part="skit")
    ),
    Address(
        "judge_sheet", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_part(part="skit")
    ),
    Address("judge_file", post=only(422, *WORKERS), args=of_part(part="skit")),
    Address("judges_out", get=only(200, *POINTS_READERS), args=of_part(part="skit", kind="csv")),
    Address("points_sheet", get=only(200, *POINTS_READERS), args=of_sheet),
    Address(
        "points_out",
        get=only(200, *POINTS_READERS),
        args=lambda world: {**of_sheet(world), "kind": "csv"},
    ),
    Address("points_paper", get=only(404), args=of_sheet),
    Address("points_confirm", post=only(422, *CONFIRMERS), args=of_sheet),
    Address(
        "points_retype",
        get=only(200, *CONFIRMERS),
        post=only(422, *CONFIRMERS),
        args=of_sheet,
    ),
    Address("points_settle", get=only(404), post=only(404), args=of_sheet),
    Address("points_retype_file", post=only(422, *CONFIRMERS), args=of_sheet),
    Address("points_evidence", get=only(404), args=of_sheet),
    Address("points_confirm_paper", post=only(422, *WORKERS), args=of_sheet),
    Address("points_invite", post=only(422, *WORKERS), args=of_sheet),
    Address(
        "guest_points", get=everyone(422), post=everyone(422), args=lambda _world: {"token": "x"}
    ),
]
ADDRESSES = [
    *POINTS,
    *ENTRANTS,
    Address("organiser_home", get=only(200, *AT_HOME), args=slug),
    Address("new_contest", get=only(200, "organiser"), post=only(422, "organiser"), args=slug),
    Address("contest_from_file", post=only(422, "organiser"), args=slug),
    read("contest_desk"),
    organisers("copy_contest"),
    Address(
        "announce",
        get=only(200, *STAFF_OF_BODY),
        post=only(302, "organiser"),
        args=of_contest(),
    ),
    form("rehearsals"),
    Address("shared_contests", get=only(200, *STAFF_OF_BODY), args=slug),
    Address(
        "shared_out",
        get=only(200, *STAFF_OF_BODY),
        args=lambda world: {**slug(world), "kind": "csv"},
    ),
    form("contest_sharing"),
    read("morning_report"),
    Address("morning_of_day", get=only(200, *STAFF_OF_BODY), args=of_morning),
    Address("morning_picture", get=only(200, *STAFF_OF_BODY), args=of_morning),
    # Nothing is rehearsed in the world.
    Address("rehearsal_end", post=only(422, "organiser"), args=of_contest()),
    Address("contest_rules", get=only(302, *STAFF_OF_BODY), args=of_contest()),
    form("rules_section", section="chung"),
    Address(
        "rules_matrix",
        get=only(200, *STAFF_OF_BODY),
        post=only(404, "organiser"),
        args=of_contest(),
    ),
    Address("rules_deed", post=only(422, "organiser"), args=of_contest(deed="bo")),
    read("rules_findings"),
    read("rules_to_review"),
    form("rules_put_in_force"),
    read("rules_versions"),
    read("versions_out", kind="csv"),
    read("rules_file", number=1, kind="toml"),
    read("round_desk", key="tuan-1"),
    organisers("round_decide", key="tuan-1", word="tam-dung"),
    organisers("round_rerun", key="tuan-1"),
    # The world's contest was announced, so it stays.
    organisers("contest_delete"),
    Address("round_results", get=only(200, *RESULT_READERS), args=of_result()),
    worked("results_prepare", 302),
    worked("equals_part"),
    worked("sign_judge"),
    worked("units_judge"),
    worked("units_part"),
    Address("candidate", get=only(200, *WORKERS), args=of_candidate),
    Address("candidate_contact", post=only(422, *WORKERS), args=of_candidate),
    Address("candidate_fields", post=only(404, *WORKERS), args=of_candidate),
    Address("candidate_verify", post=only(422, *WORKERS), args=of_candidate),
    Address("result_approve", post=only(422, *WORKERS, "approver"), args=of_result()),
    worked("result_approve_document"),
    worked("result_approve_paper"),
    worked("result_invite"),
    Address(
        "guest_approve", get=everyone(422), post=everyone(422), args=lambda _world: {"token": "x"}
    ),
    worked("result_publish"),
    # The world's result is preliminary: the desk says why it gives no certificates.
    worked("certificates_issue"),
    Address("certificates_pdf", get=only(404), args=of_result()),
    Address("certificates", get=only(200, *RESULT_READERS), args=of_result()),
    Address("certificate_withdraw", post=only(404), args=of_certificate),
    Address("certificate_reissue", post=only(404), args=of_certificate),
    Address("ranking_desk", get=only(200, *RESULT_READERS), args=of_result()),
    Address("units_desk", get=only(200, *RESULT_READERS), args=of_result()),
    Address("candidate_sheet", get=only(200, *RESULT_READERS), args=of_candidate),
    Address("unit_sheet_desk", get=only(404), args=of_result(table="x", code="x")),
    Address("results_table", get=only(200, *RESULT_READERS), args=of_result(kind="csv")),
    Address("signs_out", get=only(200, *RESULT_READERS), args=of_result(kind="xlsx")),
    Address("calls_out", get=only(200, *RESULT_READERS), args=of_result(kind="csv")),
    Address("units_out", get=only(200, *RESULT_READERS), args=of_result(kind="xlsx")),
    Address("certificates_out", get=only(200, *RESULT_READERS), args=of_result(kind="csv")),
    Address("remarks_out", get=only(200, *RESULT_READERS), args=of_contest(kind="csv")),
    Address("remarks_desk", get=only(200, *RESULT_READERS), args=of_contest()),
    Address(
        "remark_answer",
        post=only(404),
        args=lambda world: {"slug": world.published.contest.slug, "remark": 1},
    ),
    read("embedding"),
    read("round_figures", key="tuan-1"),
    Address("person_find", get=only(200, *WORKERS), args=of_contest()),
    Address("person", get=only(200, *WORKERS), args=of_person),
    Address("person_contact", post=only(422, *WORKERS), args=of_person),
    Address("person_code", post=only(422, *WORKERS), args=of_person),
    Address("person_permit", post=only(422, "organiser"), args=of_person),
    # The world's people have no sitting.
    Address(
        "sitting_decide",
        post=only(404),
        args=lambda world: {**of_person(world), "sitting": "x"},
    ),
]

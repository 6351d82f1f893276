"""What a plan leaves open, as tasks that ask; the sentences are written to the official."""

from collections.abc import Iterator, Sequence

from hoithi.core.founding.noticing import Noticed
from hoithi.core.founding.records import ActivityDraft, Asks, Kind, TaskDraft
from hoithi.core.plans.records import Facts


def questions(
    facts: Facts,
    noticed: Noticed,
    activities: Sequence[ActivityDraft],
    work: Sequence[TaskDraft],
) -> tuple[TaskDraft, ...]:
    """One question for each thing that nobody may assume."""
    return (
        *_of_header(facts),
        *_of_superior(activities),
        *_of_activities(activities, facts),
        *_of_later(noticed),
        *_of_holders(work),
    )


def _asked(text: str, asks: Asks, activity: ActivityDraft | None = None) -> TaskDraft:
    source = activity.source if activity else None
    return TaskDraft(text, activity=activity.key if activity else "", asks=asks, source=source)


def _of_header(facts: Facts) -> Iterator[TaskDraft]:
    if facts.number is None:
        yield _asked("Kế hoạch chưa có số, ký hiệu: số và ký hiệu là gì?", Asks.HEADER)
    if facts.issued_on is None:
        yield _asked("Kế hoạch chưa ghi ngày ban hành: ban hành ngày nào?", Asks.HEADER)


def _of_superior(activities: Sequence[ActivityDraft]) -> Iterator[TaskDraft]:
    for one in activities:
        if one.is_superiors:
            text = f"“{one.title}” do cấp trên tổ chức: liên kết với cuộc thi nào trên hệ thống?"
            yield _asked(text, Asks.SUPERIOR, one)


def _of_activities(activities: Sequence[ActivityDraft], facts: Facts) -> Iterator[TaskDraft]:
    own = [one for one in activities if not one.is_superiors]
    inside = [one for one in own if one.moment.is_open and _is_bounded(one) and one.key != "theme"]
    if len(inside) > 1:
        yield _listed("Ngày, giờ cụ thể của từng hoạt động sau là khi nào?", Asks.WHEN, inside)
    for one in own:
        if one.moment.is_open and (len(inside) < 2 or one not in inside):
            yield _asked(_when(one), Asks.WHEN, one)
    nowhere = [one for one in own if _lacks_place(one, facts)]
    if len(nowhere) == 1:
        yield _asked(f"{nowhere[0].title}: tổ chức tại đâu?", Asks.WHERE, nowhere[0])
    elif nowhere:
        yield _listed("Các hoạt động sau tổ chức tại đâu?", Asks.WHERE, nowhere)
    for one in own:
        yield from _of_rules(one)


def _listed(text: str, asks: Asks, activities: Sequence[ActivityDraft]) -> TaskDraft:
    lines = "\n".join(f"- {one.title}" for one in activities)
    return TaskDraft(f"{text}\n{lines}", asks=asks, source=activities[0].source)


def _is_bounded(one: ActivityDraft) -> bool:
    return one.moment.first is not None


def _when(one: ActivityDraft) -> str:
    if one.kind is Kind.THEME:
        return f"{one.title}: phát động và kết thúc ngày nào?"
    words = f" (kế hoạch ghi: {one.moment.words})" if one.moment.words else ""
    return f"{one.title}: tổ chức vào ngày nào?{words}"


def _lacks_place(one: ActivityDraft, facts: Facts) -> bool:
    return not one.place and one.kind is not Kind.THEME and not _is_online(one, facts)


def _of_rules(one: ActivityDraft) -> Iterator[TaskDraft]:
    choices = one.rulebook.choices if one.rulebook else ()
    if open_ := [choice.found for choice in choices if choice.chosen is None]:
        lines = "\n".join(f"- {found}" for found in open_)
        text = f"Thể lệ “{one.title}” còn những nội dung kế hoạch chưa nêu:\n{lines}"
        yield _asked(text, Asks.RULES, one)


def _is_online(one: ActivityDraft, facts: Facts) -> bool:
    forms = {form.value for form in facts.event_form}
    return one.kind is Kind.CONTEST and "online_quiz" in forms


def _of_later(noticed: Noticed) -> Iterator[TaskDraft]:
    for one in noticed.later:
        text = f"Kế hoạch để lại cho văn bản sau: “{one.name}”. Văn bản đó đã có chưa?"
        yield TaskDraft(text, asks=Asks.LATER, source=one.place)


def _of_holders(work: Sequence[TaskDraft]) -> Iterator[TaskDraft]:
    if left := [task for task in work if not any(holder.leads for holder in task.holders)]:
        listed = "\n".join(f"- {task.text}" for task in left)
        yield _asked(f"Kế hoạch chưa giao cơ quan nào chủ trì các việc sau:\n{listed}", Asks.WHO)

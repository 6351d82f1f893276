"""The codes of what is found in a plan, and how grave each is."""

from enum import StrEnum


class Grade(StrEnum):
    """How grave a finding is."""

    CONTRADICTION = "contradiction"
    """Two statements cannot both be true."""
    OMISSION = "omission"
    """Something is missing, out of date, or cannot be carried out as it stands."""
    STYLE = "style"
    """The document can be carried out; it could be written better."""


class Code(StrEnum):
    """What was found; the grades are in the table below."""

    END_BEFORE_START = "end_before_start"
    IMPOSSIBLE_DATE = "impossible_date"
    DURATION_DIFFERS = "duration_differs"
    WEEKDAY_DIFFERS = "weekday_differs"
    ROUND_OUTSIDE = "round_outside"
    ROUNDS_OVERLAP = "rounds_overlap"
    ROUNDS_COUNTED = "rounds_counted"
    PUBLISHED_BEFORE_END = "published_before_end"
    DURATION_LOOSE = "duration_loose"
    LATER_ROUND_OUTSIDE = "later_round_outside"
    ROUNDS_END_EARLY = "rounds_end_early"

    DUE_BEFORE_PLAN = "due_before_plan"
    STEP_BEFORE_PLAN = "step_before_plan"
    STEPS_SHARE_DAY = "steps_share_day"
    YEAR_MISSING = "year_missing"
    TITLE_YEAR = "title_year"
    BUDGET_YEAR = "budget_year"
    POSTED_LATE = "posted_late"
    ATTACHED_LATER = "attached_later"

    PRODUCT_DIFFERS = "product_differs"
    WORDS_DIFFER = "words_differ"
    TOTAL_DIFFERS = "total_differs"
    PRIZE_TOTAL_DIFFERS = "prize_total_differs"
    PRIZE_TOTAL_UNCLEAR = "prize_total_unclear"
    PRIZES_COUNTED = "prizes_counted"
    PRIZES_OVER_TEAMS = "prizes_over_teams"
    PRIZE_COUNT_MISSING = "prize_count_missing"
    PRIZE_AMOUNT_MISSING = "prize_amount_missing"
    PRIZE_ORDER = "prize_order"
    AMOUNT_WITHOUT_CURRENCY = "amount_without_currency"
    OVER_NORM = "over_norm"

    LIST_DIFFERS = "list_differs"
    LIST_UNCLEAR = "list_unclear"
    PARTS_DIFFER = "parts_differ"
    SERIES_DIFFERS = "series_differs"
    CLUSTERS_SUM = "clusters_sum"
    ITEM_ALONE = "item_alone"

    HEADER_MISSING = "header_missing"
    END_MISSING = "end_missing"
    NUMBER_BLANK = "number_blank"
    DATE_BLANK = "date_blank"
    REFERENCE_BLANK = "reference_blank"
    BASES_MISSING = "bases_missing"
    BASE_LATER = "base_later"
    BASE_REPLACED = "base_replaced"
    READING_REPLACED = "reading_replaced"
    NUMBER_FORM = "number_form"
    NUMBER_ZERO = "number_zero"
    DAY_ZERO = "day_zero"
    END_SIGN = "end_sign"
    SPELLING = "spelling"
    CLAUSE_REPEATED = "clause_repeated"

    ABOLISHED_LEVEL = "abolished_level"
    ABOLISHED_BODY = "abolished_body"
    ABOLISHED_PAPER = "abolished_paper"

    ASSIGNMENTS_MISSING = "assignments_missing"
    NO_TASK_DATED = "no_task_dated"
    TASKS_WITHOUT_DATE = "tasks_without_date"
    ROW_WITHOUT_OWNER = "row_without_owner"
    ROW_WITHOUT_DATE = "row_without_date"
    ANCHOR_MISSING = "anchor_missing"
    AGENCY_WITHOUT_TASK = "agency_without_task"
    AGENCY_WITHOUT_COPY = "agency_without_copy"
    COMMITTEE_UNKNOWN = "committee_unknown"
    TASK_OF_ANOTHER = "task_of_another"
    TASKS_ALIKE = "tasks_alike"
    ORDERED_OUTSIDE = "ordered_outside"
    ASKED_WITHOUT_WORD = "asked_without_word"

    CONTEST_OR_PERFORMANCE = "contest_or_performance"
    EXCLUSIONS_MISSING = "exclusions_missing"
    ELIGIBLE_MISSING = "eligible_missing"
    TIME_MISSING = "time_missing"
    TIME_OPEN = "time_open"
    VENUE_MISSING = "venue_missing"
    BUDGET_MISSING = "budget_missing"


_CONTRADICTIONS = {
    Code.END_BEFORE_START,
    Code.IMPOSSIBLE_DATE,
    Code.DURATION_DIFFERS,
    Code.WEEKDAY_DIFFERS,
    Code.ROUND_OUTSIDE,
    Code.ROUNDS_OVERLAP,
    Code.ROUNDS_COUNTED,
    Code.PUBLISHED_BEFORE_END,
    Code.PRODUCT_DIFFERS,
    Code.WORDS_DIFFER,
    Code.TOTAL_DIFFERS,
    Code.PRIZE_TOTAL_DIFFERS,
    Code.PRIZES_COUNTED,
    Code.OVER_NORM,
    Code.LIST_DIFFERS,
    Code.PARTS_DIFFER,
    Code.SERIES_DIFFERS,
    Code.BASE_LATER,
}
_STYLE = {
    Code.STEP_BEFORE_PLAN,
    Code.STEPS_SHARE_DAY,
    Code.YEAR_MISSING,
    Code.POSTED_LATE,
    Code.AMOUNT_WITHOUT_CURRENCY,
    Code.ITEM_ALONE,
    Code.READING_REPLACED,
    Code.NUMBER_FORM,
    Code.NUMBER_ZERO,
    Code.DAY_ZERO,
    Code.END_SIGN,
    Code.SPELLING,
    Code.CLAUSE_REPEATED,
    Code.ABOLISHED_PAPER,
    Code.TASKS_WITHOUT_DATE,
    Code.AGENCY_WITHOUT_COPY,
    Code.TASK_OF_ANOTHER,
    Code.TASKS_ALIKE,
    Code.ASKED_WITHOUT_WORD,
    Code.TIME_OPEN,
}


def grade_of(code: Code) -> Grade:
    """What is neither certain nor a matter of style is an omission."""
    if code in _CONTRADICTIONS:
        return Grade.CONTRADICTION
    return Grade.STYLE if code in _STYLE else Grade.OMISSION

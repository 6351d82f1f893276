"""What a careful official finds in a rulebook: how grave, where, which code, with which facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hoithi.core.rulebook.problem import Fact


class Grade(StrEnum):
    """How grave a finding is."""

    CONTRADICTION = "contradiction"
    """The rules cannot all hold; such a version is refused."""
    OPEN = "open"
    """Still to be decided; the contest cannot be opened until then."""
    REMARK = "remark"
    """Possible, but worth a second look."""


class FindingCode(StrEnum):
    """What was found. Each code has a sentence in `wording.rulebook`."""

    KEY_REPEATED = "key_repeated"
    UNKNOWN_REFERENCE = "unknown_reference"
    REFERENCE_TWICE = "reference_twice"
    UNKNOWN_KIND_OF_UNIT = "unknown_kind_of_unit"
    BLANK_LEFT = "blank_left"

    NO_ROUNDS = "no_rounds"
    WINDOW_EMPTY = "window_empty"
    ROUND_OUTSIDE_CONTEST = "round_outside_contest"
    ROUNDS_OVERLAP = "rounds_overlap"
    ROUNDS_OUT_OF_ORDER = "rounds_out_of_order"
    PUBLISHES_BEFORE_CLOSE = "publishes_before_close"
    WEEKS_DIFFER = "weeks_differ"
    WEEK_ROUNDS_DIFFER = "week_rounds_differ"
    WINDOW_BEYOND_ROUNDS = "window_beyond_rounds"
    ROUND_TIME_OPEN = "round_time_open"
    PUBLICATION_OPEN = "publication_open"
    TRIAL_AFTER_START = "trial_after_start"
    PLAN_AFTER_START = "plan_after_start"
    REGISTRATION_AFTER_START = "registration_after_start"
    ADVANCE_NOT_LATER = "advance_not_later"
    ADVANCE_EMPTY = "advance_empty"
    ADVANCE_DIFFERS = "advance_differs"
    ADVANCE_FROM_TRIAL = "advance_from_trial"
    ADVANCE_OVERLAPS = "advance_overlaps"
    ADVANCE_GROUPS_TOGETHER = "advance_groups_together"
    ADVANCE_GROUP_LEFT_OUT = "advance_group_left_out"

    KIND_WITHOUT_PART = "kind_without_part"
    BLUEPRINT_EMPTY = "blueprint_empty"
    DRAW_TWICE = "draw_twice"
    MINUTES_OVER_WINDOW = "minutes_over_window"
    LEAST_SECONDS_OVER_MINUTES = "least_seconds_over_minutes"
    POINTS_NEGATIVE = "points_negative"
    POINTS_NOTHING = "points_nothing"
    PERCENT_OUT_OF_RANGE = "percent_out_of_range"
    PASS_MARK_OVER_MOST = "pass_mark_over_most"
    PASS_WITHOUT_MARK = "pass_without_mark"
    PASS_TOTAL_OVER_MOST = "pass_total_over_most"
    CRITERIA_SUM_DIFFERS = "criteria_sum_differs"
    CRITERIA_OPEN = "criteria_open"
    ESSAY_POINTS_TWICE = "essay_points_twice"
    STEP_UNUSABLE = "step_unusable"
    PENALTY_INCOMPLETE = "penalty_incomplete"
    PENALTY_BANDS_UNORDERED = "penalty_bands_unordered"
    PENALTY_WITHOUT_MINUTES = "penalty_without_minutes"
    NOT_A_PAPER = "not_a_paper"
    PART_NOT_IN_ROUND = "part_not_in_round"
    PAPER_REPEATED = "paper_repeated"
    PREDICTION_UNUSED = "prediction_unused"
    PREDICTION_AMBIGUOUS = "prediction_ambiguous"
    PREDICTION_TWICE = "prediction_twice"
    PREDICTION_SELF_MADE = "prediction_self_made"
    ATTEMPTS_CROSSED = "attempts_crossed"
    ATTEMPTS_UNLIMITED = "attempts_unlimited"

    AGES_CROSSED = "ages_crossed"
    GROUP_AGES_OUTSIDE = "group_ages_outside"
    AGE_NOT_ASKED = "age_not_asked"
    CONSENT_AGE_NOT_ASKED = "consent_age_not_asked"
    IDENTITY_KEY_EMPTY = "identity_key_empty"
    IDENTITY_KEY_NOT_REQUIRED = "identity_key_not_required"
    IDENTITY_KEY_NOT_ASKED = "identity_key_not_asked"
    IDENTITY_FIELD_TWICE = "identity_field_twice"
    NAME_NOT_ASKED = "name_not_asked"
    PERSONAL_NUMBER_ASKED = "personal_number_asked"
    TEAM_RULES_MISSING = "team_rules_missing"
    TEAM_RULES_UNUSED = "team_rules_unused"
    TEAM_SIZES_CROSSED = "team_sizes_crossed"
    UNIT_NOT_ASKED = "unit_not_asked"
    UNIT_MAY_BE_NONE = "unit_may_be_none"
    STANDINGS_EMPTY = "standings_empty"
    KIND_NOT_OFFERED = "kind_not_offered"
    QUOTA_EMPTY = "quota_empty"
    QUOTA_KIND_NOT_OFFERED = "quota_kind_not_offered"
    QUOTA_COUNTS_ALL = "quota_counts_all"
    NO_EXCLUSIONS = "no_exclusions"
    SHARED_PASSWORD = "shared_password"
    ELIGIBLE_OPEN = "eligible_open"

    RANKING_OPEN = "ranking_open"
    RANKING_KEY_TWICE = "ranking_key_twice"
    RANKING_KEY_WITHOUT_SOURCE = "ranking_key_without_source"
    RANKING_KEY_PART_UNUSED = "ranking_key_part_unused"
    RANKING_KEY_AFTER_LOT = "ranking_key_after_lot"
    RANKING_KEY_ODD_DIRECTION = "ranking_key_odd_direction"
    OVERALL_MISSING = "overall_missing"
    OVERALL_BEST_MISSING = "overall_best_missing"
    OVERALL_BEST_OVER_ROUNDS = "overall_best_over_rounds"

    METHOD_EMPTY = "method_empty"
    AGGREGATE_TWICE = "aggregate_twice"
    AGGREGATE_WITHOUT_SOURCE = "aggregate_without_source"
    GATE_INCOMPLETE = "gate_incomplete"
    GATE_WITHOUT_SOURCE = "gate_without_source"
    BRACKETS_UNORDERED = "brackets_unordered"
    BRACKETS_UNFINISHED = "brackets_unfinished"
    STAFF_COUNTS_NEEDED = "staff_counts_needed"
    PRIZE_POINTS_UNUSED = "prize_points_unused"
    COUNTS_TRIAL = "counts_trial"
    COLLECTIVE_WITHOUT_PRIZE = "collective_without_prize"

    TABLE_EMPTY = "table_empty"
    TABLE_INCOMPLETE = "table_incomplete"
    TABLE_MISFIT = "table_misfit"
    TABLE_OF_TRIAL = "table_of_trial"
    SHARES_OVER_SLOTS = "shares_over_slots"
    BUDGET_EXCEEDED = "budget_exceeded"
    AMOUNTS_OUT_OF_ORDER = "amounts_out_of_order"
    NOTHING_GIVEN = "nothing_given"
    AUTHORITY_OPEN = "authority_open"
    SPECIAL_WITHOUT_SOURCE = "special_without_source"
    RETENTION_TOO_SHORT = "retention_too_short"
    PHASES_MISSING = "phases_missing"

    CHOICE_OPEN = "choice_open"
    CHOICE_WITHOUT_DECIDER = "choice_without_decider"
    CHOICE_ABOUT_NOTHING = "choice_about_nothing"

    YEAR_BEFORE = "year_before"


@dataclass(frozen=True)
class Finding:
    """One finding, at a path such as `rounds[1].window.closes` (counted from 0)."""

    grade: Grade
    path: str
    code: FindingCode
    facts: Mapping[str, Fact] = field(default_factory=dict)


Findings = Iterator[Finding]


def contradiction(path: str, code: FindingCode, **facts: Fact) -> Finding:
    """A finding for which the version is refused."""
    return Finding(Grade.CONTRADICTION, path, code, facts)


def still_open(path: str, code: FindingCode, **facts: Fact) -> Finding:
    """A finding that keeps the contest from being opened."""
    return Finding(Grade.OPEN, path, code, facts)


def remark(path: str, code: FindingCode, **facts: Fact) -> Finding:
    """A finding that hinders nothing."""
    return Finding(Grade.REMARK, path, code, facts)

"""Public sets: every mark, every figure and every counted answer as their tables say."""

import pytest

from hoithi.documents.quiz_sets.reckoning import as_json, quiz_set
from tests.core.statistics.sets import FIXTURES, rows

SETS = FIXTURES / "item-statistics"
_LOOSE = {"covariance", "effectiveweight", "discriminationindex", "discriminativeefficiency"}


def found(folder, number):
    behaviour = {
        row["testnumber"]: row["preferredbehaviour"] for row in rows(SETS / folder / "quizzes.csv")
    }
    questions, steps = (
        (SETS / folder / f"{name}{number}.csv").read_bytes() for name in ("questions", "steps")
    )
    interactive = behaviour[number] == "interactive"
    return as_json(quiz_set(questions, steps, interactive=interactive))


@pytest.mark.parametrize(
    ("folder", "number"), [("report", "00"), ("marking", "00"), ("marking", "01")]
)
def test_every_attempt_has_its_marks(folder, number):
    told = {one["quizattempt"]: one for one in found(folder, number)["results"]}
    for row in rows(SETS / folder / f"results{number}.csv"):
        ours = told[row["quizattempt"]]
        known = [float(row[key]) for key in row if key.endswith(".mark")]
        assert ours["marks"] == pytest.approx(known, abs=1e-5)
        total = None if row["summarks"] == "!NULL!" else float(row["summarks"])
        assert ours["summarks"] == (None if total is None else pytest.approx(total, abs=1e-4))


def test_drawn_questions_and_variants_have_their_figures_too():
    told = {
        (one["slot"], one["subqname"], one["variant"] or 0): one
        for one in found("report", "00")["qstats"]
    }
    for row in rows(SETS / "report/qstats00.csv"):
        ours = told[int(row["slot"]), row["subqname"], int(row["variant"] or 0)]
        for name in row.keys() - {"slot", "subqname", "variant"}:
            if row[name] == "**NULL**":
                assert ours[name] is None, name
            elif row[name]:
                rel = 1e-5 if name in _LOOSE else 1e-6
                assert ours[name] == pytest.approx(float(row[name]), rel=rel), (row, name)


@pytest.mark.parametrize("number", ["00", "01", "02", "03"])
def test_every_answer_is_counted(number):
    told = {
        (
            str(one["slot"]), one["randq"], str(one["variant"]), str(one["subpart"]),
            one["modelresponse"], one["actualresponse"],
        ): one
        for one in found("report", number)["responsecounts"]
    }  # fmt: skip
    for row in rows(SETS / f"report/responsecounts{number}.csv"):
        model = row["modelresponse"].replace("[NO MATCH]", "[Did not match any answer]")
        key = (
            row["slot"], row.get("randq") or "", row.get("variant") or "1",
            row.get("subpart") or "1", model, row["actualresponse"],
        )  # fmt: skip
        counts = [name for name in row if name.endswith("count") or name[:5] == "count"]
        if row["modelresponse"] in {"True", "False"} and not row["actualresponse"]:
            key = (*key[:-1], row["modelresponse"])
        ours = told.get(key, dict.fromkeys(counts, 0))
        assert [ours[name] for name in counts] == [int(row[name]) for name in counts], key


def test_every_submitted_answer_is_told_with_its_state():
    told = {
        (one["quizattempt"], str(one["submittedstepno"])): one["slots"]
        for one in found("responses", "00")["responses"]
    }
    for row in rows(SETS / "responses/responses00.csv"):
        ours = told[row["quizattempt"], row["submittedstepno"]]
        for place, slot in enumerate(ours, 1):
            said = row[f"slot.{place}.responsesummary"]
            assert (slot["responsesummary"] if slot else "") == said
            assert (slot["state"] if slot else "") == row[f"slot.{place}.state"]
            fraction = row[f"slot.{place}.fraction"]
            if fraction:
                assert slot["fraction"] == pytest.approx(float(fraction), abs=1e-6), row

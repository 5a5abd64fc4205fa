"""Sections of the report about objectives: how they were rated, what their measures show, what was found.

P S M U stand beside each other and are never made into one number; they belong to objectives, never to people.
"""

from collections.abc import Iterator

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.exercise.model import Measure, Objective
from blackstart.core.review.measure_words import measure_words, result_words
from blackstart.core.review.measured import Checked, checked
from blackstart.core.review.ratings import RATINGS, Finding, Rating, findings, hot_wash, ratings
from blackstart.core.review.report.model import Block, Bullets, Paragraph, Section, Table, listed
from blackstart.core.review.report.source import Teller


def objectives(teller: Teller) -> Section:
    """Return the table of ratings, what each rating says, and the explanations."""
    story = teller.source.story
    rated = ratings(story.entries)
    results = checked(story)
    rows = tuple(_row(teller, each, rated, results.get(each.id)) for each in story.exercise.objectives)
    head = (
        teller.say("report.objectives.objective"),
        teller.say("report.objectives.capability"),
        *RATINGS,
        teller.say("report.objectives.measure"),
    )
    meaning = tuple(f"{each}: {teller.words.say(f'rating.{each}')}" for each in RATINGS)
    blocks: list[Block] = []
    if rows:
        blocks += [Table("objectives", "", head, rows, wide=(0, 1, len(head) - 1)), Bullets(meaning, "note")]
        blocks.append(Paragraph(teller.say("report.objectives.never-averaged"), "note"))
    else:
        blocks.append(Paragraph(teller.say("report.objectives.none")))
    if rated:
        blocks.append(_explanations(teller, rated))
    elif rows:
        blocks.append(Paragraph(teller.say("report.objectives.not-rated")))
    return Section("objectives", teller.say("report.objectives.title"), tuple(blocks))


def analysis(teller: Teller) -> tuple[Section, ...]:
    """Return strengths and areas for improvement, each with reference and analysis."""
    found = findings(teller.source.story.entries)
    return (
        _findings(teller, "strengths", [each for each in found if each.kind == "strength"]),
        _findings(teller, "areas", [each for each in found if each.kind == "area"]),
    )


def hot_wash_section(teller: Teller) -> Section:
    """Return what participants said straight after the end."""
    said = hot_wash(teller.source.story.entries)
    head = tuple(teller.say(f"report.hotwash.{key}") for key in ("by", "well", "hard", "change"))
    rows = tuple((teller.person(each.by), each.well, each.hard, each.change) for each in said)
    table = Table("hotwash", "", head, rows, wide=(1, 2, 3))
    return Section("hotwash", teller.say("report.hotwash.title"), (listed(table, teller.say("report.hotwash.none")),))


def plan(teller: Teller) -> Section:
    """Return the improvement plan with what was carried over from earlier runs."""
    rows = tuple(
        (
            each.issue,
            each.action,
            teller.say(f"report.element.{each.element}"),
            each.owner,
            each.start or "",
            each.due or "",
            teller.say(f"report.status.{each.status}"),
        )
        for each in teller.source.plan
    )
    head = tuple(
        teller.say(f"report.plan.{key}") for key in ("issue", "action", "element", "owner", "start", "due", "status")
    )
    carried = sum(each.run != teller.source.row.run for each in teller.source.plan)
    blocks: list[Block] = [listed(Table("plan", "", head, rows, wide=(0, 1)), teller.say("report.plan.none"))]
    if carried:
        blocks.append(Paragraph(teller.say("report.plan.carried", count=carried), "note"))
    return Section("plan", teller.say("report.plan.title"), tuple(blocks))


def _row(teller: Teller, objective: Objective, rated: tuple[Rating, ...], result: Checked | None) -> tuple[str, ...]:
    given = [each for each in rated if each.objective == objective.id]
    marks = tuple(_mark(sum(each.rating == one for each in given)) for one in RATINGS)
    measured = _measured(teller, objective.measure, result) if objective.measure and result else ""
    return (teller.text(objective.text), teller.text(objective.capability), *marks, measured)


def _measured(teller: Teller, measure: Measure, result: Checked) -> str:
    told = result_words(teller.words, measure, result)
    if teller.sharing and not teller.sharing.knows_of(measure):
        return told
    return f"{measure_words(teller.words, teller.source.story.drill, measure)}: {told}"


def _mark(count: int) -> str:
    """A mark for each evaluator who gave the rating."""
    return "" if count == 0 else "✓" if count == 1 else f"✓ {count}"


def _explanations(teller: Teller, rated: tuple[Rating, ...]) -> Table:
    names = {each.id: teller.text(each.text) for each in teller.source.story.exercise.objectives}
    head = tuple(teller.say(f"report.objectives.{key}") for key in ("objective", "rating", "why", "by"))
    order = list(names)
    ordered = sorted(rated, key=lambda each: order.index(each.objective) if each.objective in names else len(order))
    rows = tuple((names.get(each.objective, each.objective), each.rating, each.why, each.by) for each in ordered)
    return Table("ratings", teller.say("report.objectives.explained"), head, rows, wide=(0, 2))


def _findings(teller: Teller, key: str, found: list[Finding]) -> Section:
    title = teller.say(f"report.findings.{key}")
    head = tuple(teller.say(f"report.findings.{each}") for each in ("text", "objective", "reference", "analysis", "by"))
    rows = tuple(_finding(teller, each) for each in found)
    table = Table(key, "", head, rows, wide=(0, 3))
    return Section(key, title, (listed(table, teller.say(f"report.findings.no-{key}")),), level=2)


def _finding(teller: Teller, found: Finding) -> tuple[str, ...]:
    return (found.text, _objective(teller, found.objective), found.reference, found.analysis, teller.person(found.by))


def _objective(teller: Teller, id_: ObjectiveId | None) -> str:
    names = {each.id: teller.text(each.text) for each in teller.source.story.exercise.objectives}
    return names.get(id_, id_) if id_ is not None else ""


def facts_of(teller: Teller) -> Iterator[tuple[str, object]]:
    """Yield how every objective was rated and measured."""
    story = teller.source.story
    for id_, result in checked(story).items():
        yield f"measure.{id_}.is_met", result.is_met
        yield f"measure.{id_}.value_s", result.value_s
    for rating in ratings(story.entries):
        yield f"rating.{rating.objective}.{rating.by}", rating.rating

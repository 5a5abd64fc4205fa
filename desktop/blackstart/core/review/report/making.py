"""One content for all forms: the report of a run, in a language, for facilitators or for participants."""

from blackstart.core.base.words import words
from blackstart.core.review.report import about_known, about_objectives, about_run, about_time
from blackstart.core.review.report.model import FACILITATORS, PARTICIPANTS, Report
from blackstart.core.review.report.sharing import Sharing
from blackstart.core.review.report.source import ReportSource, Teller

AUDIENCES = (FACILITATORS, PARTICIPANTS)


def report(source: ReportSource, language: str = "en", audience: str = FACILITATORS) -> Report:
    """Write the report.

    The sections are those that after-action reports are asked for (HSEEP AAR/IP, NIST SP 800-84). The participants'
    version leaves out what was kept from them: see `sharing`.
    """
    teller = Teller(source, words(language), Sharing(source.story) if audience == PARTICIPANTS else None)
    sections = [
        about_run.overview(teller),
        about_run.summary(teller),
        about_objectives.objectives(teller),
        *about_objectives.analysis(teller),
        about_time.timeline(teller),
        about_time.decisions(teller),
        about_known.known(teller),
        about_time.measures(teller),
        about_objectives.hot_wash_section(teller),
        about_objectives.plan(teller),
        about_run.participants(teller),
        *(() if teller.sharing else (about_time.notes(teller),)),
        about_run.method(teller),
    ]
    facts = about_run.facts_of(source)
    for about in (about_objectives, about_time, about_known):
        facts |= dict(about.facts_of(teller))
    run = source.row.name or teller.say("report.overview.number", number=source.row.number)
    subtitle = ", ".join(part for part in (run, source.story.begin.team, source.row.begun_utc[:10]) if part)
    title = teller.say("report.title", title=teller.text(source.story.drill.title))
    journal = tuple(teller.sharing.journal()) if teller.sharing else source.story.entries
    return Report(title, subtitle, teller.words.language, tuple(sections), facts, journal)

"""The best plan for the scenario's money: its chart, its tables, and the plan as a scenario."""

from kh359.charts.frontier import frontier_chart
from kh359.charts.frontier_plotly import frontier_figure
from kh359.export.archive import archive
from kh359.export.chart_item import ChartItem
from kh359.export.charts_pdf import chart_pdf
from kh359.export.charts_png import chart_png
from kh359.export.charts_svg import chart_svg
from kh359.export.csv_tables import recorded
from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.optimum import Optimum, optimum
from kh359.export.optimum_table import optimum_tables
from kh359.export.run_record import record_text, run_record
from kh359.export.watch import Watch
from kh359.locale.goal_fault import question_fault_text
from kh359.locale.goal_plan import plan_caution, plan_head, plan_named
from kh359.locale.lever import lever_comments
from kh359.locale.translate import marked
from kh359.model.scenario.text import write_toml


def frontier_item(dossier: Dossier, found: Optimum) -> ChartItem:
    """The frontier as it goes on the page of the same name."""
    chart = frontier_chart(found.curve, found.plan, dossier.language)
    return ChartItem(
        subject=chart.title,
        indicator_id="",
        shown=frontier_figure(chart),
        alt=chart.alt,
        level=None,
        credit=(plan_caution(dossier.language),),
    )


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    say, record = dossier.say, run_record(dossier)
    watch.step(0, 1, say(KIND.title))
    found = optimum(dossier, watch.part(0, 2))
    files = {
        file_name(name, "csv"): recorded(headers, rows, record, dossier)
        for name, headers, rows in optimum_tables(dossier, found)
    }
    if isinstance(found, Optimum):
        item = frontier_item(dossier, found)
        for place, draw in enumerate((chart_png, chart_svg, chart_pdf)):
            watch.step(3 + place, 6, item.subject)
            drawn = draw(item, dossier)
            files[drawn.name] = drawn.content
        plan = plan_named(found.plan.scenario, found.plan.limits, dossier.language)
        comments = lever_comments(dossier.language)
        written = write_toml(plan, dossier.facts.indicator_by_id, comments=comments)
        files[file_name(say("Best plan, by assumption"), "toml")] = written.encode()
        head = f"{plan_head(found.plan, dossier.language)}\n{plan_caution(dossier.language)}"
    else:
        head = question_fault_text(found, dossier.language)
    told = f"{head}\n\n{record_text(record)}"
    files[file_name(say("Record of the run"), "txt")] = told.encode("utf-8-sig")
    watch.step(1, 1, say(KIND.title))
    name = file_name(f"KH359 {say('Best plan, by assumption')} {record.key}", "zip")
    return ExportFile(name=name, content=archive(files, dossier.day), mime="application/zip")


KIND = Kind(
    kind_id="best-plan",
    title=marked("Best plan for the money (ZIP)"),
    summary=marked(
        "the split and timing that bring most targets, the frontier of budget and targets: chart, "
        "tables, the plan as a scenario"
    ),
    make=_make,
)

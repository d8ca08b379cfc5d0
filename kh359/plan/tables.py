"""The files of `data/`, read but not yet compared with each other."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kh359.plan.channel import Channel, Response
from kh359.plan.comparison import Comparable, PeerValue, ProxyValue
from kh359.plan.indicator import Indicator
from kh359.plan.milestone import Milestone
from kh359.plan.observation import Observation
from kh359.plan.other_target import OtherTarget
from kh359.plan.prior import Prior
from kh359.plan.problem import Problem
from kh359.plan.ratio import Ratio
from kh359.plan.series_break import DefinitionChange, SeriesBreak
from kh359.plan.source import Source
from kh359.plan.table import Table, read_table
from kh359.plan.target import Target
from kh359.plan.wanted import WantedFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """One `Table` a file; a field's name is its file's name without `.csv`."""

    indicators: Table[Indicator]
    targets: Table[Target]
    milestones: Table[Milestone]
    history: Table[Observation]
    ratios: Table[Ratio]
    sources: Table[Source]
    breaks: Table[SeriesBreak]
    definition_changes: Table[DefinitionChange]
    peers: Table[PeerValue]
    proxies: Table[ProxyValue]
    comparables: Table[Comparable]
    plan_targets: Table[OtherTarget]
    assumptions: Table[Prior]
    channels: Table[Channel]
    responses: Table[Response]
    wanted: Table[WantedFigure]

    @property
    def all(self) -> tuple[Table[Any], ...]:
        return tuple(getattr(self, field.name) for field in fields(self))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong inside each file, file by file."""
        return tuple(problem for table in self.all for problem in table.problems)


FILE_NAMES = tuple(f"{field.name}.csv" for field in fields(Tables))


def read_tables(folder: Path) -> Tables:
    """Read every file; faults are kept in the tables, none is raised."""
    return Tables(
        indicators=read_table(folder / "indicators.csv", Indicator),
        targets=read_table(folder / "targets.csv", Target),
        milestones=read_table(folder / "milestones.csv", Milestone),
        history=read_table(folder / "history.csv", Observation),
        ratios=read_table(folder / "ratios.csv", Ratio),
        sources=read_table(folder / "sources.csv", Source),
        breaks=read_table(folder / "breaks.csv", SeriesBreak),
        definition_changes=read_table(folder / "definition_changes.csv", DefinitionChange),
        peers=read_table(folder / "peers.csv", PeerValue),
        proxies=read_table(folder / "proxies.csv", ProxyValue),
        comparables=read_table(folder / "comparables.csv", Comparable),
        plan_targets=read_table(folder / "plan_targets.csv", OtherTarget),
        assumptions=read_table(folder / "assumptions.csv", Prior),
        channels=read_table(folder / "channels.csv", Channel),
        responses=read_table(folder / "responses.csv", Response),
        wanted=read_table(folder / "wanted.csv", WantedFigure),
    )

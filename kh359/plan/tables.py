"""The files of `data/`, read but not yet compared with each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kh359.plan.channel import Channel, Response
from kh359.plan.comparison import Comparable, PeerValue, ProxyValue
from kh359.plan.fact import Fact
from kh359.plan.indicator import Indicator
from kh359.plan.milestone import Milestone
from kh359.plan.observation import Observation
from kh359.plan.other_target import OtherTarget
from kh359.plan.prior import Prior
from kh359.plan.problem import Problem
from kh359.plan.ratio import Ratio
from kh359.plan.series_break import DefinitionChange, SeriesBreak
from kh359.plan.source import Source
from kh359.plan.table import Table, missing_table, parse_table, read_table
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
    return _tables(lambda file, kind: read_table(folder / file, kind))


def parse_tables(files: Mapping[str, bytes]) -> Tables:
    """The tables in the bytes of files, by name; faults are kept in the tables."""

    def parsed(file: str, kind: type[Fact]) -> Table[Any]:
        content = files.get(file)
        return missing_table(file) if content is None else parse_table(file, content, kind)

    return _tables(parsed)


def _tables(read: Callable[[str, type[Any]], Table[Any]]) -> Tables:
    return Tables(
        indicators=read("indicators.csv", Indicator),
        targets=read("targets.csv", Target),
        milestones=read("milestones.csv", Milestone),
        history=read("history.csv", Observation),
        ratios=read("ratios.csv", Ratio),
        sources=read("sources.csv", Source),
        breaks=read("breaks.csv", SeriesBreak),
        definition_changes=read("definition_changes.csv", DefinitionChange),
        peers=read("peers.csv", PeerValue),
        proxies=read("proxies.csv", ProxyValue),
        comparables=read("comparables.csv", Comparable),
        plan_targets=read("plan_targets.csv", OtherTarget),
        assumptions=read("assumptions.csv", Prior),
        channels=read("channels.csv", Channel),
        responses=read("responses.csv", Response),
        wanted=read("wanted.csv", WantedFigure),
    )

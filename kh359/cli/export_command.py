"""`export`: the files people hand in, of one run."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from kh359.cli.console import tell
from kh359.cli.earlier_table import earlier_table
from kh359.cli.error import CommandError
from kh359.cli.output_folder import write_together
from kh359.cli.scenario_choice import chosen_scenarios
from kh359.cli.stated_assumptions import stated_assumptions
from kh359.export.dossier import Dossier
from kh359.export.job import files_of
from kh359.export.registry import KIND_BY_ID, KINDS
from kh359.export.watch import Watch
from kh359.locale.translate import Translator
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare, with_starts
from kh359.model.outlook import project_plan


def export(options: Namespace, say: Translator) -> tuple[Path, ...]:
    """Write every file, or none; returns their paths. Raises CommandError in words."""
    dossier = _dossier(options, say)
    wanted = dict.fromkeys(options.only or (kind.kind_id for kind in KINDS))
    kinds = [KIND_BY_ID[kind_id] for kind_id in wanted]
    watch = Watch(tell=_Progress())
    try:
        files = {file.name: file.content for file in files_of(dossier, kinds, watch)}
    except KeyboardInterrupt:
        raise CommandError(say("Stopped: no file was written.")) from None
    return write_together(options.out, files, say)


def _dossier(options: Namespace, say: Translator) -> Dossier:
    earlier = earlier_table(options, say)
    facts, assumptions = stated_assumptions(options, say)
    chosen = chosen_scenarios(options, facts, say)
    scenario = chosen[0].scenario if chosen else None
    supposed = assumptions if scenario is None else with_starts(assumptions, scenario)
    tell(say("Projecting {n} indicators …", n=len(facts.indicators)))
    outlook = project_plan(facts, supposed, n_draws=options.draws, seed=options.seed)
    stage = prepare(facts, outlook)
    baseline = evaluate(stage, stage.rest)
    return Dossier(
        facts=facts,
        stage=stage,
        run=baseline if scenario is None else evaluate(stage, scenario),
        baseline=baseline,
        language=say.language,
        day=options.date or date.today(),
        earlier=earlier,
    )


class _Progress:
    """A line whenever another tenth is done."""

    def __init__(self) -> None:
        self.tenths = -1

    def __call__(self, share: float, words: str) -> None:
        if int(10 * share) > self.tenths:
            self.tenths = int(10 * share)
            tell(f"{100 * share:3.0f} %  {words}")

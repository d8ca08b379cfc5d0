"""`solve`: what would it take, for targets or for the whole plan."""

from argparse import Namespace
from dataclasses import replace

from kh359.cli.console import tell
from kh359.cli.error import CommandError
from kh359.cli.fact_check import checked_facts
from kh359.cli.goal_report import goal_json, goal_lines
from kh359.cli.output_folder import write_together
from kh359.cli.pairs import numbered
from kh359.cli.plan_report import plan_json, plan_lines
from kh359.cli.rest_check import checked_rest
from kh359.cli.scenario_choice import chosen_scenarios
from kh359.cli.starting_value import starting_values
from kh359.cli.stated_assumptions import DRAWS
from kh359.locale.goal import named
from kh359.locale.goal_fault import question_fault_text
from kh359.locale.goal_plan import plan_named
from kh359.locale.lever import lever_comments
from kh359.locale.translate import Translator
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.stage import Stage, prepare, with_starts
from kh359.model.outlook import project_plan
from kh359.model.scenario.lever import PROGRAMMES, STATED_YEARS
from kh359.model.scenario.scenario import Scenario, Values
from kh359.model.scenario.text import write_toml
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.best_plan import best_plan, ceiling_of
from kh359.model.solve.frontier import frontier
from kh359.model.solve.goal import seek
from kh359.model.solve.preference import Weights, weights
from kh359.model.solve.question import Question, QuestionError, Unknown
from kh359.plan.facts import Facts


def solve(options: Namespace, say: Translator) -> str:
    """The whole report. Raises CommandError in words."""
    if not DRAWS[0] <= options.draws <= DRAWS[1]:
        raise CommandError(say("--draws must lie in {low}-{high}.", low=DRAWS[0], high=DRAWS[1]))
    if options.seed < 0:
        raise CommandError(say("--seed must not be negative."))
    _check_company(options, say)
    tell(say("Reading the facts …"))
    facts = checked_facts(options.data, say)
    scenario = _scenario(options, facts, say)
    assumptions = Assumptions(
        suppose_2025_met=options.suppose_2025_met,
        starting_values=starting_values(options.start, facts, say),
    )
    tell(say("Projecting {n} indicators …", n=len(facts.indicators)))
    outlook = project_plan(
        facts, with_starts(assumptions, scenario), n_draws=options.draws, seed=options.seed
    )
    stage = prepare(facts, outlook)
    try:
        work = _whole_plan if options.plan else _targets
        return work(options, facts, stage, scenario, say)
    except QuestionError as error:
        raise CommandError(question_fault_text(error, say.language)) from error


def _check_company(options: Namespace, say: Translator) -> None:
    """Raises CommandError for words that the question would leave unheard."""
    of_plan = {
        "--ceiling": options.ceiling is not None,
        "--largest-change": options.largest_change is not None,
        "--no-fall": options.no_fall,
        "--weight": bool(options.weight),
        "--frontier": options.frontier,
    }
    of_targets = {"--level": options.level is not None}
    unheard = [name for name, given in (of_targets if options.plan else of_plan).items() if given]
    if unheard:
        kind = "--plan" if options.plan else "--target"
        raise CommandError(
            say(
                "{options}: has no effect with {kind}. Leave it out.",
                options=", ".join(unheard),
                kind=kind,
            )
        )
    if options.out is not None and not options.out.name:
        raise CommandError(say("--out: give the name of a file, such as found.toml."))


def _scenario(options: Namespace, facts: Facts, say: Translator) -> Scenario:
    rest = checked_rest(facts, say)
    if options.scenario is None:
        return rest
    one = Namespace(scenario=options.scenario, compare=[], data=options.data)
    return chosen_scenarios(one, facts, say)[0].scenario


def _targets(
    options: Namespace, facts: Facts, stage: Stage, scenario: Scenario, say: Translator
) -> str:
    question = Question(
        target_ids=tuple(dict.fromkeys(options.target)),
        scenario=scenario,
        unknown=Unknown(options.unknown),
        wanted=options.probability / 100,
        level=None if options.level is None else options.level / 100,
        floors=_floors(options, say),
    )
    answer = seek(stage, question)
    found = answer.scenario
    if found is not None:
        found = named(found, question, facts, say.language)
    written = _written(options, found, facts, say)
    if options.json:
        return goal_json(answer, found, facts, stage, say)
    return "\n".join([*goal_lines(answer, facts, stage, say), *written])


def _whole_plan(
    options: Namespace, facts: Facts, stage: Stage, scenario: Scenario, say: Translator
) -> str:
    ceiling = ceiling_of(stage, scenario) if options.ceiling is None else options.ceiling
    change = options.largest_change
    limits = Limits(
        ceiling=ceiling,
        floors=_floors(options, say),
        largest_change=None if change is None else change / 100,
        may_fall=not options.no_fall,
    )
    aim = Aim(scenario=scenario, weights=_weights(options, facts, say))
    tell(say("Looking for the best plan …"))
    plan = best_plan(stage, aim, limits)
    plan = replace(plan, scenario=plan_named(plan.scenario, limits, say.language))
    written = _written(options, plan.scenario, facts, say)
    curve = None
    if options.frontier:
        tell(say("Looking for the best plans for more and for less money …"))
        curve = frontier(stage, aim, limits)
    if options.json:
        return plan_json(plan, curve, facts, stage)
    return "\n".join([*plan_lines(plan, curve, say), *written])


def _floors(options: Namespace, say: Translator) -> Values:
    given = numbered(options.floor, "--floor", PROGRAMMES, say)
    return tuple(given.get(letter, 0.0) / 100 for letter in PROGRAMMES)


def _weights(options: Namespace, facts: Facts, say: Translator) -> Weights:
    years = [str(year) for year in STATED_YEARS]
    ids = [target.target_id for target in facts.targets]
    given = numbered(options.weight, "--weight", (*PROGRAMMES, *years, *ids), say)
    return weights(
        facts.targets,
        programmes={key: given[key] for key in PROGRAMMES if key in given},
        years={int(key): given[key] for key in years if key in given},
        single={key: given[key] for key in ids if key in given},
    )


def _written(
    options: Namespace, scenario: Scenario | None, facts: Facts, say: Translator
) -> list[str]:
    """Write the scenario where `--out` says; the line that tells it."""
    if options.out is None:
        return []
    if scenario is None:
        return [say("No scenario reaches a target: {file} is not written.", file=options.out)]
    comments = lever_comments(say.language)
    content = write_toml(scenario, facts.indicator_by_id, comments=comments).encode()
    (path,) = write_together(options.out.parent, {options.out.name: content}, say)
    return [say("The scenario is written to {file}.", file=path)]

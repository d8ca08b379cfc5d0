"""The frozen run behind files and briefings, kept while nobody changes what it is made of."""

from datetime import date

from kh359.export.dossier import Dossier
from kh359.locale.language import Language
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute
from kh359.pages._kept import kept

MOST_DOSSIERS = 4


def dossier(ground: Stage, chosen: Scenario, language: Language, day: date) -> Dossier:
    """day: the date that its files carry."""
    marks = _compute.marks(ground)
    return _dossier(marks, chosen.name, chosen.content_hash, language, day, ground, chosen)


@kept(most=MOST_DOSSIERS)
def _dossier(
    of_stage: _compute.Marks,
    name: str,
    content_hash: str,
    language: Language,
    day: date,
    _ground: Stage,
    _chosen: Scenario,
) -> Dossier:
    return Dossier(
        facts=_compute.facts(),
        stage=_ground,
        run=_compute.run(_ground, _chosen),
        baseline=_compute.baseline(_ground),
        language=language,
        day=day,
    )

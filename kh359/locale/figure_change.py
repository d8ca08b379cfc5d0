"""What a change did to the figures, in words."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.store.figure_change import Change, ChangeAct

ACTS: dict[ChangeAct, str] = {
    ChangeAct.ACCEPTED: marked("entered or corrected"),
    ChangeAct.WITHDRAWN: marked("withdrawn"),
    ChangeAct.UNDONE: marked("undid a change"),
}


def act_text(change: Change, language: Language) -> str:
    """What was done."""
    return translator(language)(ACTS[change.act])

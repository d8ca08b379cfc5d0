"""What was done to make a saved version, in words."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.store.act import Act

ACTS: dict[Act, str] = {
    Act.CREATED: marked("created"),
    Act.SAVED: marked("changed"),
    Act.RENAMED: marked("renamed"),
    Act.FORKED: marked("saved as a new one"),
    Act.DELETED: marked("deleted"),
    Act.RESTORED: marked("restored"),
}


def act_text(act: Act, language: Language) -> str:
    """What was done to make a version."""
    return translator(language)(ACTS[act])

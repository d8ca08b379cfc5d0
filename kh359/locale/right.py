"""What a person's roles may allow, in words."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.store.person import Right

RIGHTS: dict[Right, str] = {
    Right.SAVE_SCENARIOS: marked("save scenarios"),
    Right.SAVE_BRIEFINGS: marked("save briefings"),
    Right.CHANGE_FIGURES: marked("change figures"),
    Right.IMPORT_STORE: marked("import an exported store"),
}
"""Each completes “may …”."""


def right_text(right: Right, language: Language) -> str:
    """What the right allows, to complete “may …”."""
    return translator(language)(RIGHTS[right])

"""A number inside a note, as each of the two languages writes it."""

_TO_VIETNAMESE = str.maketrans(",.", ".,")


def note_number(value: float) -> tuple[str, str]:
    """Up to ten significant digits: 5726.5 -> ("5.726,5", "5,726.5"), Vietnamese first."""
    english = f"{value:,.10g}"
    return english.translate(_TO_VIETNAMESE), english

"""How the fan chart behaves in the browser: nothing but a button that saves it as a picture."""

from typing import Any

from kh359.locale.language import Language
from kh359.locale.translate import translator


def fan_settings(file_name: str, language: Language) -> dict[str, Any]:
    """Plotly's configuration; the picture has twice the pixels shown and the name `file_name`."""
    say = translator(language)
    words = {
        "Download plot as a PNG": say("Save the chart as a picture (PNG)"),
        "Taking snapshot - this may take a few seconds": say("Making the picture…"),
        "Snapshot succeeded": say("The picture is saved"),
        "Double-click to zoom back out": say("Double-click to zoom back out"),
    }
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": file_name},
        "locale": language,
        "locales": {language: {"dictionary": words}},
    }

"""Colours that stay apart for colour-blind readers (blue against orange), on white paper."""

INK = "#1F2933"
MUTED = "#5F6B7A"
GRID = "#E3E7EC"
PEER = "#B4BBC4"

PROJECTED = ("#DCE8F3", "#B3CEE6", "#82ADD3", "#0B4F8A")
"""Fan from observations: 95 %, 80 %, 50 % and the median."""

ASSUMED = ("#F3EBDD", "#E6D5B8", "#D3B98A", "#7A5B1E")
"""Fan from an assumption (always hatched and dashed besides): 95 %, 80 %, 50 % and the median."""

TARGET = "#B5420A"
REQUIRED = "#D9731A"

REGION_COLOURS = {"qn_old": "#3D5A80", "kon_tum": "#6B7F94", "qn_new": INK, "vietnam": MUTED}

TONES: dict[str, tuple[str, str]] = {
    "very_likely": ("#1F5F99", "#FFFFFF"),
    "likely": ("#A9CBE8", INK),
    "even": ("#EEF0F2", INK),
    "unlikely": ("#F8D3A8", INK),
    "very_unlikely": ("#B04A08", "#FFFFFF"),
    "met": ("#FFFFFF", "#12395C"),
    "not_met": ("#FFFFFF", "#8A3A06"),
    "no_data": ("#FFFFFF", MUTED),
    "no_evidence": ("#FFFFFF", MUTED),
    "decided": ("#FFFFFF", INK),
}
"""Background and text colour of a matrix cell, by verdict. What was observed is white with a
thick frame of its text colour; only probabilities are filled."""

"""Text inside a Plotly chart, which reads some HTML of its own."""

from html import escape


def plotly_text(text: str) -> str:
    """`text` shown letter for letter. Plotly knows no entity for quotation marks; they stay."""
    return escape(text, quote=False)

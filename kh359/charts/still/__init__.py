"""Charts as pictures without a browser: the same Plotly figures, drawn as SVG.

A renderer of the part of Plotly that this project's figures use. What lies outside that part is
refused, never left out in silence; see docs/decisions/exports.md.
"""

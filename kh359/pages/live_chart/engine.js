// Loads Plotly once for all live charts of a window.
import "./plotly-basic.min.js";

export default function () {}

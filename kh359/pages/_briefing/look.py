"""The look of full-screen views: every length is a share of the screen.

docs/decisions/briefing.md says where the sizes come from.
"""

import streamlit as st

_STYLE = """
.stApp {--u: min(1vw, 1.7778vh); --body: calc(2.05*var(--u));}
[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stSidebarCollapsedControl"],
[data-testid="stExpandSidebarButton"] {display: none !important;}
[data-testid="stMainBlockContainer"] {padding: calc(.9*var(--u)) calc(2.2*var(--u))
  calc(5.5*var(--u)); max-width: none;}
[data-testid="stMainBlockContainer"] [data-testid="stVerticalBlock"] {gap: calc(.5*var(--u));}
.kh-head {display: flex; justify-content: space-between; align-items: baseline;
  gap: calc(2*var(--u)); border-bottom: calc(.15*var(--u)) solid #1F2933;
  padding-bottom: calc(.35*var(--u)); line-height: 1.15;}
.kh-head h1 {font-size: calc(2.6*var(--u)); font-weight: 700; margin: 0; padding: 0;}
.kh-head .of {font-size: var(--body); white-space: nowrap; max-width: 45%;
  overflow: hidden; text-overflow: ellipsis;}
.kh-alert {font-size: var(--body); line-height: 1.2;
  border: calc(.2*var(--u)) solid #B5420A; padding: calc(.4*var(--u)) calc(.8*var(--u));}
.kh-supposed {font-size: var(--body); line-height: 1.15; font-weight: 600; color: #5A4212;
  border: calc(.15*var(--u)) dashed #7A5B1E; padding: calc(.1*var(--u)) calc(.8*var(--u));}
.kh-view {font-size: var(--body); line-height: 1.22; color: #1F2933;
  font-variant-numeric: tabular-nums;}
.kh-view p {font-size: inherit; margin: 0 0 calc(.5*var(--u));}
.kh-view .quiet {color: #4A5563;}
.kh-view img.chart {display: block; margin: 0 auto; width: 100%; object-fit: contain;
  max-height: calc(100vh - 23*var(--u));}
.kh-view .money img.chart {max-height: calc(100vh - 30*var(--u));}
.facts {display: grid; grid-template-columns: repeat(var(--n), minmax(0, 1fr));
  gap: calc(1.2*var(--u));}
.fact {border: 2px solid #8A949F; border-left-width: calc(.6*var(--u));
  padding: calc(.5*var(--u)) calc(.9*var(--u));}
.facts {margin-bottom: calc(.5*var(--u));}
.fact {display: flex; flex-direction: column;}
.fact .label {font-weight: 600; line-height: 1.2;}
.fact:has(.below:empty) .label {margin-bottom: auto;}
.fact .figure {font-size: calc(5.6*var(--u)); line-height: 1.15; font-weight: 600;
  white-space: nowrap;}
.fact .below {color: #3A4553; line-height: 1.22;}
.fact .below div {margin-top: calc(.25*var(--u));}
.fact.good {border-left-color: #1F5F99;} .fact.bad {border-left-color: #C65D10;}
.fact.assumed {border-style: dashed; border-color: #7A5B1E;}
.fact.unknown {background: #E9EDF1; border-left-color: #1F2933;}
.ranks {display: grid; gap: calc(.45*var(--u));}
.rank {display: grid; grid-template-columns: calc(var(--n)*15*var(--u)) 1fr; align-items: center;
  gap: calc(1.2*var(--u)); border-bottom: 2px solid #D5DBE1;}
.rank.assumed {border-bottom: 2px dashed #7A5B1E;}
.rank .chances {display: flex;}
.rank .chance {font-size: calc(5*var(--u)); line-height: 1.1; font-weight: 600; flex: 1;
  text-align: right; white-space: nowrap;}
.rank .name {font-size: calc(2.25*var(--u)); font-weight: 600; line-height: 1.2;}
.rank .why {line-height: 1.2; color: #3A4553;}
.rank.heads {border: 0;}
.rank.heads .chance {font-size: 1em; line-height: 1.2; white-space: normal;}
.grid {border-collapse: collapse; width: 100%;}
.grid th {text-align: right; font-weight: 600; vertical-align: bottom; line-height: 1.2;
  padding: 0 calc(.8*var(--u)) calc(.3*var(--u)); border-bottom: 2px solid #1F2933;}
.grid th.name {text-align: left; width: 24%;}
.grid td {text-align: right; padding: 0 calc(.8*var(--u)); border-bottom: 2px solid #D5DBE1;
  line-height: 1.1;}
.grid td .figure {font-size: calc(5*var(--u)); font-weight: 600; display: block;}
.grid td small, .grid th small {font-size: 1em; font-weight: 400; color: #3A4553;}
.two {display: grid; grid-template-columns: 1fr 1fr; gap: calc(2.5*var(--u));}
.two ul {margin: 0; padding-left: 1.1em;}
.kh-view .two li {font-size: var(--body) !important; margin-bottom: calc(.4*var(--u));}
.two h2 {font-size: calc(2.25*var(--u)); padding: 0 0 calc(.4*var(--u)); margin: 0;}
.levels {display: grid; grid-template-columns: auto 1fr; gap: 0 calc(1*var(--u));
  align-items: baseline;}
.levels .figure {font-size: calc(5*var(--u)); line-height: 1.05; font-weight: 600;
  text-align: right;}
.code {display: grid; grid-template-columns: auto 1fr; gap: calc(2.5*var(--u));}
.code img {height: calc(100vh - 16*var(--u)); max-width: 45vw; image-rendering: pixelated;}
.code .address {font-size: calc(.95*var(--u)); overflow-wrap: anywhere; color: #3A4553;
  max-height: calc(6*var(--u)); overflow: hidden;}
.kh-view .kh-legend {font-size: 1em; gap: calc(.2*var(--u)) calc(1.4*var(--u));
  margin: 0 0 calc(.4*var(--u));}
.kh-view .kh-legend .swatch {width: 2.6em; height: 1.25em; line-height: 1.2;}
.kh-view .kh-matrix {font-size: 1em;} .kh-view .kh-matrix caption {display: none;}
.kh-view .kh-matrix thead th {position: static; line-height: 1.15;}
.kh-view .kh-matrix tr.section th {font-size: 1em; padding-top: 0;}
.kh-view .kh-matrix td {width: calc(7.4*var(--u)); min-width: 0;}
.kh-view .wide .kh-matrix td {width: calc(14*var(--u));}
.kh-view .wide .kh-matrix td.proof {width: auto;}
.kh-view .kh-matrix td.proof {font-size: 1em; color: #3A4553; padding: 0 .4em; min-width: 0;}
.kh-view .kh-matrix thead th.proof {font-size: 1em; width: auto; white-space: nowrap;}
.kh-view .kh-matrix td .mark {line-height: 1.1; padding: 0 .1em; white-space: normal;}
.kh-view .kh-matrix tbody tr.row th {padding: 0 .3em; line-height: 1.15;}
.kh-view .kh-matrix tbody tr.row th a {text-decoration: none; color: inherit;}
.st-key-briefing_bar {position: fixed; left: 0; right: 0; bottom: 0; z-index: 20; background: #fff;
  border-top: 2px solid #1F2933; padding: calc(.4*var(--u)) calc(2.2*var(--u));}
.kh-foot {font-size: calc(1*var(--u)); line-height: 1.25; color: #3A4553;}
.st-key-briefing_bar button {min-height: 0; padding: calc(.3*var(--u)) calc(.8*var(--u));}
.st-key-briefing_bar button p {font-size: calc(1.2*var(--u)); white-space: nowrap;}
.st-key-briefing_pressed {display: none;}
.st-key-briefing_bar [data-testid="stHorizontalBlock"] > :first-child {flex: 1;}
.kh-notes {background: #FFF7E0; border-left: calc(.6*var(--u)) solid #7A5B1E; line-height: 1.3;
  font-size: var(--body); padding: calc(.4*var(--u)) calc(.9*var(--u));}
[data-testid="stMain"]:focus-visible {outline: none; box-shadow: none;}
.st-key-briefing_lever label p, .st-key-briefing_lever [data-testid="stMarkdownContainer"] p {
  font-size: var(--body) !important; line-height: 1.2;}
.st-key-briefing_lever [data-testid="stSliderThumbValue"] {font-size: var(--body);}
.st-key-briefing_lever [data-testid="stSlider"] {margin-top: calc(.6*var(--u));}
.st-key-briefing_lever [data-testid="stWidgetLabel"] {margin-bottom: calc(2.2*var(--u));
  min-height: 0;}
.stApp:has(.st-key-briefing_lever) .fact .figure {font-size: calc(6*var(--u));}
.st-key-briefing_lever {margin-top: calc(.8*var(--u));}
.st-key-briefing_lever [data-testid="stSliderTickBar"] {display: none;}
@media print {
  .st-key-briefing_bar button, .st-key-briefing_lever {display: none;}
  * {print-color-adjust: exact; -webkit-print-color-adjust: exact;}
}
"""


def fill_screen() -> None:
    """Nothing but the view, for as long as a briefing is held."""
    st.html(f"<style>{_STYLE}</style>")

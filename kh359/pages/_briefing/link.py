"""The link that reopens the briefing, and the same as a QR code; drawn here, by no service."""

from html import escape
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from kh359.export.run_record import run_record
from kh359.locale.number import number
from kh359.pages import _compute, _state
from kh359.pages._address import write_address
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import sentence, show

PAGE = "trinh-chieu"
LONGEST = 2_300
"""Letters of a link whose code a telephone still reads; the format itself ends at 2,953 bytes."""
OWN_HOSTS = ("localhost", "127.0.0.1", "::1")


def show_link(sitting: Sitting) -> None:
    """The code on the left, the record of the run on the right."""
    say, address = _state.say(), link()
    record = run_record(sitting.dossier())
    draws = number(record.n_draws, say.language, digits=0)
    rows = (
        (say("Scenario"), sitting.name),
        (say("Scenario hash"), sitting.hashes),
        (say("Data version"), record.data_version),
        (say("Seed"), f"{record.seed} · {say('{draws} draws', draws=draws)}"),
        (say("Frozen on"), record.day),
    )
    told = "".join(f"<p><b>{escape(label)}:</b> {escape(text)}</p>" for label, text in rows)
    lines = [f'<div class="address">{escape(address)}</div>']
    if urlsplit(address).hostname in OWN_HOSTS:
        lines.append(
            sentence(say("The program runs on this computer alone: the link opens only here."))
        )
    show(f'<div class="code"><div>{_code(address)}</div><div>{told}{"".join(lines)}</div></div>')


def link() -> str:
    """The whole address of this briefing at the view on the screen."""
    base = urlsplit(st.context.url or "")
    parameters = urlencode(write_address(_state.view(), _compute.facts()), doseq=True)
    folder = base.path.rstrip("/").removesuffix(f"/{PAGE}")
    origin = f"{base.scheme}://{base.netloc}" if base.netloc else ""
    return f"{origin}{folder}/{PAGE}?{parameters}"


def _code(address: str) -> str:
    say = _state.say()
    if len(address) > LONGEST:
        return sentence(say("The link is too long for a QR code; copy it."))
    data = segno.make_qr(address, error="l").svg_data_uri(border=3, scale=4)
    return f'<img alt="{escape(say("QR code of the link"), quote=True)}" src="{data}">'

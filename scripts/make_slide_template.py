"""Writes kh359/export/slide_template.pptx: the 16:9 master and three layouts of the slides.

Run it after a change here: `python scripts/make_slide_template.py`. Same script, same bytes.
"""

import io
import re
import sys
from datetime import date
from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches

from kh359.charts.palette import GRID, INK, MUTED
from kh359.export.office_package import dated

TEMPLATE = Path(__file__).parents[1] / "kh359" / "export" / "slide_template.pptx"
DAY = date(2026, 1, 1)
WIDTH, HEIGHT = 13.333, 7.5
FONT = "Arial"
"""On every Windows and Mac, with all Vietnamese letters; a shipped font would need installing."""

_COLOURS = {
    "dk1": INK, "lt1": "#FFFFFF", "dk2": "#12395C", "lt2": "#F3F5F7", "accent1": "#0B4F8A",
    "accent2": "#B5420A", "accent3": "#007A5E", "accent4": "#E0A526", "accent5": "#9C3F82",
    "accent6": MUTED, "hlink": "#0B4F8A", "folHlink": MUTED,
}  # fmt: skip
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class _Shapes:
    """The shapes of a master or a layout, numbered as they come."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def holder(
        self,
        name: str,
        kind: str,
        box: tuple[float, float, float, float],
        *,
        size: float,
        colour: str = INK,
        bold: bool = False,
        anchor: str = "t",
        align: str = "l",
        fit: bool = False,
    ) -> None:
        """A placeholder; kind: the attributes of <p:ph>; box: left, top, width, height in inches;
        size: points.
        """
        level = (
            f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="100000"/>'
            f'</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
            f'<a:defRPr sz="{size * 100:.0f}" b="{int(bold)}" lang="vi-VN">{_fill(colour)}'
            "</a:defRPr></a:lvl1pPr>"
        )
        fitting = "<a:normAutofit/>" if fit else "<a:noAutofit/>"
        body = (
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">{fitting}</a:bodyPr>'
            f"<a:lstStyle>{level}</a:lstStyle>"
            f'<a:p><a:r><a:rPr lang="vi-VN"/><a:t>{name}</a:t></a:r></a:p>'
        )
        if "sldNum" in kind:
            field = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum'
            body = body.replace("<a:r>", f'<a:fld id="{field}">').replace("</a:r>", "</a:fld>")
        self._add(name, f"<p:nvPr><p:ph {kind}/></p:nvPr>", box, "", f"<p:txBody>{body}</p:txBody>")

    def bar(self, name: str, box: tuple[float, float, float, float], colour: str) -> None:
        """A filled rectangle."""
        empty = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>"
        look = f"{_fill(colour)}<a:ln><a:noFill/></a:ln>"
        self._add(name, '<p:nvPr userDrawn="1"/>', box, look, empty)

    def _add(
        self, name: str, role: str, box: tuple[float, float, float, float], look: str, text: str
    ) -> None:
        left, top, width, height = (Inches(side) for side in box)
        shape_id = len(self.parts) + 2
        self.parts.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr/>{role}</p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
            f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</p:spPr>{text}</p:sp>'
        )

    def tree(self) -> str:
        """The XML of the shape tree."""
        return (
            f"<p:spTree {_NAMESPACES}><p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/>"
            f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{''.join(self.parts)}</p:spTree>"
        )


def template() -> bytes:
    """The finished file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(Inches(WIDTH)), Emu(Inches(HEIGHT))
    deck.element.sldSz.attrib.pop("type", None)  # said 4:3
    kept = [deck.slide_layouts[i] for i in (0, 5, 1)]
    for layout in list(deck.slide_layouts):
        if layout not in kept:
            deck.slide_layouts.remove(layout)
    _replace_tree(deck.slide_master, _master())
    # The order of the file: title slide, text, chart.
    for layout, name, shapes in zip(
        deck.slide_layouts,
        ("KH359 Trang đầu", "KH359 Bảng và chữ", "KH359 Biểu đồ"),
        (_first(), _text(), _chart()),
        strict=True,
    ):
        layout.element.cSld.set("name", name)
        _replace_tree(layout, shapes)
        layout.element.attrib.pop("type", None)
    _paint(deck)
    _strip(deck)
    content = io.BytesIO()
    deck.save(content)
    return dated(content.getvalue(), DAY)


def _master() -> _Shapes:
    shapes = _Shapes()
    shapes.holder("Tiêu đề", 'type="title"', (0.6, 0.38, 10.6, 0.62), size=28, bold=True)
    shapes.holder("Nội dung", 'type="body" idx="1"', (0.6, 1.75, 12.13, 4.6), size=18)
    _bottom(shapes)
    return shapes


def _bottom(shapes: _Shapes) -> None:
    shapes.bar("Vạch", (0.6, 6.82, 12.13, 0.02), GRID)
    shapes.holder(
        "Số trang", 'type="sldNum" idx="16"', (12.03, 6.92, 0.7, 0.3),
        size=11, colour=MUTED, align="r",
    )  # fmt: skip
    shapes.holder(
        "Hồ sơ lần chạy", 'type="body" idx="12"', (0.6, 6.92, 11.3, 0.42),
        size=10.5, colour=MUTED,
    )  # fmt: skip


def _head(shapes: _Shapes) -> None:
    shapes.bar("Dấu", (0, 0.42, 0.22, 0.5), "#0B4F8A")
    shapes.holder(
        "Tiêu đề", 'type="title"', (0.6, 0.38, 10.4, 0.62),
        size=28, bold=True, anchor="ctr", fit=True,
    )  # fmt: skip
    shapes.holder("Thông điệp", 'type="body" idx="10"', (0.6, 1.04, 12.13, 0.66), size=18, fit=True)
    shapes.holder(
        "Nguồn", 'type="body" idx="11"', (0.6, 6.32, 12.13, 0.44),
        size=11, colour=MUTED, anchor="b", fit=True,
    )  # fmt: skip
    _bottom(shapes)


def _first() -> _Shapes:
    shapes = _Shapes()
    shapes.bar("Dấu", (0, 0, 0.35, HEIGHT), "#0B4F8A")
    shapes.holder(
        "Tiêu đề", 'type="title"', (1.0, 1.0, 11.3, 1.5), size=40, bold=True, anchor="b", fit=True
    )
    shapes.holder(
        "Thông điệp", 'type="body" idx="10"', (1.0, 2.7, 11.3, 1.0), size=24, colour=MUTED, fit=True
    )
    shapes.holder("Nội dung", 'type="body" idx="15"', (1.0, 3.75, 11.3, 2.95), size=13, fit=True)
    _bottom(shapes)
    return shapes


def _chart() -> _Shapes:
    shapes = _Shapes()
    _head(shapes)
    shapes.holder("Biểu đồ", 'type="chart" idx="14"', (0.6, 1.75, 12.13, 4.5), size=14)
    return shapes


def _text() -> _Shapes:
    shapes = _Shapes()
    _head(shapes)
    shapes.holder("Nội dung", 'type="body" idx="15"', (0.6, 1.75, 12.13, 4.5), size=16, fit=True)
    return shapes


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def _replace_tree(owner, shapes: _Shapes) -> None:
    old = owner.element.cSld.spTree
    old.getparent().replace(old, parse_xml(shapes.tree()))


def _paint(deck) -> None:
    """Own colours and font in the theme."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode()
    for slot, colour in _COLOURS.items():
        own = f'<a:{slot}><a:srgbClr val="{colour.lstrip("#")}"/></a:{slot}>'
        theme = re.sub(rf"<a:{slot}>.*?</a:{slot}>", own, theme, count=1, flags=re.S)
    theme = re.sub(r'(<a:latin typeface=")[^"]*"', rf'\g<1>{FONT}"', theme)
    theme = re.sub(r'(<a:theme [^>]*name=")[^"]*"', r'\g<1>KH359"', theme)
    part._blob = theme.encode()


def _strip(deck) -> None:
    """Without a printer's settings and a picture of another template."""
    for r_id, relation in list(deck.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            deck.part.rels.pop(r_id)
    package = deck.part.package
    for r_id, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(r_id)


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
    sys.stdout.write(f"{TEMPLATE.name}: {TEMPLATE.stat().st_size} bytes\n")

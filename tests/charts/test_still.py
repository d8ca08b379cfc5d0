"""Pictures without a browser: what is drawn, where, in which letters, and what is refused."""

import importlib
import inspect
import pkgutil
import re
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from samples import outlook
from stills import STILLS, fan

import kh359.charts
from kh359.charts.attainment_matrix import attainment_matrix
from kh359.charts.still.axis import Scale, ticks
from kh359.charts.still.hatch import Hatch, hatch_lines
from kh359.charts.still.picture import WIDTH, picture
from kh359.charts.still.subset import OutsideSubset
from kh359.charts.still.table import matrix_pictures
from kh359.charts.still.typeface import FONT_FOLDER, UNKNOWN_LETTER, typeface
from kh359.charts.still.words import Look, line_width, rich_lines, wrapped
from kh359.locale.translate import catalogue_path
from kh359.model.evidence import Level

SVG = "{http://www.w3.org/2000/svg}"
VIETNAMESE = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ĂăÂâĐđÊêÔôƠơƯưÀàÁáÃãÌìÍíĨĩÙùÚúŨũÝýỲỳ₫"


def figures() -> dict[str, dict]:
    return {
        f"{name}-{i}": make() for name, all_of in STILLS.items() for i, make in enumerate(all_of)
    }


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_every_chart_of_the_project_is_drawn_here() -> None:
    """A function that makes a Plotly figure has a sample in stills.py."""
    made = set()
    for module in pkgutil.iter_modules(kh359.charts.__path__, "kh359.charts."):
        loaded = importlib.import_module(module.name)
        made |= {
            name
            for name, function in inspect.getmembers(loaded, inspect.isfunction)
            if name.endswith("_figure")
            and function.__module__ == module.name
            and "dict" in str(inspect.signature(function).return_annotation)
        }
    assert made, "the search finds the charts"
    assert made - set(STILLS) == set()


@pytest.mark.parametrize("outlines", [False, True])
def test_every_figure_becomes_a_picture_with_its_words(outlines: bool) -> None:
    for name, figure in figures().items():
        drawn = picture(figure, outlines=outlines, footer=("Kịch bản: <b>x</b> & y",))
        ElementTree.fromstring(drawn.svg)
        title = re.sub("<[^>]*>", " ", figure["layout"]["title"]["text"]).split("&")[0]
        assert title.split()[0] in drawn.title, name
        assert "nan" not in drawn.svg, name
        if outlines:
            assert "<text" not in drawn.svg, "an SVG that leaves the house needs no font"
        else:
            assert "Kịch bản: <b>x</b> & y" in texts(drawn.svg), "a footer is no HTML"


def test_no_word_leaves_the_picture() -> None:
    for name, figure in figures().items():
        drawn = picture(figure)
        for node in ElementTree.fromstring(drawn.svg).iter(f"{SVG}text"):
            x, y = map(
                float, re.findall(r"translate\(([-\d.]+),([-\d.]+)\)", node.get("transform", ""))[0]
            )
            face = typeface(bold=node.get("font-weight") == "700")
            wide = face.width(node.text or "", float(node.get("font-size", 0)))
            assert 0 <= y <= drawn.height, (name, node.text)
            if "rotate" in node.get("transform", ""):
                continue
            left = x + float(node.get("x", 0))
            assert left >= -0.5, (name, node.text)
            assert left + wide <= WIDTH + 0.5, (name, node.text)


def test_all_letters_the_catalogue_needs_are_in_the_fonts() -> None:
    told = set(catalogue_path("vi").read_text("utf-8")) | set(VIETNAMESE)
    for file in sorted(FONT_FOLDER.glob("*.ttf")):
        known = TTFont(file).getBestCmap() or {}
        missing = {c for c in VIETNAMESE if ord(c) not in known}
        assert not missing, (file.name, missing)
    for bold in (False, True):
        face = typeface(bold=bold)
        lost = {c for c in told if c.isprintable() and face.covered(c) == UNKNOWN_LETTER}
        assert not lost


def test_a_letter_without_a_glyph_is_shown_as_a_box_and_decomposed_letters_are_composed() -> None:
    face = typeface(bold=False)
    assert face.covered("漢 ok") == f"{UNKNOWN_LETTER} ok"
    assert face.covered("e\u0302\u0301") == "ế"


def test_widths_are_those_of_the_font() -> None:
    # hmtx of Source Sans 3 Regular: the advance of "n" in thousandths of the size.
    font = TTFont(FONT_FOLDER / "SourceSans3-Regular.ttf")
    advance = font["hmtx"]["n"][0]
    (line,) = rich_lines("nnn", Look(size=20, colour="#000000"))
    assert line_width(line) == pytest.approx(3 * 20 * advance / 1000)


def test_long_lines_break_at_spaces_and_lose_nothing() -> None:
    look = Look(size=12, colour="#000000")
    text = "Tỷ lệ <b>doanh nghiệp nhỏ và vừa</b> ứng dụng công nghệ số trong sản xuất, kinh doanh"
    lines = wrapped(rich_lines(text, look), 120)
    assert len(lines) > 2
    assert all(line_width(line) <= 120 for line in lines)
    words = " ".join("".join(run.text for run in line).strip() for line in lines)
    assert words.split() == re.sub("<[^>]*>", "", text).split()


def test_places_are_linear_on_the_axes() -> None:
    scale = Scale(low=0.0, high=50.0, start=300.0, end=100.0)
    assert [scale.at(v) for v in (0, 25, 50)] == [300.0, 200.0, 100.0]
    names = Scale(low=-0.5, high=1.5, start=0.0, end=100.0, categories=("a", "b"))
    assert [names.at(v) for v in ("a", "b")] == [25.0, 75.0]


@pytest.mark.parametrize(
    ("spec", "high", "separators", "told"),
    [
        ({"nticks": 5}, 1.0, ",.", ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
        ({"nticks": 4, "tickformat": ",.0f"}, 3000.0, ",.", ["0", "1.000", "2.000", "3.000"]),
        ({"nticks": 4, "tickformat": ",~f"}, 3000.0, ".,", ["0", "1,000", "2,000", "3,000"]),
        ({"dtick": 1000, "tick0": 0}, 2100.0, ",.", ["0", "1000", "2000"]),
        ({"tickvals": [0, 9], "ticktext": ["a", "b"]}, 5.0, ",.", ["a"]),
    ],
)  # fmt: skip
def test_ticks_are_round_and_in_the_figures_own_notation(
    spec: dict, high: float, separators: str, told: list[str]
) -> None:
    scale = Scale(low=0.0, high=high, start=300.0, end=0.0)
    found = [tick.text for tick in ticks(spec, scale, "y", separators)]
    if "nticks" in spec and high == 1.0:
        # At most five steps may make six ticks, as in Plotly.
        assert found in (told, ["0,0", "0,5", "1,0"])
    else:
        assert found == told


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [
        ("trace", "type", "pie"),
        ("trace", "mode", "lines+glitter"),
        ("trace", "wildness", 3),
        ("layout", "polar", {}),
        ("layout", "annotations", [{"showarrow": True, "text": "x", "x": 1, "y": 1}]),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(place: str, key: str, value: object) -> None:
    figure = fan(Level.TREND)
    (figure["data"][-1] if place == "trace" else figure["layout"])[key] = value
    with pytest.raises(OutsideSubset, match=key if key != "annotations" else "showarrow"):
        picture(figure)


def test_a_figure_stands_where_its_value_is() -> None:
    """The middle of a 0-60 axis is 30, whatever the margins."""
    drawn = picture(fan(Level.TREND))
    root = ElementTree.fromstring(drawn.svg)
    places = {n.text: n.get("transform", "") for n in root.iter(f"{SVG}text")}
    y = {t: float(re.findall(r",([-\d.]+)\)", places[t])[0]) for t in ("0", "20", "40", "60")}
    assert y["20"] - y["40"] == pytest.approx(y["0"] - y["20"], abs=0.02)
    assert y["0"] > y["60"]


def test_the_matrix_keeps_every_row_and_says_what_is_assumed() -> None:
    matrix = attainment_matrix(outlook(), "vi", chosen=None)
    (whole,) = matrix_pictures(matrix)
    told = " ".join(texts(whole.svg))
    for section in matrix.sections:
        for row in section.rows:
            assert row.name in told
    hatched = [row for s in matrix.sections for row in s.rows if row.cells[1].marks[0].hatched]
    assert len(hatched) == 1
    # Lines of one cell and of the sample in the legend.
    assert whole.svg.count('stroke-width="2"') >= 2, "an assumption is hatched"
    pages = matrix_pictures(matrix, most_height=60)
    assert len(pages) > 1
    assert all(matrix.caption in " ".join(texts(page.svg)) for page in pages)


def test_hatching_lies_inside_its_area() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    level = Hatch(ground="#FFFFFF", ink="#000000", step=4.0, share=0.2, angle=0.0)
    assert list(hatch_lines(square, level)) == [
        ((0.0, 0.0), (10.0, 0.0)), ((0.0, 4.0), (10.0, 4.0)), ((0.0, 8.0), (10.0, 8.0))
    ]  # fmt: skip
    rising = Hatch(ground="#FFFFFF", ink="#000000", step=2.0, share=0.2, angle=45.0)
    lines = list(hatch_lines(square, rising))
    assert len(lines) == 8, "a diagonal of 14.1 pixels, a line at every second, 0 a corner"
    for (x0, y0), (x1, y1) in lines:
        assert (y0 - y1) == pytest.approx(x1 - x0), "rises to the right"
        assert all(-1e-9 <= v <= 10 + 1e-9 for v in (x0, y0, x1, y1))


def test_the_same_figure_gives_the_same_picture() -> None:
    assert picture(fan(Level.ASSUMED)).svg == picture(fan(Level.ASSUMED)).svg

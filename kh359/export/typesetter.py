"""Pages into PDF and PNG, with the project's own fonts and no others."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import typst

from kh359.charts.still.picture import Picture
from kh359.charts.still.typeface import FONT_FOLDER

PNG_DPI = 300
POINTS_PER_PIXEL = 72 / 96
"""Pictures are measured in pixels of 1/96 inch."""


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The fonts that come with the project; neither the system's nor typst's own."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)]
    )


def typeset(
    source: str, files: Mapping[str, bytes], *, day: date, form: str = "pdf", **more: Any
) -> list[bytes]:
    """Compile a typst source that may read `files`; one PDF, or one PNG a page.

    day: the date that the document carries; there is no other clock. Raises typst.TypstError for
    a faulty source.
    """
    done = typst.compile(
        {"main.typ": source.encode("utf-8"), **files},
        font_paths=fonts(),
        format=form,
        timestamp=(day - date(1970, 1, 1)).days * 86_400,
        **more,
    )
    return list(done) if isinstance(done, list) else [done]


def pngs(pictures: Sequence[Picture], *, day: date, dpi: int = PNG_DPI) -> list[bytes]:
    """Each picture as a PNG."""
    files = {f"{i}.svg": picture.svg.encode() for i, picture in enumerate(pictures)}
    source = "\n".join(own_page(f"{i}.svg", picture) for i, picture in enumerate(pictures))
    return typeset(source, files, day=day, form="png", ppi=dpi)


def own_page(file: str, picture: Picture) -> str:
    """A page exactly as large as the picture in `file`."""
    width, height = (length * POINTS_PER_PIXEL for length in (picture.width, picture.height))
    return (
        f"#page(width: {width:.2f}pt, height: {height:.2f}pt, margin: 0pt)"
        f"[#image({quoted(file)}, width: 100%, alt: {quoted(picture.alt or picture.title)})]"
    )


def quoted(text: str) -> str:
    """`text` as a typst string: nothing in it is read as typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "") + '"'

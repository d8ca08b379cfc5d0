"""Pages into PDF and PNG, with the project's own fonts and no others."""

from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import typst

from kh359.charts.still.picture import Picture
from kh359.charts.still.typeface import FONT_FOLDER
from kh359.export.png_text import described

PNG_DPI = 300
_WORKERS = 2
POINTS_PER_PIXEL = 72 / 96
"""Pictures are measured in pixels of 1/96 inch."""


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The fonts that come with the project; neither the system's nor typst's own."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)]
    )


def typeset(
    source: str,
    files: Mapping[str, bytes],
    *,
    day: date,
    form: Literal["pdf", "png"] = "pdf",
    **more: Any,
) -> list[bytes]:
    """Compile a typst source that may read `files`; one PDF, or one PNG a page.

    day: the date that the document carries; there is no other clock. Raises typst.TypstError for
    a faulty source.
    """
    sources: Any = {"main.typ": source.encode("utf-8"), **files}
    done = typst.compile(
        sources,
        font_paths=fonts(),
        format=form,
        timestamp=(day - date(1970, 1, 1)).days * 86_400,
        **more,
    )
    return list(done) if isinstance(done, list) else [done]


def pngs(pictures: Sequence[Picture], *, day: date, dpi: int = PNG_DPI) -> list[bytes]:
    """Each picture as a PNG that says its resolution, title, words and remarks."""
    files = {f"{i}.svg": picture.svg.encode() for i, picture in enumerate(pictures)}
    source = "\n".join(own_page(f"{i}.svg", picture) for i, picture in enumerate(pictures))
    drawn = typeset(source, files, day=day, form="png", ppi=dpi)
    return [
        described(png, dpi, (("Title", picture.title), ("Description", _told(picture))))
        for png, picture in zip(drawn, pictures, strict=True)
    ]


def png_stream(
    pictures: Sequence[Picture], *, day: date, dpi: int = PNG_DPI
) -> Generator[bytes, None, None]:
    """The same, one after the other and two at a time: typst lets go of the interpreter.

    Closing it early drops the pictures that are not begun.
    """
    with ThreadPoolExecutor(_WORKERS) as pool:
        try:
            yield from pool.map(lambda picture: pngs([picture], day=day, dpi=dpi)[0], pictures)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _told(picture: Picture) -> str:
    return "\n".join(part for part in (picture.alt, *picture.footer) if part)


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

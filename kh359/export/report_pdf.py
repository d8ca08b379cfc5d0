"""A report as PDF, typeset from the same content as the Word document."""

from collections.abc import Sequence

from kh359.export import report_form as measure
from kh359.export.dossier import Dossier
from kh359.export.report_block import Annex, Block, Grid, Heading, Paragraph, Plate, Point, Report
from kh359.export.report_form import Form, form, text_width
from kh359.export.report_typst import TEMPLATE
from kh359.export.typesetter import quoted, typeset


def report_pdf(report: Report, dossier: Dossier) -> bytes:
    """The PDF's bytes; the same report gives the same bytes."""
    words = form(dossier.say, dossier.day)
    files: dict[str, bytes] = {}
    parts = [
        _properties(report, dossier),
        TEMPLATE,
        _head(words, report.subject),
        *_blocks(report.blocks[:-1], words, files),
        _last(report.blocks[-1], words, files),
        _signature(words, report.addressees),
    ]
    for number, annex in enumerate(report.annexes):
        parts += _annex(annex, number, words, files)
    return typeset("\n".join(parts), files, day=dossier.day)[0]


def _properties(report: Report, dossier: Dossier) -> str:
    day = dossier.day
    told = _array(f"{label}: {text}" for label, text in report.told)
    return (
        f"#set document(title: {quoted(' '.join(report.subject))}, author: {quoted('KH359')}, "
        f"keywords: {told}, "
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))\n"
        f"#let language = {quoted(dossier.language)}"
    )


def _head(words: Form, subject: Sequence[str]) -> str:
    motto = text_width(words.motto, measure.MOTTO)
    longest = max(text_width(text, measure.TITLE) for text in subject)
    return _call(
        "letterhead",
        issuer=_array(words.issuer),
        number=quoted(words.number),
        nation=quoted(words.nation),
        motto=quoted(words.motto),
        motto_rule=f"{motto:.2f}mm",
        place=quoted(words.place_and_day),
        name=quoted(words.name),
        subject=_array(subject),
        subject_rule=f"{measure.ISSUER_RULE * longest:.2f}mm",
    )


def _signature(words: Form, addressees: Sequence[str]) -> str:
    lines = [f"- {text}{';' if i < len(addressees) - 1 else '.'}" for i, text in _count(addressees)]
    return _call(
        "signature",
        title=quoted(words.addressees),
        addressees=_array(lines),
        power=quoted(words.power),
        post=quoted(words.post),
        note=quoted(words.signature),
        name=quoted(measure.LONG_BLANK),
    )


def _last(block: Block, words: Form, files: dict[str, bytes]) -> str:
    """A signature never stands alone on a page: what is before it goes with it."""
    return f"#block(sticky: true)[{_block(block, words, files)}]"


def _annex(annex: Annex, number: int, words: Form, files: dict[str, bytes]) -> list[str]:
    start = _call(
        "annex",
        number=quoted(words.annex(number)),
        title=quoted(annex.title.upper()),
        note=quoted(words.annex_of),
    )
    return [start, *_blocks(annex.blocks, words, files)]


def _blocks(blocks: Sequence[Block], words: Form, files: dict[str, bytes]) -> list[str]:
    return [_block(block, words, files) for block in blocks]


def _block(block: Block, words: Form, files: dict[str, bytes]) -> str:
    if isinstance(block, Heading):
        text = block.text.upper() if block.level == 1 else block.text
        return f"#heading(level: {block.level}, {quoted(text)})"
    if isinstance(block, Paragraph):
        return _call("paragraph", quoted(block.text), leads=str(block.leads).lower())
    if isinstance(block, Point):
        return _call("paragraph", quoted(f"{block.mark} {block.text}"))
    if isinstance(block, Grid):
        return _grid(block, words)
    return _plate(block, words, files)


def _grid(grid: Grid, words: Form) -> str:
    aligned = ("right" if i in grid.numbers else "left" for i in range(len(grid.headers)))
    return _call(
        "grid-of",
        label=quoted(words.table),
        caption=quoted(grid.caption),
        shares=f"({', '.join(f'{share}fr' for share in grid.shares)},)",
        aligned=f"({', '.join(aligned)},)",
        headers=_array(grid.headers),
        rows=_array(cell for row in grid.rows for cell in row),
        source=quoted(words.source(grid.source)),
        whole=str(grid.is_short).lower(),
    )


def _plate(plate: Plate, words: Form, files: dict[str, bytes]) -> str:
    name = f"{len(files)}.svg"
    files[name] = plate.picture.svg.encode()
    return _call(
        "plate",
        label=quoted(words.figure),
        caption=quoted(plate.caption),
        file=quoted(name),
        alt=quoted(plate.picture.alt or plate.picture.title),
        source=quoted(words.source(plate.source)),
    )


def _count(texts: Sequence[str]) -> list[tuple[int, str]]:
    return list(enumerate(texts))


def _array(texts) -> str:
    return "(" + "".join(f"{quoted(text)}, " for text in texts) + ")"


def _call(name: str, /, *values: str, **named: str) -> str:
    given = [*values, *(f"{key.replace('_', '-')}: {value}" for key, value in named.items())]
    return f"#{name}({', '.join(given)})"

"""The words that a table of observations may use, in both languages, for the reader.

Headers and codes as the template writes them, the ids of `data/`, and common other names.
"""

from collections.abc import Iterator

from kh359.intake.vocabulary import Column, Vocabulary, plain_word, with_codes
from kh359.locale.language import LANGUAGES
from kh359.locale.number import date
from kh359.locale.proof import GRADES, MATCHES, REGIONS
from kh359.locale.translate import Translator, marked, translator
from kh359.locale.unit import LABELS
from kh359.plan.facts import Facts
from kh359.plan.source import Source
from kh359.plan.unit import Unit

HEADERS: dict[Column, str] = {
    Column.INDICATOR: marked("Indicator"),
    Column.REGION: marked("Region"),
    Column.YEAR: marked("Year"),
    Column.AS_OF: marked("As of"),
    Column.VALUE: marked("Value"),
    Column.UNIT: marked("Unit"),
    Column.GRADE: marked("Grade"),
    Column.MATCH: marked("Definition"),
    Column.METHOD: marked("Way of measuring"),
    Column.SUPERSEDED: marked("Superseded"),
    Column.SOURCE: marked("Source"),
    Column.SOURCE_TITLE: marked("New source: title"),
    Column.SOURCE_PUBLISHER: marked("New source: publisher"),
    Column.SOURCE_DATE: marked("New source: date"),
    Column.SOURCE_ADDRESS: marked("New source: address"),
    Column.SOURCE_DOCUMENT: marked("New source: document number"),
    Column.NOTE: marked("Notes"),
    Column.NOTE_ENGLISH: marked("Notes in English"),
}
OTHER_HEADERS: tuple[tuple[str, Column], ...] = (
    ("Mã chỉ tiêu", Column.INDICATOR),
    ("Tên chỉ tiêu", Column.INDICATOR),
    ("Vùng", Column.REGION),
    ("Đơn vị", Column.UNIT),
    ("Số liệu", Column.VALUE),
    ("Thời điểm", Column.AS_OF),
    ("Mã nguồn", Column.SOURCE),
    ("Nguồn số liệu", Column.SOURCE),
    ("Tên văn bản", Column.SOURCE_TITLE),
    ("Nơi công bố", Column.SOURCE_PUBLISHER),
    ("Cơ quan ban hành", Column.SOURCE_PUBLISHER),
    ("Ngày ban hành", Column.SOURCE_DATE),
    ("Số hiệu", Column.SOURCE_DOCUMENT),
    ("Số, ký hiệu", Column.SOURCE_DOCUMENT),
    ("Địa chỉ", Column.SOURCE_ADDRESS),
    ("Ghi chú", Column.NOTE),
    ("Note", Column.NOTE),
    ("Match", Column.MATCH),
    ("Method", Column.METHOD),
)
OTHER_WORDS: tuple[tuple[Column, str, str], ...] = (
    (Column.REGION, "qn_new", "Quảng Ngãi"),
    (Column.REGION, "qn_new", "Quảng Ngãi mới"),
    (Column.REGION, "qn_old", "Quảng Ngãi cũ"),
    (Column.REGION, "kon_tum", "Kon Tum cũ"),
    (Column.REGION, "vietnam", "Cả nước"),
    (Column.REGION, "vietnam", "Việt Nam"),
    (Column.UNIT, "percent", "phần trăm"),
    (Column.UNIT, "percent", "percent"),
    (Column.UNIT, "bn_vnd", "tỷ đồng"),
    (Column.UNIT, "bn_vnd", "tỉ đồng"),
    (Column.UNIT, "mn_vnd", "triệu đồng/người"),
    (Column.SUPERSEDED, "true", "có"),
    (Column.SUPERSEDED, "true", "x"),
    (Column.SUPERSEDED, "true", "yes"),
    (Column.SUPERSEDED, "false", "không"),
    (Column.SUPERSEDED, "false", "no"),
    (Column.SUPERSEDED, "true", "true"),
    (Column.SUPERSEDED, "false", "false"),
)
EXAMPLE = marked("EXAMPLE")
"""How the first cell of the template's example row begins."""


def vocabulary_of(facts: Facts) -> Vocabulary:
    """The words of both languages, with the names of the indicators and sources in `facts`."""
    says = [translator(language) for language in LANGUAGES]
    headers = [(say(text), column) for say in says for column, text in HEADERS.items()]
    found, words = with_codes(_words(facts, says), [*headers, *OTHER_HEADERS])
    examples = tuple(plain_word(say(EXAMPLE)) for say in says)
    return Vocabulary(headers=found, words=words, examples=examples)


def source_label(source: Source, say: Translator) -> str:
    """A source in a list: 'Tên (nơi công bố, ngày) [mã]'."""
    about = f"{source.publisher}, {date(source.date, say.language)}"
    return f"{source.title[:120]} ({about}) [{source.source_id}]"


def _words(facts: Facts, says: list[Translator]) -> Iterator[tuple[Column, str, str]]:
    yield from OTHER_WORDS
    for indicator in facts.indicators:
        for name in (indicator.name_vi, indicator.name_en):
            yield Column.INDICATOR, indicator.indicator_id, name
            yield Column.INDICATOR, indicator.indicator_id, f"{name} ({indicator.indicator_id})"
    for say in says:
        for column, names in (
            (Column.REGION, REGIONS),
            (Column.GRADE, GRADES),
            (Column.MATCH, MATCHES),
            (Column.UNIT, LABELS),
        ):
            for code, text in names.items():
                yield column, str(code), say(text)
        for source in facts.sources:
            yield Column.SOURCE, source.source_id, source_label(source, say)
    for source in facts.sources:
        yield Column.SOURCE, source.source_id, source.title
    yield Column.UNIT, Unit.PERCENT, "%"

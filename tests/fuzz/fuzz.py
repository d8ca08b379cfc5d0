"""Coverage-guided fuzzing of what reads the input of strangers; not collected by pytest.

    python tests/fuzz/fuzz.py csv|xlsx|scenario [libFuzzer options, e.g. -max_total_time=600]

Takes the extra `fuzz` (atheris). A finding is an exception that a reader let out, or a promise it
broke: the last input is written to crash-… in the folder it was started in. Each one becomes a
test in tests/intake/test_fuzz_findings.py or tests/model/test_scenario_text.py.
"""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris  # pyright: ignore

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(  # pyright: ignore
    include=["kh359", "openpyxl", "tomllib", "json"]
):
    from kh359.intake.check import check_content, check_text
    from kh359.intake.check_report import CheckReport, NotAcceptable
    from kh359.locale.intake import finding_text, place_text
    from kh359.locale.intake_vocabulary import vocabulary_of
    from kh359.locale.scenario_fault import scenario_fault_text
    from kh359.model.scenario.fault import ScenarioError
    from kh359.model.scenario.scenario import Scenario, rest_scenario
    from kh359.model.scenario.text import read_json, read_link, read_toml, write_link, write_toml
    from kh359.plan.loading import load_facts
    from kh359.plan.overlay import Base, Overlay, lay_over
    from kh359.plan.tables import parse_tables

from openpyxl import Workbook

from tests.plan.conftest import SOUND_FILES

TODAY = "2026-11-23"
CURRENT = lay_over(
    Base(tables=parse_tables({n: t.encode() for n, t in SOUND_FILES.items()}), version="0" * 12),
    Overlay(),
)
VOCABULARY = vocabulary_of(CURRENT.facts)
FACTS = load_facts()
REST = rest_scenario(FACTS)

HEADER = [
    "indicator",
    "region",
    "year",
    "as_of",
    "value",
    "unit",
    "grade",
    "match",
    "source_id",
    "note_vi",
]
ROWS = [
    HEADER,
    ["cover", "qn_new", "2024", "2024-12", "45,5", "%", "official", "same", "gov_2025", "x"],
    ["cover", "qn_old", "2023", "", "1.234,5", "%", "official", "same", "web_2024", ""],
    ["Doanh nghiệp", "Kon Tum", 2025, "31/12/2025", 12, "enterprises", "press", "near", "nobody"],
]


def told(report: CheckReport) -> None:
    """A batch or findings, every finding in words."""
    for finding in report.findings[:50]:
        finding_text(finding, CURRENT.facts, "vi")
        place_text(finding, "vi")
    try:
        batch = report.batch("all")
    except NotAcceptable:
        assert report.errors or not report.rows
    else:
        assert batch.rows
        assert not report.errors


def csv_target(data: bytes) -> None:
    """A file, and the same pasted; half a character may come with what is pasted."""
    told(check_content(data, CURRENT, VOCABULARY, today=TODAY))
    text = data.decode("utf-16-le" if len(data) % 2 else "utf-8", "replace")
    told(check_text(text.replace("\ufffd", "\ud800"), CURRENT, VOCABULARY, today=TODAY))


def xlsx_target(data: bytes) -> None:
    """The bytes of a workbook."""
    told(check_content(data, CURRENT, VOCABULARY, today=TODAY))


def scenario_target(data: bytes) -> None:
    """A scenario or faults; a scenario that was read can be written and read again."""
    text = data[1:].decode("utf-8", "replace")
    read = (read_toml, read_json, read_link)[data[0] % 3] if data else read_toml
    try:
        scenario = read(text, REST, FACTS.indicator_by_id)
    except ScenarioError as error:
        for fault in error.faults[:50]:
            scenario_fault_text(fault, FACTS, "vi")
        return
    _comes_back(scenario)


def _comes_back(scenario: Scenario) -> None:
    indicators = FACTS.indicator_by_id
    assert read_toml(write_toml(scenario, indicators), REST, indicators) == scenario
    link = read_link(write_link(scenario, REST, indicators), REST, indicators)
    assert link.content_hash == scenario.content_hash


def workbook_bytes() -> bytes:
    """A small sound workbook to begin with."""
    book = Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A9:B10")
    book.active["C12"] = "=1+1"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def mutate_part(data: bytes, most: int, seed: int) -> bytes:
    """Change one part of the archive from within; now and then the archive itself."""
    if seed % 10 == 0:
        return atheris.Mutate(data, most)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return workbook_bytes()
    names = sorted(parts, key=lambda name: "sheet" not in name)
    chosen = names[seed % 3 if seed % 2 else seed % len(names)] if names else ""
    if chosen:
        parts[chosen] = atheris.Mutate(parts[chosen], most)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue() if target.tell() <= most else data[:most]


def seeds(kind: str) -> list[bytes]:
    """Inputs to begin with."""
    if kind == "xlsx":
        return [workbook_bytes()]
    if kind == "scenario":
        toml = write_toml(REST, FACTS.indicator_by_id).encode()
        presets = (Path(__file__).parents[2] / "data" / "scenarios").glob("*.toml")
        link = write_link(REST, REST, FACTS.indicator_by_id).encode()
        return [b"\0" + toml, b"\2" + link, *(b"\0" + path.read_bytes() for path in presets)]
    text = "\n".join("\t".join(map(str, row)) for row in ROWS)
    forms = (text, text.replace("\t", ";"), text.replace(",", ".").replace("\t", ","))
    return [form.encode(code) for form in forms for code in ("utf-8", "utf-16", "utf-8-sig")]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "csv": csv_target,
    "xlsx": xlsx_target,
    "scenario": scenario_target,
}


def main() -> None:
    kind, *options = sys.argv[1:]
    corpus = Path.cwd() / f"corpus-{kind}"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(kind)):
        (corpus / f"seed-{number}").write_bytes(seed)
    arguments = [sys.argv[0], str(corpus), "-max_len=20000", "-timeout=20", *options]
    mutator = {"custom_mutator": mutate_part} if kind == "xlsx" else {}
    atheris.Setup(arguments, TARGETS[kind], **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""The long format, read by the scenario community's own library where it is installed."""

import csv
import io
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from run_sample import dossier

from kh359.export.long_format import COLUMNS, KIND
from kh359.export.watch import Watch

PROGRAM = "KH359_PYAM"
"""Path of a Python that has pyam; its libraries exclude some of ours, see docs/decisions."""
SCRIPT = Path(__file__).with_name("read_with_pyam.py")


def content(*, moved: bool) -> bytes:
    return KIND.make(dossier(moved=moved), Watch()).content


def rows(*, moved: bool) -> list[dict[str, str]]:
    text = content(moved=moved).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_columns_are_those_of_the_template_and_every_index_is_unique() -> None:
    found = rows(moved=True)
    assert tuple(found[0]) == COLUMNS
    index = [tuple(row[c] for c in COLUMNS[:-1]) for row in found]
    assert len(set(index)) == len(index)
    assert all(np.isfinite(float(row["value"])) for row in found)


def test_the_run_is_in_every_row() -> None:
    own = dossier(moved=True)
    (model,) = {row["model"] for row in rows(moved=True)}
    assert all(text in model for text in (own.outlook.data_version, "359", "2026-11-23"))
    (scenario,) = {row["scenario"] for row in rows(moved=True)}
    assert scenario.endswith(f"[{own.scenario.content_hash}]")
    assert scenario.startswith("'=")


def test_figures_are_the_models_and_assumptions_are_variables() -> None:
    own = dossier(moved=True)
    found = {(r["variable"], r["year"]): float(r["value"]) for r in rows(moved=True)}
    name = own.facts.indicator_by_id["coverage_5g"].name_vi
    stem = f"a) Phát triển hạ tầng|{name}"
    paths = own.run.paths_of("coverage_5g")
    assert paths is not None
    assert found[f"{stem}|Dự báo|P50", "2030"] == pytest.approx(
        100 * float(np.median(paths[4])), rel=1e-5
    )
    assert found[f"{stem}|Mục tiêu của Kế hoạch", "2030"] == 100.0
    assert found["Giả định|Tỷ lệ giải ngân", "2026"] == pytest.approx(60.0)
    assert found["Giả định|mọi mục tiêu 2025 chưa có số liệu vừa đạt đúng mức", "2025"] == 1.0
    levels = [value for (variable, _), value in found.items() if variable.startswith(f"{stem}|Căn")]
    assert set(levels) == {3.0}
    assert not [v for v, _ in found if v.startswith(stem) and v.endswith("Đã quan sát")]


def test_pyam_reads_it_without_a_warning(tmp_path: Path) -> None:
    program = os.environ.get(PROGRAM)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(f"{PROGRAM} names no Python with pyam, see .ci/run")
        pytest.skip(f"set {PROGRAM} to a Python with tests/export/pyam.lock")
    path = tmp_path / "long.csv"
    path.write_bytes(content(moved=True))
    done = subprocess.run(
        [program, str(SCRIPT), str(path)], capture_output=True, encoding="utf-8", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    n_rows, n_scenarios, last = done.stdout.split()
    assert int(n_rows) == len(rows(moved=True))
    assert (n_scenarios, last) == ("1", "2045")

"""How long the exports of a whole run take.

    python benchmarks/export.py [--scenario NAME] [--only KIND ...]

Prints seconds for each kind of file, and one JSON line last. The model's own time is not counted:
a page has the run already.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from kh359.export.dossier import Dossier  # noqa: E402
from kh359.export.job import files_of  # noqa: E402
from kh359.export.registry import KIND_BY_ID  # noqa: E402
from kh359.model.assumptions import Assumptions  # noqa: E402
from kh359.model.evaluation.evaluation import evaluate  # noqa: E402
from kh359.model.evaluation.stage import prepare  # noqa: E402
from kh359.model.outlook import project_plan  # noqa: E402
from kh359.plan.loading import load_facts  # noqa: E402
from kh359.scenarios.preset import read_presets  # noqa: E402

BARS = {"charts-pdf": 10.0, "charts-png": 20.0, "pptx": 5.0}
"""Seconds on two cores that must not be exceeded."""


def dossier(preset_id: str) -> Dossier:
    """A run of all indicators, each with a start, so that every chart is full."""
    facts = load_facts()
    stage = prepare(facts, project_plan(facts, Assumptions(suppose_2025_met=True)))
    preset = read_presets(facts).of(preset_id)
    if preset is None:
        sys.exit(f"no ready-made scenario {preset_id!r}")
    return Dossier(
        facts=facts,
        stage=stage,
        run=evaluate(stage, preset.vietnamese),
        baseline=evaluate(stage, stage.rest),
        language="vi",
        day=date(2026, 11, 23),
    )


def main() -> int:
    """0 if no bar is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", default="giu_nguyen")
    parser.add_argument("--only", nargs="+", choices=tuple(KIND_BY_ID), default=list(KIND_BY_ID))
    options = parser.parse_args()
    own, results = dossier(options.scenario), {}
    for kind_id in options.only:
        start, cpu = time.perf_counter(), time.process_time()
        (file,) = files_of(own, [KIND_BY_ID[kind_id]])
        results[kind_id] = {
            "seconds": round(time.perf_counter() - start, 2),
            "cpu_seconds": round(time.process_time() - cpu, 2),
            "bytes": len(file.content),
        }
        print(f"{kind_id:<12} {results[kind_id]['seconds']:7.2f} s")
    slow = [k for k, bar in BARS.items() if k in results and results[k]["seconds"] > bar]
    print(json.dumps({"scenario": options.scenario, "kinds": results, "too_slow": slow}))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())

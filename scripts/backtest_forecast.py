"""Backtest the forecaster and the growth families on countries they were not taught on.

    python scripts/backtest_forecast.py --bench DIR --tables DIR \
        --out kh359/reference/backtest.json

--bench is the benchmark's folder (score.py, corpus and cases); --tables holds f0.npz to f4.npz, the
reference table learnt without the countries of each fold (learn_reference.py --leave-fold K). The
same corpus, tables and options give the same file. See docs/decisions/reliability.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "benchmarks")]

from accuracy import held_out, load_judge  # noqa: E402
from backtesting.answer import Answer, answer, methods  # noqa: E402
from backtesting.case import N_FOLDS, base_rates, draw_cases, told  # noqa: E402
from backtesting.cell import BANDS, LENGTHS, cells  # noqa: E402

FORMAT = 1


def checksum() -> str:
    """SHA-256 of this script and its parts, in the order of their names."""
    files = [Path(__file__).resolve(), *sorted((HERE / "backtesting").glob("*.py"))]
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def table_origin(tables: Path) -> tuple[str, list[str]]:
    """Version of the fold tables, which must agree, and the checksums of their scripts."""
    versions, checksums = set(), set()
    for fold in range(N_FOLDS):
        with np.load(tables / f"f{fold}.npz") as table:
            versions.add(str(table["version"]))
            checksums.add(str(table["script_checksum"]))
    if len(versions) != 1:
        raise ValueError(f"the fold tables are of different versions: {sorted(versions)}")
    return versions.pop(), sorted(checksums)


def backtest(bench: Path, tables: Path, samples: int, n_cases: int, n_draws: int) -> dict[str, Any]:
    """The whole file. Sample 0 is the benchmark's fixed one; others have their number as seed."""
    judge = load_judge(bench)
    corpus = judge.read_corpus(str(bench / "corpus.csv.gz"))
    seeds = [judge.SEED, *range(1, samples)]
    drawn = draw_cases(judge, corpus, seeds, n_cases)
    cases = told(drawn)
    answers: dict[str, list[Answer | None]] = {
        name: [answer(method, case) for case in cases]
        for name, method in methods(held_out(bench, tables), n_draws).items()
    }
    version, table_checksums = table_origin(tables)
    return {
        "format": FORMAT,
        "seeds": seeds,
        "n_draws": n_draws,
        "n_histories": len(drawn),
        "table_version": version,
        "table_checksums": table_checksums,
        "script_checksum": checksum(),
        "bands": BANDS,
        "lengths": tuple(LENGTHS),
        "cells": cells(cases, base_rates(cases), answers),
    }


def written(result: dict[str, Any]) -> str:
    """JSON with one line for every entry and every cell, so that two runs compare line by line."""
    head = [
        f'"{name}":{json.dumps(value)}' for name, value in sorted(result.items()) if name != "cells"
    ]
    rows = [json.dumps(row, separators=(",", ":"), allow_nan=False) for row in result["cells"]]
    return "{" + ",\n".join(head) + ',\n"cells":[\n' + ",\n".join(rows) + "\n]}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--samples", type=int, default=6)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--draws", type=int, default=1000)
    asked = parser.parse_args()
    result = backtest(asked.bench, asked.tables, asked.samples, asked.cases, asked.draws)
    asked.out.write_text(written(result), "utf-8")
    print(f"{asked.out}: {len(result['cells'])} cells, {asked.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()

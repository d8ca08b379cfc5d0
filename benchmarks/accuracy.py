"""Compare the forecaster with usual methods on dev cases, its own countries held out.

    python benchmarks/accuracy.py --bench DIR [--tables DIR] [--samples 1] [--cases 400] [--last N]

Against statsforecast too: in an environment made from benchmarks/requirements.txt.

DIR is the benchmark's folder (score.py, corpus and cases). The countries are split into five folds
and every case is answered by a table learnt on the other four; tables found in --tables (f0.npz to
f4.npz) are used, missing ones are learnt first, some minutes each. Prints a table, and one JSON
line last. Sample 0 is the fixed one; others are drawn with their number as seed.
--last shows every method the last N observations only; the targets stay those of all.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from kh359.model.forecast import forecast  # noqa: E402
from kh359.model.reference.table import table_from_arrays  # noqa: E402

N_FOLDS = 5
Array = NDArray[np.float64]
Forecaster = Callable[[Array, Array, int, float | None, float | None, int], Array]
SHOWN = (
    "CRPS", "Brier", "Brier_raw", "ECE", "cov80_h1-3", "cov80_h4-6", "cov80_h7-10", "cov95",
    "seconds_per_100", "failures",
)  # fmt: skip


def normal_paths(
    mean: Array, deviation: Array, lower: float | None, upper: float | None, n: int
) -> Array:
    """Paths with one normal deviate each, clipped to the bounds, (n, H)."""
    deviate = np.random.default_rng(0).standard_normal((n, 1))
    return np.clip(mean + deviate * deviation, lower, upper)


def drift(
    years: Array, values: Array, h: int, lower: float | None, upper: float | None, n: int
) -> Array:
    """Random walk with drift, its drift estimated as well (Hyndman and Athanasopoulos, 5.2)."""
    run = np.diff(years)
    m = (values[-1] - values[0]) / (years[-1] - years[0])
    s = np.sqrt(np.mean((np.diff(values) - m * run) ** 2 / run) * len(run) / max(len(run) - 1, 1))
    ahead = np.arange(1, h + 1.0)
    deviation = s * np.sqrt(ahead * (1 + ahead / (years[-1] - years[0])))
    return normal_paths(values[-1] + m * ahead, deviation, lower, upper, n)


def linear(
    years: Array, values: Array, h: int, lower: float | None, upper: float | None, n: int
) -> Array:
    """Ordinary least squares on the year, with its prediction error."""
    x = years - years.mean()
    slope = (x @ values) / (x @ x)
    left = values - values.mean() - slope * x
    s = np.sqrt(left @ left / max(len(x) - 2, 1))
    ahead = years[-1] + np.arange(1, h + 1) - years.mean()
    deviation = s * np.sqrt(1 + 1 / len(x) + ahead**2 / (x @ x))
    return normal_paths(values.mean() + slope * ahead, deviation, lower, upper, n)


def filled(years: Array, values: Array) -> Array:
    """One value a year, straight lines over the gaps."""
    return np.interp(np.arange(years[0], years[-1] + 1), years, values)


def ets_damped(
    years: Array, values: Array, h: int, lower: float | None, upper: float | None, n: int
) -> Array:
    """statsmodels ETS(A, Ad, N)."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    fit = ETSModel(filled(years, values), error="add", trend="add", damped_trend=True).fit(disp=0)
    errors = np.random.default_rng(0).standard_normal((h, n)) * np.sqrt(fit.scale)
    paths = fit.simulate(h, anchor="end", repetitions=n, random_errors=errors)
    return np.clip(np.asarray(paths).T, lower, upper)


def theta(
    years: Array, values: Array, h: int, lower: float | None, upper: float | None, n: int
) -> Array:
    """statsmodels Theta."""
    from statsmodels.tsa.forecasting.theta import ThetaModel

    fit = ThetaModel(filled(years, values), period=1, deseasonalize=False).fit()
    interval = np.asarray(fit.prediction_intervals(h, alpha=0.2))
    deviation = (interval[:, 1] - interval[:, 0]) / 2 / 1.2816
    return normal_paths(np.asarray(fit.forecast(h)), deviation, lower, upper, n)


def from_statsforecast(
    model: Any,
    years: Array,
    values: Array,
    h: int,
    lower: float | None,
    upper: float | None,
    n: int,
) -> Array:
    """A statsforecast model, read as normal from its 80 % interval."""
    got = model.forecast(y=filled(years, values), h=h, level=[80])
    deviation = (np.asarray(got["hi-80"]) - np.asarray(got["lo-80"])) / 2 / 1.2816
    return normal_paths(np.asarray(got["mean"]), deviation, lower, upper, n)


def rivals() -> Iterator[tuple[str, Forecaster]]:
    """The usual methods, as far as their libraries are installed."""
    yield "random walk + drift", drift
    yield "linear trend (OLS)", linear
    if importlib.util.find_spec("statsmodels"):
        yield "ETS damped (statsmodels)", ets_damped
        yield "Theta (statsmodels)", theta
    if importlib.util.find_spec("statsforecast"):
        from statsforecast.models import AutoARIMA, AutoETS, AutoTheta

        for model in (AutoETS(), AutoARIMA(), AutoTheta()):
            yield f"{type(model).__name__} (statsforecast)", partial(from_statsforecast, model)


def load_judge(bench: Path) -> ModuleType:
    """The benchmark's score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", bench / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py in {bench}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held_out(bench: Path, tables: Path) -> list[Forecaster]:
    """One forecaster per fold, from a table that never saw the fold's countries."""
    paths = [tables / f"f{fold}.npz" for fold in range(N_FOLDS)]
    if not all(p.exists() for p in paths):
        import learn_reference as learning

        series = learning.read_series(bench)
        for fold, path in enumerate(paths):
            if not path.exists():
                episodes = learning.cut(learning.kept(series, fold, -1))
                np.savez_compressed(path, **learning.learn(episodes, seed=359))  # type: ignore[arg-type]
    out: list[Forecaster] = []
    for path in paths:
        with np.load(path) as arrays:
            table = table_from_arrays({name: arrays[name] for name in arrays.files})
        out.append(partial(forecast, table=table))
    return out


def shortened(method: Forecaster, last: int) -> Forecaster:
    """The same method on the last observations only; 0 shows all."""

    def on_last(
        years: Array, values: Array, h: int, lower: float | None, upper: float | None, n: int
    ) -> Array:
        return method(years[-last:], values[-last:], h, lower, upper, n)

    return on_last


def judge(
    score: ModuleType,
    corpus: Any,
    cases: pd.DataFrame,
    of_case: Callable[[pd.DataFrame], Any],
    raw: set[str],
) -> dict[str, float]:
    """Scores of one method on one sample; `of_case` yields (cases, forecaster) parts."""
    points, targets, infos = [], [], []
    for part, method in of_case(cases):
        p, t, info = score.run(method, corpus, part)
        points, targets, infos = [*points, p], [*targets, t], [*infos, (len(part), info)]
    weight = np.array([n for n, _ in infos]) / len(cases)
    total = {
        "cases": len(cases),
        "failures": sum(i["failures"] for _, i in infos),
        "seconds_per_100": float(weight @ [i["seconds_per_100"] for _, i in infos]),
    }
    all_targets = pd.concat(targets)
    result = score.summary(pd.concat(points), all_targets, total)
    indicator = cases.set_index("case")["series_id"].str.split("|").str[0]
    picked = all_targets[all_targets["case"].map(indicator).isin(raw)]
    result["Brier_raw"] = float(((picked["p"] - picked["met"]) ** 2).mean())
    return {name: float(result[name]) for name in SHOWN}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--samples", type=int, default=1)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--last", type=int, default=0)
    parser.add_argument("--only-ours", action="store_true")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")  # rivals warn of short histories at every case
    score = load_judge(asked.bench)
    corpus = score.read_corpus(str(asked.bench / "corpus.csv.gz"))
    described = pd.read_csv(asked.bench / "indicators.csv")
    raw = set(described.loc[described["modelled"] == 0, "indicator"])
    from reference_learning.corpus import fold_of

    with tempfile.TemporaryDirectory() as scratch:
        whole = held_out(asked.bench, asked.tables or Path(scratch))
    ours = [shortened(method, asked.last) for method in whole]

    def by_fold(cases: Any) -> Iterator[tuple[Any, Forecaster]]:
        country = cases["series_id"].str.split("|").str[1]
        fold = country.map(lambda c: fold_of(c, N_FOLDS))
        yield from ((cases[fold == k], ours[k]) for k in range(N_FOLDS) if (fold == k).any())

    methods: list[tuple[str, Any]] = [("kh359", by_fold)]
    if not asked.only_ours:
        rival = [(name, shortened(f, asked.last)) for name, f in rivals()]
        methods += [(name, lambda c, f=f: [(c, f)]) for name, f in rival]
    out: dict[str, dict[str, float]] = {}
    for name, method in methods:
        rows = []
        for sample in range(asked.samples):
            seed = sample or score.SEED
            cases = score.cases_for(corpus, "dev", asked.cases, seed)
            rows.append(judge(score, corpus, cases, method, raw))
        out[name] = {k: round(float(v), 4) for k, v in pd.DataFrame(rows).mean().items()}
        if asked.samples > 1:
            spread = pd.DataFrame(rows).std()
            out[name] |= {f"{k}_sd": round(float(spread[k]), 4) for k in ("CRPS", "Brier", "ECE")}
    print(pd.DataFrame(out).T.to_string())
    print(json.dumps({"benchmark": "accuracy", "samples": asked.samples, "methods": out}))


if __name__ == "__main__":
    main()

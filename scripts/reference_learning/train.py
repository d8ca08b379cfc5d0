"""Train the nets on the CRPS and on the Brier score of targets, as a forecast is judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from kh359.model.reference.net import KNOTS, LOG_WIDTHS, REACH, between_knots
from kh359.model.reference.outcome import HORIZONS, width
from reference_learning.corpus import TARGET_HORIZONS, Episodes
from reference_learning.grow import Growth, sampling

GRID_LOW, GRID_HIGH, GRID_POINTS = -3.6, 4.2, 16
YEARS_PER_STEP = 5
MISSING_BOUND = 1e5


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Settings of the nets. `brier_weight` is the weight of the targets beside the CRPS."""

    n_nets: int = 5
    hidden: int = 160
    components: int = 3
    dropout: float = 0.4
    noise: float = 0.1
    steps: int = 2200
    batch: int = 400
    rate: float = 2e-3
    decay: float = 1e-3
    brier_weight: float = 3.0


class MixtureNet(nn.Module):
    """Two SiLU layers, then K weights, places and log widths at every knot horizon."""

    def __init__(self, n_features: int, s: Training) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(n_features, s.hidden), nn.SiLU(), nn.Dropout(s.dropout),
            nn.Linear(s.hidden, s.hidden), nn.SiLU(), nn.Dropout(s.dropout),
        )  # fmt: skip
        self.head = nn.Linear(s.hidden, len(KNOTS) * 3 * s.components)
        with torch.no_grad():
            self.head.weight *= 0.3
            start = torch.zeros(len(KNOTS), 3, s.components)
            start[:, 1] = torch.linspace(-0.4, 1.0, s.components)
            start[:, 2] = -0.7
            self.head.bias.copy_(start.flatten())
        self.components = s.components
        self.lines = torch.tensor(between_knots(), dtype=torch.float32)

    def forward(self, x: Tensor) -> Tensor:
        """Raw mixture parameters, (batch, HORIZONS, 3, K)."""
        knots = self.head(self.body(x)).view(len(x), len(KNOTS), -1)
        return torch.einsum("hk,bkp->bhp", self.lines, knots).reshape(
            len(x), HORIZONS, 3, self.components
        )


def cdf(raw: Tensor, at: Tensor) -> Tensor:
    """Distribution function of the mixtures raw (b, h, 3, K) at points (b, h, G)."""
    share = torch.softmax(raw[:, :, 0], -1)[:, :, None]
    steep = torch.exp(-raw[:, :, 2].clamp(*LOG_WIDTHS))[:, :, None]
    return (share * torch.sigmoid((at[..., None] - raw[:, :, 1][:, :, None]) * steep)).sum(-1)


def crps_loss(raw: Tensor, change: Tensor, bounds: Tensor, unit: Tensor, c: Tensor) -> Tensor:
    """Mean CRPS by a stratified sum over thresholds; bounds (b, 2), unit (b,), c (h,)."""
    step = (GRID_HIGH - GRID_LOW) / GRID_POINTS
    edges = GRID_LOW + step * torch.arange(GRID_POINTS)
    t = (edges + step * torch.rand(len(raw), 1, GRID_POINTS)).expand(-1, len(c), -1)
    z = torch.sinh(t) * c[None, :, None]
    below = cdf(raw, t)
    below = torch.where(z >= bounds[:, 1, None, None], torch.ones_like(below), below)
    below = torch.where(z < bounds[:, 0, None, None], torch.zeros_like(below), below)
    seen = ~torch.isnan(change)
    met = (z >= torch.nan_to_num(change)[..., None]).float()
    score = ((below - met) ** 2 * torch.cosh(t) * step).sum(-1) * c * unit[:, None]
    known = seen.any(1)
    return ((score * seen).sum(1) / seen.sum(1).clamp(min=1))[known].mean()


def brier_loss(raw: Tensor, change: Tensor, thresholds: Tensor, c: Tensor) -> Tensor:
    """Mean Brier score of all targets of the batch; raw and change at the target horizons."""
    seen = ~torch.isnan(thresholds) & ~torch.isnan(change)[..., None]
    goal = torch.nan_to_num(thresholds)
    chance = 1 - cdf(raw, torch.asinh(goal / c[None, :, None]))
    met = (torch.nan_to_num(change)[..., None] >= goal - 1e-6).float()
    return ((chance - met) ** 2 * seen).sum() / seen.sum().clamp(min=1)


def train(episodes: Episodes, s: Training, growth: Growth, seed: int) -> dict[str, np.ndarray]:
    """Arrays of the ensemble in the form the table stores (half precision)."""
    parts = [_train_one(episodes, s, growth, seed + k) for k in range(s.n_nets)]
    return {n: np.stack([p[n] for p in parts]).astype(np.float16) for n in parts[0]}


def _train_one(episodes: Episodes, s: Training, growth: Growth, seed: int) -> dict[str, np.ndarray]:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    cumulative = np.cumsum(sampling(episodes, growth))
    centre = episodes.x.mean(axis=0).astype(np.float16).astype(float)
    spread = (episodes.x.std(axis=0) + 1e-2).astype(np.float16).astype(float)
    net = MixtureNet(episodes.x.shape[1], s)
    optimiser = torch.optim.AdamW(net.parameters(), lr=s.rate, weight_decay=s.decay)
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, s.rate, total_steps=s.steps, pct_start=0.15
    )
    unit = np.minimum(np.sqrt(episodes.pace_to_past * episodes.pace_to_all), 6.0)
    bounds = np.clip(np.stack([episodes.below, episodes.above], 1), -MISSING_BOUND, MISSING_BOUND)
    c = torch.tensor(width(np.arange(1, HORIZONS + 1)), dtype=torch.float32)
    at = torch.tensor(TARGET_HORIZONS) - 1
    for step in range(s.steps):
        rows = np.searchsorted(cumulative, rng.random(s.batch)).clip(max=len(cumulative) - 1)
        x = _tensor(np.clip((episodes.x[rows] - centre) / spread, -REACH, REACH))
        raw = net(x + s.noise * torch.randn_like(x))
        change = _tensor(episodes.change[rows])
        reach = 10 if step % 4 else HORIZONS
        some = torch.from_numpy(rng.choice(reach, YEARS_PER_STEP, replace=False))
        loss = crps_loss(
            raw[:, some], change[:, some], _tensor(bounds[rows]), _tensor(unit[rows]), c[some]
        )
        thresholds = _tensor(episodes.thresholds[rows])
        loss = loss + s.brier_weight * brier_loss(raw[:, at], change[:, at], thresholds, c[at])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        plan.step()
    layers = [m for m in [*net.body, net.head] if isinstance(m, nn.Linear)]
    out = {"net_centre": centre, "net_spread": spread}
    for k, layer in enumerate(layers):
        out[f"net_weight_{k}"] = layer.weight.detach().numpy()
        out[f"net_bias_{k}"] = layer.bias.detach().numpy()
    return out


def _tensor(array: np.ndarray) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32))

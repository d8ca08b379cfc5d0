"""What a scenario costs, year by year."""

from dataclasses import dataclass

from kh359.model.history import FloatArray, IntArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Money:
    """Median over draws, billion đồng at the prices of 2025. years: (n_years,) 2026-2045.

    grdp, local_budget: (n_years,). allocated: (n_years, 5) budget of the programmes a-e;
    private: (n_years, 5) what goes with it from outside the budget.
    """

    years: IntArray
    grdp: FloatArray
    local_budget: FloatArray
    allocated: FloatArray
    private: FloatArray

"""Soi kế hoạch: whether the plan agrees with itself, with other plans and with what is known."""

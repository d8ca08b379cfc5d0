"""Scenario explorer for Plan 359-KH/TU of Quảng Ngãi province."""

__version__ = "0.1.0"

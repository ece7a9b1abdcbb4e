"""The circular functions together: sines and their kin, and the arcs that undo them."""

from __future__ import annotations

from calc_repl.values.arcs import acos, asin, atan, atan2
from calc_repl.values.sines import cos, cot, csc, sec, sin, tan

__all__ = ["acos", "asin", "atan", "atan2", "cos", "cot", "csc", "sec", "sin", "tan"]

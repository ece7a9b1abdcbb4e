"""Print every figure beside its bound; the exit status is 1 when a bound is missed."""

from __future__ import annotations

import os
import platform
import sys

from tests.benchmarks import digits, evaluating, families, importing, parsing, prompting, starting


def main() -> int:
    print(f"{platform.python_implementation()} {platform.python_version()}", end=", ")
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores", flush=True)
    missed = 0
    for module in (starting, importing, digits, parsing, evaluating, families, prompting):
        for figure in module.figures():
            print(figure, flush=True)
            missed += not figure.holds
    print(f"{missed} missed" if missed else "all bounds hold")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

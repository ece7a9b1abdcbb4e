"""Every name the table of units knows."""

from __future__ import annotations

from calc_repl.units import prefixes, table


def every_name() -> list[str]:
    """The names in the definitions and all they make with prefixes; the currencies are left out."""
    found = list(table._exact)
    for prefix_names, units in ((prefixes.SHORT, table._short), (prefixes.LONG, table._long)):
        found += [prefix + name for prefix in prefix_names for name in units if table._parts(prefix + name)]
    return list(dict.fromkeys(found))


def rows() -> list[tuple[str, str]]:
    """The definitions: kind and line."""
    return [(kind, line) for kind, lines in table.DEFINITIONS.items() for line in lines.strip().split("\n")]

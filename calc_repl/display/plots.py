"""Plots as text: curves in dots of Braille, or in marks where colours do not tell them apart."""

from __future__ import annotations

from calc_repl.display.safe import safe
from calc_repl.values.plots import ACROSS, DOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments
    from calc_repl.values.plots import Plot, Trace

#: The bits of the dots of a Braille character, column by column from the top; the first such character has none.
_BRAILLE = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_FIRST_BRAILLE = 0x2800
_MARKS = "*+ox#@"
_POINT = "•"
#: So many curves have a style of their own, `curve-1` and so on.
STYLES = 6
_LONGEST_TEXT = 40


def plot_fragments(plot: Plot) -> Fragments:
    """A plot in fragments: each curve in its style, the axes in that of marks. Rows end in newlines but the last."""
    width = plot.frame.y.width
    labels = {plot.frame.row_at(part): label for part, label in plot.frame.y.labels}
    fragments: Fragments = []
    for row in range(plot.frame.rows):
        edge = f"{labels[row].rjust(width)} ┤" if row in labels else f"{' ' * width} │"
        fragments.append(("class:mark", edge))
        fragments += _row(plot, row)
        fragments.append(("", "\n"))
    fragments.append(("class:mark", "\n".join(_level_axis(plot))))
    for line in _legend(plot):
        fragments += [("", "\n"), *line]
    return fragments


def plot_text(plot: Plot) -> str:
    """A plot as text."""
    return "".join(text for _, text in plot_fragments(plot))


def _row(plot: Plot, row: int) -> Fragments:
    """The cells of a row, those in the same style together, without blanks at its end."""
    fragments: Fragments = []
    cells = [_cell(plot, cell, row) for cell in range(plot.frame.cells)]
    while cells and cells[-1][1] == " ":
        cells.pop()
    for style, character in cells:
        if fragments and fragments[-1][0] == style:
            fragments[-1] = (style, fragments[-1][1] + character)
        else:
            fragments.append((style, character))
    return fragments


def _cell(plot: Plot, cell: int, row: int) -> tuple[str, str]:
    """A cell: the dots of all curves in the style of the first, the axes where there are none."""
    character, style = 0, ""
    for index, trace in enumerate(plot.traces):
        columns = trace.cell(cell, row)
        if any(columns):
            if _is_marked(plot, trace):
                return _style(index), _mark(plot, index)
            style = style or _style(index)
            character |= sum(_BRAILLE[x][y] for x in range(ACROSS) for y in range(DOWN) if columns[x] >> y & 1)
    if character:
        return style, chr(_FIRST_BRAILLE + character)
    across, up = plot.frame.x.zero, plot.frame.y.zero
    on_upright = across is not None and plot.frame.cell_at(across) == cell
    on_level = up is not None and plot.frame.row_at(up) == row
    return "class:mark", "┼" if on_upright and on_level else "│" if on_upright else "─" if on_level else " "


def _is_marked(plot: Plot, trace: Trace) -> bool:
    """Whether a curve is drawn in marks."""
    return trace.of_points or (len(plot.traces) > 1 and not plot.canvas.has_colours)


def _mark(plot: Plot, index: int) -> str:
    if plot.traces[index].of_points and (len(plot.traces) == 1 or plot.canvas.has_colours):
        return _POINT
    return _MARKS[index % len(_MARKS)]


def _style(index: int) -> str:
    return f"class:curve-{index % STYLES + 1}"


def _level_axis(plot: Plot) -> list[str]:
    """The axis below the cells, and its labels."""
    indent = plot.frame.y.width + 2
    axis = ["─"] * plot.frame.cells
    labels = ""
    for part, label in plot.frame.x.labels:
        cell = plot.frame.cell_at(part)
        axis[cell] = "┬"
        start = min(indent + cell - (len(label) - 1) // 2, indent + plot.frame.cells - len(label))
        if start > len(labels) or not labels:
            labels = labels.ljust(max(start, 0)) + label
    return [" " * (indent - 1) + "└" + "".join(axis), *([labels] if labels else [])]


def _legend(plot: Plot) -> list[Fragments]:
    """The lines below: which curve is which, what has to be added to labels, what is known at single points only."""
    lines: list[Fragments] = []
    if len(plot.traces) > 1:
        left = 0
        for index, trace in enumerate(plot.traces):
            mark = _mark(plot, index) if _is_marked(plot, trace) else "⠒⠒"
            entry = f"{mark} {_short(trace.text)}"
            if not lines or left + 3 + len(entry) > plot.canvas.columns:
                lines.append([])
                left = 0
            else:
                lines[-1].append(("", "   "))
                left += 3
            lines[-1].append((_style(index), entry))
            left += len(entry)
    for name, axis in ((plot.variable, plot.frame.x), ("y", plot.frame.y)):
        if axis.offset is not None:
            lines.append([("class:note", f"{name}: {axis.offset} + ...")])
    sampled = [_short(trace.text) for trace in plot.traces if trace.is_sampled]
    if sampled:
        lines.append([("class:note", f"single points only: {', '.join(sampled)}")])
    return lines


def _short(text: str) -> str:
    text = safe(text)
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"

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
#: In the legend, what stands for a curve in dots, and what stands between two curves.
_LINE, _GAP = "⠒⠒", "   "
#: So many curves have a style of their own, `curve-1` and so on.
STYLES = 6
_LONGEST_TEXT = 40


def plot_fragments(plot: Plot) -> Fragments:
    """A plot in fragments: each curve in its style, the axes in that of marks. Rows end in newlines but the last."""
    return _Drawing(plot, plot.canvas.has_colours).fragments()


def plot_text(plot: Plot) -> str:
    """A plot as text, which has no colours."""
    return "".join(text for _, text in _Drawing(plot, has_colours=False).fragments())


class _Drawing:
    """A plot on its way to fragments; `has_colours` tells that colours tell its curves apart."""

    def __init__(self, plot: Plot, has_colours: bool) -> None:
        self.plot = plot
        self.frame = plot.frame
        self.marks = [_mark(index, trace, len(plot.traces), has_colours) for index, trace in enumerate(plot.traces)]

    def fragments(self) -> Fragments:
        """All rows."""
        width = self.frame.y.width
        labels = {self.frame.row_at(part): label for part, label in self.frame.y.labels}
        fragments: Fragments = []
        for row in range(self.frame.rows):
            edge = f"{labels[row].rjust(width)} ┤" if row in labels else f"{' ' * width} │"
            fragments.append(("class:mark", edge))
            fragments += self.row(row)
            fragments.append(("", "\n"))
        fragments.append(("class:mark", "\n".join(self.level_axis())))
        for line in [*self.legend(), *self.notes()]:
            fragments += [("", "\n"), *line]
        return fragments

    def row(self, row: int) -> Fragments:
        """The cells of a row, those in the same style together, without blanks at its end."""
        fragments: Fragments = []
        cells = [self.cell(cell, row) for cell in range(self.frame.cells)]
        while cells and cells[-1][1] == " ":
            cells.pop()
        for style, character in cells:
            if fragments and fragments[-1][0] == style:
                fragments[-1] = (style, fragments[-1][1] + character)
            else:
                fragments.append((style, character))
        return fragments

    def cell(self, cell: int, row: int) -> tuple[str, str]:
        """A cell: the dots of all curves in the style of the first, the axes where there are none."""
        character, style = 0, ""
        for index, trace in enumerate(self.plot.traces):
            columns = trace.cell(cell, row)
            if any(columns):
                mark = self.marks[index]
                if mark is not None:
                    return _style(index), mark
                style = style or _style(index)
                character |= sum(_BRAILLE[x][y] for x in range(ACROSS) for y in range(DOWN) if columns[x] >> y & 1)
        if character:
            return style, chr(_FIRST_BRAILLE + character)
        across, up = self.frame.x.zero, self.frame.y.zero
        on_upright = across is not None and self.frame.cell_at(across) == cell
        on_level = up is not None and self.frame.row_at(up) == row
        return "class:mark", "┼" if on_upright and on_level else "│" if on_upright else "─" if on_level else " "

    def level_axis(self) -> list[str]:
        """The axis below the cells, and its labels."""
        indent = self.frame.y.width + 2
        axis = ["─"] * self.frame.cells
        labels = ""
        for part, label in self.frame.x.labels:
            cell = self.frame.cell_at(part)
            axis[cell] = "┬"
            start = min(indent + cell - (len(label) - 1) // 2, indent + self.frame.cells - len(label))
            if start > len(labels) or not labels:
                labels = labels.ljust(max(start, 0)) + label
        return [" " * (indent - 1) + "└" + "".join(axis), *([labels] if labels else [])]

    def legend(self) -> list[Fragments]:
        """Which curve is which, where there are several, in as many lines as it takes."""
        lines: list[Fragments] = []
        left = 0
        for index, trace in enumerate(self.plot.traces if len(self.plot.traces) > 1 else ()):
            entry = f"{self.marks[index] or _LINE} {_short(trace.text)}"
            if not lines or left + len(_GAP) + len(entry) > self.plot.canvas.columns:
                lines.append([])
                left = 0
            else:
                lines[-1].append(("", _GAP))
                left += len(_GAP)
            lines[-1].append((_style(index), entry))
            left += len(entry)
        return lines

    def notes(self) -> list[Fragments]:
        """What has to be added to labels, and of which curves only some points are known."""
        lines: list[Fragments] = []
        for name, axis in ((self.plot.variable, self.frame.x), ("y", self.frame.y)):
            if axis.offset is not None:
                lines.append([("class:note", f"{name}: {axis.offset} + ...")])
        sampled = [_short(trace.text) for trace in self.plot.traces if trace.is_sampled]
        if sampled:
            lines.append([("class:note", f"in part single points: {', '.join(sampled)}")])
        return lines


def _mark(index: int, trace: Trace, count: int, has_colours: bool) -> str | None:
    """The mark a curve is drawn with, or None for one that is drawn in dots."""
    if count > 1 and not has_colours:
        return _MARKS[index % len(_MARKS)]
    return _POINT if trace.of_points else None


def _style(index: int) -> str:
    return f"class:curve-{index % STYLES + 1}"


def _short(text: str) -> str:
    text = safe(text)
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"

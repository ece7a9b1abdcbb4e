"""Where things stand on the screen: the line, one row below it, and over both the menu.

> sqrt(2                                      the line
  ) ≈ 1.41421356237        sqrt(number)       the live row; of an answer once the line is entered
"""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, has_completions, has_focus, is_done
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    Float,
    FloatContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.menus import CompletionsMenu
from prompt_toolkit.layout.processors import (
    AppendAutoSuggestion,
    ConditionalProcessor,
    HighlightSelectionProcessor,
    Processor,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.lexers import Lexer

    from calc_repl.terminal.search import Search

MARK, CONTINUED = "> ", "  "
#: Rows of the menu, at most.
MENU_ROWS = 8


def prompt_layout(
    line: Buffer, search: Search, lexer: Lexer, marks: Processor, live_row: Callable[[], StyleAndTextTuples]
) -> Layout:
    """The layout; while the search has the focus it stands in the place of the live row."""
    window = Window(
        BufferControl(
            line,
            lexer=lexer,
            include_default_input_processors=False,
            input_processors=[
                HighlightSelectionProcessor(),
                ConditionalProcessor(marks, ~is_done),
                ConditionalProcessor(AppendAutoSuggestion(style="class:suggestion"), ~is_done & ~has_completions),
            ],
        ),
        wrap_lines=True,
        dont_extend_height=True,
        get_line_prefix=_line_prefix,
    )
    searching = has_focus(search.query)
    search_row = Window(
        BufferControl(search.query),
        height=1,
        dont_extend_height=True,
        get_line_prefix=lambda _line, _wrap: [("class:note", f"{search.state}: ")],
    )
    below = Window(FormattedTextControl(live_row), height=1, dont_extend_height=True, wrap_lines=False)
    room_for_menu = Window(height=lambda: Dimension(min=0, preferred=_menu_height(line)))
    rows = HSplit(
        [
            window,
            ConditionalContainer(search_row, searching),
            ConditionalContainer(below, ~is_done & ~searching),
            ConditionalContainer(room_for_menu, ~is_done),
        ]
    )
    menu = HSplit(
        [
            ConditionalContainer(Window(height=1), has_completions),  # what is below shows through
            CompletionsMenu(max_height=MENU_ROWS, scroll_offset=1, extra_filter=Condition(lambda: not searching())),
        ]
    )
    return Layout(FloatContainer(rows, [Float(menu, xcursor=True, ycursor=True, transparent=True)]), window)


def _line_prefix(line: int, wrap: int) -> StyleAndTextTuples:
    return [("class:prompt", MARK if not line and not wrap else CONTINUED)]


def _menu_height(line: Buffer) -> int:
    state = line.complete_state
    return min(MENU_ROWS, len(state.completions)) if state is not None else 0

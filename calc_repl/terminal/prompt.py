"""The prompt for terminals: a line with colours, its answer below it while it is typed, history and completion."""

from __future__ import annotations

import sys
from asyncio import get_running_loop

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.cursor_shapes import CursorShape, ModalCursorShapeConfig, SimpleCursorShapeConfig
from prompt_toolkit.enums import DEFAULT_BUFFER, SEARCH_BUFFER, EditingMode
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import merge_key_bindings
from prompt_toolkit.key_binding.bindings.auto_suggest import load_auto_suggest_bindings
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.renderer import print_formatted_text
from prompt_toolkit.styles import BaseStyle
from prompt_toolkit.utils import get_cwidth

from calc_repl.display.safe import safe
from calc_repl.terminal.draft import Draft
from calc_repl.terminal.keys import Aside, key_bindings
from calc_repl.terminal.layout import MARK, prompt_layout
from calc_repl.terminal.search import Search
from calc_repl.terminal.styles import style
from calc_repl.terminal.themes import style_of
from calc_repl.terminal.toolkit import Colours, Completions, Ghost, Marks
from calc_repl.terminal.ways import Ways

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.history import HistoryFile
    from calc_repl.terminal.session import Session

#: Seconds a lone Escape waits for the rest of a key's sequence.
_ESCAPE_WAITS = 0.05
#: Seconds a key waits for the thread that tries a line out.
_SWITCH = 0.001


class FullPrompt:
    """The prompt of a session. Raises whatever prompt_toolkit raises when it cannot use the terminal.

    `input` and `output` are the terminal unless others are given, `ways` and
    `history` those of the session.
    """

    def __init__(
        self,
        session: Session,
        ways: Ways | None = None,
        history: HistoryFile | None = None,
        input: Input | None = None,
        output: Output | None = None,
    ) -> None:
        self._session = session
        self._own_history = history
        self._given_ways = ways
        self._ways = Ways()
        self._draft = Draft(session, lambda: self._history.entries, self._redraw)
        self._line = Buffer(
            name=DEFAULT_BUFFER,
            multiline=True,
            completer=Completions(self._draft),
            complete_while_typing=Condition(lambda: self._ways.opens_menu),
            auto_suggest=Ghost(self._draft),
            accept_handler=self._accept,
            on_text_changed=lambda buffer: self._draft.change(buffer.text),
        )
        search = Search(self._line, Buffer(name=SEARCH_BUFFER, multiline=False), self._draft.recall)
        layout = prompt_layout(self._line, search, Colours(self._draft), Marks(self._draft), self._live_row)
        self._app: Application[str] = Application(
            layout=layout,
            key_bindings=merge_key_bindings([load_auto_suggest_bindings(), key_bindings(session, self._draft, search)]),
            include_default_pygments_style=False,
            color_depth=ColorDepth.DEFAULT if session.has_colours else None,  # None asks NO_COLOR again
            enable_page_navigation_bindings=False,
            input=input,
            output=output,
        )
        self._app.ttimeoutlen = _ESCAPE_WAITS
        self._app.after_render += self._start_worker
        self._app.after_render += lambda _: self._draft.drawn()
        self.use(ways or session.ways)

    has_styles = True

    @property
    def _history(self) -> HistoryFile:
        return self._session.history if self._own_history is None else self._own_history

    def use(self, ways: Ways) -> None:
        """Look and behave like this from the next line on."""
        self._ways = ways
        self._style: BaseStyle = style(style_of("ansi", {}) if ways.looks is None else ways.looks)
        self._app.style = self._style
        self._app.editing_mode = EditingMode.VI if ways.is_vi else EditingMode.EMACS
        self._app.cursor = (
            ModalCursorShapeConfig() if ways.is_vi else SimpleCursorShapeConfig(CursorShape._NEVER_CHANGE)
        )
        self._draft.with_preview = ways.with_preview
        self._draft.with_suggestions = ways.with_suggestions
        self._draft.read = ways.read

    def ask(self) -> str:
        """The next entry. Raises KeyboardInterrupt for the first Ctrl-C on an empty line, EOFError for Ctrl-D there."""
        if self._history.warning is not None:
            self.show([("class:note", f"  {safe(self._history.warning)}\n")])
            self._history.warning = None
        self.use(self._given_ways or self._session.ways)
        self._draft.begin()
        entry = self._run()
        self._draft.end()
        self._history.remember(entry)
        return entry

    def show(self, fragments: Fragments) -> None:
        """Print the fragments in their styles."""
        print_formatted_text(self._app.output, FormattedText(fragments), self._style, self._app.style_transformation)

    @property
    def columns(self) -> int:
        """The width of the screen."""
        return self._app.output.get_size().columns

    def holds(self, text: str) -> bool:
        """Whether a text stands on one row, each character as itself."""
        return safe(text) == text and len(MARK) + get_cwidth(text) < self.columns

    def control(self, sequence: str) -> bool:
        """Send an escape sequence to the terminal."""
        self._app.output.write_raw(sequence)
        self._app.output.flush()
        return True

    def _run(self) -> str:
        """The next entry; what is to be shown in the meantime stands above the line, which is taken away for it."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        try:
            return self._run_until_entered()
        finally:
            sys.setswitchinterval(before)

    def _run_until_entered(self) -> str:
        while True:
            try:
                # While it waits Ctrl-C is a key; a signal from elsewhere is the session's.
                return self._app.run(pre_run=_drop_exceptions, set_exception_handler=False, handle_sigint=False)
            except Aside as aside:
                self.show(aside.made())
            finally:
                self._app.erase_when_done = False

    def _accept(self, buffer: Buffer) -> bool:
        self._app.exit(result=buffer.text)
        self._app.pre_run_callables.append(buffer.reset)
        return True  # the text stays until the next line is asked for

    def _live_row(self) -> StyleAndTextTuples:
        try:
            row = self._draft.live_row(self._line.text, self._line.cursor_position, self.columns)
            return [*(row if self._ways.spelled is None else self._ways.spelled(row))]
        except Exception:  # noqa: BLE001 - the toolkit would show it in the middle of the prompt
            return []

    def _redraw(self) -> None:
        self._app.invalidate()

    def _start_worker(self, _app: object) -> None:
        """After the first prompt is drawn: what it did not need is loaded now."""
        self._app.after_render -= self._start_worker
        self._draft.worker.start()


def _drop_exceptions() -> None:
    """A key that fails does nothing; the toolkit would print a traceback and wait for Enter."""
    get_running_loop().set_exception_handler(lambda _loop, _context: None)

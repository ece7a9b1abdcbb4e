"""What the keys do that a line of mathematics wants otherwise than other lines."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_completions, has_focus, is_searching
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from calc_repl.syntax.completeness import is_unfinished
from calc_repl.terminal import paste

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

#: Operators that, typed first, go on with the last answer. A minus is a sign.
CONTINUING = "*/^"


def key_bindings(refuse: Callable[[str], None]) -> KeyBindings:
    """The bindings; `refuse` tells the user why something was not done."""
    bindings = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER) & ~is_searching
    told = False  # that Ctrl-C does not leave
    empty = Condition(lambda: not get_app().current_buffer.text)

    @bindings.add("enter", filter=typing)
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None and buffer.complete_state.current_completion is not None:
            buffer.complete_state = None  # the choice is taken, the line goes on
        elif not buffer.text.lstrip().startswith(":") and is_unfinished(buffer.text):
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @bindings.add("escape", "enter", filter=typing)
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @bindings.add("escape", filter=typing & has_completions, eager=True)
    def _close_menu(event: KeyPressEvent) -> None:
        event.current_buffer.cancel_completion()

    @bindings.add("c-c", filter=typing)
    def _clear(event: KeyPressEvent) -> None:
        nonlocal told
        if event.current_buffer.text:
            event.current_buffer.reset()
        elif not told:
            told = True
            event.app.exit(exception=KeyboardInterrupt)

    for sign in CONTINUING:

        @bindings.add(sign, filter=typing & empty)
        def _continue(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text(f"ans {event.data}")

    @bindings.add(Keys.BracketedPaste, filter=typing)
    def _paste(event: KeyPressEvent) -> None:
        if len(event.data) > paste.LONGEST:
            refuse(f"The pasted text has {len(event.data):,} characters; at most {paste.LONGEST:,} are taken.")
        else:
            event.current_buffer.insert_text(paste.cleaned(event.data))

    return bindings

"""What the keys do that a line of mathematics wants otherwise than other lines."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import CompletionState
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER, SEARCH_BUFFER
from prompt_toolkit.filters import (
    Condition,
    completion_is_selected,
    has_completions,
    has_focus,
    vi_navigation_mode,
)
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys

from calc_repl.terminal import paste

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyBindingsBase

    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.draft import Draft
    from calc_repl.terminal.search import Search
    from calc_repl.terminal.session import Session

#: Operators that, typed first, go on with the last answer. A minus is a sign.
CONTINUING = "*/^"


class Aside(Exception):
    """Something is to be shown above the line, which then goes on; `made` makes it."""

    def __init__(self, made: Callable[[], Fragments]) -> None:
        super().__init__()
        self.made = made


def key_bindings(session: Session, draft: Draft, search: Search) -> KeyBindingsBase:
    """The bindings. A key for something to be shown ends the application with Aside."""
    return merge_key_bindings(
        [_entering(), _completing(draft), _recalling(draft), _searching(search), _rewriting(session)]
    )


_typing = has_focus(DEFAULT_BUFFER)


def _entering() -> KeyBindings:
    """Enter, Ctrl-C, Ctrl-D, pasting, and the operators that go on with the last answer."""
    bindings = KeyBindings()
    told = False  # that Ctrl-C does not leave

    @bindings.add("enter", filter=_typing)
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None and buffer.complete_state.current_completion is not None:
            buffer.complete_state = None  # the choice is taken, the line goes on
        else:
            _enter_line(buffer)

    @bindings.add("escape", "enter", filter=_typing)
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @bindings.add("c-c", filter=_typing)
    def _clear(event: KeyPressEvent) -> None:
        nonlocal told
        if event.current_buffer.text:
            event.current_buffer.reset()
        elif not told:
            told = True
            event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-d", filter=_typing)
    def _leave(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            event.app.exit(exception=EOFError)

    @bindings.add("c-z", filter=_typing)  # where programs cannot be suspended it does nothing
    def _suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    empty = Condition(lambda: not get_app().current_buffer.text)

    for sign in CONTINUING:

        @bindings.add(sign, filter=_typing & empty & ~vi_navigation_mode)
        def _continue(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text(f"ans {event.data}")

    @bindings.add(Keys.BracketedPaste, filter=_typing)
    def _paste(event: KeyPressEvent) -> None:
        if len(event.data) > paste.LONGEST:
            message = f"The pasted text has {len(event.data):,} characters; at most {paste.LONGEST:,} are taken."
            _show(event, lambda: [("class:error", "  error: "), ("", f"{message}\n")])
        else:
            event.current_buffer.insert_text(paste.cleaned(event.data))

    return bindings


def _enter_line(buffer: Buffer) -> None:
    """Enter the line with its brackets closed, or begin another row of it."""
    from calc_repl.terminal.preview import entered

    entry = entered(buffer.text)
    if entry is None:
        buffer.insert_text("\n")
        return
    if entry != buffer.text:
        buffer.document = Document(entry, len(entry))
    buffer.validate_and_handle()


def _completing(draft: Draft) -> KeyBindings:
    """Tab and Escape."""
    bindings = KeyBindings()

    @bindings.add("tab", filter=_typing & ~has_completions)
    def _complete(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        found = draft.candidates(buffer.document.text_before_cursor)
        best = [candidate for candidate in found if candidate.is_continuation] or found
        common = _common_beginning([candidate.text for candidate in best if candidate.is_continuation])
        if len(best) == 1 or (best and best[0].is_whole):
            buffer.delete_before_cursor(best[0].replaced)
            called = buffer.document.text_after_cursor.startswith("(")
            buffer.insert_text(best[0].text.removesuffix("(") if called else best[0].text)
        elif found:
            buffer.insert_text(common[best[0].replaced :])
            choices = list(buffer.completer.get_completions(buffer.document, CompleteEvent(completion_requested=True)))
            buffer.complete_state = CompletionState(buffer.document, choices)

    @bindings.add("escape", filter=_typing & has_completions, eager=True)
    def _close_menu(event: KeyPressEvent) -> None:
        event.current_buffer.cancel_completion()

    @bindings.add("end", filter=_typing)
    def _take_suggestion(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.suggestion is not None and buffer.document.is_cursor_at_the_end:
            buffer.insert_text(buffer.suggestion.text)
        else:
            buffer.cursor_position += buffer.document.get_end_of_line_position()

    return bindings


def _common_beginning(texts: list[str]) -> str:
    first, last = min(texts, default=""), max(texts, default="")
    differing = (index for index, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    return first[: next(differing, min(len(first), len(last)))]


def _recalling(draft: Draft) -> KeyBindings:
    """Up and Down: the rows of the line, the choices of the menu, the entries before."""
    bindings = KeyBindings()

    def back(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if completion_is_selected():
            buffer.complete_previous()
            return
        buffer.cancel_completion()
        if buffer.document.cursor_position_row:
            buffer.cursor_up()
        else:
            _replace(buffer, draft.recall.back(buffer.text))

    def forward(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None:
            buffer.complete_next()
        elif buffer.document.cursor_position_row < buffer.document.line_count - 1:
            buffer.cursor_down()
        else:
            _replace(buffer, draft.recall.forward(buffer.text))

    for key in ("up", "c-p"):
        bindings.add(key, filter=_typing)(back)
    for key in ("down", "c-n"):
        bindings.add(key, filter=_typing)(forward)
    bindings.add("k", filter=_typing & vi_navigation_mode)(back)
    bindings.add("j", filter=_typing & vi_navigation_mode)(forward)
    return bindings


def _searching(search: Search) -> KeyBindings:
    """Ctrl-R and the keys of the search it begins."""
    bindings = KeyBindings()
    searching = has_focus(SEARCH_BUFFER)
    bindings.add("c-r", filter=_typing)(lambda _event: search.start())
    for key in ("c-r", "up", "c-p"):
        bindings.add(key, filter=searching)(lambda _event: search.older())
    for key in ("enter", "tab", "left", "right", "home", "end", "down"):
        bindings.add(key, filter=searching)(lambda _event: search.take())
    for key in ("c-c", "c-g", "escape"):
        bindings.add(key, filter=searching, eager=True)(lambda _event: search.give_up())

    @bindings.add(Keys.BracketedPaste, filter=searching)
    def _paste(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(paste.cleaned(event.data[: paste.LONGEST]).partition("\n")[0])

    return bindings


def _rewriting(session: Session) -> KeyBindings:
    """Alt-. for more digits of the last answer, Alt-/ for its decimal or its exact form."""
    bindings = KeyBindings()

    @bindings.add("escape", ".", filter=_typing)
    def _more_digits(event: KeyPressEvent) -> None:
        from calc_repl.terminal.last_answer import with_more_digits

        _show(event, lambda: _rewritten(with_more_digits, session))

    @bindings.add("escape", "/", filter=_typing)
    def _other_form(event: KeyPressEvent) -> None:
        from calc_repl.terminal.last_answer import in_other_form

        _show(event, lambda: _rewritten(in_other_form, session))

    return bindings


def _rewritten(write: Callable[[Session], Fragments], session: Session) -> Fragments:
    """The last answer written anew, or why it cannot be."""
    from calc_repl.errors import CalcError
    from calc_repl.terminal.screens import error_screen

    try:
        return write(session)
    except CalcError as error:
        return error_screen(error, "", in_place=False)


def _show(event: KeyPressEvent, make: Callable[[], Fragments]) -> None:
    event.app.erase_when_done = True
    event.app.exit(exception=Aside(make))


def _replace(buffer: Buffer, text: str | None) -> None:
    if text is not None:
        buffer.document = Document(text, len(text))

"""How a prompt looks and behaves, as far as its user may choose."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calc_repl.display.answers import Fragments


class Ways:
    """What may be chosen between two lines.

    `looks` gives each class of text its style, None for the usual ones; `is_vi`
    are the keys of vi, with a cursor whose shape shows the mode; `opens_menu` a
    menu while a name is typed; `with_preview` and `with_suggestions` the answer
    below the line and what stands dim behind the cursor. `read` gives what is
    typed in the language's own signs, `spelled` writes fragments with those the
    user and the screen have.
    """

    __slots__ = ("is_vi", "looks", "opens_menu", "read", "spelled", "with_preview", "with_suggestions")

    def __init__(
        self,
        looks: Mapping[str, str] | None = None,
        *,
        is_vi: bool = False,
        opens_menu: bool = False,
        with_preview: bool = True,
        with_suggestions: bool = True,
        read: Callable[[str], str] | None = None,
        spelled: Callable[[Fragments], Fragments] | None = None,
    ) -> None:
        self.looks = looks
        self.is_vi = is_vi
        self.opens_menu = opens_menu
        self.with_preview = with_preview
        self.with_suggestions = with_suggestions
        self.read = read
        self.spelled = spelled

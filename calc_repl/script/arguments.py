"""The command line, read by hand: argparse would cost more time than the answer."""

from __future__ import annotations

import os

from calc_repl.settings import Settings

#: A batch line may take so long unless `--timeout` says otherwise.
DEFAULT_TIMEOUT = 8.0

USAGE = """\
usage: calc-repl [options] [EXPRESSION ...]
       calc-repl [options] -f FILE [ARGUMENT ...]
       calc-repl [options] --check FILE_OR_FOLDER [...]

Without an expression: the prompt on a terminal, otherwise every line of standard input.
Each expression is a line of one session.

  -e, --expression TEXT   an expression, also one that begins with a minus
  -f, --file FILE         run a .calc file; its last value is shown
      --check             run every example and assertion in modules; status 1 when one fails
  -t, --terse             the bare value only, a decimal where there is one
      --json              one JSON object for each line
      --digits N          significant digits of rounded answers (12)
      --group             group digits: 1_234_567
      --rates FILE        exchange rates in the ECB's form, also an address: https://...
      --timeout SECONDS   how long a line may take (8; 0 for no limit)
      --python          let import run any module of Python
      --set NAME=VALUE    change a setting; --set help lists them
      --ascii             write ASCII only: ~= before a rounded decimal
      --debug             show the Python traceback of an internal error
  -h, --help              this page
  -V, --version           the version

At the prompt:
      --plain             no colours and no editing, as for screen readers
      --color WHEN        colours: auto, always or never (auto)
      --quiet             no banner
      --no-config         leave the configuration file aside
      --no-init           do not run init.calc
      --no-history        keep no history
"""


class UsageError(Exception):
    """The command line cannot be understood; the message says why."""


class Arguments:
    """What the command line asks for."""

    __slots__ = (
        *("checked", "debug", "expressions", "file", "file_arguments", "json", "no_config", "no_init", "page"),
        *("preferences", "python", "settings", "terse"),
    )

    def __init__(self) -> None:
        self.expressions: list[str] = []
        self.file: str | None = None
        self.file_arguments: list[str] = []
        self.checked: list[str] | None = None  # the files and folders behind --check
        self.json = False
        self.terse = False
        self.debug = False
        self.python = False
        self.page: str | None = None  # help or version: printed instead of anything else
        self.settings: dict[str, object] = {}
        self.preferences: dict[str, object] = {}  # settings of the prompt
        self.no_config = False
        self.no_init = False


def read_arguments(words: list[str]) -> Arguments:
    """The arguments of a command line. Raises UsageError."""
    arguments = Arguments()
    rest = iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        given = arguments.expressions if arguments.checked is None else arguments.checked
        if word == "--":
            given += rest
        elif not _is_option(word):
            given.append(word)
        elif word == "--check":
            arguments.checked = arguments.checked or []
        elif word in _FLAGS:
            setattr(arguments, _FLAGS[word], True)
        elif word == "--group":
            arguments.settings["grouping"] = True
        elif word in _PREFERENCES:
            name, chosen = _PREFERENCES[word]
            arguments.preferences[name] = chosen
        elif word in ("-h", "--help"):
            arguments.page = USAGE
        elif word in ("-V", "--version"):
            arguments.page = _version()
        elif option in _WITH_VALUE and (equals == "" or option.startswith("--")):
            _set_option(arguments, option, value if equals else _next(rest, option))
            if arguments.file is not None:
                arguments.file_arguments = list(rest)
        else:
            raise UsageError(f"unknown option {word[:60]!r}; write -- before an expression that begins with a minus")
    if arguments.file is not None and arguments.expressions:
        raise UsageError("a file and expressions cannot be given together")
    if arguments.checked is not None:
        _confirm_check(arguments)
    return arguments


def settings_of(arguments: Arguments, **defaults: object) -> Settings:
    """The settings a command line asks for, over the given defaults. Raises UsageError."""
    try:
        return Settings(**{**rates_of_environment(), **defaults, **arguments.settings})
    except ValueError as error:
        raise UsageError(str(error)) from None


def rates_of_environment() -> dict[str, object]:
    """The setting of exchange rates, where the environment has one."""
    rates = os.environ.get("CALC_REPL_RATES")
    return {"rates": rates} if rates else {}


_FLAGS = {
    "-t": "terse",
    "--terse": "terse",
    "--json": "json",
    "--debug": "debug",
    "--no-config": "no_config",
    "--no-init": "no_init",
    "--python": "python",
}
_PREFERENCES: dict[str, tuple[str, bool]] = {
    "--ascii": ("ascii", True),
    "--plain": ("plain", True),
    "--no-history": ("history", False),
    "--quiet": ("banner", False),
}
_WITH_VALUE = frozenset(("-e", "--expression", "-f", "--file", "--color", "--digits", "--rates", "--timeout", "--set"))
_COLORS = ("auto", "always", "never")


def _confirm_check(arguments: Arguments) -> None:
    if arguments.expressions or arguments.file is not None:
        raise UsageError("--check takes files and folders only")
    if not arguments.checked and arguments.page is None:
        raise UsageError("--check needs a .calc file or a folder of them")


def _is_option(word: str) -> bool:
    """One or two minuses before a letter; `-2^2` and `-(1+2)` are expressions."""
    letter = word[2:3] if word.startswith("--") else word[1:2] if word.startswith("-") else ""
    return letter.isascii() and letter.isalpha()


def _next(rest: object, option: str) -> str:
    value = next(rest, None)  # type: ignore[call-overload]
    if value is None:
        raise UsageError(f"{option} needs a value")
    return str(value)


def _set_option(arguments: Arguments, option: str, value: str) -> None:
    if option in ("-e", "--expression"):
        arguments.expressions.append(value)
    elif option in ("-f", "--file"):
        arguments.file = value
    elif option == "--set":
        if value == "help":
            from calc_repl.help.setting_pages import settings_page

            arguments.page = settings_page()
            return
        name, equals, text = value.partition("=")
        if not equals:
            raise UsageError(f"--set needs NAME=VALUE, not {value}")
        arguments.settings[name] = text
    elif option == "--color":
        if value not in _COLORS:
            raise UsageError(f"--color is one of {', '.join(_COLORS)}, not {value[:60]!r}")
        arguments.preferences["color"] = value
    else:
        arguments.settings[option[2:]] = value


def _version() -> str:
    from calc_repl import __version__

    return f"calc_repl {__version__}\n"

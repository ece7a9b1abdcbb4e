"""`python -m calc_repl`: the prompt on a terminal, otherwise a script."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.script.arguments import Arguments


def main() -> int:
    """Run the calculator on the command line; returns the exit status."""
    words = sys.argv[1:]
    if __name__ == "__main__" and sys.path and sys.path[0] in ("", os.getcwd()):
        del sys.path[0]  # `python -m` puts it there; a file that lies in it must not pass for one of our libraries
    from calc_repl.script.arguments import UsageError, read_arguments

    try:
        arguments = read_arguments(words)
        is_answering = bool(arguments.expressions) or arguments.file is not None or arguments.checked is not None
        at_prompt = not is_answering and arguments.page is None
        if at_prompt and not (arguments.json or arguments.terse) and _is_terminal():
            return _prompt(arguments)
        _die_of_interrupts()
        from calc_repl.script.runner import run

        return run(arguments)
    except UsageError as error:
        from calc_repl.script.output import write_error

        write_error(f"error: {error}\nhint: calc-repl --help\n")
        return 2


def _prompt(arguments: Arguments) -> int:
    from calc_repl.script.arguments import UsageError, rates_of_environment
    from calc_repl.terminal.config import set_up
    from calc_repl.terminal.session import run_prompt

    given = {**rates_of_environment(), **arguments.settings, **arguments.preferences}
    try:
        setup = set_up(given, config=not arguments.no_config, init=not arguments.no_init)
    except ValueError as error:
        raise UsageError(str(error)) from None
    return run_prompt(setup, arguments.debug, arguments.python)


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _die_of_interrupts() -> None:
    """Let Ctrl-C end a script at once, also in the middle of a long multiplication; the shell sees status 130."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(main())

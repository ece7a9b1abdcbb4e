"""The Lark parser of `grammar/calc.lark`, loaded from the user's cache when it has one.

Building the parser takes about a sixth of a second, loading it a few
milliseconds. A cached parser is a pickle, so it is trusted only in a
directory that belongs to the user and nobody else can enter.
"""

from __future__ import annotations

import os
import pickle
import sys

from lark import Lark
from lark import __version__ as lark_version
from lark.lexer import Lexer

from calc_repl.syntax.builder import NodeBuilder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FORMAT = 1  # of the cache file; to be raised when options of the parser change


class TokenStream(Lexer):
    """What Lark takes for its lexer: it hands on the tokens our own tokenizer has made."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, _parser_state: object) -> Iterator[Any]:
        """The tokens given to `Lark.parse` in place of a text."""
        return iter(lexer_state.text)


def load_parser() -> Lark:
    """The parser: from the cache, or built from the grammar and then cached.

    Raises FileNotFoundError when the package was installed without its grammar.
    """
    grammar = grammar_text()
    header = f"calc_repl {_FORMAT} lark {lark_version} python {sys.hexversion:x}\n{grammar}".encode()
    directory = _cache_directory()
    parser = _read(directory, header)
    if parser is None:
        parser = build_parser(grammar)
        _write(directory, header, parser)
    return parser


def build_parser(grammar: str, strict: bool = False) -> Lark:
    """A parser made from the text of the grammar; `strict` refuses every conflict in it."""
    return Lark(
        grammar,
        parser="lalr",
        lexer=TokenStream,
        transformer=NodeBuilder,
        keep_all_tokens=True,
        maybe_placeholders=False,
        strict=strict,
    )


def grammar_text() -> str:
    """The grammar, from the installed package or from the checkout the package stands in."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "grammar", "calc.lark")
    beside = os.path.join(os.path.dirname(package), "grammar", "calc.lark")
    with open(installed if os.path.exists(installed) else beside, encoding="utf-8") as file:
        return file.read()


def _cache_directory() -> str | None:
    """A directory only this user can enter, or None when there is no such place."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not home or not os.path.isabs(home):
        home = os.path.join(os.path.expanduser("~"), ".cache")
    directory = os.path.join(home, "calc_repl")
    try:
        os.makedirs(directory, mode=0o700, exist_ok=True)
        status = os.stat(directory)
    except OSError:
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077):
        return None
    return directory


def _cache_file(directory: str) -> str:
    return os.path.join(directory, f"parser-{sys.implementation.cache_tag}.pickle")


def _read(directory: str | None, header: bytes) -> Lark | None:
    if directory is None:
        return None
    try:
        with open(_cache_file(directory), "rb") as file:
            if file.read(len(header)) != header:
                return None
            return Lark.load(file)
    except Exception:  # noqa: BLE001  # a damaged cache is built anew, whatever unpickling it raised
        return None


def _write(directory: str | None, header: bytes, parser: Lark) -> None:
    if directory is None:
        return
    path = _cache_file(directory)
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "wb") as file:
            file.write(header)
            parser.save(file)
        os.replace(temporary, path)
    except (OSError, pickle.PicklingError):
        # Without a cache the next start builds the parser again.
        _remove(temporary)


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        pass

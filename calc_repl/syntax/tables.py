"""The parser's tables: from the user's cache, or built by Lark and then cached.

The cache holds data alone, never code. It is read only in a directory that
belongs to the user and nobody else can enter, because what unmarshals may
still be nonsense.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.syntax.driver import Tables

_FORMAT = 2  # of the cache file; to be raised when the meaning of the tables changes


def load_tables() -> Tables:
    """The tables of the grammar.

    Raises FileNotFoundError when the package was installed without its grammar.
    """
    grammar = grammar_text()
    header = f"calc_repl {_FORMAT} marshal {marshal.version}\n{grammar}".encode()
    directory = cache_directory()
    tables = _read(directory, header)
    if tables is None:
        from calc_repl.syntax.grammar import build_tables

        tables = build_tables(grammar)
        _write(directory, header, tables)
    return tables


def grammar_text() -> str:
    """The grammar, from the installed package or from the checkout the package stands in."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "grammar", "calc.lark")
    beside = os.path.join(os.path.dirname(package), "grammar", "calc.lark")
    with open(installed if os.path.exists(installed) else beside, encoding="utf-8") as file:
        return file.read()


def cache_directory() -> str | None:
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
    return os.path.join(directory, f"parser-{sys.implementation.cache_tag}.tables")


def _read(directory: str | None, header: bytes) -> Tables | None:
    """The cached tables of exactly this grammar, or None; a damaged cache counts as none."""
    if directory is None:
        return None
    try:
        with open(_cache_file(directory), "rb") as file:
            content = file.read()
    except OSError:
        return None
    body = content[len(header) + 4 :]
    if not content.startswith(header) or content[len(header) : len(header) + 4] != _checksum(body):
        return None
    return marshal.loads(body)  # type: ignore[no-any-return]  # noqa: S302  # written by us, in a place of our own


def _write(directory: str | None, header: bytes, tables: Tables) -> None:
    if directory is None:
        return
    path = _cache_file(directory)
    temporary = f"{path}.{os.getpid()}"
    body = marshal.dumps(tables)
    try:
        with open(temporary, "wb") as file:
            file.write(header + _checksum(body) + body)
        os.replace(temporary, path)
    except OSError:
        # Without a cache the next start builds the tables again.
        _remove(temporary)


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        pass

"""Fixtures of the tests of modules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from modules.python_session import PythonSession


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PythonSession:
    """A session whose module folder may hold Python files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    return PythonSession(tmp_path / "config", tmp_path / "here")


@pytest.fixture
def open_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PythonSession:
    """The same, started with --python."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    return PythonSession(tmp_path / "config", tmp_path / "here", python=True)


@pytest.fixture
def python_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on Python's search path; what is imported from it is forgotten afterwards."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = set(sys.modules)
    yield folder
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
            del sys.modules[name]

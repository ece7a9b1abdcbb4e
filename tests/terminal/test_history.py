"""The history: nothing of it is lost, whatever happens, and nothing of it keeps a session up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal.recorded import Recorded

import calc_repl
from calc_repl.terminal.config import Config, Setup
from calc_repl.terminal.history import MOST_BYTES, MOST_ENTRIES, HistoryFile, history_path

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes of files")

#: Remembers entries until it is killed, each told on standard output once it is kept.
WRITER = """
import sys
from calc_repl.terminal.history import HistoryFile
file = HistoryFile(sys.argv[1])
for number in range(int(sys.argv[3])):
    file.remember(sys.argv[2] + str(number))
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(calc_repl.__file__).parent.parent)},
    )


def test_history_reads_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "calc_repl" / "history"
    file = HistoryFile(str(path))
    for entry in ("1+1", "(\n2)", 'ünï "x" \udcff'):
        assert file.remember(entry)
    assert HistoryFile(str(path)).entries == ["1+1", "(\n2)", 'ünï "x" \udcff']
    assert path.read_bytes().isascii()
    assert path.read_text().count("\n") == 3


def test_history_leaves_out_repeats_and_lines_that_begin_with_a_space(tmp_path: Path) -> None:
    file = HistoryFile(str(tmp_path / "history"))
    assert [file.remember(entry) for entry in ("a", "a", " b", "", "a", "c", "a")] == [
        True, False, False, False, False, True, True,
    ]  # fmt: skip
    assert HistoryFile(str(tmp_path / "history")).entries == ["a", "c", "a"]


@posix
def test_history_is_for_its_user_only(tmp_path: Path) -> None:
    HistoryFile(str(tmp_path / "calc_repl" / "history")).remember("1")
    assert (tmp_path / "calc_repl").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "calc_repl" / "history").stat().st_mode & 0o777 == 0o600


def test_history_skips_damaged_lines(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_bytes(b'"1"\n"half\n{"a": 1}\n\xff\xfe\n\n' + b"[" * 100_000 + b'\n"2"\n')
    file = HistoryFile(str(path))
    assert file.entries == ["1", "2"]
    assert file.warning is None


def test_history_reads_the_last_entries(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text("".join(f'"{number}"\n' for number in range(MOST_ENTRIES + 5)))
    assert HistoryFile(str(path)).entries == [str(number) for number in range(5, MOST_ENTRIES + 5)]


def test_history_reads_the_end_of_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "history"
    long = "1+" * 50_000
    path.write_text("".join(f'"{long}{number}"\n' for number in range(500)))
    assert path.stat().st_size > 2 * MOST_BYTES
    entries = HistoryFile(str(path)).entries
    assert MOST_BYTES // 100_010 - 2 < len(entries) <= MOST_BYTES // 100_000
    assert entries[-1] == long + "499"
    assert all(entry.startswith(long) for entry in entries)


@posix
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_history_in_the_place_of_something_else_is_in_memory_only(tmp_path: Path, make: object) -> None:
    make(tmp_path / "history")  # type: ignore[operator]
    file = HistoryFile(str(tmp_path / "history"))
    assert file.remember("1")
    assert file.warning is not None
    assert file.entries == ["1"]


@posix
def test_history_stands_in_the_state_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere")
    assert history_path() == "/somewhere/calc_repl/history"
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    assert history_path() == "/home/someone/.local/state/calc_repl/history"


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "history"
    file = HistoryFile(str(path))
    path.write_text('"1"\n"2"\n')
    assert file.entries == ["1", "2"]


def test_a_line_cut_short_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_bytes(b'"1"\n"2"\n"3 + (')
    file = HistoryFile(str(path))
    assert file.entries == ["1", "2"]
    file.remember("4")
    file.remember("5")
    assert HistoryFile(str(path)).entries == ["1", "2", "4", "5"]


@given(st.lists(st.text(min_size=1)), st.integers(0))
def test_whatever_is_cut_off_the_rest_is_there(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], cut: int
) -> None:
    path = tmp_path_factory.mktemp("history") / "history"
    file = HistoryFile(str(path))
    kept = [text for text in texts if file.remember(text)]
    data = path.read_bytes() if kept else b""
    cut = min(cut, len(data))
    path.write_bytes(data[:cut])
    whole = data[:cut].count(b"\n")
    after = HistoryFile(str(path))
    assert after.entries[:whole] == kept[:whole]
    assert len(after.entries) <= whole + 1
    after.remember("the next")
    assert HistoryFile(str(path)).entries[:whole] == kept[:whole]
    assert HistoryFile(str(path)).entries[-1] == "the next"


def test_a_line_of_several_texts_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text('"1"\n"4", "5"\n6\n"7"\n')
    assert HistoryFile(str(path)).entries == ["1", "7"]


def test_sessions_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "calc_repl" / "history"
    names = ("a", "b", "c")
    running = [writer(path, name, 200) for name in names]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    entries = HistoryFile(str(path)).entries
    assert len(entries) == 600
    for name in names:
        assert [entry for entry in entries if entry.startswith(name)] == [f"{name}{number}" for number in range(200)]
    for process in running:
        assert process.stdout is not None
        process.stdout.close()


@posix
def test_a_kill_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "history"
    process = writer(path, "x", 100_000)
    assert process.stdout is not None
    seen = [process.stdout.readline() for _ in range(50)]
    process.send_signal(signal.SIGKILL)
    seen += process.stdout.read().splitlines()
    process.wait(60)
    process.stdout.close()
    entries = HistoryFile(str(path)).entries
    assert len(entries) >= len(seen) >= 50
    assert entries == [f"x{number}" for number in range(len(entries))]


@posix
def test_a_lock_that_is_never_given_back_holds_nobody_up(tmp_path: Path) -> None:
    import fcntl

    path = tmp_path / "history"
    HistoryFile(str(path)).remember("1")
    with path.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        HistoryFile(str(path)).remember("2")
    assert HistoryFile(str(path)).entries == ["1", "2"]


@posix
def test_a_file_others_could_read_becomes_its_users_own(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text('"1"\n')
    path.chmod(0o644)
    HistoryFile(str(path)).remember("2")
    assert path.stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_place_that_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "history").symlink_to("/dev/full")
    file = HistoryFile(str(tmp_path / "history"))
    assert file.remember("1")
    assert file.warning is not None
    file.warning = None
    assert file.remember("2")
    assert file.warning is None
    assert file.entries == ["1", "2"]


def test_without_history_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    prompt = Recorded(Setup({"history": False}, Config(None), None))
    prompt.session.history.remember("1")
    assert prompt.session.history.entries == ["1"]
    assert list(tmp_path.iterdir()) == []
    Recorded(Setup({}, Config(None), None)).session.history.remember("1")
    assert (tmp_path / "calc_repl" / "history").read_text() == '"1"\n'

"""Streams that are closed, full, broken or of another encoding, and Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest
from script.command import COMMAND, environment, run


def shell(script: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = " ".join(f"'{word}'" for word in COMMAND)
    return subprocess.run(
        ["sh", "-c", script.replace("CALC", command)],
        capture_output=True,
        cwd="/",
        env=environment(**more),
        timeout=120,
    )


def test_closed_pipe_ends_the_program_quietly() -> None:
    process = subprocess.Popen(
        [*COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/", env=environment()
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        process.stdin.write(b"1\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"1\n"
        process.stdout.close()
        try:
            process.stdin.write(b"10^1000\n" * 1000)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it has ended already
        assert process.wait(60) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize("line", ["1 + 1", "print(2)", "2; print(2)"])
def test_head_takes_one_line_without_a_complaint(line: str) -> None:
    done = shell(f"yes '{line}' | head -n 2000 | CALC | head -n 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"2\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", ["'1 + 1'", "--json '1 + 1'", "--help", "'print(1)'"])
def test_full_disk_is_a_message_and_status_1(arguments: str) -> None:
    done = shell(f"CALC {arguments} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == b"error: cannot write the answer: No space left on device\n"


@pytest.mark.parametrize("arguments", ["'1 + 1'", "--json '1 + 1'", "--version"])
def test_closed_output_is_a_message_and_status_1(arguments: str) -> None:
    done = shell(f"CALC {arguments} >&-")
    assert done.returncode == 1
    assert done.stderr.startswith(b"error: cannot write the answer: ")
    assert b"Traceback" not in done.stderr


def test_closed_standard_error_is_no_hindrance() -> None:
    done = shell("CALC '1/0' '1 + 1' 2>&-")
    assert (done.returncode, done.stdout) == (1, b"2\n")


def test_closed_standard_input_answers_nothing() -> None:
    done = shell("CALC <&-")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("line", "out"), [("1/3", b"1/3 ~= 0.333333333333\n"), ('"\u00e9"', b'"\\xe9"\n'), ("1 + 1", b"2\n")]
)
def test_output_falls_back_to_ascii(line: str, out: bytes) -> None:
    done = subprocess.run(
        [*COMMAND, line], capture_output=True, cwd="/", env=environment(PYTHONIOENCODING="ascii"), timeout=120
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, out, b"")


def test_ascii_can_be_asked_for() -> None:
    done = run("--ascii", "pi", '"π"', "π + größe")
    assert (done.status, done.out) == (1, 'pi ~= 3.14159265359\n"\\u03c0"\n')
    assert done.err == ("error: line 3: Unknown name gr\\xf6\\xdfe.\n  pi + gr\\xf6\\xdfe\n       ^^^^^^^^^^^\n")


def test_plain_c_locale_is_no_hindrance() -> None:
    done = run(
        given="1/3\ngröße\n", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert (done.status, done.out) == (1, "1/3 ~= 0.333333333333\n")
    assert done.err.isascii()


@pytest.mark.parametrize("form", ["expression", "file", "standard input"])
def test_interrupt_ends_a_script_by_the_signal(form: str, tmp_path: Path) -> None:
    endless = 'f(n) = if n == 0 then 0 else f(n - 1); print("running"); sum(x => f(1000), 1, 10^6)'
    file = tmp_path / "endless.calc"
    file.write_text(endless)
    arguments = {"expression": [endless], "file": ["-f", str(file)], "standard input": []}[form]
    process = subprocess.Popen(
        [*COMMAND, "--timeout", "0", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd="/",
        env=environment(),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        if form == "standard input":
            process.stdin.write(endless.encode() + b"\n")
            process.stdin.flush()
        assert process.stdout.readline() == b"running\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == -signal.SIGINT
        assert b"Traceback" not in err


def test_end_by_sigterm_leaves_no_traceback() -> None:
    process = subprocess.Popen(
        [*COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/", env=environment()
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        process.stdin.write(b"1\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"1\n"
        process.terminate()
        _, err = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGTERM
    assert err == b""

"""What the prompt can be told: commands that list, take back, keep and copy."""

from __future__ import annotations

import os
import re
import signal
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal.recorded import Recorded
from transcript import read_page

import calc_repl.help
from calc_repl.display.answers import FOLD_ABOVE, value_text
from calc_repl.errors import CalcError
from calc_repl.settings import Settings
from calc_repl.terminal.commands import COMMANDS, full_name
from calc_repl.terminal.journal import MOST_STEPS
from calc_repl.terminal.last_answer import in_other_form, with_more_digits
from calc_repl.terminal.session_file import saved_text

State = tuple[dict[str, str], list[str], int, str]


@pytest.fixture
def prompt() -> Recorded:
    return Recorded()


def state(prompt: Recorded) -> State:
    """All a session knows, as text."""
    scope = prompt.session.calculator.scope
    names = {name: value_text(value, Settings()) for name, value in scope.names.items()}
    answers = [f"_{number} = {value_text(value, Settings())}" for number, value in scope.answers.items()]
    return names, answers, scope.answer_count, prompt.session.calculator.settings.angle


# Names of commands


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_may_be_shortened_while_it_is_the_only_one(name: str) -> None:
    word, mark, _ = name.partition("!")
    for length in range(1, len(word)):
        meant = [each for each in COMMANDS if each.startswith(word[:length]) and each.endswith("!") == bool(mark)]
        if len(meant) == 1:
            assert full_name(word[:length] + mark) == name
        else:
            with pytest.raises(CalcError, match="could be"):
                full_name(word[:length] + mark)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (":vasr", "error: There is no command :vasr.\nhint: did you mean :vars?"),
        (":r", "error: :r could be :rates, :redo or :reset."),
        (":c", "error: :c could be :clear, :config or :copy."),
        (":", "error: Behind the colon stands the name of a command.\nhint: write one of :clear, "),
        (":\x1b[31m", r"error: There is no command :\x1b[31m."),
        (":load! x", "error: There is no command :load!."),
        (":time", "error: :time needs an expression.\nhint: as in :time 2^1000"),
        (":type", "error: :type needs an expression.\nhint: as in :type sqrt(2)"),
        (":load", "error: A file has to be named.\nhint: as in :save lesson.calc"),
        (":full", "error: There is no answer yet."),
        (":copy", "error: There is no answer yet."),
    ],
)
def test_a_wrong_command_is_explained(prompt: Recorded, typed: str, message: str) -> None:
    assert prompt.type(typed).startswith(message)


@pytest.mark.parametrize("typed", [":quit", ":exit", "quit", "exit", ":q", "# that is all\n:quit"])
def test_ways_to_leave(prompt: Recorded, typed: str) -> None:
    prompt.type(typed)
    assert prompt.has_ended


# Undo and redo


def test_undo_takes_back_entry_by_entry(prompt: Recorded) -> None:
    states = [state(prompt)]
    entries = ["x = 3", "f(n) = n x", "f(2)", "x = 4; y = 5", "from math import sin as s", ":set angle deg"]
    for entry in entries:
        prompt.type(entry)
        states.append(state(prompt))
    for before, entry in zip(reversed(states[:-1]), reversed(entries), strict=True):
        assert prompt.type(":undo") == f"undone: {entry}"
        assert state(prompt) == before
    assert prompt.type(":undo") == "error: There is nothing to undo."
    for after, entry in zip(states[1:], entries, strict=True):
        assert prompt.type(":redo") == f"done again: {entry}"
        assert state(prompt) == after
    assert prompt.type(":redo") == "error: There is nothing to redo."


def test_undo_passes_over_entries_that_changed_nothing(prompt: Recorded) -> None:
    prompt.type("x = 3")
    for entry in (":vars", "1/0", "foo", 'print("a")', "# note", "help sin", ":type x + 1"):
        prompt.type(entry)
    assert prompt.type(":undo") == "undone: x = 3"
    assert prompt.type(":redo") == "done again: x = 3"
    assert state(prompt)[0] == {"x": "3"}


def test_undo_takes_back_what_a_failing_entry_had_done(prompt: Recorded) -> None:
    prompt.type("x = 1")
    prompt.type("x = 2; 1/0")
    assert state(prompt)[:3] == ({"x": "2"}, ["_1 = 1", "_2 = 2"], 2)
    assert prompt.type(":undo") == "undone: x = 2; 1/0"
    assert state(prompt)[:3] == ({"x": "1"}, ["_1 = 1"], 1)


def test_several_lines_of_an_entry_are_one_step(prompt: Recorded) -> None:
    prompt.type("x = 1\ny = 2\nx + y")
    assert prompt.type(":undo") == "undone: x = 1…"
    assert state(prompt)[:3] == ({}, [], 0)


def test_what_is_new_cannot_be_redone_over(prompt: Recorded) -> None:
    for entry in ("x = 1", ":undo", "y = 2"):
        prompt.type(entry)
    assert prompt.type(":redo") == "error: There is nothing to redo."


def test_reset_forgets_and_can_be_taken_back(prompt: Recorded) -> None:
    for entry in ("x = 1", "f(n) = n + x", "f(2)"):
        prompt.type(entry)
    before = state(prompt)
    prompt.type(":reset")
    assert state(prompt)[:3] == ({}, [], 0)
    assert prompt.type("ans") == "error: There is no answer yet.\n  ans\n  ^^^"
    prompt.type(":undo")
    assert state(prompt) == before
    assert list(state(prompt)[0]) == ["x", "f"]
    prompt.type(":redo")
    assert state(prompt)[:3] == ({}, [], 0)


def test_undo_goes_back_so_far_and_no_further(prompt: Recorded) -> None:
    for number in range(MOST_STEPS + 5):
        prompt.type(f"x = {number}")
    while "undone" in prompt.type(":undo"):
        pass
    assert state(prompt)[0] == {"x": "4"}


_LINES = [
    *("x = 3", "x = x + 1", "y = ans/7", "f(n) = n + x", "g(n) = f(n)^2", "f(2)", "_1 + 1", "ans", "1/0", "foo"),
    *("x = 9; 1/0; y = 1", "sin 30", "[1, 2/3]", '"{ans} ans"', "z = n => n + _2", "from math import cos as c", "c(1)"),
    *("# note", 'print("a")', ":undo", ":redo", ":reset", ":set angle deg", ":set angle rad", ":set digits 5"),
    *("a = (1 +\n2)\na", "# doc\nh(x) = x", 'k(x) = """Doc."""\nx', "x = 1 # one", "255 to hex", ":vars", "\u03c0 x"),
]
_entries = st.lists(st.sampled_from(_LINES), max_size=25)


@given(_entries)
def test_undone_and_redone_is_as_before(entries: list[str]) -> None:
    prompt = Recorded()
    for entry in entries:
        prompt.type(entry)
    before = state(prompt)
    undone = 0
    while "undone" in prompt.type(":undo"):
        undone += 1
    assert state(prompt) == ({}, [], 0, "rad")
    for _ in range(undone):
        prompt.type(":redo")
    if undone:
        assert state(prompt) == before


# Files


@given(_entries, st.sampled_from(["rad", "deg"]))
def test_a_saved_session_loads_to_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, entries: list[str], angle: str
) -> None:
    path = tmp_path_factory.mktemp("saved") / "session.calc"
    prompt = Recorded()
    for entry in entries:
        prompt.type(entry)
    if not prompt.type(f":save {path}").startswith("saved"):
        assert state(prompt)[:3] == ({}, [], 0)
        return
    other = Recorded()
    other.type(f":set angle {angle}")
    assert other.type(f":load {path}").splitlines()[-1].startswith(f"loaded {path}")
    assert state(other) == state(prompt)
    again = path.with_name("again.calc")
    other.type(f":save {again}")
    third = Recorded()
    third.type(f":load {again}")
    assert state(third) == state(prompt)


def test_a_saved_file_is_plain_to_read(prompt: Recorded, tmp_path: Path) -> None:
    for entry in ("x = 3", "1/0", "# a square\nf(n) = n^2", "y = 1; foo", ":set angle deg", "sin 30"):
        prompt.type(entry)
    assert prompt.type(f":save {tmp_path}/lesson") == f"saved 5 lines in {tmp_path}/lesson.calc"
    head, *lines = (tmp_path / "lesson.calc").read_text("utf-8").split("\n")
    assert head.startswith("# A session of calc_repl")
    assert lines == [
        "#:set angle rad",
        "",
        "x = 3",
        "# a square",
        "f(n) = n^2",
        "y = 1",
        "#:set angle deg",
        "sin 30",
        "",
    ]


def test_loading_counts_answers_from_where_the_session_is(prompt: Recorded, tmp_path: Path) -> None:
    (tmp_path / "a.calc").write_text('10\n20\n_1 + _2\n"{_1}"\nb_1 = 5\n')
    prompt.type("1\n2")
    prompt.type(f":load {tmp_path}/a.calc")
    assert state(prompt)[1][2:] == ["_3 = 10", "_4 = 20", "_5 = 30", '_6 = "10"', "_7 = 5"]
    prompt.type(f":save {tmp_path}/b.calc")
    other = Recorded()
    other.type(f":load {tmp_path}/b.calc")
    assert state(other) == state(prompt)


def test_an_error_in_a_file_names_its_line_and_leaves_the_session_as_it_was(prompt: Recorded, tmp_path: Path) -> None:
    (tmp_path / "a.calc").write_text("#:set angle deg\nx = 2\n\ny = x/0\n")
    prompt.type("x = 1")
    before = state(prompt)
    assert prompt.type(f":load {tmp_path}/a.calc") == (
        f"error: {tmp_path}/a.calc:4: Cannot divide by zero.\n  y = x/0\n      ^^^"
    )
    assert state(prompt) == before
    assert prompt.type(":undo") == "undone: x = 1"


def test_a_loaded_file_is_taken_back_as_one(prompt: Recorded, tmp_path: Path) -> None:
    (tmp_path / "a.calc").write_text("x = 2\n#:set angle deg\nprint(x)\ny = 3\n")
    assert prompt.type(f":load {tmp_path}/a.calc") == f"2\nloaded {tmp_path}/a.calc (angle = deg)"
    assert state(prompt) == ({"x": "2", "y": "3"}, ["_1 = 2", "_2 = 3"], 2, "deg")
    prompt.type(":undo")
    assert state(prompt) == ({}, [], 0, "rad")


def test_a_setting_inside_a_text_is_no_setting(prompt: Recorded, tmp_path: Path) -> None:
    (tmp_path / "a.calc").write_text('f(x) = """Doc.\n#:set angle deg\n"""\nx\nf(1)\n')
    prompt.type(f":load {tmp_path}/a.calc")
    assert state(prompt)[1:] == (["_1 = 1"], 1, "rad")


def test_limits_are_not_taken_from_a_file(prompt: Recorded, tmp_path: Path) -> None:
    (tmp_path / "a.calc").write_text("#:set max_depth 20\n#:set angle nowhere\n1\n")
    assert "angle is one of" in prompt.type(f":load {tmp_path}/a.calc")
    (tmp_path / "a.calc").write_text("#:set max_depth 20\n1\n")
    prompt.type(f":load {tmp_path}/a.calc")
    assert prompt.session.calculator.settings.max_depth == Settings().max_depth


def test_a_long_file_is_no_hindrance_and_leaves_the_limits(prompt: Recorded, tmp_path: Path) -> None:
    (tmp_path / "a.calc").write_text("x = 1\n" * 40_000)
    assert prompt.type(f":load {tmp_path}/a.calc") == f"loaded {tmp_path}/a.calc"
    assert prompt.session.calculator.settings.max_tokens == Settings().max_tokens


def test_a_file_that_is_there_is_not_replaced_untold(prompt: Recorded, tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text("old")
    prompt.type("x = 1")
    assert prompt.type(f":save {file}") == f"error: {file} is there already.\nhint: :save! {file} replaces it"
    assert file.read_text() == "old"
    assert prompt.type(f":save! {file}") == f"saved 1 line in {file}"
    assert "x = 1" in file.read_text()
    assert os.listdir(tmp_path) == ["a.calc"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (":save", "error: A file has to be named."),
        (":save {0}/no/a.calc", "error: Cannot write {0}/no/a.calc: No such file or directory."),
        (":save! {0}", "error: Cannot write {0}: it is not a regular file."),
        (":load {0}/none.calc", "error: Cannot read {0}/none.calc: No such file or directory."),
        (":load {0}", "error: Cannot read {0}: Is a directory."),
        (":load {0}/latin.calc", "error: {0}/latin.calc is not UTF-8: it has the byte 0xe9."),
        (":load {0}/wrong.calc", "error: {0}/wrong.calc:3: Something is missing after +."),
    ],
)
def test_files_that_cannot_be_used(prompt: Recorded, tmp_path: Path, command: str, message: str) -> None:
    (tmp_path / "latin.calc").write_bytes(b"x = 1\n# \xe9")
    (tmp_path / "wrong.calc").write_text("x = 1\n(1 +\n")
    prompt.type("y = 2")
    before = state(prompt)
    assert prompt.type(command.format(tmp_path)).startswith(message.format(tmp_path))
    assert state(prompt) == before


def test_there_must_be_something_to_save(prompt: Recorded, tmp_path: Path) -> None:
    prompt.type("1/0")
    assert prompt.type(f":save {tmp_path}/a") == "error: There is nothing to save yet."


def test_names_of_files_may_be_quoted_and_begin_at_home(
    prompt: Recorded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    prompt.type("x = 1")
    prompt.type(':save "~/my file"')
    assert (tmp_path / "my file.calc").exists()
    assert prompt.type(":load ~/my file.calc").startswith("loaded")


def test_settings_that_are_not_the_default_go_into_the_file() -> None:
    text = saved_text(Settings(digits=30, grouping=True, max_depth=50), ["1"])
    assert text.split("\n")[1:] == ["#:set angle rad", "#:set digits 30", "#:set grouping on", "", "1", ""]


# Answers once more


def test_full_shows_what_was_folded(prompt: Recorded) -> None:
    folded = prompt.type("10^3000 + 1")
    assert len(folded) < 200
    assert folded.endswith(":full shows all")
    assert prompt.type(":full") == "= 1" + "0" * 2999 + "1"
    assert len(prompt.type("1..3000 |> map(n => n)")) < 5 * FOLD_ABOVE
    assert prompt.type(":full").endswith("2999, 3000]")


def test_full_after_undo_shows_the_answer_that_is_the_last_again(prompt: Recorded) -> None:
    prompt.type("1/3")
    prompt.type("2/3")
    prompt.type(":undo")
    assert prompt.type(":full") == "= 1/3  ≈ 0.333333333333"


@pytest.mark.parametrize(
    ("line", "command", "copied", "told"),
    [
        ("1/3", ":copy", "0.333333333333", "copied 0.333333333333 (rounded)"),
        ("1/3", ":copy exact", "1/3", "copied 1/3"),
        ("2^10", ":copy", "1024", "copied 1024"),
        ("sqrt(2)", ":copy exact", "sqrt(2)", "copied sqrt(2)"),
        ('"grün"', ":copy", "grün", "copied grün"),
        ("[1, 2/3]", ":copy", "[1, 2/3]", "copied [1, 2/3]"),
        ("10^99 + 1", ":copy", "1" + "0" * 98 + "1", f"copied 1{'0' * 59}…"),
    ],
)
def test_copy(prompt: Recorded, line: str, command: str, copied: str, told: str) -> None:
    prompt.type(line)
    assert prompt.type(command) == told
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", prompt.sequences[0])
    assert found is not None
    assert b64decode(found[1]).decode() == copied


def test_copy_refuses_what_terminals_do_not_take(prompt: Recorded) -> None:
    prompt.type("10^65535")
    assert prompt.type(":copy").startswith("copied 1000")
    prompt.type("10^65536")
    assert prompt.type(":copy") == "error: The answer has 65,537 bytes; terminals take at most 65,536."
    assert len(prompt.sequences) == 1
    assert prompt.type(":copy all") == ("error: The last answer is copied, nothing else.\nhint: :copy, or :copy exact")


def test_nothing_is_copied_or_cleared_without_sequences() -> None:
    prompt = Recorded(takes_sequences=False)
    prompt.type("1")
    assert prompt.type(":copy") == "error: This terminal has no clipboard that could be reached."
    assert prompt.type(":clear") == "error: This terminal cannot be cleared from here."


def test_digits_are_doubled(prompt: Recorded) -> None:
    prompt.type("sqrt(2)")
    texts = ["".join(text for _, text in with_more_digits(prompt.session)) for _ in range(2)]
    assert texts == [
        "  = sqrt(2)  ≈ 1.41421356237309504880169\n",
        "  = sqrt(2)  ≈ 1.41421356237309504880168872420969807856967187538\n",
    ]
    prompt.type("pi to 3 digits")
    assert "".join(text for _, text in with_more_digits(prompt.session)) == "  ≈ 3.14159\n"
    prompt.type("2/3 to 2 dp")
    assert "".join(text for _, text in with_more_digits(prompt.session)) == "  ≈ 0.6667\n"
    prompt.type("10:30 + 1/3 s")
    twice = "".join(text for _, text in with_more_digits(prompt.session))
    assert twice == "  = 10:30 + 1/3 s  ≈ 10:30:00.333333333333333333333333\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("42", "There are no more digits."),
        ("1/4", "There are no more digits."),
        ("[pi]", "Only a number or a time can be shown with more digits."),
    ],
)
def test_digits_that_are_not_there(prompt: Recorded, line: str, message: str) -> None:
    prompt.type(line)
    with pytest.raises(CalcError) as caught:
        with_more_digits(prompt.session)
    assert caught.value.message == message


def test_forms_are_toggled(prompt: Recorded) -> None:
    prompt.type("1/3")
    forms = ["".join(text for _, text in in_other_form(prompt.session)) for _ in range(3)]
    assert forms == ["  = 1/3\n", "  ≈ 0.333333333333\n", "  = 1/3\n"]
    prompt.type("1/4")
    forms = ["".join(text for _, text in in_other_form(prompt.session)) for _ in range(2)]
    assert forms == ["  = 1/4\n", "  = 0.25\n"]
    prompt.type("10:30 + 1/3 s")
    forms = ["".join(text for _, text in in_other_form(prompt.session)) for _ in range(2)]
    assert forms == ["  = 10:30 + 1/3 s\n", "  ≈ 10:30:00.333333333333\n"]
    for line in ("42", "[1/3]", "true", "f(x) = x"):
        prompt.type(":reset")
        prompt.type(line)
        with pytest.raises(CalcError):
            in_other_form(prompt.session)


# Telling about values


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("42", "a whole number, exact"),
        ("1/3", "a fraction, exact"),
        ("sqrt(2)", "a real number, exact: sqrt(2); its decimal is rounded"),
        ("sqrt(1 + 1/3^500)", "a real number, kept exactly; its decimal is rounded"),
        ("sin(1) + i", "a complex number, exact: sin(1) + i; its decimal is rounded"),
        ("5 ± 0.1", "an uncertain number, which stands for every value within its bounds"),
        ("255 to hex", "a whole number, exact; written 0xff"),
        ("[1]", "a list of 1 element"),
        ("[1, 2; 3, 4; 5, 6]", "a 3 by 2 matrix"),
        ("1..10^9", "a range of 1,000,000,000 elements"),
        ('"abc"', "a text of 3 characters"),
        ("1 < 2", "a truth value"),
        ("f(x) = x^2", "a function: f(x) = x^2"),
        ("sqrt", "a built-in function: sqrt(number)"),
        ("x = 3", "a whole number, exact"),
        ("import math; math", "the module math"),
        ('print("a")', "a\nnothing"),
    ],
)
def test_type_tells_kind_and_exactness_and_changes_nothing(prompt: Recorded, expression: str, told: str) -> None:
    prompt.type("7")
    before = state(prompt)
    assert prompt.type(f":type {expression}") == told
    assert state(prompt) == before
    assert prompt.type(":type 1/0").startswith("error: Cannot divide by zero.")
    assert state(prompt) == before


def test_time_answers_and_tells_how_long_it_took(prompt: Recorded) -> None:
    answer, took = prompt.type(":time x = 2^10").split("\n")
    assert answer == "= 1024"
    assert re.fullmatch(r"took \d[\d.e+]* (ms|s)", took)
    assert state(prompt)[:3] == ({"x": "1024"}, ["_1 = 1024"], 1)


def test_clear_clears_the_screen(prompt: Recorded) -> None:
    prompt.type(":clear")
    assert prompt.sequences == ["\x1b[H\x1b[2J"]


def test_hist_lists_and_finds(prompt: Recorded) -> None:
    assert prompt.type(":hist") == "Nothing was entered yet."
    for number in range(25):
        prompt.session.history.remember(f"{number} + 1")
    prompt.session.history.remember("(\n2)")
    lines = prompt.type(":hist").split("\n")
    assert lines[0] == "6 + 1"
    assert lines[-4:] == ["24 + 1", "(", "  2)", "6 earlier ones; :hist TEXT finds those with a text in them"]
    assert prompt.type(":hist 3 + ") == "3 + 1\n13 + 1\n23 + 1"
    assert prompt.type(":hist sin") == "Nothing that was entered has sin in it."


def test_a_comment_above_a_function_is_its_help(prompt: Recorded) -> None:
    prompt.type("# Twice a number.\ntwice(x) = 2x")
    assert "Twice a number." in prompt.type("help twice")


# The page about all this


def test_the_page_about_the_prompt_shows_what_the_prompt_shows(prompt: Recorded) -> None:
    text = (Path(calc_repl.help.__file__).parent / "topics" / "prompt.md").read_text("utf-8")
    session = read_page("prompt.md", text, "prompt")
    assert len(session.exchanges) > 5
    for exchange in session.exchanges:
        assert prompt.type(exchange.text).split("\n") == exchange.expected


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "exit"])
def test_the_page_about_the_prompt_names_every_command(name: str) -> None:
    text = (Path(calc_repl.help.__file__).parent / "topics" / "prompt.md").read_text("utf-8")
    assert re.search(rf":{name}\b" if name[-1] != "!" else f":{name} ", text)


# Ctrl-C


def test_ctrl_c_between_two_lines_of_an_entry_stops_the_next(prompt: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    show = prompt.show

    def show_and_interrupt(fragments: list[tuple[str, str]]) -> None:
        show(fragments)
        prompt.session.interrupts._on_interrupt(signal.SIGINT, None)

    monkeypatch.setattr(prompt, "show", show_and_interrupt)
    assert prompt.type("1 + 1\n2 + 2\n3 + 3") == "= 2\nInterrupted."
    monkeypatch.undo()
    assert prompt.type("4 + 4\n5 + 5") == "= 8\n= 10"

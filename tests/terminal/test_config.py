"""The configuration: what it sets, what is said about what is wrong in it, and the looks."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal.recorded import Recorded

import calc_repl.help
from calc_repl import settings
from calc_repl.display.plainly import FORMS, ascii_text
from calc_repl.help.pages import page
from calc_repl.settings import Settings
from calc_repl.terminal import modes, preferences
from calc_repl.terminal.config import LARGEST, Config, Setup, read_config, set_up
from calc_repl.terminal.preferences import ALL, AT_START, Preferences
from calc_repl.terminal.themes import ATTRIBUTES, COLOURS, THEMES, checked_style, has_colours, style_of

#: A value for each setting that is not its default.
OTHERS: dict[str, object] = {
    name: setting.choices[-1]
    if setting.choices
    else not setting.default
    if isinstance(setting.default, bool)
    else "another"
    if isinstance(setting.default, str)
    else setting.least + 1
    for name, setting in ALL.items()
}


def configured(text: str, folder: Path) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(str(path))


def toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


# What a file sets


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    config = configured("\n".join(f"{name} = {toml(value)}" for name, value in OTHERS.items()), tmp_path)
    assert config.warnings == []
    setup = Setup({}, config, None)
    for name, value in OTHERS.items():
        holder = setup.settings if name in settings.DECLARED else setup.preferences
        assert getattr(holder, name) == value != ALL[name].default


def test_the_two_tables_have_no_name_in_common() -> None:
    assert len(ALL) == len(settings.DECLARED) + len(preferences.DECLARED)
    assert set(preferences.DECLARED) >= AT_START


def test_the_command_line_stands_over_the_file_and_the_file_over_the_defaults(tmp_path: Path) -> None:
    config = configured('digits = 20\nangle = "deg"\ntheme = "mono"\nmenu = "auto"', tmp_path)
    setup = Setup({"digits": "30", "theme": "none"}, config, None)
    assert (setup.settings.digits, setup.settings.angle, setup.settings.grouping) == (30, "deg", False)
    assert (setup.preferences.theme, setup.preferences.menu, setup.preferences.edit_mode) == ("none", "auto", "emacs")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("digts", "5", "There is no setting digts."),
        ("digits", "many", "digits needs a whole number."),
        ("theme", "pink", "theme is one of ansi, mono, none."),
        ("timeout", "soon", "timeout needs a number."),
        ("rates", " ", "rates needs a text."),
        ("rates", "a\x1b", "rates needs a text."),
    ],
)
def test_what_is_wrong_on_the_command_line_is_refused(name: str, value: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Setup({name: value}, Config(None), None)


def test_no_file_is_nothing_to_speak_of(tmp_path: Path) -> None:
    config = read_config(str(tmp_path / "config.toml"))
    assert (config.is_there, config.values, config.styles, config.warnings) == (False, {}, {}, [])


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("digts = 5", "config.toml: There is no setting digts; did you mean digits?"),
        ("zzz = 5", "config.toml: There is no setting zzz."),
        ("[prompt]\ndigits = 5", "config.toml: There is no setting prompt."),
        ("digits = 0", "config.toml: digits needs a number of at least 1 and at most 1,000,000."),
        ("digits = 1.5", "config.toml: digits needs a whole number."),
        ("digits = [5]", "config.toml: digits needs a whole number."),
        ("digits = true", "config.toml: digits needs a whole number."),
        ("timeout = nan", "config.toml: timeout needs a number of at least 0."),
        ('preview = "perhaps"', "config.toml: preview needs on or off."),
        ('theme = "pink"', "config.toml: theme is one of ansi, mono, none."),
        ("styles = 3", "config.toml: styles is a table: [styles]."),
        ('[styles]\nnumbr = "red"', "config.toml: There is nothing called numbr to give a style; did you mean number?"),
        ('[styles]\nnumber = "gren"', "config.toml: The style of number cannot be gren; did you mean green?"),
        ('[styles]\nnumber = "#ff0000"', "config.toml: The style of number cannot be #ff0000."),
        ("[styles]\nnumber = 3", 'config.toml: The style of number is a text, such as "bold cyan".'),
    ],
)
def test_what_cannot_be_used_is_one_warning_and_the_rest_holds(tmp_path: Path, text: str, warning: str) -> None:
    config = configured(f'angle = "deg"\n{text}\n', tmp_path)
    assert config.warnings == [warning]
    assert config.values == {"angle": "deg"}
    assert config.styles == {}


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        (b"digits = ", "config.toml is not used: Invalid value (at end of document)."),
        (b"digits = 5\ndigits = 6", "config.toml is not used: Cannot overwrite a value (at "),
        (b"digits = " + b"9" * 5000, "config.toml is not used: "),
        (b"a = " + b"[" * 100_000, "config.toml is not used: it is nested too deeply."),
        (b"\xff", "config.toml cannot be read: it is not UTF-8."),
        (b"#" * (LARGEST + 1), "config.toml cannot be read: it is larger than 1 MiB."),
    ],
)
def test_what_is_no_configuration_at_all_is_one_warning(tmp_path: Path, data: bytes, warning: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)
    config = read_config(str(path))
    assert len(config.warnings) == 1
    assert config.warnings[0].startswith(warning)
    assert config.values == {}


@pytest.mark.skipif(sys.platform == "win32", reason="kinds of files")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_something_else_in_its_place_is_one_warning(tmp_path: Path, make: object) -> None:
    make(tmp_path / "config.toml")  # type: ignore[operator]
    assert len(read_config(str(tmp_path / "config.toml")).warnings) == 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_keeps_a_session_from_starting(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(data)
    assert Setup({}, read_config(str(path)), None)


def test_the_files_stand_in_the_folder_of_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "calc_repl").mkdir()
    (tmp_path / "calc_repl" / "config.toml").write_text("digits = 7")
    setup = set_up({})
    assert (setup.settings.digits, setup.init) == (7, str(tmp_path / "calc_repl" / "init.calc"))
    setup = set_up({}, config=False, init=False)
    assert (setup.settings.digits, setup.init) == (12, None)


# Settings at the prompt


@pytest.mark.parametrize("name", [name for name in ALL if name not in AT_START])
def test_a_setting_is_changed_and_shown(name: str) -> None:
    prompt = Recorded()
    value = settings.written(OTHERS[name])
    assert prompt.type(f":set {name} {value}") == f"{name} = {value}  {ALL[name].sentence}"
    assert prompt.type(f":set {name}") == f"{name} = {value}  {ALL[name].sentence}"
    session = prompt.session
    holder = session.calculator.settings if name in settings.DECLARED else session.preferences
    assert getattr(holder, name) == OTHERS[name]


@pytest.mark.parametrize("name", sorted(AT_START))
def test_what_is_settled_at_the_start_cannot_be_changed(name: str) -> None:
    prompt = Recorded(Setup({}, Config("/home/someone/config.toml"), None))
    typed = prompt.type(f":set {name} {settings.written(OTHERS[name])}")
    assert typed == (f"error: {name} is settled when a session starts.\nhint: set {name} in /home/someone/config.toml")
    assert "error: " in prompt.type(f":set {name} perhaps")


def test_all_settings_are_listed_with_their_sentences() -> None:
    lines = Recorded().type(":set").split("\n")
    assert len(lines) == len(ALL)
    for line, (name, setting) in zip(lines, ALL.items(), strict=True):
        assert line.startswith(f"{name} ")
        assert line.endswith(setting.sentence)


def test_help_knows_all_settings() -> None:
    prompt = Recorded()
    listed = prompt.type("help settings")
    for name, setting in ALL.items():
        assert setting.sentence in listed
        assert setting.sentence in prompt.type(f"help {name}")
    assert "did you mean edit_mode?" in prompt.type("help edit_mod")
    assert "theme" not in page("settings", {})


def test_config_shows_what_is_set_and_what_is_wrong(tmp_path: Path) -> None:
    config = configured('digits = 20\npreview = false\nfoo = 1\n[styles]\nnumber = "red"', tmp_path)
    shown = Recorded(Setup({}, config, str(tmp_path / "init.calc"))).type(":config").split("\n")
    assert shown[:6] == [
        f"{tmp_path}/config.toml",
        "  digits = 20",
        "  preview = off",
        "  [styles]",
        '  number = "red"',
        "warning: config.toml: There is no setting foo.",
    ]
    assert shown[6].endswith("init.calc  not there")
    shown = Recorded(Setup({}, Config(None), None)).type(":config").split("\n")
    assert shown == ["The configuration was left aside: --no-config.", "The first file was not run: --no-init."]


# Looks


def test_themes_have_the_same_classes_and_no_more_than_terminals_let_users_choose() -> None:
    for theme, styles in THEMES.items():
        assert set(styles) == set(THEMES["ansi"])
        for name, style in styles.items():
            assert checked_style(name, style) == style
            assert set(style.split()) <= ATTRIBUTES | (COLOURS if theme == "ansi" else set())
            assert "bright" not in style
    assert not any(THEMES["none"].values())


def test_the_page_about_the_configuration_names_every_class_and_can_be_used(tmp_path: Path) -> None:
    text = (Path(calc_repl.help.__file__).parent / "topics" / "config.md").read_text("utf-8")
    for name in THEMES["ansi"]:
        assert f"`{name}`" in text
    block = re.search(
        r"(?:^    .*\n|^\n)+", text.partition("## config.toml")[2].partition("lists them all.\n")[2], re.M
    )
    assert block is not None
    config = configured(block[0].replace("    ", ""), tmp_path)
    assert (config.warnings, config.values["digits"], config.styles["number"]) == ([], 20, "bright-blue")


def test_every_style_is_one_the_toolkit_knows() -> None:
    from prompt_toolkit.styles import Style

    every = {f"c{index}": f"{colour} on-{colour}" for index, colour in enumerate(sorted(COLOURS))}
    styles = style_of("ansi", {**every, "a": " ".join(sorted(ATTRIBUTES))})
    sheet = Style.from_dict(styles)
    attributes = sheet.get_attrs_for_style_str("class:a")
    assert all(getattr(attributes, attribute) for attribute in ATTRIBUTES)
    colours = {sheet.get_attrs_for_style_str(f"class:c{index}").color for index in range(16)}
    grounds = {sheet.get_attrs_for_style_str(f"class:c{index}").bgcolor for index in range(16)}
    assert len(colours) == 16
    assert colours == grounds


def test_a_class_can_have_a_style_of_its_own() -> None:
    styles = style_of("mono", {"number": "bold bright-blue on-white"})
    assert styles["number"] == "bold ansibrightblue bg:ansigray"
    assert styles["error"] == "bold"
    assert style_of("ansi", {})["error"] == "bold ansired"


def test_looks_follow_theme_styles_and_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    config = configured('[styles]\nnumber = "bold red on-blue"', tmp_path)
    prompt = Recorded(Setup({}, config, None))
    assert prompt.session.looks == style_of("ansi", {"number": "bold red on-blue"})
    prompt.type(":set theme none")
    assert {name: style for name, style in prompt.session.looks.items() if style} == {
        "number": "bold ansired bg:ansiblue"
    }
    monkeypatch.setenv("NO_COLOR", "1")
    assert not prompt.session.has_colours
    assert prompt.session.looks["number"] == "bold"
    prompt = Recorded(Setup({"color": "always"}, config, None))
    assert prompt.session.looks["error"] == "bold ansired"
    prompt = Recorded(Setup({"color": "never"}, config, None))
    assert (prompt.session.looks["error"], prompt.session.looks["hint"]) == ("bold", "")


@pytest.mark.parametrize(
    ("wanted", "environment", "colours"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
    ],
)
def test_colours_are_for_the_user_to_choose(wanted: str, environment: dict[str, str], colours: bool) -> None:
    assert has_colours(wanted, environment) is colours


# ASCII


@pytest.mark.parametrize(
    ("environment", "encoding", "ascii_only"),
    [
        ({}, "utf-8", False),
        ({"LANG": "de_DE.UTF-8"}, "UTF-8", False),
        ({"LANG": "C.UTF-8"}, "utf8", False),
        ({"LANG": "C"}, "utf-8", True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", True),  # what Python itself makes of LANG=C
        ({"LANG": "C", "LC_CTYPE": "de_DE.UTF-8"}, "utf-8", False),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "POSIX"}, "utf-8", True),
        ({"LANG": "C", "LC_ALL": "en_US.UTF-8"}, "utf-8", False),
        ({"LANG": "de_DE"}, "iso8859-1", True),
    ],
)
def test_what_the_screen_can_be_counted_on_for(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], encoding: str, ascii_only: bool
) -> None:
    for name in ("LANG", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(modes.sys, "stdout", type("Stream", (), {"encoding": encoding}))
    assert modes.shows_ascii_only() is ascii_only


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("1/3", "= 1/3  ~= 0.333333333333"),
        ("5 ± 0.1", "= 5 +/- 0.1"),
        ('"π ≈ 3"', r'= "\u03c0 \u2248 3"'),
        ("sqrt(1 + foo·π)", "error: Unknown name foo.\n  sqrt(1 + foo*pi)\n           ^^^"),
        ("45.505° to dms", "= 45 deg 30 arcmin 18 arcsec"),
        ("-0.5° to dms", "= -0 deg 30 arcmin"),
        ("70 ΔF", "= 70 delta_F"),
        ("π + foo", "error: Unknown name foo.\n  pi + foo\n       ^^^"),
        ('"日本" + foo', 'error: Unknown name foo.\n  "\\u65e5\\u672c" + foo\n                   ^^^'),
        ("[1, -1/2; 3/4, 2]", "= [  1   -1/2 ]\n  [ 3/4    2  ]"),
        ("[1; 2; 3]/3 to 2 dp", "= [ ~= 0.33 ]\n  | ~= 0.67 |\n  [    1.00 ]"),
        ("10^3000 to full digits", "error: "),
    ],
)
def test_answers_and_errors_in_ascii(line: str, shown: str) -> None:
    prompt = Recorded(Setup({"ascii": True, "history": False}, Config(None), None))
    assert prompt.type(line).startswith(shown)
    assert prompt.shown.isascii()


@given(st.text())
def test_whatever_is_shown_is_ascii(text: str) -> None:
    shown = ascii_text(text)
    assert shown.isascii()
    assert text.isascii() is (shown == text)


def test_every_form_is_ascii() -> None:
    assert all(form.isascii() and not sign.isascii() and len(sign) == 1 for sign, form in FORMS.items())


def test_values_of_settings_are_frozen() -> None:
    for values in (Settings(), Preferences()):
        with pytest.raises(AttributeError):
            values.theme = "x"  # type: ignore[misc, union-attr]
    assert Preferences().changed(theme="mono").changed(menu="auto").theme == "mono"

"""The user's configuration: a file `config.toml`, with any setting by its name and styles in `[styles]`.

What is wrong in it is told and left out; it never keeps a session from starting.
"""

from __future__ import annotations

import os

from calc_repl import settings
from calc_repl.modules.folders import config_folder
from calc_repl.settings import Settings
from calc_repl.terminal import preferences
from calc_repl.terminal.preferences import ALL, Preferences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "config.toml"
LARGEST = 2**20


class Config:
    """What a configuration file sets; `warnings` are sentences about what in it cannot be used."""

    __slots__ = ("is_there", "path", "styles", "values", "warnings")

    def __init__(self, path: str | None) -> None:
        """Nothing is set yet; without a path there is no file."""
        self.path = path
        self.is_there = False
        self.values: dict[str, object] = {}
        self.styles: dict[str, str] = {}
        self.warnings: list[str] = []


class Setup:
    """What a session starts with: from the defaults, over them the file, over that the command line."""

    __slots__ = ("config", "init", "preferences", "settings")

    def __init__(self, given: Mapping[str, object], config: Config, init: str | None) -> None:
        """`given` are the settings of the command line, `init` the file to run first. Raises ValueError for `given`."""
        for name in given:
            if name not in ALL:
                raise ValueError(f"There is no setting {name}.")
        values = {**config.values, **given}
        self.config = config
        self.init = init
        self.settings = Settings(**{name: value for name, value in values.items() if name in settings.DECLARED})
        self.preferences = Preferences(
            **{name: value for name, value in values.items() if name in preferences.DECLARED}
        )


def set_up(given: Mapping[str, object], *, config: bool = True, init: bool = True) -> Setup:
    """What a session starts with; `config` and `init` say whether the files are heeded. Raises ValueError."""
    return Setup(given, read_config(config_path()) if config else Config(None), init_path() if init else None)


def config_path() -> str:
    """Where the configuration file is, or would be."""
    return os.path.join(config_folder(), NAME)


def init_path() -> str:
    """Where the file is, or would be, that a session runs first."""
    return os.path.join(config_folder(), "init.calc")


def read_config(path: str) -> Config:
    """What the file at a path sets."""
    config = Config(path)
    try:
        text = _read(path)
    except FileNotFoundError:
        return config
    except (OSError, ValueError) as error:
        config.warnings.append(f"{NAME} cannot be read: {getattr(error, 'strerror', None) or error}.")
        return config
    config.is_there = True
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        config.warnings.append(f"{NAME} is not used: {_first_line(error)}.")
        return config
    styles = table.pop("styles", {})
    for name, value in table.items():
        _take(config, name, value)
    if isinstance(styles, dict):
        _take_styles(config, styles)
    else:
        config.warnings.append(f"{NAME}: styles is a table: [styles].")
    return config


def _take(config: Config, name: str, value: object) -> None:
    if name not in ALL:
        from calc_repl.evaluation.suggestions import did_you_mean

        config.warnings.append(f"{NAME}: There is no setting {name}{did_you_mean(name, ALL)}")
        return
    try:
        config.values[name] = ALL[name].read(name, value)
    except ValueError as error:
        config.warnings.append(f"{NAME}: {error}")


def _take_styles(config: Config, styles: Mapping[str, object]) -> None:
    from calc_repl.terminal.themes import checked_style

    for name, style in styles.items():
        try:
            config.styles[name] = checked_style(name, style)
        except ValueError as error:
            config.warnings.append(f"{NAME}: {error}")


def _read(path: str) -> str:
    """The text of a file. Raises OSError, and ValueError for what is no text or too long."""
    import stat

    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("it is not a regular file")
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("it is larger than 1 MiB")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None


def _first_line(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error).partition("\n")[0].rstrip(".")

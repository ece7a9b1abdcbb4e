"""Pages about the settings, made from their declarations."""

from __future__ import annotations

from calc_repl.settings import DECLARED, Setting, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_HOW = """\
At the prompt, :set digits 20 changes a setting for the session. On the command
line, --set digits=20 does; --digits, --group and --timeout are short ways. For
every session at the prompt, write digits = 20 into config.toml: see help config."""


def settings_page(declared: Mapping[str, Setting] = DECLARED) -> str:
    """All settings, a line each: name, default and what it means."""
    width = max(map(len, declared))
    lines = [f"  {name:<{width}}  {_default(setting):>10}  {setting.sentence}" for name, setting in declared.items()]
    return "\n".join(["Settings, their defaults and what they mean:", "", *lines, "", _HOW])


def setting_page(name: str, setting: Setting) -> str:
    """One setting: what it means, its default and its bounds."""
    return f"{name} is a setting. {setting.sentence}\n\n  default  {_default(setting)}\n  values   {_values(setting)}"


def _default(setting: Setting) -> str:
    return f"{setting.default:_}" if type(setting.default) is int else written(setting.default)


def _values(setting: Setting) -> str:
    if isinstance(setting.default, bool):
        return "on or off"
    if setting.choices:
        return ", ".join(setting.choices)
    if isinstance(setting.default, str):
        return "a text"
    if setting.greatest is None:
        return f"{setting.least:_} or more"
    return f"{setting.least:_} to {setting.greatest:_}"

"""Pages about the settings, made from their declarations."""

from __future__ import annotations

from calc_repl.settings import DECLARED, Setting

_HOW = """\
At the prompt, :set digits 20 changes a setting for the session. On the command
line, --set digits=20 does; --digits, --group and --timeout are short ways."""


def settings_page() -> str:
    """All settings, a line each: name, default and what it means."""
    width = max(map(len, DECLARED))
    lines = [f"  {name:<{width}}  {_default(setting):>10}  {setting.sentence}" for name, setting in DECLARED.items()]
    return "\n".join(["Settings, their defaults and what they mean:", "", *lines, "", _HOW])


def setting_page(name: str) -> str:
    """One setting: what it means, its default and its bounds."""
    setting = DECLARED[name]
    return f"{name} is a setting. {setting.sentence}\n\n  default  {_default(setting)}\n  values   {_values(setting)}"


def _default(setting: Setting) -> str:
    if isinstance(setting.default, bool):
        return "on" if setting.default else "off"
    if isinstance(setting.default, str):
        return setting.default
    return f"{setting.default:g}" if isinstance(setting.default, float) else f"{setting.default:_}"


def _values(setting: Setting) -> str:
    if isinstance(setting.default, bool):
        return "on or off"
    if setting.choices:
        return ", ".join(setting.choices)
    if setting.greatest is None:
        return f"{setting.least:_} or more"
    return f"{setting.least:_} to {setting.greatest:_}"

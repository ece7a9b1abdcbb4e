"""Pages about modules and what they offer, made from their outlines."""

from __future__ import annotations

from calc_repl.help.docstrings import Doc
from calc_repl.help.operations import listing, paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calc_repl.values.modules import Entry, Outline

    FindOutline = Callable[[str], Outline | None]


def module_pages(word: str, names: Mapping[str, object], outline: FindOutline) -> list[str]:
    """The page for a module or a dotted name in one, in a list; an empty list when there is none."""
    path = word.split(".")
    if not all(part.isidentifier() for part in path):
        return []
    module = names.get(path[0])
    full = [*str(getattr(module, "name", path[0])).split("."), *path[1:]] if _is_module(module) else path
    found = outline(".".join(full))
    if found is not None:
        return [_module_page(found)]
    holder = outline(".".join(full[:-1])) if len(full) > 1 else None
    entry = holder.entry(full[-1]) if holder is not None else None
    return [_entry_page(".".join(path[:-1]), entry)] if entry is not None else []


def _is_module(value: object) -> bool:
    return getattr(value, "kind", None) == "module"


def _module_page(outline: Outline) -> str:
    doc = Doc(outline.doc)
    shown = [(entry.signature, entry.summary) for entry in outline.entries]
    offered = listing(shown) if shown else ""
    submodules = f"Modules: {', '.join(outline.submodules)}" if outline.submodules else ""
    about = (f"module {outline.name}", doc.sentence, doc.text, doc.examples)
    return paragraphs(*about, offered, submodules, outline.file or "")


def _entry_page(module: str, entry: Entry) -> str:
    doc = Doc(entry.doc)
    where = f"{entry.file}:{entry.line}" if entry.file is not None else ""
    return paragraphs(f"{module}.{entry.signature}", doc.sentence, doc.text, doc.examples, where)

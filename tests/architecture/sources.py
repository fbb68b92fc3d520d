"""The project's own Python files as syntax trees, for the tests that judge them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("models", "exporters", "ui")


def program_files() -> list[str]:
    """Return the files of the program itself, main.py and start.py among them, as names below the root."""
    inside = [path for folder in PROGRAM for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path.relative_to(ROOT).as_posix() for path in (ROOT / "main.py", ROOT / "start.py", *inside)]


def files_of_tests() -> list[str]:
    """Return every Python file below tests/."""
    return [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "tests").rglob("*.py"))]


@cache
def text_of(name: str) -> str:
    """Return the text of the file `name`."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree_of(name: str) -> ast.Module:
    """Return the syntax tree of the file `name`."""
    return ast.parse(text_of(name))


def calls_in(name: str) -> Iterator[ast.Call]:
    """Yield the calls in the file `name`."""
    return (node for node in ast.walk(tree_of(name)) if isinstance(node, ast.Call))


def imports_of(name: str) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything the file `name` imports, at its top or inside a function."""
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.AST) -> str:
    """Return the dotted name `node` spells, e.g. datetime.now; the last attribute alone when it hangs on a call."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""

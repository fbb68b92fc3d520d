"""Every handler of Qt's events lets no exception out, see ui/app/guarded.py."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[3] / "ui"
HANDLERS = {"event", "eventFilter", "canInsertFromMimeData", "insertFromMimeData", "setEditorData", "setModelData"}
FILES = sorted(UI.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(UI)) for path in FILES])
def test_event_handlers_are_guarded(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    methods = [
        method
        for kind in ast.walk(tree) if isinstance(kind, ast.ClassDef)
        for method in kind.body if isinstance(method, ast.FunctionDef)
    ]
    handlers = [each for each in methods if each.name in HANDLERS or each.name.endswith("Event")]

    open_ = [each.name for each in handlers if not any("guarded" in ast.dump(mark) for mark in each.decorator_list)]

    assert open_ == []

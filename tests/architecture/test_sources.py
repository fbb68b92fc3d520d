"""The rules of the code base that no linter knows."""

from __future__ import annotations

import ast

from architecture.sources import (
    ROOT, calls_in, dotted, files_of_tests, imports_of, program_files, text_of, tree_of)

LONGEST = 300
WRITERS = {  # the only files that write on disk, and why
    "exporters/files.py": "writes beside and replaces",
    "exporters/docx/template.py": "makes the program's own template, by hand",
    "models/compiled_data.py": "data files compiled beside themselves, as Python does with modules",
    "models/exchange/container.py": "packs in memory",
    "models/standards/installing.py": "a clerk's requirements, written beside and replaced; stands below exporters",
    "start.py": "the stamp of its own environment",
    "ui/app/crash.py": "the log of errors",
    "ui/app/window_state.py": "size and place of the window, written beside and replaced",
    "ui/command_line/unexpected.py": "the log of errors",
}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now", "time.time"}
NETWORK = ("socket", "http", "urllib.request", "requests", "ssl", "ftplib", "smtplib", "asyncio", "xmlrpc",
           "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets")
LEFT_UNDONE = ("TO" + "DO", "FIX" + "ME", "XX" + "X:", "暂未" + "实现", "敬请" + "期待")


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {name: len(text_of(name).splitlines()) for name in (*program_files(), *files_of_tests())}

    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_the_entrances_stay_small() -> None:
    assert len(text_of("main.py").splitlines()) <= 40
    assert len(text_of("start.py").splitlines()) < 150


def test_every_module_says_what_it_is() -> None:
    assert not [name for name in program_files() if not ast.get_docstring(tree_of(name))]


def test_qt_stays_in_the_window() -> None:
    below = [name for name in program_files() if not name.startswith("ui/") or name.startswith("ui/command_line/")]

    assert not [(name, *found) for name in below for found in imports_of(name) if found[1].startswith("PySide6")]


def test_start_needs_the_standard_library_alone() -> None:
    import sys

    assert {found.partition(".")[0] for line, found in imports_of("start.py")} <= sys.stdlib_module_names


def test_nothing_reaches_for_the_network() -> None:
    reached = [
        (name, line, found) for name in program_files() for line, found in imports_of(name)
        if any(found == module or found.startswith(f"{module}.") for module in NETWORK)
    ]

    assert not reached


def writes(call: ast.Call) -> bool:
    """Return whether `call` opens a file for writing or writes one whole."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else dotted(call.func)
    if method in ("write_text", "write_bytes"):
        return True
    given = (*call.args, *(word.value for word in call.keywords))
    modes = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return method in ("open", "ZipFile") and any(mode.strip("bt+") in ("w", "a", "x") for mode in modes)


def replacing_lines(name: str) -> set[int]:
    """Return the lines of the file `name` that stand under `with replacing(…)`: what they write is written beside."""
    blocks = [node for node in ast.walk(tree_of(name)) if isinstance(node, ast.With)]
    return {
        line for block in blocks for item in block.items
        if isinstance(item.context_expr, ast.Call) and dotted(item.context_expr.func) == "replacing"
        for line in range(block.lineno, (block.end_lineno or block.lineno) + 1)
    }


def test_files_are_written_in_one_place() -> None:
    written = [
        f"{name}:{call.lineno}" for name in program_files() for call in calls_in(name)
        if writes(call) and name not in WRITERS and not name.startswith("models/storage/")
        and call.lineno not in replacing_lines(name)
    ]

    assert not written


def test_a_library_never_saves_onto_the_target_itself() -> None:
    """The raw save of python-docx and openpyxl destroys the old file when it is interrupted (R-19)."""
    careless = []
    for name in program_files():
        if any(found.partition(".")[0] in ("docx", "openpyxl", "zipfile") for line, found in imports_of(name)):
            saves = [call for call in calls_in(name) if dotted(call.func).endswith(".save")]
            if saves and "replacing" not in text_of(name) and "BytesIO" not in text_of(name):
                careless.append(name)

    assert not careless


def test_the_time_comes_from_the_clock() -> None:
    told = [
        f"{name}:{call.lineno}" for name in program_files() for call in calls_in(name)
        if dotted(call.func) in CLOCKS and name != "models/clock.py"
    ]

    assert not told


def test_nothing_is_left_undone() -> None:
    every = (*program_files(), *files_of_tests())

    assert not [(name, word) for name in every for word in LEFT_UNDONE if word in text_of(name)]


def functions_of(name: str) -> list[ast.FunctionDef]:
    """Return the functions in the file `name`, tests and their makers alike."""
    return [node for node in ast.walk(tree_of(name)) if isinstance(node, ast.FunctionDef)]


def judges(function: ast.FunctionDef, others: set[str]) -> bool:
    """Return whether `function` can fail: it asserts, expects an error or a signal, or names one of `others`."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) or isinstance(node, ast.Name) and node.id in others:
            return True
        if isinstance(node, ast.Call):
            called = dotted(node.func).rpartition(".")[2]
            if called in others or called.startswith(("assert", "wait", "raises", "check", "fail")):
                return True
    return False


def test_every_test_asserts_something() -> None:
    functions = [(name, each) for name in files_of_tests() for each in functions_of(name)]
    tests = [(name, each) for name, each in functions if each.name.startswith("test_")]
    makers = [each for name, each in functions if not each.name.startswith("test_")]
    judging = {each.name for each in makers if judges(each, set())}
    judging |= {each.name for each in makers if judges(each, judging)}  # a fixture may hand out such a function

    assert not [f"{name}: {each.name}" for name, each in tests if not judges(each, judging)]


def test_no_test_sleeps() -> None:
    asleep = [
        f"{name}:{call.lineno}" for name in files_of_tests() for call in calls_in(name)
        if dotted(call.func) in ("time.sleep", "sleep", "qtbot.wait", "QTest.qWait")
    ]

    assert not asleep


def test_tests_are_no_package_that_hides_the_program() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))

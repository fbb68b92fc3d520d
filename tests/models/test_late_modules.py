"""A module that is put off is loaded when it is needed, and is the module it always was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from models import late_modules

HEAD = "import sys; from models.late_modules import put_off; put_off(); "


def said(program: str) -> str:
    """Return what `program` prints behind HEAD, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", HEAD + program], capture_output=True, check=True, encoding="utf-8",
        cwd=Path(late_modules.__file__).parents[1]).stdout.strip()


@pytest.mark.parametrize(("program", "expected"), [
    pytest.param("import inspect, dataclasses; print('dis' in sys.modules)", "False", id="an import loads nothing"),
    pytest.param("import inspect; print(inspect.signature(put_off) is not None, 'dis' in sys.modules)", "True True",
                 id="what is asked for loads it"),
    pytest.param("from ipaddress import ip_address; print(ip_address('1.2.3.4'))", "1.2.3.4", id="by name"),
    pytest.param("import inspect as one; one.getdoc(1); import inspect as other; print(one.getdoc is other.getdoc)",
                 "True", id="both imports give the same"),
    pytest.param("import inspect; print(hasattr(inspect, 'no such thing'), hasattr(inspect, '__path__'))",
                 "False False", id="what it has not"),
    pytest.param("from dataclasses import dataclass; print(dataclass(type('甲', (), {})).__doc__)", "甲()",
                 id="a class without a docstring"),
    pytest.param("from urllib.parse import urlsplit; print(urlsplit('http://[::1]:80/').hostname)", "::1",
                 id="an address in brackets"),
])
def test_a_module_is_loaded_when_it_is_needed(program: str, expected: str) -> None:
    assert said(program) == expected


def test_what_is_loaded_is_left_alone() -> None:
    import inspect

    late_modules.put_off(["inspect"])

    assert sys.modules["inspect"] is inspect

"""Compiled data is the data itself, never older than its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.compiled_data import FOLDER, compiled, packed, unpacked
from models.resources import parse_yaml, read_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data file."""
    path = tmp_path / "词表.yaml"
    path.write_text("名称: [一, 2, 3.5, true, ~]\n", encoding="utf-8")
    return path


def counting(calls: list[str]) -> Callable[[str], Any]:
    """Return a parser that notes in `calls` what it was given."""
    return lambda text: calls.append(text) or parse_yaml(text)


def test_a_file_is_parsed_once_and_read_back_the_same(data: Path) -> None:
    calls: list[str] = []

    values = [compiled(data, counting(calls)) for _ in range(3)]

    assert values == [{"名称": ["一", 2, 3.5, True, None]}] * 3
    assert len(calls) == 1


def test_a_changed_file_is_parsed_again(data: Path) -> None:
    compiled(data, parse_yaml)
    data.write_text("名称: [二]\n", encoding="utf-8")
    os.utime(data, ns=(1, 1))

    assert compiled(data, parse_yaml) == {"名称": ["二"]}


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"not marshal", b"i\x01\x00\x00\x00"], ids=["empty", "null", "text", "int"])
def test_damaged_compiled_data_is_as_none(data: Path, content: bytes) -> None:
    compiled(data, parse_yaml)
    for kept in (data.parent / FOLDER).iterdir():
        kept.write_bytes(content)

    assert compiled(data, parse_yaml) == {"名称": ["一", 2, 3.5, True, None]}


def test_a_value_without_compiled_form_is_parsed_each_time(data: Path) -> None:
    data.write_text("日期: 2026-01-20\n", encoding="utf-8")
    calls: list[str] = []

    values = [compiled(data, counting(calls)) for _ in range(2)]

    assert values[0] == values[1] and len(calls) == 2


def test_a_folder_that_takes_nothing_is_no_hindrance(data: Path) -> None:
    (data.parent / FOLDER).write_text("", encoding="utf-8")

    assert compiled(data, parse_yaml) == {"名称": ["一", 2, 3.5, True, None]}


def test_what_is_no_yaml_is_a_value_error(data: Path) -> None:
    data.write_text("名称: [一\n", encoding="utf-8")

    with pytest.raises(ValueError, match="not YAML"):
        read_data(data)


def test_a_value_is_made_again_when_what_it_depends_on_has_changed(data: Path) -> None:
    calls: list[str] = []
    other = data.with_name("单位.yaml")
    for size in (1, 1, 2):
        other.write_text("x" * size, encoding="utf-8")
        os.utime(other, ns=(1, 1))
        compiled(data, counting(calls), other)

    assert len(calls) == 2


@pytest.mark.parametrize("mapping", [{"一": "二"}, {"案件": "甲 乙", "": "", "方案": ""}], ids=["one", "empty texts"])
def test_a_mapping_is_unpacked_as_it_was_packed(mapping: dict[str, str]) -> None:
    assert unpacked(*packed(mapping)) == mapping

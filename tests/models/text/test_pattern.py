"""Patterns compiled at their first use."""

from __future__ import annotations

import re

import pytest

from models.text.pattern import Pattern


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    pattern = Pattern("(")

    with pytest.raises(re.error):
        pattern.search("x")


def test_a_pattern_searches_and_replaces() -> None:
    pattern = Pattern(r"\d+")

    assert [match.group() for match in pattern.finditer("1年2月")] == ["1", "2"]
    assert pattern.sub("N", "1年2月", count=1) == "N年2月"
    assert pattern.fullmatch("12") is not None
    assert pattern.search("12", 1) is not None
    assert pattern.compiled is pattern.compiled

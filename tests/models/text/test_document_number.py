"""发文字号."""

from __future__ import annotations

import pytest

from models.text.document_number import DocumentNumber, parse_document_number


def test_a_well_formed_number_has_three_parts() -> None:
    number = parse_document_number("云交〔2026〕4号")

    assert number == DocumentNumber("云交", 2026, 4)
    assert str(number) == "云交〔2026〕4号"


@pytest.mark.parametrize("text", [
    "", "云交[2026]4号", "云交（2026）4号", "云交〔26〕4号", "云交〔2026年〕4号", "云交〔2026〕04号", "云交〔2026〕第4号", "云交〔2026〕4",
    "〔2026〕4号", "云交2026〕4号", "云交〔2026〕四号", "云交〔2026〕 4号",
])
def test_anything_looser_is_none(text: str) -> None:
    assert parse_document_number(text) is None

"""What is searched is found by pairs of signs, wherever it stands and however it is typed."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.folding import folded
from models.text.grams import LONGEST, tokens, wanted


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("ＡＢＣ（１）", "abc(1)", id="full width"),
        pytest.param("Straße", "straße", id="a letter that would grow"),
        pytest.param("㎡½", "㎡½", id="signs that would become several"),
        pytest.param("一\n二　三\t四", "一 二 三 四", id="white space"),
        pytest.param("𠮷〇", "𠮷〇", id="rare characters of names"),
    ],
)
def test_text_is_folded_sign_by_sign(text: str, form: str) -> None:
    assert folded(text) == form
    assert len(form) == len(text)


@pytest.mark.parametrize(
    ("text", "typed", "places"),
    [
        pytest.param("法治政府，法治社会", "法治", [(0, 2), (5, 7)], id="a word twice"),
        pytest.param("依法行政和执法监督", "监督 行政", [(2, 4), (7, 9)], id="two words in any order"),
        pytest.param("执法局执法", "执法 执法局", [(0, 3), (3, 5)], id="the longer of two that begin at one place"),
        pytest.param("处罚１２０件", "120件", [(2, 6)], id="full width"),
        pytest.param("法治", "", [], id="nothing"),
    ],
)
def test_places_of_words(text: str, typed: str, places: list[tuple[int, int]]) -> None:
    assert list(wanted(typed).found_in(text)) == places


def test_a_pasted_page_is_cut() -> None:
    assert len(wanted("法" * 5000).words[0]) == LONGEST


ALPHABET = st.text(alphabet="法治政府１1Aa\"*-'%() \n、，。𠮷\ue022^:{}ANDOR", max_size=12)


@given(texts=st.lists(ALPHABET, max_size=4), typed=ALPHABET)
def test_the_index_finds_what_is_there_and_nothing_else(texts: list[str], typed: str) -> None:
    asked = wanted(typed)
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE pairs USING fts5(words, content='', tokenize='ascii')")
    index.execute("CREATE VIRTUAL TABLE signs USING fts5(words, content='', detail=none, tokenize='ascii')")
    index.execute("INSERT INTO pairs (rowid, words) VALUES (1, ?)", (tokens(texts).pairs,))
    index.execute("INSERT INTO signs (rowid, words) VALUES (1, ?)", (tokens(texts).signs,))

    found = all(
        index.execute(f"SELECT 1 FROM {table} WHERE {table} MATCH ?", (expression,)).fetchone()
        for table, expression in (("pairs", asked.pairs), ("signs", asked.signs)) if expression)
    index.close()

    assert found == all(any(word in folded(text) for text in texts) for word in asked.words)

"""Empty talk: dense in set phrases, without one fact."""

from __future__ import annotations

import pytest

from models.checks.substance import empty_paragraphs

EMPTY = (
    "局党组高度重视法治政府建设，切实加强组织领导，扎实推进各项工作，狠抓落实，取得了显著成效，"
    "得到了社会各界的一致好评，为全县经济社会高质量发展提供了坚强保障。"
)


def test_praise_alone_is_empty() -> None:
    [(start, end, density)] = empty_paragraphs(f"全年处罚120件。\n{EMPTY}")

    assert (start, end) == (len("全年处罚120件。\n"), len("全年处罚120件。\n") + len(EMPTY))
    assert density > 0.4


@pytest.mark.parametrize("fact", ["全年培训4期。", "三次研究。", "印发工作要点。", "召开党组会研究。", "《工作要点》已公布。", "听取法律顾问意见。"])
def test_one_fact_is_enough(fact: str) -> None:
    assert empty_paragraphs(EMPTY + fact) == ()


def test_a_short_sentence_of_praise_is_let_pass() -> None:
    assert empty_paragraphs("高度重视、扎实推进，取得了显著成效，提供了坚强保障。") == ()

"""What was taken out and put in: complete, and in pieces that a reader of Chinese takes in."""

from __future__ import annotations

import random

import pytest

from models.comparison.wording import Kind, Piece, pieces

SENTENCES = (
    "全年共办理行政处罚案件617件，其中交通运输领域167件。", "开展法治培训12场次，参训人员1,240人次。",
    "落实《重大行政决策程序暂行条例》，3件重大决策全部经过合法性审查。", "党组书记带头学法用法，主持党组会专题学习4次。",
    "A类企业抽查比例降到1.5%，B类不变。", "𠮷林路执法队规范执法。", "",
)


def told(before: str, after: str) -> str:
    """Return the pieces as one line: what was removed in [-…-], what was added in {+…+}."""
    marks = {Kind.SAME: ("", ""), Kind.REMOVED: ("[-", "-]"), Kind.ADDED: ("{+", "+}")}
    return "".join(f"{marks[kind][0]}{text}{marks[kind][1]}" for kind, text in pieces(before, after))


@pytest.mark.parametrize(("before", "after", "expected"), [
    ("", "", ""),
    ("一样", "一样", "一样"),
    ("", "新写的", "{+新写的+}"),
    ("删去的", "", "[-删去的-]"),
    ("制发文件2846件。", "制发文件2486件。", "制发文件[-2846-]{+2486+}件。"),
    ("占比1.5%以上", "占比1.8%以上", "占比[-1.5%-]{+1.8%+}以上"),
    ("主持召开党组会3次", "主持召开党组会、局务会3次", "主持召开党组会{+、局务会+}3次"),
    ("第一段。\n第二段。", "第一段。\n插入的。\n第二段。", "第一段。\n{+插入的。\n+}第二段。"),
    ("加强队伍建设", "完善工作机制", "[-加强队伍建设-]{+完善工作机制+}"),
], ids=["nothing", "the same", "all new", "all gone", "a number is one word", "a share is one word", "words put in",
        "a paragraph put in", "nothing in common"])
def test_pieces_are_what_one_would_mark_by_hand(before: str, after: str, expected: str) -> None:
    assert told(before, after) == expected


def test_single_characters_in_common_do_not_cut_a_sentence_to_bits() -> None:
    found = pieces("推动执法规范化建设取得新的成效", "强化法治宣传教育的针对性")

    assert len(found) <= 4


def test_the_pieces_make_up_both_texts() -> None:
    chance = random.Random(3)
    for _ in range(200):
        before, after = ("".join(chance.choices(SENTENCES, k=chance.randrange(6))) for _ in range(2))
        letters = list(after)
        chance.shuffle(letters)
        for newer in (after, "".join(letters), before[:len(before) // 2] + after):
            found = pieces(before, newer)

            assert "".join(piece.text for piece in found if piece.kind is not Kind.ADDED) == before
            assert "".join(piece.text for piece in found if piece.kind is not Kind.REMOVED) == newer
            assert all(piece.text for piece in found)
            assert all(one.kind is not two.kind for one, two in zip(found, found[1:]))


def test_long_texts_without_anything_in_common_are_not_gone_through() -> None:
    before, after = "甲乙丙丁" * 5000, "子丑寅卯" * 5000

    assert pieces(before, after) == (Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after))

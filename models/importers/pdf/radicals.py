"""Letters that look like Chinese characters and are none: some programs write radicals into a PDF instead."""

from __future__ import annotations

import unicodedata

_KANGXI = ("\u2f00", "\u2fd5")
_SUPPLEMENT = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)


def with_characters(text: str) -> tuple[str, int]:
    """Return `text` with characters in place of radicals, and how many there were."""
    if text.isascii() or not any("\u2e80" <= letter <= _KANGXI[1] for letter in text):
        return text, 0
    changed = "".join(
        unicodedata.normalize("NFKC", letter) if _KANGXI[0] <= letter <= _KANGXI[1] else letter for letter in text
    ).translate(_SUPPLEMENT)
    return changed, sum(old != new for old, new in zip(text, changed, strict=True))

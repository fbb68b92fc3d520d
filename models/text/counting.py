"""Counting words as WPS and Word do in Chinese text (字数)."""

from __future__ import annotations

import re

# Every Han character and every wide or Chinese mark counts one, a run of anything else without space counts one.
_WIDE = (
    "\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_RUN = re.compile(f"([{_WIDE}]+)|[^\\s{_WIDE}]+")


def count_words(text: str) -> int:
    """Return the 字数 of `text`."""
    return sum(len(wide) or 1 for wide in _RUN.findall(text))

"""Chinese and Arabic numerals: 二十一 and 21."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES = {"十": 10, "百": 100, "千": 1000}
NAMES = "零一二三四五六七八九"


def chinese_numeral(n: int) -> str:
    """Return `n` (1 to 9999) as a Chinese numeral, as printed in 一、 and （十二）; ValueError outside."""
    if not 1 <= n <= 9999:
        raise ValueError(f"no Chinese numeral for {n}")
    text = ""
    rest = n
    for name, place in (("千", 1000), ("百", 100), ("十", 10)):
        digit, rest = divmod(rest, place)
        if digit:
            text += NAMES[digit] + name
        elif text and rest and not text.endswith("零"):
            text += "零"
    if rest:
        text += NAMES[rest]
    return text[1:] if 10 <= n <= 19 else text


@lru_cache(maxsize=1024)
def parse_numeral(text: str) -> int | None:
    """Return the value of `text` (12, １２, 十二, 一百零三, 二〇二六); None when it is not one numeral."""
    text = text.strip()
    if not text:
        return None
    if all(character.isdecimal() for character in text):
        return int(text) if len(text) <= 18 else None
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text)) if len(text) <= 18 else None
    return _placed(text)


def _placed(text: str) -> int | None:
    """Return the value of a numeral written with 十, 百 and 千; None when it is not well formed."""
    total = 0
    digit: int | None = None
    last_place = 10_000
    for position, character in enumerate(text):
        if character in PLACES:
            place = PLACES[character]
            if place >= last_place or digit == 0 or (digit is None and not (place == 10 and position == 0)):
                return None
            total += (1 if digit is None else digit) * place
            digit, last_place = None, place
        elif character in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[character]
        else:
            return None
    return None if digit == 0 else total + (digit or 0)

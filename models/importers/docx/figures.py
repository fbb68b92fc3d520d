"""Numbers written in the formats of Word: 十二, ③, ⑴, xiv."""

from __future__ import annotations

from models.text.numerals import chinese_numeral

_CHINESE = frozenset((
    "chinesecounting", "chinesecountingthousand", "japanesecounting", "taiwanesecounting", "taiwanesecountingthousand",
    "koreancounting",
))
_BY_DIGITS = frozenset((
    "ideographdigital", "japanesedigitaltenthousand", "taiwanesedigital", "koreandigital", "koreandigital2",
))
_FORMAL = frozenset(("chineselegalsimplified", "ideographlegaltraditional", "japaneselegal", "koreanlegal"))
_DIGITS = "〇一二三四五六七八九"
_TO_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_SEQUENCES = {
    "ideographtraditional": "甲乙丙丁戊己庚辛壬癸", "ideographzodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographenclosedcircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_ENCLOSED = (("decimalenclosedcircle", 0x2460), ("decimalenclosedparen", 0x2474), ("decimalenclosedfullstop", 0x2488))
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def figure(value: int, number_format: str) -> str:
    """Return `value` written in Word's `number_format`; Arabic when the format is not one of 公文."""
    kind = number_format.lower()
    if kind in _CHINESE and 1 <= value <= 9999:
        return chinese_numeral(value)
    if kind in _BY_DIGITS:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    if kind in _FORMAL and 1 <= value <= 9999:
        text = chinese_numeral(value)
        return (f"一{text}" if 10 <= value <= 19 else text).translate(_TO_FORMAL)
    if kind in _SEQUENCES and 1 <= value <= len(_SEQUENCES[kind]):
        return _SEQUENCES[kind][value - 1]
    for name, first in _ENCLOSED:
        if kind.startswith(name) and 1 <= value <= 20:
            return chr(first + value - 1)
    return _in_letters(value, kind)


def _in_letters(value: int, kind: str) -> str:
    """Return `value` in the formats of letters and figures; Arabic for all others."""
    if kind == "decimalfullwidth":
        return str(value).translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    if kind == "decimalzero":
        return f"{value:02}"
    if kind == "numberindash":
        return f"- {value} -"
    if kind in ("lowerletter", "upperletter") and 1 <= value <= 26:
        return chr((ord("a") if kind == "lowerletter" else ord("A")) + value - 1)
    if kind in ("lowerroman", "upperroman") and 1 <= value <= 39:
        return _roman(value) if kind == "lowerroman" else _roman(value).upper()
    return str(value)


def _roman(value: int) -> str:
    """Return `value` as a lower-case Roman numeral."""
    text = ""
    for letters, worth in _ROMAN:
        while value >= worth:
            text, value = text + letters, value - worth
    return text

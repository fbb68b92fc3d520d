"""How a number written wrongly is written right, by the names that `resources/wording/number_style.yaml` uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from models.text.numerals import DIGITS, NAMES, parse_numeral

_WIDE = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_FIRST_YEAR, _LAST_YEAR = -6, 3  # how far a year of two figures may lie from the reporting year


def _narrow(match: re.Match[str], year: int) -> str | None:
    """Return full-width figures and letters half-width."""
    return match.group().translate(_WIDE)


def _year(match: re.Match[str], year: int) -> str | None:
    """Return 二〇二五年 as 2025年."""
    figures = (match.group()[:-1]).replace("○", "〇").replace("0", "〇")
    return "".join(str(DIGITS[each]) for each in figures) + "年"


def _short_year(match: re.Match[str], year: int) -> str | None:
    """Return 25年 as 2025年; None when no year near `year` is meant."""
    text = match.group().lstrip("’‘'")
    full = 2000 + int(text[:2])
    return f"20{text}" if year and year + _FIRST_YEAR <= full <= year + _LAST_YEAR else None


def _date(match: re.Match[str], year: int) -> str | None:
    """Return a date with 年, 月, 日 and without leading zeros; None when there is no such day."""
    figures = [int(each) for each in re.findall(r"\d+", match.group())]
    names = "年月日" if figures[0] > 99 else "月日"
    try:
        date(*([2024] if names == "月日" else []), *figures, *([1] if len(figures) < len(names) else []))
    except ValueError:
        return None
    return "".join(f"{figure}{name}" for figure, name in zip(figures, names, strict=False))


def _day(match: re.Match[str], year: int) -> str | None:
    """Return 3月12号 as 3月12日."""
    return match.group()[:-1] + "日"


def _mixed_date(match: re.Match[str], year: int) -> str | None:
    """Return 11月二十日 as 11月20日, 2022年十月 as 2022年10月; None when there is no such day."""
    printed, stop, rest = match.group().rpartition("年")
    month, _, day = rest.removesuffix("日").partition("月")
    figures = [int(each) if each.isdigit() else parse_numeral(each) for each in (month, day or "1")]
    try:
        date(2024, figures[0] or 0, figures[1] or 0)
    except ValueError:
        return None
    return f"{printed}{stop}{figures[0]}月" + (f"{figures[1]}日" if day else "")


def _mixed(match: re.Match[str], year: int) -> str | None:
    """Return 3百 as 300, 1千5百 as 1500, 1万2千 as 1.2万."""
    parts = re.findall(r"(\d+)([百千万])", match.group())
    if parts[0][1] == "万":
        return f"{parts[0][0]}.{parts[1][0]}万"
    return str(sum(int(figure) * {"百": 100, "千": 1000}[place] for figure, place in parts))


def _percent(match: re.Match[str], year: int) -> str | None:
    """Return 百分之95 as 95%."""
    return match.group().removeprefix("百分之") + "%"


def _about(match: re.Match[str], year: int) -> str | None:
    """Return 5、6 as 五六; two stay 两 before a measure word."""
    first, second, *rest = re.findall(r"\d|十[余多]?", match.group())
    return NAMES[int(first)] + NAMES[int(second)] + "".join(rest)


def _about_chinese(match: re.Match[str], year: int) -> str | None:
    """Return 三、四 as 三四."""
    return match.group().replace("、", "")


def _percent_range(match: re.Match[str], year: int) -> str | None:
    """Return 15—30% as 15%～30%, 15至30% as 15%至30%."""
    low, high = re.findall(r"\d+(?:\.\d+)?", match.group())
    return f"{low}%{'至' if '至' in match.group() else '～'}{high}%"


def _unit_range(match: re.Match[str], year: int) -> str | None:
    """Return 13—17万 as 13万～17万; None where the first number may be whole by itself."""
    if float(match["low"]) >= float(match["high"]):
        return None
    return f"{match['low']}{match['unit']}～{match['high']}{match['unit']}"


def _dash(match: re.Match[str], year: int) -> str | None:
    """Return 2021-2025年 as 2021—2025年."""
    return re.sub(r" ?[-－~～] ?", "—", match.group())


def _range(match: re.Match[str], year: int) -> str | None:
    """Return 3-5月 as 3—5月, 3-5天 as 3～5天; None when the second is not the larger."""
    low, high = (int(each) for each in re.findall(r"\d+", match.group()))
    return re.sub("[-－]", "—" if match.group().endswith("月") else "～", match.group()) if low < high else None


def _festival(match: re.Match[str], year: int) -> str | None:
    """Return 12.4 as “12·4”."""
    return "“" + re.sub("[.．]", "·", match.group().strip("“”\"")) + "”"


def _leading_zero(match: re.Match[str], year: int) -> str | None:
    """Return .5 as 0.5."""
    return "0" + match.group()


VALUES: Mapping[str, Callable[[re.Match[str], int], str | None]] = {
    "narrow": _narrow, "year": _year, "short_year": _short_year, "date": _date, "day": _day, "mixed": _mixed,
    "percent": _percent, "about": _about, "about_chinese": _about_chinese, "percent_range": _percent_range,
    "unit_range": _unit_range, "dash": _dash, "range": _range, "festival": _festival,
    "mixed_date": _mixed_date, "leading_zero": _leading_zero,
}

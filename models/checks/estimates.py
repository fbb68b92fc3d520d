"""Checks of the letter N: exact figures called rough ones, and rates of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.resources import read_yaml
from models.text.clauses import clause_begin
from models.text.nothing import find_empty_rates
from models.text.pattern import Pattern
from models.text.quantities import Amount, find_figures

_REMAINDER = frozenset("余多")
_AROUND = frozenset(("约", "近", "将近", "接近", "大约", "约为", "约有", "大概", "左右", "上下"))
_BEYOND = frozenset(("逾", "超", "超过"))
_NEAR = 8
_LESS = frozenset(("近", "将近", "接近"))
_AFTER = Pattern("左右|上下|以上|[余多]")
_TWICE = Pattern(
    r"(?:(?P<before>大约|约|将近|接近|近|大概)(?:有|为)?\d[\d,.]*(?P<more>[余多])?[万亿]?(?(more)[一-鿿]?|[一-鿿]{1,2}?(?P<after>左右|上下))"
    r"|(?P<least>不少于|不低于|至少|超过|不超过|最多|不多于)(?:有|达)?\d[\d,.]*[万亿]?[一-鿿]{1,2}?(?P<beyond>以上|以下|左右))"
)
_MEAN = Pattern(r"平均|[年月周日人户均]均|每(?:年|月|周|天|日|人|户|家|次|件|场|期)")


@check(
    "N006", slug="vague-exact", severity=Severity.WARNING, local=True, basis="GB/T 15835-2011：概数与确数不混用",
    message="“{excerpt}”：{number}是确数，和“{hedge}”矛盾。知道确数就去掉“{hedge}”，只知道大概就写成整数（如{round}）。",
)
def exact_figure_called_rough(draft: Draft) -> Iterator[Hit]:
    """A word for roughly stands only at a round figure: 300余次, not 388余次."""
    for passage in draft.passages:
        for amount in find_figures(passage.text):
            text, hedge = passage.text, amount.hedge
            if hedge and not amount.relative and _too_exact(amount) and not _is_mean(text, amount):
                start = text.rfind(hedge, max(0, amount.start - _NEAR), amount.start)
                start = amount.start if hedge in text[amount.start:amount.end] or start < 0 else start
                end = amount.end + len(hedge) if text.startswith(hedge, amount.end) else amount.end
                yield hit_in(passage, start, end, number=f"{amount.number}{amount.scale}", hedge=hedge,
                             round=_round(amount, text[start:end]))


def _is_mean(text: str, amount: Amount) -> bool:
    """Return whether the figure is a mean, which is rounded however exact it looks: 平均每月27次左右."""
    return _MEAN.search(text[clause_begin(text, amount.start):amount.start]) is not None


def _too_exact(amount: Amount) -> bool:
    """Return whether the figure is printed too exactly for its hedge."""
    whole, _, decimals = amount.number.partition(".")
    digits = len((whole + decimals).strip("0"))
    continuous = amount.unit in read_yaml("wording", "units.yaml")["continuous"]
    if decimals or amount.scale or continuous:
        known = amount.hedge in _REMAINDER | _AROUND | _BEYOND
        return known and len(decimals) > 1 and len((whole + decimals).lstrip("0")) > 3
    number = int(whole)
    if amount.hedge in _REMAINDER:
        return number > 10 and number % 10 != 0
    if amount.hedge in _AROUND:
        return number > 20 and number % 5 != 0 or (digits > 2 and number % 25 != 0)
    return amount.hedge in _BEYOND and digits > 2 and number % 5 != 0


def _round(amount: Amount, printed: str) -> str:
    """Return how the figure reads as a rough one: 380余次."""
    whole = amount.number.partition(".")[0]
    kept = 1 if len(whole) < 3 else 2
    rough = whole[:kept] + "0" * (len(whole) - kept)
    after = amount.hedge if amount.hedge in _REMAINDER or amount.hedge not in printed else "余"
    return f"{rough}{after if after in _REMAINDER else '余'}{amount.scale}{amount.unit}"


@check(
    "N019", slug="vague-exact", severity=Severity.WARNING, local=True, basis="GB/T 15835-2011：概数的表示法",
    message="“{excerpt}”：{why}。请留一个说法。",
)
def rough_figure_told_twice(draft: Draft) -> Iterator[Hit]:
    """One word is enough to call a figure rough: 大约200名左右, 近2000余份, 不少于4次以上."""
    for passage in draft.passages:
        for match in _TWICE.finditer(passage.text) if _AFTER.search(passage.text) is not None else ():
            before, after = match["before"] or match["least"], match["more"] or match["after"] or match["beyond"]
            why = f"“{before}”和“{after}”重复" if before not in _LESS or after in "左右上下" else f"“{before}”和“{after}”矛盾"
            yield hit_in(passage, match.start(), match.end(), why=why)


@check(
    "N007", slug="zero-rate", severity=Severity.WARNING, local=True, basis="率＝分子÷分母：分母为零时没有率",
    message="前面说“{nothing}”，没有案件（办件）就没有“{rate}”。请删去这个率，或者写“无此类案件”。",
)
def rate_of_nothing(draft: Draft) -> Iterator[Hit]:
    """Where there were no cases there is no rate of 100 % or 0 %."""
    for passage in draft.passages:
        for empty in find_empty_rates(passage.text):
            yield hit_in(passage, empty.start, empty.end, nothing=empty.nothing, rate=empty.rate)

"""Checks of the letter N: what words say of the figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.text.said_in_words import Claim, wrong_levels, wrong_shares, wrong_trends

_BASIS = "《统计法》：统计资料真实、准确；文字表述与数字一致"


@check(
    "N011", slug="ratio-mismatch", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与前面的数对不上：{told}。请核对这几个数和说法。",
)
def share_in_words_is_not_that_of_the_figures(draft: Draft) -> Iterator[Hit]:
    """超过三成, 占半数以上 and 平均每件 agree with the figures before them."""
    yield from _hits(draft, wrong_shares)


@check(
    "N012", slug="yoy-mismatch", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与各年的数对不上：{told}。请核对各年的数和说法。",
)
def trend_is_not_that_of_the_years(draft: Draft) -> Iterator[Hit]:
    """连续两年下降 and 逐年上升 agree with the figures of the years."""
    yield from _hits(draft, wrong_trends)


@check(
    "N013", slug="number-conflict", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与列出的数对不上：{told}。请核对这几个数和说法。",
)
def level_is_not_reached_by_all(draft: Draft) -> Iterator[Hit]:
    """均在95%以上 holds for each of the figures listed with it."""
    yield from _hits(draft, wrong_levels)


def _hits(draft: Draft, wrong: Callable[[str], tuple[Claim, ...]]) -> Iterator[Hit]:
    for passage in draft.passages:
        for claim in wrong(passage.text):
            yield hit_in(passage, claim.start, claim.end, words=claim.words, told=claim.told)

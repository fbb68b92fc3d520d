"""Checks of the letter N: what words say of the figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.text.beyond import wrong_durations, wrong_marks
from models.text.changes_in_words import wrong_changes
from models.text.counted_lists import wrong_counts
from models.text.frequencies import wrong_frequencies
from models.text.more_than_all import parts_too_large
from models.text.others import Others, wrong_others
from models.text.products import wrong_period_means, wrong_products
from models.text.rates_in_words import wrong_rates_in_words
from models.text.remainders import Balance, find_balances
from models.text.said_in_words import Claim, wrong_levels, wrong_shares, wrong_trends
from models.text.stocks import find_stocks
from models.text.taken_up import wrong_repeats
from models.text.time_limits import wrong_cuts

_BASIS = "《统计法》：统计资料真实、准确；文字表述与数字一致"


@check(
    "N011", slug="ratio-mismatch", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与前面的数对不上：{told}。请核对这几个数和说法。",
)
def share_in_words_is_not_that_of_the_figures(draft: Draft) -> Iterator[Hit]:
    """超过三成, 占半数以上, 办结率过九成, 平均每件 and 月均 agree with the figures before them."""
    yield from _hits(draft, wrong_shares)
    yield from _hits(draft, wrong_rates_in_words)
    yield from _hits(draft, wrong_period_means)
    yield from _hits(draft, wrong_cuts)


@check(
    "N012", slug="yoy-mismatch", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与前后的数对不上：{told}。请核对各个数和说法。",
)
def trend_is_not_that_of_the_figures(draft: Draft) -> Iterator[Hit]:
    """连续两年下降, 由24件减少到31件, 与上年持平 and 降幅超过四成, 每季度一次 agree with the figures beside them."""
    yield from _hits(draft, wrong_trends)
    yield from _hits(draft, wrong_changes)
    yield from _hits(draft, wrong_frequencies)


@check(
    "N013", slug="number-conflict", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与列出的数对不上：{told}。请核对这几个数和说法。",
)
def level_is_not_reached_by_all(draft: Draft) -> Iterator[Hit]:
    """均在95%以上 holds for all figures listed with it, 突破2000件 and 为期15天 for those told with them."""
    yield from _hits(draft, wrong_levels)
    yield from _hits(draft, wrong_marks)
    yield from _hits(draft, wrong_durations)


@check(
    "N014", slug="sum-mismatch", severity=Severity.ERROR, local=True, basis="行政执法统计年报口径：收、结、存相符；条例第十九条：数据准确",
    message="余下的数与前面的对不上：{told}，不是{left}。请核对这几个数；另有撤回、转办的写明。",
)
def what_is_left_is_not_the_rest(draft: Draft) -> Iterator[Hit]:
    """What is left of cases is what came in, less what was done: 受理312件，办结298件，结余14件."""
    for passage in draft.passages:
        for balance in (*find_balances(passage.text), *find_stocks(passage.text)):
            if not balance.right:
                told = _rest_of(balance)
                yield hit_in(passage, balance.start, balance.end, told=told, left=balance.left.printed)
        for found in wrong_others(passage.text):
            if not any(balance.start <= found.left.start < balance.end for balance in find_balances(passage.text)):
                told, left = _others_of(found), found.left.printed
                yield hit_in(passage, found.whole.start, found.left.end, told=told, left=left)


def _others_of(found: Others) -> str:
    """Return how the others are computed."""
    whole, *named = (each.in_scale(each.value) for each in (found.whole, *found.named))
    return f"{'－'.join((whole, *named))}={found.left.in_scale(found.rest)}"


def _rest_of(balance: Balance) -> str:
    """Return how what is left is computed."""
    came, done = (each.in_scale(each.value) for each in (balance.came, balance.done))
    carried = f"{balance.carried.in_scale(balance.carried.value)}+" if balance.carried is not None else ""
    return f"{carried}{came}－{done}={balance.left.in_scale(balance.rest)}"


@check(
    "N017", slug="sum-mismatch", severity=Severity.ERROR, local=True, basis="条例第十九条：数据准确；总数等于每份的数乘份数",
    message="“{words}”与前面的数对不上：{told}。请核对这三个数。",
)
def total_is_not_so_much_for_each(draft: Draft) -> Iterator[Hit]:
    """So much for each makes the total: 25辆货车按每辆1.2万元补助，共计30万元."""
    yield from _hits(draft, wrong_products)


@check(
    "N015", slug="number-conflict", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="“{words}”与列出的对不上：{told}。请数一遍，改正数字或补上漏列的。",
)
def list_is_not_as_long_as_it_says(draft: Draft) -> Iterator[Hit]:
    """《甲》《乙》2份文件, 划分为三类：…, 四项措施：一是…二是…: there are as many things as the words say."""
    yield from _hits(draft, wrong_counts)


@check(
    "N018", slug="number-conflict", severity=Severity.WARNING, local=True, basis="《统计法》：统计资料真实、准确；同一指标全文一致",
    message="前面写的是{first}，这里说到“{thing}”又是{again}，像是同一个数。请核对，改成一致；不是同一个数的写明区别。",
)
def figure_taken_up_again_is_another(draft: Draft) -> Iterator[Hit]:
    """A figure that is taken up again in its paragraph keeps its value: 318件…。在已办结的381件处罚案件中."""
    for passage in draft.passages:
        for found in wrong_repeats(passage.text):
            words = {"first": found.first.printed, "again": found.again.printed, "thing": found.thing}
            yield hit_in(passage, found.again.start, found.again.end, **words)


@check(
    "N016", slug="sum-mismatch", severity=Severity.ERROR, local=True, basis="条例第十九条：数据准确；部分不大于总数",
    message="“其中”的{part}比前面的总数{whole}还多。请核对这两个数，改正写错的一个。",
)
def part_is_more_than_the_whole(draft: Draft) -> Iterator[Hit]:
    """What is told with 其中 is no more than the count before it."""
    for passage in draft.passages:
        for excess in parts_too_large(passage.text):
            whole, part = excess
            yield hit_in(passage, whole.start, part.end, whole=whole.printed, part=part.printed)


def _hits(draft: Draft, wrong: Callable[[str], tuple[Claim, ...]]) -> Iterator[Hit]:
    for passage in draft.passages:
        for claim in wrong(passage.text):
            yield hit_in(passage, claim.start, claim.end, words=claim.words, told=claim.told)

"""What is left of cases when some are done: 年初结转18件，新收245件，办结240件，年末未结23件.

A balance is a sentence whose counts of one thing are what came in, what was done and what is left, each once, and
perhaps what was carried over from the year before. With one count more nothing is read: cases may have been withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from models.text.listings import alike_units, label_before
from models.text.pattern import Pattern
from models.text.quantities import Amount, between, find_figures
from models.text.sentences import Span, split_sentences

_LONGEST_SENTENCE = 400
_LONGEST_TAIL = 8
_CARRIED = Pattern(r"结转|上年(?:遗留|未|转)|年初(?:未|存|在办|尚|遗留)|旧存|跨年|去年(?:遗留|未)|以前年度")
_LEFT = Pattern(
    r"(?:结余|结存|未结|未办结|未审结|未完结|尚未.{0,4}|尚余|尚有.{0,6}|仍有.{0,6}|还有.{0,6}|还剩|剩余|余下|剩下|其余|在办|待办|待审|正在办理"
    r"|正在审理|未完成)(?:案件|事项|投诉|问题|的)*(?:为|有)?$"
)
_LEFT_BEHIND = Pattern(r"^(?:案件|事项)?(?:正在|尚未|未(?:办|审|结|完)|仍在|在办|待办|结转(?:至|到)?(?:下|明|次|20\d\d))")
_CARRIED_OVER = Pattern(r"(?:上年度?|去年|以前年度)(?:结转|转入|遗留)")
_DONE = Pattern(r"(?:办结|审结|结案|处结|完成|化解|答复|回复|办复|整改完毕|整改到位|调处|处置|已办|处理完毕)(?:了|案件|事项|投诉|共|完毕)*$")
_CAME = Pattern(r"受理|收到|接到|接收|立案|登记|新收|新增|新立|收案|排查|发现|承办|交办|转办|应办|共办理?|办理")
_MONEY_CAME = Pattern(r"下达|安排|到位|拨入|筹集|争取|预算|投入|归集|收入|下拨|拨付")
_MONEY_DONE = Pattern(r"支出|使用|支付|发放|兑付|执行|列支|花费")
_MONEY_LEFT = Pattern(r"(?:结余|结存|剩余|尚余|余额|节余|未使用|余)(?:资金|经费|款项)?(?:为|有)?$")
_NO_MORE = Pattern(r"含上年|含结转|包括上年|撤回|撤销|终止|不予受理|移送|退回")


class Balance(NamedTuple):
    """The counts of a sentence: what came in, was done and is left; `carried` is None where nothing came over."""

    carried: Amount | None
    came: Amount
    done: Amount
    left: Amount

    @property
    def start(self) -> int:
        """Where the first of the counts begins."""
        return min(each.start for each in self._counts)

    @property
    def end(self) -> int:
        """Where the last of the counts ends."""
        return max(each.end for each in self._counts)

    @property
    def rest(self) -> Decimal:
        """What is left, as the other counts give it."""
        carried = self.carried.value if self.carried is not None else Decimal(0)
        return carried + self.came.value - self.done.value

    @property
    def right(self) -> bool:
        """Whether what is left is what the other counts give."""
        return self.rest == self.left.value

    @property
    def _counts(self) -> Sequence[Amount]:
        return [each for each in (self.carried, self.came, self.done, self.left) if each is not None]


@lru_cache(maxsize=2048)
def find_balances(text: str) -> tuple[Balance, ...]:
    """Return the balances of `text`, right or wrong, in order."""
    if len(find_figures(text)) < 3:
        return ()
    spans = (span for span in split_sentences(text) if len(span.text) <= _LONGEST_SENTENCE)
    return tuple(balance for span in spans for balance in _in_sentence(text, span))


def _in_sentence(text: str, span: Span) -> Iterator[Balance]:
    """Yield the balance of the sentence `span`, when it has one."""
    figures = between(find_figures(text), span.start, span.end)
    if len(figures) < 3:
        return
    yield from _of_money(text, [each for each in figures if each.money], span)
    counts = [each for each in figures if not each.relative and not each.money]
    own = [each for each in counts if alike_units(each, counts[0])]
    if not 3 <= len(own) <= 4 or any(each.approximate or each.weak for each in own) or _NO_MORE.search(span.text):
        return
    roles: dict[str, Amount] = {}
    for amount in own:
        role = _role(text, own, amount, span)
        if not role or role in roles:
            return
        roles[role] = amount
    carried = roles.get("carried")
    told = {"came", "done", "left"} <= roles.keys() and (carried is not None or _CARRIED.search(span.text) is None)
    if told and roles["came"].start < roles["done"].start < roles["left"].start:
        yield Balance(carried, roles["came"], roles["done"], roles["left"])


def _of_money(text: str, own: Sequence[Amount], span: Span) -> Iterator[Balance]:
    """Yield the balance of 安排经费40万元，支出37万元，结余3万元, where no other money is told."""
    if len(own) != 3 or any(each.approximate or each.scale != own[0].scale for each in own):
        return
    labels = [label_before(text, own, each, span.start) for each in own]
    told = all(role.search(label) for role, label in zip((_MONEY_CAME, _MONEY_DONE, _MONEY_LEFT), labels, strict=True))
    if told and _CARRIED.search(span.text[:own[2].start - span.start]) is None and own[1].value <= own[0].value:
        yield Balance(None, *own)


def _role(text: str, own: Sequence[Amount], amount: Amount, span: Span) -> str:
    """Return what `amount` counts: what was carried over, came in, was done or is left; empty: something else."""
    label = label_before(text, own, amount, span.start)
    tail = text[amount.end:amount.end + _LONGEST_TAIL]
    if _CARRIED_OVER.match(label):
        return "carried"
    if _LEFT.search(label) or (amount is own[-1] and _LEFT_BEHIND.match(tail)):
        return "left"
    if _CARRIED.search(label):
        return "carried"
    if _DONE.search(label):
        return "done"
    return "came" if _CAME.search(label) else ""

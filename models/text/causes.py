"""Sentences that state a cause (原因), told apart from those that state an effect."""

from __future__ import annotations

from functools import lru_cache

from models.text.pattern import Pattern
from models.text.sentences import Span, split_sentences

_CAUSE = Pattern(
    r"(?:原因|根源|症结|成因|根子)(?:主要|还|就|也|分析|大致|归纳起来|可以归结)?(?:是|在于|在[：:]|有|为|包括|如下|[：:])|究其(?:原因|根源|根本)"
    r"|(?:主要|这|都|也)是(?:由于|因为|源于)|是[^，。；,;]{0,12}(?:主要|根本|重要|直接|深层次)原因"
    r"|之所以|所致(?=[，。；,;]|$)|(?:主要)?系[^，。；,;]{2,20}(?:所致|造成|导致|引起)|一方面是?[^。；]{2,40}另一方面"
    r"|由于|因为|归因于|(?<!来)源于|源自|缘于|归根到底是|归根结底|说到底|归结(?:起来|为|到|于)|主要在于|问题出在|囿于|限于(?!此)"
    r"|(?<![感接承享遭忍])受(?!到|理)[^，。；,;]{2,30}(?:限制|制约|所限|影响(?!的|力|程度))"
    r"|(?:这|均|都|主要)?与[^，。；,;]{2,24}(?:有关|有(?:直接|很大|密切|一定)(?:的)?关系|分不开)(?=[，。；,;]|$)"
    r"|(?:从)?主观(?:上|方面)(?:看|讲|来看|来说)?[，,是：:]|(?:从)?客观(?:上|方面)(?:看|讲|来看|来说)?[，,是：:]"
    r"|(?:这些|上述|以上)(?:问题|不足)(?:的)?(?:产生|存在|形成)[，,]?(?:主要|既)?(?:有|是)"
    r"|主要是(?![：:，,]|一是|指|以下|有[：:一以]|存在|表现|体现|集中)"
    r"|(?:^|[，。；,;]|一直|长期|往往|多|均|大多)因(?![此而素地公病故材势果时]|人(?![员手力才]))[^，。；,;]{2,24}(?:[，,]|导致|造成|致使|影响|未能|而)"
)
# 存在的问题主要是执法不规范: this says what the problem is, not why
_SAYS_WHAT = Pattern(r"(?<!产生)(?<!造成)(?<!形成)(?<!出现)(?<!上述)(?:问题|不足|短板|差距|困难|表现|任务|工作|内容)(?:主要)?$")


def causal_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` that state a cause, in order; effects (可能导致……) are none."""
    return tuple(span for span in split_sentences(text) if _states_cause(span.text))


@lru_cache(maxsize=4096)
def _states_cause(sentence: str) -> bool:
    """Return whether a cause is stated in `sentence`."""
    sentence = "".join(sentence.split())
    for match in _CAUSE.finditer(sentence):
        if not match.group().startswith("主要是") or _SAYS_WHAT.search(sentence[:match.start()]) is None:
            return True
    return False

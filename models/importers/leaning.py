"""What a text speaks of when its heading does not tell: problems, the year to come, or neither."""

from __future__ import annotations

from models.domain.report import SectionKey
from models.text.pattern import Pattern
from models.text.sentences import split_sentences

_AMISS = Pattern(r"不足|不够|不强|不高|不到位|不适应|不平衡|薄弱|滞后|差距|有待|缺乏|欠缺|短板|仍需|还需|较少|单一|偏[低弱少]|参差不齐|仍然存在|还存在")
_TO_COME = Pattern(r"下一?步|明年|来年|今后|将(?:进一步|继续|持续|以|紧|着|加|按)|进一步|继续|持续|力争|确保|计划|拟|打算")
_DONE = Pattern(r"全年|今年以来|截至|已|了|累计|共.{0,8}[件次起份]|先后|完成|荣获|实现")
_ENOUGH = 0.6  # share of sentences that must speak of it


def leans_to(text: str) -> SectionKey | None:
    """Return PROBLEMS or PLAN when most sentences of `text` speak of that; None when they do not."""
    sentences = [span.text for span in split_sentences(text) if len(span.text) > 6]
    if not sentences:
        return None
    amiss = sum(_AMISS.search(each) is not None for each in sentences)
    if amiss >= _ENOUGH * len(sentences):
        return SectionKey.PROBLEMS
    coming = sum(_TO_COME.search(each) is not None and _DONE.search(each) is None for each in sentences)
    return SectionKey.PLAN if coming >= _ENOUGH * len(sentences) else None

"""Check of the letter X on the leader's name: 党组书记、局长林志远 where the head has 林致远."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from models.checks.finding import Draft, Passage, Severity
from models.checks.once import once_for_each
from models.checks.registry import Hit, check, hit_in
from models.text.pattern import Pattern

_TITLE = (
    r"(?<!副)(?:书记|局长|主任|厅长|部长|县长|区长|市长|州长|旗长|乡长|镇长|院长|处长|所长|主要负责人|主要负责同志|主要领导|第一责任人)"
)
_NAMED = Pattern(
    rf"{_TITLE}(?:[、，](?:党组|党委|党工委)?(?:书记|局长|主任|县长|区长|市长|镇长|乡长))*(?P<name>[一-鿿]{{2,4}}?)"
    r"(?=同志|带头|主持|亲自|先后|多次|出席|参加|带队|率队|讲授|作为|组织|专题|代表|听取|出庭|签订|签发|在|就|与|对|为|[，。；、（(])"
    r"|(?<![一-鿿])(?P<comrade>[一-鿿]{2,4}?)(?=同志|先后|多次|带头|亲自|主持|带队|率队)"
)
_SHORTEST, _LONGEST = 2, 4  # characters of a name


@check(
    "X013", slug="organ-name-inconsistent", severity=Severity.WARNING, basis="《党政机关公文处理工作条例》第十九条：人名准确",
    message="这里的姓名是“{excerpt}”，别处是“{right}”，只差一个字，像是同一个人。请核对领导姓名，全文一致。",
)
def name_of_the_leader_is_written_otherwise(draft: Draft) -> Iterator[Hit]:
    """The leader is called by the name that the head, or the organ as stored, gives."""
    organ = draft.report.organ
    given = (organ.secretary, organ.head, *draft.report.head.signatories)
    names = frozenset("".join(name.split()) for name in given if _SHORTEST <= len("".join(name.split())) <= _LONGEST)
    if names:
        yield from _slips(draft.passages, names)


@once_for_each
def _slips(passage: Passage, names: frozenset[str]) -> Sequence[Hit]:
    """Return the hits on leaders in `passage` whose name is nearly one of `names`."""
    hits = []
    for match in _NAMED.finditer(passage.text):
        group = "name" if match["name"] else "comrade"
        right = slip_of(match[group], names)
        if right:
            hits.append(hit_in(passage, match.start(group), match.end(group), right=right))
    return hits


def slip_of(name: str, names: Collection[str]) -> str:
    """Return that of `names` from which `name` differs by one character, or by two exchanged; else empty."""
    if name in names:
        return ""
    for known in sorted(names):
        apart = [at for at, sign in enumerate(known) if len(known) == len(name) and sign != name[at]]
        exchanged = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(known) == sorted(name)
        if len(known) > _SHORTEST and (len(apart) == 1 or exchanged):
            return known
    return ""

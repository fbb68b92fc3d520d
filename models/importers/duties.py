"""Passages that already prove duties of the 第一责任人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from typing import NamedTuple

from models.domain.duty import DutyEntry, DutyState, PassageReference
from models.domain.organ import OrganKind
from models.domain.report import Report, SectionKey, Topic
from models.importers.head_reading import shortened
from models.standards.loader import load_standard
from models.text.sentences import split_sentences

_ANYWHERE = r"(?:党组|党委|党工委|党总支|党支部)书记|书记、|主要负责(?:人|同志)|主要领导|第一责任人|一把手"
_GOVERNMENT = rf"{_ANYWHERE}|(?<!副)[省州市县区旗镇乡]长(?!期|远|效)"
_OFFICE = rf"{_ANYWHERE}|(?<!副)(?:局长|厅长|主任(?!科员|医师)|部长|社长|行长)"
# who the 第一责任人 is, besides the 签发人 by name; what other leaders did proves nothing
_PERSONS = {
    OrganKind.DEPARTMENT: _OFFICE, OrganKind.GOVERNMENT: _GOVERNMENT, OrganKind.TOWNSHIP: _GOVERNMENT,
    OrganKind.PARTY_COMMITTEE: rf"{_ANYWHERE}|(?<!副)书记", OrganKind.SUBDISTRICT: _OFFICE,
    OrganKind.DEVELOPMENT_ZONE: _OFFICE,
}
# in a passage on the 第一责任人 a sentence without subject goes on with what the person did
_ACTS = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}是|同时|还|并|全年|年内|先后|多次|定期|坚持|每(?:季度|月|半年|年)|年[初中终底]"
    r"|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)?|[，、])*"
    r"(?:\d{1,3}次)?(?:主持|带头|亲自|带队|出庭|审签|签批|批示|作出批示|听取|讲授|述法|向[^，。]{1,10}述法|督办|过问)"
)
_NOWHERE = 9  # below every level
_OTHERS = re.compile(r"副[局厅县市区州镇乡]长|副书记|副主任|分管(?:负责人|领导|同志)|班子成员")
_LEADERSHIP = re.compile(r"党组|党委|党工委|领导班子")


class _Sentence(NamedTuple):
    """A sentence of an entry, the keywords in it, whether it names the person and whether it may mean the person."""

    entry_id: str
    text: str
    words: frozenset[str]
    named: bool
    meant: bool


def find_duties(report: Report) -> tuple[Report, tuple[str, ...]]:
    """Return `report` with an entry for each duty that a passage of it proves, and in Chinese what is unsure."""
    duties = load_standard(report.organ.kind).duties_for(report.organ)
    words = {word for duty, _ in duties for word in duty.keywords}
    person = re.compile("|".join([_PERSONS[report.organ.kind], *map(re.escape, report.head.signatories)]))
    sentences = list(_sentences(report, person, words))
    entries: list[DutyEntry] = []
    doubts: list[str] = []
    for duty, post in duties:
        speaking = [sentence for sentence in sentences if not sentence.words.isdisjoint(duty.keywords)]
        proof = next((each for each in speaking if each.named), None)
        if proof is not None:
            reference = PassageReference(proof.entry_id, proof.text)
            entries.append(DutyEntry(duty.id, post, DutyState.FULFILLED, reference=reference))
            continue
        hint = next((each for each in speaking if each.meant), None)
        if hint is not None:
            doubts.append(f"“{shortened(hint.text, 40)}”也许能说明“{duty.title}”，但没有写明主要负责人本人，请确认。")
    return replace(report, duties=tuple(entries)), tuple(doubts)


def _sentences(report: Report, person: re.Pattern[str], words: Set[str]) -> Iterator[_Sentence]:
    """Yield the sentences that may prove a duty: the part on the 第一责任人 first, then the measures."""
    for key in (SectionKey.FIRST_RESPONSIBLE, SectionKey.MEASURES):
        for part in report.parts_of(key):
            above = _NOWHERE  # level of the 小标题 that names the 第一责任人
            for entry in part.entries:
                level = entry.level if isinstance(entry, Topic) else _NOWHERE
                if level <= above:
                    above = level if "第一责任人" in entry.title else _NOWHERE
                meant = key is SectionKey.FIRST_RESPONSIBLE or above < _NOWHERE
                others = False  # whether the sentence before speaks of other leaders
                for span in split_sentences(entry.text):
                    text = span.text.strip()
                    named = person.search(text) is not None
                    if meant and not named and not others:
                        named = _ACTS.match(text) is not None
                    others = not named and (others or _OTHERS.search(text) is not None)
                    found = _words_in(text, words)
                    if found:
                        meant_here = named or meant or _LEADERSHIP.search(text) is not None
                        yield _Sentence(entry.id, text, found, named, meant_here)


def _words_in(text: str, words: Set[str]) -> frozenset[str]:
    """Return those of `words` that stand in `text` on their own: 普法 inside 普法考试 is no word of its own."""
    found = {word for word in words if word in text}
    return frozenset(
        word for word in found
        if text.count(word) > sum(text.count(longer) for longer in found if longer != word and word in longer)
    )

"""A report and what its 公开版 should not say: the list for the clerk, and the report as it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from models.checks.finding import Edit, Fix, Passage
from models.checks.fixing import fixed
from models.checks.passages import passages_of_report
from models.checks.privacy import MARK, PARTY
from models.domain.place import Place, duty_task
from models.domain.report import Report, SectionKey
from models.domain.source_document import Role
from models.domain.standard import Standard
from models.errors import UserError
from models.layout.loader import load_words
from models.publication.matters import PERSON, REMARK, Matter, masked_name, matters_in

HIDE, KEEP = "隐去", "保留"
LEADER = "党政主要负责人姓名"
OWN = "自行指定"
_PRINTED_HEAD = ("title",)
_UNPRINTED = frozenset({Role.RECIPIENTS, Role.COLOPHON})
_POSTS = ("书记", "长", "主任", "主席", "主要负责人")  # after them the name can be left out
_NOBODY = "主要负责人"
_AROUND = 12
_AROUND_REMARK = "：:，, “”"
_BRACKETS = str.maketrans("()[]［］〔〕", "（）（）（）（）")


@dataclass(frozen=True, slots=True)
class Redaction:
    """One thing that the 公开版 should not say, wherever it stands.

    `instead` is what may stand there, None when the clerk has to rewrite it; `certain` means hidden unless the clerk
    keeps it, else it is kept unless the clerk hides it. `context` is the words around its first place.
    """

    what: str
    words: str
    instead: str | None
    certain: bool
    edits: tuple[Edit, ...]
    context: str = ""

    @property
    def hidden(self) -> bool:
        """Whether it is hidden when nobody says anything."""
        return self.certain and self.instead is not None

    @property
    def change(self) -> str:
        """What becomes of it, in Chinese: 改为“王某”, 删去; of a leader only the post is named."""
        if self.what == LEADER:
            return "只写职务"
        if self.what == REMARK:
            return "删去原话"
        return f"改为“{self.instead}”" if self.instead else "删去"

    @property
    def note(self) -> str:
        """What helps to decide: the words around it, or why it usually stays."""
        if self.instead is None:
            return "标有密级的内容不能公开，请先按规定解密，再改好正文。"
        around = f"……{self.context}……"
        if self.what == LEADER:
            return f"负责人姓名属于主动公开的内容（政府信息公开条例第二十条），一般保留。{around}"
        return around if self.certain else f"履行职务的工作人员，一般保留。{around}"


class Decision(NamedTuple):
    """What is hidden and what stays."""

    hidden: tuple[Redaction, ...]
    kept: tuple[Redaction, ...]


class _Found(NamedTuple):
    """A matter in one of the passages."""

    passage: Passage
    matter: Matter

    @property
    def words(self) -> str:
        return self.passage.text[self.matter.start:self.matter.end]


def redactions_of(report: Report, standard: Standard) -> tuple[Redaction, ...]:
    """Return what the 公开版 of `report` should not say: what is certain first, else in reading order.

    Who leads an organ is published anyway (政府信息公开条例第二十条: 负责人姓名): such names are listed and stay.
    """
    passages = tuple(_printed_passages(report, standard))
    leaders = {name: LEADER for name in (report.organ.secretary, report.organ.head) if len(name) > 1}
    found = [_Found(passage, matter) for passage in passages for matter in matters_in(passage.text)]
    found = [each for each in found if each.matter.name not in leaders]
    persons: dict[str, Matter] = {}
    for each in found:
        if each.matter.name:
            persons.setdefault(each.matter.name, each.matter)
    masks = _masks([name for name in persons if persons[name].what in (PARTY, PERSON)])
    found += _again(passages, found, persons, leaders)
    grouped: dict[tuple[str, str], list[_Found]] = {}
    order = {passage.place: number for number, passage in enumerate(passages)}
    for each in sorted(found, key=lambda each: (order[each.passage.place], each.matter.start)):
        grouped.setdefault((each.matter.what, each.words), []).append(each)
    listed = [_redaction(group, masks) for group in grouped.values()]
    if report.head.secrecy.strip():
        listed.insert(0, Redaction(MARK, report.head.secrecy.strip(), None, True, ()))
    return tuple(sorted(listed, key=lambda each: not each.certain))


def decide(found: Iterable[Redaction], said: Mapping[str, str], report: Report, standard: Standard) -> Decision:
    """Return what becomes of `found` in `report` when `said` tells by its words: 隐去, 保留, or what stands instead.

    What `said` does not speak of is decided as proposed. Raises UserError when words of `said` stand nowhere.
    """
    left = {words.translate(_BRACKETS): how for words, how in said.items()}
    hidden, kept = [], []
    for each in found:
        how = left.pop(each.words.translate(_BRACKETS), "") or (HIDE if each.hidden else KEEP)
        if how == KEEP:
            kept.append(each)
        elif how == HIDE:
            if each.instead is None:
                raise UserError(f"“{each.words}”是{each.what}，不能由程序隐去。", "请先按规定解密，改好正文再导出公开版。")
            hidden.append(each)
        else:
            hidden.append(_with_words(each, how))
    for words, how in said.items():
        if words.translate(_BRACKETS) in left and how != KEEP:
            hidden.append(_own(words, how, report, standard))
    return Decision(tuple(hidden), tuple(kept))


def redacted(report: Report, hidden: Iterable[Redaction]) -> Report:
    """Return `report` with everything in `hidden` replaced; each was found in `report`."""
    changed = fixed(report, [Fix(HIDE, edits_of(hidden))], report)
    assert changed is not None  # the texts are those of `report` itself
    return changed


def edits_of(hidden: Iterable[Redaction]) -> tuple[Edit, ...]:
    """Return what `redacted` does for `hidden`, those in one field in order; of two that overlap the first counts."""
    edits: list[Edit] = []
    for edit in sorted((edit for each in hidden for edit in each.edits), key=_position):
        if not edits or not _overlap(edits[-1].place, edit.place):
            edits.append(edit)
    return tuple(edits)


def _printed_passages(report: Report, standard: Standard) -> Iterator[Passage]:
    """Yield the texts that a 公开版 prints, duties unknown to `standard` included."""
    seen = set()
    for passage in passages_of_report(report, standard):
        place = passage.place
        seen.add(place.task)
        if place.field == "remark" and not any(word in passage.text for word in load_words().public_remarks):
            continue  # not printed either
        if passage.role not in _UNPRINTED and (passage.role is not Role.HEAD or place.field in _PRINTED_HEAD):
            yield passage
    for entry in report.duties:
        task = duty_task(*entry.key)
        for name in ("title", "text", "reason"):
            if task not in seen and getattr(entry, name):
                yield Passage(getattr(entry, name), SectionKey.FIRST_RESPONSIBLE, Place(task, "", name))


def _again(
    passages: Iterable[Passage], found: list[_Found], persons: Mapping[str, Matter], leaders: Mapping[str, str]
) -> list[_Found]:
    """Return the places where a person named elsewhere is named again, and those that name a leader."""
    taken = {(each.passage.place, each.matter.start) for each in found}
    again = []
    for passage in passages:
        for name, what in (*((name, matter.what) for name, matter in persons.items()), *leaders.items()):
            start = passage.text.find(name)
            while start >= 0:
                if (passage.place, start) not in taken:
                    certain = name not in leaders and persons[name].certain
                    instead = masked_name(name) if name not in leaders else _without_name(passage.text, start)
                    again.append(_Found(passage, Matter(start, start + len(name), what, instead, certain, name)))
                start = passage.text.find(name, start + len(name))
    return again


def _without_name(text: str, start: int) -> str:
    """Return what stands for the leader's name at `start` of `text`: nothing after his post."""
    return "" if text[:start].endswith(_POSTS) else _NOBODY


def _masks(names: Iterable[str]) -> dict[str, str]:
    """Return what stands for each of `names`; those of one surname are told apart by numbers (张某1, 张某2)."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(masked_name(name), []).append(name)
    return {
        name: f"{mask}{number}" if len(group) > 1 else mask
        for mask, group in alike.items() for number, name in enumerate(group, 1)
    }


def _redaction(group: list[_Found], masks: Mapping[str, str]) -> Redaction:
    """Return the redaction of the same words at all the places of `group`."""
    first = group[0]
    edits = []
    for passage, matter in group:
        place = replace(passage.place, start=matter.start, end=matter.end)
        edits.append(Edit(place, masks.get(matter.name, matter.instead or "")))
    matter, text = first.matter, first.passage.text
    instead = masks.get(matter.name, matter.instead) if matter.what != LEADER else edits[0].text
    context = text[max(0, matter.start - _AROUND):matter.end + _AROUND].replace("\n", " ")
    words = first.words.strip(_AROUND_REMARK if matter.what == REMARK else None)
    return Redaction(matter.what, words, instead, matter.certain, tuple(edits), context)


def _with_words(redaction: Redaction, words: str) -> Redaction:
    """Return `redaction` with `words` instead at every place."""
    edits = tuple(Edit(edit.place, words) for edit in redaction.edits)
    return replace(redaction, instead=words, edits=edits)


def _own(words: str, how: str, report: Report, standard: Standard) -> Redaction:
    """Return the redaction of `words`, which only the clerk knows to be private; UserError when they stand nowhere."""
    edits = []
    instead = masked_name(words) if how == HIDE else how
    for passage in _printed_passages(report, standard):
        start = passage.text.find(words)
        while start >= 0:
            edits.append(Edit(replace(passage.place, start=start, end=start + len(words)), instead))
            start = passage.text.find(words, start + len(words))
    if not edits:
        raise UserError(f"redactions 里要隐去的“{words}”在正文里找不到。", "请照正文里的写法改好，或者删去这一项。")
    return Redaction(OWN, words, instead, True, tuple(edits))


def _position(edit: Edit) -> tuple[str, str, str, int, int]:
    """Return what puts edits of one field together, in order, the longer first."""
    place = edit.place
    return place.task, place.entry, place.field, place.start, -place.end


def _overlap(one: Place, other: Place) -> bool:
    same = (one.task, one.entry, one.field) == (other.task, other.entry, other.field)
    return same and one.start < other.end and other.start < one.end

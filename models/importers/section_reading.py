"""How each of the six blocks stands in the file: its own part, nested in another, or absent; text as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from models.domain.block_names import APART
from models.domain.report import SectionKey
from models.domain.source_document import Certainty, SectionReading
from models.importers.joining import RunningText, running_texts
from models.importers.parts import FoundPart
from models.importers.passages import Passage, title_end
from models.importers.pieces import Piece
from models.importers.sections import names_block, subject_of
from models.importers.wording import wording
from models.text.causes import causal_sentences
from models.text.marks import parse_mark
from models.text.pattern import Pattern
from models.text.sentences import split_sentences

_GOES_ON = Pattern(r"\s*(?:[一二三四五六七八九十]{1,2}是|(?:这|其|究其|产生|存在)?.{0,6}(?:原因|由于|因为)|主要|如)")
# a topic of the measures may be on making plans; the plan of the year to come says so
_TO_COME = Pattern(r"下一?步|下一?年|下一?阶段|今后|明年|来年|打算|努力方向|展望|(?:整改|改进)(?:措施|方向|思路)")
# parts in which a block is never nested: 压实第一责任人职责 in the plan is not what the person did
_NEVER_IN = {
    SectionKey.FIRST_RESPONSIBLE: frozenset((SectionKey.PROBLEMS, SectionKey.CAUSES, SectionKey.PLAN)),
    SectionKey.PROBLEMS: frozenset((SectionKey.FIRST_RESPONSIBLE,)),
    SectionKey.PLAN: frozenset((SectionKey.FIRST_RESPONSIBLE,)),
}
_REMEDY = Pattern(r"^(?:[一二三四五六七八九十]是)?(?:(?:改进|整改|下步|解决)(?:的)?(?:措施|方向|办法|打算)|对策)(?:是|[：:])")
_WILL = Pattern(r"将|继续|重点|着力|打算|计划")
_IN_SENTENCES = "没有单列，只在别处的句子里看到"


@dataclass(slots=True)
class SectionReader:
    """Reads the blocks from `parts` and the `introduction`; doubts are added to `unsure`."""

    parts: Sequence[FoundPart]
    introduction: Sequence[Piece]
    year: int
    unsure: list[str]

    def read(self) -> Mapping[SectionKey, SectionReading]:
        """Return how each block stands; all six are there."""
        readings: dict[SectionKey, SectionReading] = {}
        for key in SectionKey:
            readings[key] = self._read_one(key, readings)
        return MappingProxyType(readings)

    def _read_one(self, key: SectionKey, before: Mapping[SectionKey, SectionReading]) -> SectionReading:
        """Return how the block `key` stands; `before` has the blocks read before it."""
        own = [part for part in self.parts if part.key is key]
        if own:
            return _own_reading(own)
        if key is SectionKey.CAUSES:
            return self._causes(before[SectionKey.PROBLEMS])
        if key in (SectionKey.MEASURES, SectionKey.OTHER):
            return SectionReading()
        parts = [part for part in self.parts if part.key not in _NEVER_IN[key]]
        return self._under_heading(key, parts) or self._named_beside(key) or self._in_sentences(key, parts)

    def _under_heading(self, key: SectionKey, parts: Iterable[FoundPart]) -> SectionReading | None:
        """Return the block `key` as the text under a lower heading of `parts` that names it; None without one."""
        for part in parts:
            for place, piece in enumerate(part.body):
                title = _title_of(piece)
                if title is None or subject_of(title.body, self.year).key is not key:
                    continue
                if key is SectionKey.PLAN and not _TO_COME.search(title.text) and f"{self.year + 1}年" not in title.text:
                    continue
                rest = [piece.divide(len(title.text))[1]] if len(piece.text) > len(title.text) else []
                under = [*rest, *_until_next(part.body[place + 1:], piece)]
                if not under and title.text[-1] in "。；.":
                    continue  # a sentence with a number, and no heading
                return SectionReading(True, False, title.as_it_stands, _as_it_stands(under))
        return None

    def _named_beside(self, key: SectionKey) -> SectionReading | None:
        """Return the block `key` as named together with another in one heading (存在问题和下一步打算); None if not."""
        for part in self.parts:
            if key in part.subject.also and part.heading:
                found = self._sentences(key, part.body, _REMEDY if key is SectionKey.PLAN else None)
                reason = "" if found else f"在“{part.heading.text}”一部分里，没能分开"
                self._doubt(key, reason)
                return SectionReading(
                    True, False, part.heading.as_it_stands, found or _as_it_stands(part.body),
                    Certainty.GUESS if reason else Certainty.LIKELY, reason or _IN_SENTENCES)
        return None

    def _in_sentences(self, key: SectionKey, parts: Iterable[FoundPart]) -> SectionReading:
        """Return the block `key` as single sentences of `parts` that speak of it; absent when there are none."""
        for pieces in ([piece for part in parts for piece in part.body], self.introduction):
            text = self._sentences(key, pieces)
            if text:
                self._doubt(key, _IN_SENTENCES)
                return SectionReading(True, False, None, text, Certainty.LIKELY, _IN_SENTENCES)
        return SectionReading()

    def _sentences(self, key: SectionKey, pieces: Iterable[Piece], further: Pattern | None = None) -> str:
        """Return the sentences of `pieces` that speak of the block `key`, a line each; for the plan all that follow.

        Sentences that go on with the problems or say why they are there belong to them; so do those that
        `further` finds.
        """
        pattern = wording().sentences[key]
        coming = f"{self.year + 1}年" if key is SectionKey.PLAN and self.year else "\n"
        found = []
        for running in running_texts(pieces):
            spans = split_sentences(running.text)
            last = -2
            for place, span in enumerate(spans):
                goes_on = key is SectionKey.PROBLEMS and last == place - 1 and _GOES_ON.match(span.text)
                sentence = span.text.strip()
                opens = sentence.startswith(coming) and _WILL.search(sentence)
                if not (goes_on or opens or pattern.search(sentence) or further and further.search(sentence)):
                    continue
                last = place
                if key is SectionKey.PLAN:
                    found.append(running.shown(span.start, len(running.text)))
                    break
                found.append(running.shown(span.start, span.end))
        return "\n".join(found)

    def _causes(self, problems: SectionReading) -> SectionReading:
        """Return the causes inside the `problems`: under a lower heading, in sentences, or not to be told apart."""
        parts = [part for part in self.parts if part.key is SectionKey.PROBLEMS]
        nested = self._under_heading(SectionKey.CAUSES, parts or (self.parts if problems.present else ()))
        if nested:
            return nested
        if not parts and problems.heading and SectionKey.CAUSES in subject_of(_without_mark(problems.heading)).also:
            found = causal_sentences(problems.text or "")
            text = "\n".join(span.text.strip() for span in found) or problems.text
            return SectionReading(True, False, problems.heading, text, Certainty.LIKELY, "和不足写在一起")
        named = next((part for part in parts if SectionKey.CAUSES in part.subject.also), None)
        texts = running_texts(piece for part in parts for piece in part.body) if parts else [
            RunningText(line) for line in (problems.text or "").split("\n")]
        sentences = [
            text.shown(span.start, span.end) for text in texts for span in causal_sentences(text.text)]
        if named is None or named.heading is None or not named.body:
            return SectionReading(True, False, None, "\n".join(sentences)) if sentences else SectionReading()
        heading = named.heading.as_it_stands
        if sentences:
            return SectionReading(True, False, heading, "\n".join(sentences))
        reason = f"在“{named.heading.text}”一部分里没有分得开"
        self._doubt(SectionKey.CAUSES, reason)
        return SectionReading(True, False, heading, _as_it_stands(named.body), Certainty.GUESS, reason)

    def _doubt(self, key: SectionKey, reason: str) -> None:
        """Note that the block `key` was taken for what it is with doubt, for a `reason`; empty means without."""
        if reason:
            self.unsure.append(f"“{APART[key]}”{reason}，请确认。")


def _own_reading(own: Sequence[FoundPart]) -> SectionReading:
    """Return the reading of a block that has the parts `own`."""
    text = _as_it_stands(piece for part in own for piece in part.body)
    heading = own[0].heading or own[0].shared
    standalone = any(part.shared is None for part in own)
    doubted = sorted((part for part in own if part.reason), key=lambda part: part.certainty is Certainty.LIKELY)
    certainty, reason = (doubted[0].certainty, doubted[0].reason) if doubted else (Certainty.CERTAIN, "")
    return SectionReading(True, standalone, heading.as_it_stands if heading else None, text, certainty, reason)


def _without_mark(heading: str) -> str:
    """Return `heading` without its printed number."""
    mark = parse_mark(heading)
    return heading[mark.length:] if mark else heading


def _as_it_stands(pieces: Iterable[Piece]) -> str:
    """Return the text of `pieces` letter by letter, a line each."""
    return "\n".join(piece.line[piece.start:piece.end].strip() for piece in pieces)


def _title_of(piece: Piece) -> Piece | None:
    """Return the 小标题 that `piece` is or begins with; None when it has none."""
    if not (piece.level or piece.outline or piece.emphasis):
        return None
    length = len(piece.text) - len(piece.body)
    sentence, stop, _ = piece.body.partition("。")
    if stop and piece.level and names_block(sentence):
        end = len(sentence) + 1
    else:
        end = title_end(Passage(piece.body, level=piece.level, emphasis=max(0, piece.emphasis - length)))
    if end == 0:
        return None
    return piece.divide(length + end)[0] if length + end < len(piece.text) else piece


def _until_next(pieces: Sequence[Piece], heading: Piece) -> list[Piece]:
    """Return those of `pieces` that stand under `heading`: up to the next number of its level or above."""
    under: list[Piece] = []
    for piece in pieces:
        if (piece.level and (piece.level <= heading.level or not heading.level)) or (
                not heading.level and (piece.outline or piece.emphasis)):
            break
        under.append(piece)
    return under

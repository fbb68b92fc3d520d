"""How each of the six blocks stands in the file: its own part, nested in another, or absent; text as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from models.domain.report import SectionKey
from models.domain.source_document import SectionReading
from models.importers.causes import causal_sentences
from models.importers.parts import FoundPart
from models.importers.passages import Passage, title_end
from models.importers.pieces import Piece
from models.importers.sections import subject_of
from models.importers.wording import wording
from models.text.sentences import split_sentences

_NAMES = {
    SectionKey.PROBLEMS: "存在的不足", SectionKey.FIRST_RESPONSIBLE: "第一责任人履职情况", SectionKey.PLAN: "下一年度安排",
    SectionKey.CAUSES: "原因",
}
_GOES_ON = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}是|(?:这|其|究其|产生|存在)?.{0,6}(?:原因|由于|因为)|主要|如)")


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
            heading = own[0].heading
            text = _as_it_stands(piece for part in own for piece in part.body)
            return SectionReading(True, True, heading.as_it_stands if heading else None, text)
        if key is SectionKey.CAUSES:
            return self._causes(before[SectionKey.PROBLEMS].text or "")
        if key in (SectionKey.MEASURES, SectionKey.OTHER):
            return SectionReading()
        return self._under_heading(key, self.parts) or self._named_beside(key) or self._in_sentences(key)

    def _under_heading(self, key: SectionKey, parts: Iterable[FoundPart]) -> SectionReading | None:
        """Return the block `key` as the text under a lower heading of `parts` that names it; None without one."""
        for part in parts:
            for place, piece in enumerate(part.body):
                title = _title_of(piece)
                if title is None or subject_of(title.body, self.year).key is not key:
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
                found = self._sentences(key, part.body)
                if not found:
                    self.unsure.append(f"“{part.heading.text}”一部分同时写了{_NAMES[key]}，没能分开，请确认。")
                return SectionReading(True, False, part.heading.as_it_stands, found or _as_it_stands(part.body))
        return None

    def _in_sentences(self, key: SectionKey) -> SectionReading:
        """Return the block `key` as single sentences that speak of it; absent when there are none."""
        for pieces in ([piece for part in self.parts for piece in part.body], self.introduction):
            text = self._sentences(key, pieces)
            if text:
                self.unsure.append(f"“{_NAMES[key]}”没有单列，只在别处的句子里看到，请确认。")
                return SectionReading(True, False, None, text)
        return SectionReading()

    def _sentences(self, key: SectionKey, pieces: Iterable[Piece]) -> str:
        """Return the sentences of `pieces` that speak of the block `key`, a line each; for the plan all that follow.

        Sentences that go on with the problems or say why they are there belong to them.
        """
        pattern = wording().sentences[key]
        found = []
        for piece in pieces:
            spans = split_sentences(piece.as_it_stands)
            last = -2
            for place, span in enumerate(spans):
                goes_on = key is SectionKey.PROBLEMS and last == place - 1 and _GOES_ON.match(span.text)
                if not goes_on and not pattern.search(span.text.strip()):
                    continue
                last = place
                if key is SectionKey.PLAN:
                    found.append("".join(each.text for each in spans[place:]).strip())
                    break
                found.append(span.text.strip())
        return "\n".join(found)

    def _causes(self, of_sentences: str) -> SectionReading:
        """Return the causes inside the problems: under a lower heading, in sentences, or not to be told apart.

        Where the problems have no part, `of_sentences` are the sentences that name them.
        """
        problems = [part for part in self.parts if part.key is SectionKey.PROBLEMS]
        nested = self._under_heading(SectionKey.CAUSES, problems)
        if nested:
            return nested
        named = next((part for part in problems if SectionKey.CAUSES in part.subject.also), None)
        sentences = [
            sentence for part in problems for piece in part.body for sentence in causal_sentences(piece.as_it_stands)
        ] if problems else causal_sentences(of_sentences)
        if named is None or named.heading is None or not named.body:
            return SectionReading(True, False, None, "\n".join(sentences)) if sentences else SectionReading()
        if not sentences:
            self.unsure.append(f"“{named.heading.text}”一部分里没有分得开的原因，请确认。")
        text = "\n".join(sentences) or _as_it_stands(named.body)
        return SectionReading(True, False, named.heading.as_it_stands, text)


def _as_it_stands(pieces: Iterable[Piece]) -> str:
    """Return the text of `pieces` letter by letter, a line each."""
    return "\n".join(piece.line[piece.start:piece.end].strip() for piece in pieces)


def _title_of(piece: Piece) -> Piece | None:
    """Return the 小标题 that `piece` is or begins with; None when it has none."""
    if not (piece.level or piece.outline or piece.emphasis):
        return None
    length = len(piece.text) - len(piece.body)
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

"""Check of the letter W: characters that the usual faces of official documents lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.checks.finding import Draft, Passage, Severity
from models.checks.once import once_for_each
from models.checks.passages import passages_of_report
from models.checks.registry import Hit, check, hit_in
from models.domain.place import HEAD, Place
from models.domain.report import Report
from models.domain.standard import Standard
from models.text.repertoire import ROUND_ZERO, beyond_basic

SHOWN = 8


@check(
    "W022", slug="rare-character", severity=Severity.HINT,
    basis="GB 2312—1980《信息交换用汉字编码字符集 基本集》收 6763 个汉字，仿宋_GB2312、楷体_GB2312 等字体只有这些字；"
          "《通用规范汉字表》（国发〔2013〕23号）",
    message="{characters}是生僻字，仿宋_GB2312、楷体_GB2312 等字体里没有。请核对没有打错；"
            "导出时程序把它换成有这个字的相近字体，打印前请看一眼样子。",
)
def character_is_missing_in_usual_faces(draft: Draft) -> Iterator[Hit]:
    """A character outside GB 2312 is looked at before printing: it may be a slip, and other PCs may show another face.

    One finding for all of them: names repeat. 〇 of Chinese years is no rare character.
    """
    hits = [*_hits_in_head(draft), *_hits_in(draft.passages)]
    if not hits:
        return
    found = list(dict.fromkeys(character for character, _ in hits))
    quoted = "".join(f"“{each}”" for each in found[:SHOWN])
    more = f"等 {len(found)} 个字" if len(found) > SHOWN else ""
    first = hits[0][1]
    yield first._replace(
        words={"characters": quoted + more}, others=tuple(hit.place for _, hit in hits[1:]))


def rare_characters_of(report: Report, standard: Standard) -> tuple[str, ...]:
    """Return the rare characters of a stored `report`, each once, in the order in which they are printed."""
    texts = [*(text for _, text in _texts_of_head(report)),
             *(passage.text for passage in passages_of_report(report, standard))]
    rare = frozenset().union(*map(beyond_basic, texts)) - {ROUND_ZERO}
    return tuple(dict.fromkeys(character for text in texts for character in text if character in rare))


@once_for_each
def _hits_in(passage: Passage) -> Sequence[tuple[str, Hit]]:
    """Return each rare character in `passage`, and where it stands."""
    rare = beyond_basic(passage.text) - {ROUND_ZERO}
    return [(each, hit_in(passage, at, at + 1)) for at, each in enumerate(passage.text) if each in rare] if rare else ()


def _hits_in_head(draft: Draft) -> Iterator[tuple[str, Hit]]:
    """Yield each rare character in what of a stored report's head is no passage; a file has all in its lines."""
    if draft.source is not None:
        return
    for field, text in _texts_of_head(draft.report):
        for character in sorted(beyond_basic(text) - {ROUND_ZERO}, key=text.index):
            yield character, Hit(place=Place(HEAD, "", field))


def _texts_of_head(report: Report) -> tuple[tuple[str, str], ...]:
    """Return the fields of the head that are no passages, and their texts."""
    head = report.head
    return (("issuing_organ_mark", head.issuing_organ_mark), ("joint_organs", "".join(head.joint_organs)),
            ("signatories", "".join(head.signatories)))

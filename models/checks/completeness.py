"""Checks of the letter C on sections: what is absent or empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.checks.excerpts import quoted_hit, shortened
from models.checks.finding import Draft, Severity
from models.checks.placeholders import without_placeholders
from models.checks.registry import Hit, check
from models.domain.block_names import block_name
from models.domain.place import Place, part_task
from models.domain.report import Problem, SectionKey
from models.domain.source_document import Role, SourceParagraph
from models.domain.standard import Mandate
from models.text.causes import causal_sentences
from models.text.enumerations import counted_words
from models.text.pattern import Pattern

FIVE_BLOCKS = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定"
_SURELY_CONTENT = 400  # characters: no prompt is as long
_LONGEST_REPORT = 5000  # paragraphs
_SUBSTANCE = Pattern(r"[^\W_]")
_LEFT_OUT = Pattern(
    r"\W*(?:此处|以下|内容|本部分|具体内容)?(?:略|从略|待定|暂缺|空缺|待补|(?:同|见|参见|详见)(?:上|上文|前文|附件|附表|上年度?|另文|后))\W*"
)
_NONE = Pattern(r"\W*(?:暂?无|没有|暂时没有)\W*")
_LONGEST_HEADING = 30  # characters of a lower heading that stands alone
_WRITTEN = 2  # so many beside it have text
_BETWEEN = frozenset({Role.CHROME, Role.EMPTY})


@check(
    "C001", slug="missing-section", severity=Severity.ERROR, basis=FIVE_BLOCKS,
    message="缺少“{section}”这一块内容。请补写这一部分；已经写在别处的，请单独列出或在标题里点明。",
)
def mandatory_block_is_absent(draft: Draft) -> Iterator[Hit]:
    """Every mandatory block is there, judged by meaning; 原因 is judged by `missing-causes`."""
    for key in _mandatory_blocks(draft):
        reading = draft.sections.get(key)
        if reading is None or (not reading.present and reading.heading is None):
            yield Hit(key, words={"section": block_name(draft.report, key)})


@check(
    "C002", slug="empty-section", severity=Severity.ERROR, basis=FIVE_BLOCKS,
    message="“{section}”{gap}。请补写；确实没有可写的，也要用一句话说明情况。",
)
def block_has_no_content(draft: Draft) -> Iterator[Hit]:
    """A block that has a heading has content under it, more than a prompt left in place."""
    mandatory = _mandatory_blocks(draft)
    for key, reading in draft.sections.items():
        of_others = key is SectionKey.CAUSES and not reading.standalone
        if reading.heading is None or of_others or (draft.source is None and key not in mandatory):
            continue
        gap = "还没有写" if draft.source is None else "只有标题，没有内容"
        said_none = key is not SectionKey.OTHER and _NONE.fullmatch(reading.text or "") is not None
        if is_empty(reading.text or "") or said_none:
            yield _heading_hit(draft, key, section=block_name(draft.report, key), gap=gap)


@check(
    "C012", slug="empty-section", severity=Severity.ERROR, basis=FIVE_BLOCKS,
    message="“{heading}”只有标题，下面没有内容。请补写，或把这个标题删去并理顺后面的序号。",
)
def part_has_no_content(draft: Draft) -> Iterator[Hit]:
    """In a file, a numbered part has text before the next one begins; a block that is empty as a whole is C002."""
    if draft.source is None:
        return
    shown = [passage for passage in draft.source.paragraphs if passage.role not in _BETWEEN]
    for paragraph in _bare_headings(shown):
        heading = paragraph.text.strip("#* \t\u3000\n")
        yield _whole_hit(paragraph, heading)
    for paragraph, after in zip(shown, shown[1:], strict=False):
        if paragraph.role is not Role.HEADING or after.role is not Role.HEADING:
            continue
        reading = draft.sections.get(paragraph.section) if paragraph.section is not None else None
        if reading is None or is_empty(reading.text or "") or not (paragraph.level == after.level == 1):
            continue
        heading = paragraph.text.strip("#* \t\u3000\n")
        yield _whole_hit(paragraph, heading)


def _bare_headings(shown: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield the lower headings with nothing below them among others of their part that have text: （一） and then （二）."""
    for paragraph, after in zip(shown, (*shown[1:], None), strict=False):
        if paragraph.role is not Role.BODY or paragraph.level != 2 or not _is_short(paragraph):
            continue
        ends = after is None or after.role is not Role.BODY or after.section is not paragraph.section
        if not ends and after is not None and (after.level != 2 or after.number != paragraph.number + 1):
            continue
        beside = [
            each for each in shown
            if each.section is paragraph.section and each.level == 2 and each is not paragraph
        ]
        written = [each for each in beside if each.role is Role.BODY and not _is_short(each)]
        if len(written) >= _WRITTEN and len(written) == len(beside):
            yield paragraph


def _is_short(paragraph: SourceParagraph) -> bool:
    """Return whether `paragraph` is a heading alone: short, and no more than one sentence."""
    text = paragraph.text.strip().rstrip("。：:")
    return len(text) <= _LONGEST_HEADING and not any(stop in text for stop in "。；：，")


def _whole_hit(paragraph: SourceParagraph, heading: str) -> Hit:
    """Return the hit on the `heading` that `paragraph` is."""
    start = max(paragraph.start, 0) + paragraph.text.find(heading)
    place = Place(start=start, end=start + len(heading), line=paragraph.index)
    return Hit(paragraph.section, place, heading, {"heading": shortened(heading)})


@check(
    "C003", slug="missing-causes", severity=Severity.ERROR, basis=FIVE_BLOCKS,
    message="“{section}”里没有写原因。请对每个问题写明产生的原因（制度、人手、能力、程序等），问题和原因要对应。",
)
def problems_without_any_cause(draft: Draft) -> Iterator[Hit]:
    """The block of shortcomings tells causes; the regulation asks for 不足和原因."""
    problems, causes = draft.sections.get(SectionKey.PROBLEMS), draft.sections.get(SectionKey.CAUSES)
    if problems is None or not problems.present or is_empty(problems.text or ""):
        return  # there is nothing to have a cause
    bare = causes is not None and causes.standalone and is_empty(causes.text or "")
    if causes is None or not causes.present or (bare and not causal_sentences(problems.text or "")):
        yield _heading_hit(draft, SectionKey.PROBLEMS, section=block_name(draft.report, SectionKey.PROBLEMS))


@check(
    "C004", slug="missing-causes", severity=Severity.WARNING, basis=FIVE_BLOCKS,
    message="问题“{problem}”没有写原因。请在它后面补一句“主要原因是……”。",
)
def problem_without_cause(draft: Draft) -> Iterator[Hit]:
    """Where problems have causes of their own, each problem has one."""
    causes = draft.sections.get(SectionKey.CAUSES)
    if causes is None or not causes.present or causes.standalone or _have_a_heading_of_their_own(draft):
        return
    if draft.source is not None and len(draft.source.paragraphs) > _LONGEST_REPORT:
        return  # no report: each problem would be looked for in all of it
    problems = [
        (part.id, entry) for part in draft.report.parts_of(SectionKey.PROBLEMS)
        for entry in part.entries if isinstance(entry, Problem) and (entry.title or entry.text).strip()
    ]
    caused = [bool(entry.cause.strip() or causal_sentences(f"{entry.text}\n{entry.title}")) for _, entry in problems]
    if not any(caused):
        return
    most = 2 * sum(caused) > len(caused)
    for (part_id, entry), has_cause in zip(problems, caused, strict=True):
        if has_cause or (draft.source is not None and not entry.title and not (most and _is_counted(entry))):
            continue  # an untitled paragraph of a file may be a mere lead-in, or its cause be told behind them all
        problem = shortened(entry.title or entry.text)
        place = Place(part_task(part_id), entry.id, "cause")
        if draft.source is None:
            yield Hit(SectionKey.PROBLEMS, place, None, {"problem": problem})
        else:
            yield quoted_hit(draft, place, problem, {"problem": problem}, SectionKey.PROBLEMS)


@check(
    "C005", slug="missing-causes", severity=Severity.WARNING, basis=FIVE_BLOCKS,
    message="标题写了“原因”，正文却只说了问题和后果，没有说明为什么会这样。请逐个问题补写原因。",
)
def heading_promises_causes(draft: Draft) -> Iterator[Hit]:
    """A heading that names 原因 is followed by at least one sentence that states a cause."""
    problems, causes = draft.sections.get(SectionKey.PROBLEMS), draft.sections.get(SectionKey.CAUSES)
    if draft.source is None or problems is None or not problems.present or causes is None or causes.standalone:
        return
    if _have_a_heading_of_their_own(draft):
        return
    if causes.present and "原因" in (problems.heading or "") and not causal_sentences(problems.text or ""):
        yield _heading_hit(draft, SectionKey.PROBLEMS)


def _is_counted(entry: Problem) -> bool:
    """Return whether `entry` is one of several problems of a paragraph: 二是……."""
    first = next(iter(counted_words(entry.text)), None)
    return first is not None and first.start == 0


def is_empty(text: str) -> bool:
    """Return whether `text` says nothing: no letter outside the prompts, or only that it is left out."""
    if len(text) >= _SURELY_CONTENT:
        return False
    left = without_placeholders(text)
    return _SUBSTANCE.search(left) is None or _LEFT_OUT.fullmatch(left) is not None


def _have_a_heading_of_their_own(draft: Draft) -> bool:
    """Return whether the causes of all problems stand together, under a lower heading that names them."""
    return any(
        isinstance(entry, Problem) and entry.cause.strip() and not entry.text.strip() and "原因" in entry.title
        for part in draft.report.parts_of(SectionKey.PROBLEMS) for entry in part.entries
    )


def _mandatory_blocks(draft: Draft) -> tuple[SectionKey, ...]:
    """Return the blocks that the standard demands, without 原因."""
    found = []
    for key in SectionKey:
        requirement = draft.standard.requirement_for(key)
        if key is not SectionKey.CAUSES and requirement is not None and requirement.mandate is Mandate.MANDATORY:
            found.append(key)
    return tuple(found)


def _heading_hit(draft: Draft, key: SectionKey, **words: str) -> Hit:
    """Return the hit on the block `key` as a whole: in a file its heading."""
    if draft.source is not None:
        return quoted_hit(draft, Place(), draft.sections[key].heading or "", words, key)
    part = next(iter(draft.report.parts_of(key)), None)
    return Hit(key, Place(part_task(part.id)) if part is not None else Place(), None, words)

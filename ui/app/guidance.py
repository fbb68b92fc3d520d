"""What the right side says of a task: what is demanded, what counts as evidence, how one writes it, on what ground."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Report, SectionKey
from models.domain.standard import Basis, Certainty, Guidance, Requirement, Standard

NATIONAL = "national"

# Lines of Table A that bear on a page without a block of its own.
PAGE_REQUIREMENTS = {
    HEAD: ("R01", "R02", "R03", "R13"),
    INTRODUCTION: ("R04", "R14"),
    SIGNATURE: ("R13", "R15", "R16", "R17"),
    ATTACHMENTS: (),
}
LEADING = {INTRODUCTION: "R04"}  # whose prompt the page says itself
CERTAINTY_WORDS = {
    Certainty.VERIFIED: "已核对原文",
    Certainty.SECOND_HAND: "转引，引用前请核对原文",
    Certainty.UNVERIFIED: "待核对",
}


@dataclass(frozen=True, slots=True)
class GuidanceItem:
    """The guidance on one requirement or duty. `source` names the local requirement it comes from, else empty.

    `wanted` says what the list of `guidance.evidence` is: evidence of a duty, or what a part or page has to hold.
    `leads` when its prompt already stands above the fields of the page.
    """

    title: str
    guidance: Guidance
    basis: tuple[Basis, ...] = ()
    source: str = ""
    wanted: str = "要写到的"
    leads: bool = False


def guidance_for(task: str, report: Report, standard: Standard) -> tuple[GuidanceItem, ...]:
    """Return the guidance on `task`, most important first; empty when the standard says nothing of it."""
    if task in PAGE_REQUIREMENTS:
        return tuple(
            _item(each, leads=each.id == LEADING.get(task))
            for each in standard.requirements if each.id in PAGE_REQUIREMENTS[task])
    for duty in standard.duties:
        if any(task == duty_task(duty.id, post) for post in Post):
            return (GuidanceItem(duty.title, duty.guidance, duty.basis, _local(duty.source), "可以作为佐证的", leads=True),)
    for part in report.parts:
        if part_task(part.id) == task:
            return _for_section(part.key, report, standard)
    return ()


def basis_line(basis: tuple[Basis, ...]) -> str:
    """Return the grounds in one line: document and article where that is known; another place's paper by its name."""
    grounds = [_named(each) for each in basis if not each.local]
    practice = [_named(each) for each in basis if each.local]
    lines = [f"依据：{'；'.join(grounds)}"] if grounds else []
    return "\n".join(lines + ([f"参考做法：{'；'.join(practice)}"] if practice else []))


def basis_detail(basis: tuple[Basis, ...]) -> str:
    """Return one line for each ground with how sure it is."""
    return "\n".join(f"{_named(each)}（{CERTAINTY_WORDS[each.certainty]}）" for each in basis)


def _for_section(key: SectionKey, report: Report, standard: Standard) -> tuple[GuidanceItem, ...]:
    keys = {key}
    if key is SectionKey.PROBLEMS and not report.parts_of(SectionKey.CAUSES):
        keys.add(SectionKey.CAUSES)  # the causes are written with the problems
    main = [each for each in standard.requirements if each.section in keys and not each.topic]
    topics = [each for each in standard.requirements if each.section in keys and each.topic]
    leading = standard.requirement_for(key)
    return tuple(_item(each, leads=each is leading) for each in (*main, *topics))


def _item(requirement: Requirement, leads: bool) -> GuidanceItem:
    source = _local(requirement.source)
    return GuidanceItem(requirement.title, requirement.guidance, requirement.basis, source, leads=leads)


def _named(basis: Basis) -> str:
    article = "" if basis.certainty is Certainty.UNVERIFIED else basis.article
    return f"{basis.document}{article}"


def _local(source: str) -> str:
    return "" if source == NATIONAL else source

"""Lays local requirements over a national standard; nothing national is dropped or loosened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.domain.organ import Post
from models.domain.standard import Basis, Certainty, Duty, Guidance, Mandate, Requirement, Standard
from models.standards.fields import refuse_repeated
from models.standards.labels import national_kinds
from models.standards.overlay import Overlay, Tightening

LOCAL_PROMPT = "本地要求："


def lay(standard: Standard, overlay: Overlay) -> Standard:
    """Return `standard` with `overlay` over it; unchanged when the overlay is made for other kinds."""
    if standard.kind not in overlay.kinds:
        return standard
    titles = dict(overlay.renames)
    tightenings = {each.id: each for each in overlay.tightenings}
    posts = tuple(national_kinds().kinds[standard.kind].posts)
    source = overlay.source
    requirements = (*standard.requirements, *overlay.requirements)
    duties = (*standard.duties, *(_for_posts(duty, posts) for duty in overlay.duties))
    refuse_repeated(overlay.file, "add", (*(each.id for each in requirements), *(each.id for each in duties)))
    return Standard(
        standard.kind,
        tuple(_requirement(each, tightenings.get(each.id), titles, source) for each in requirements),
        tuple(_duty(each, tightenings.get(each.id), titles, source) for each in duties),
        tuple((key, titles.get(key.value, heading)) for key, heading in standard.headings),
        (*standard.overlays, source),
    )


def _for_posts(duty: Duty, posts: tuple[Post, ...]) -> Duty:
    """Return `duty` for those of its posts that the kind has, for all of the kind when it has none of them."""
    return replace(duty, posts=tuple(post for post in duty.posts if post in posts) or posts)


def _requirement(
    requirement: Requirement, tightening: Tightening | None, titles: Mapping[str, str], source: str
) -> Requirement:
    """Return `requirement` renamed by `titles` and tightened; None means not tightened."""
    changed = replace(requirement, title=titles.get(requirement.id, requirement.title))
    if tightening is None:
        return changed
    return replace(
        changed,
        mandate=Mandate.MANDATORY if tightening.binding else changed.mandate,
        basis=(*changed.basis, _basis(tightening, source)),
        keywords=_joined(changed.keywords, tightening.keywords),
        guidance=_guidance(changed.guidance, tightening),
        source=source,
    )


def _duty(duty: Duty, tightening: Tightening | None, titles: Mapping[str, str], source: str) -> Duty:
    """Return `duty` renamed by `titles` and tightened; None means not tightened."""
    changed = replace(duty, title=titles.get(duty.id, duty.title))
    if tightening is None:
        return changed
    return replace(
        changed,
        core=changed.core or tightening.binding,
        basis=(*changed.basis, _basis(tightening, source)),
        keywords=_joined(changed.keywords, tightening.keywords),
        guidance=_guidance(changed.guidance, tightening),
        source=source,
    )


def _basis(tightening: Tightening, source: str) -> Basis:
    """Return the notice as a basis of what it tightens."""
    return Basis(source, tightening.article, Certainty.VERIFIED)


def _guidance(guidance: Guidance, tightening: Tightening) -> Guidance:
    """Return `guidance` with the local prompt behind the national one."""
    prompt = f"{guidance.prompt}{LOCAL_PROMPT}{tightening.prompt}" if tightening.prompt else guidance.prompt
    return replace(guidance, prompt=prompt, evidence=_joined(guidance.evidence, tightening.evidence))


def _joined(first: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Return both lists in order, nothing twice."""
    return tuple(dict.fromkeys((*first, *more)))

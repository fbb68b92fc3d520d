"""Chinese names of kinds of organ and posts, as the data has them."""

from __future__ import annotations

from functools import cache

from models.domain.organ import OrganKind, Post
from models.standards.national import Kinds, read_kinds


@cache
def national_kinds() -> Kinds:
    """Return the built-in `kinds.yaml`, read once."""
    return read_kinds()


def kind_label(kind: OrganKind) -> str:
    """Return the name of `kind`, e.g. 政府部门."""
    return national_kinds().kinds[kind].label


def post_label(post: Post, kind: OrganKind = OrganKind.DEPARTMENT) -> str:
    """Return how `post` is called in `kind`, e.g. 局长; a post the kind does not have is called as in a department."""
    kinds = national_kinds().kinds
    return kinds[kind].posts.get(post) or kinds[OrganKind.DEPARTMENT].posts[post]

"""How the report of an exchange file stands to the one of the same id in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.domain.report import Report
from models.storage.digest import digest_of


class Relation(StrEnum):
    """Who has written since both had the same."""

    SAME = "same"
    MINE_ONLY = "mine_only"  # what the file holds was here before
    THEIRS_ONLY = "theirs_only"
    BOTH = "both"
    UNKNOWN = "unknown"  # they differ, and nothing tells what both come from


@dataclass(frozen=True, slots=True)
class Standing:
    """The relation, and the digest of what both come from; empty when that is not known."""

    relation: Relation
    origin: str = ""


def standing(mine: Report, held: Sequence[str], theirs: Report, known: Sequence[str]) -> Standing:
    """Return how `theirs` stands to `mine`.

    `held` are the digests of the versions of mine that the library holds, `known` those of all contents that the
    other library has had, oldest first. Who has had the other's present content has decided in its knowledge. Else
    what both have had last, in their order, is what both come from; a content that came back counts where it was first.
    """
    own, other = digest_of(mine), digest_of(theirs)
    if own == other:
        return Standing(Relation.SAME, own)
    if own in known:
        return Standing(Relation.THEIRS_ONLY, own)
    if other in held:
        return Standing(Relation.MINE_ONLY, other)
    here = frozenset(held)
    common = [digest for digest in dict.fromkeys(known) if digest in here]
    return Standing(Relation.BOTH, common[-1]) if common else Standing(Relation.UNKNOWN)

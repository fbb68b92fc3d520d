"""Names of kinds and posts."""

from __future__ import annotations

import pytest

from models.domain.organ import OrganKind, Post
from models.standards.labels import kind_label, post_label


@pytest.mark.parametrize("kind, label", [
    (OrganKind.DEPARTMENT, "政府部门"), (OrganKind.GOVERNMENT, "人民政府"), (OrganKind.PARTY_COMMITTEE, "党委"),
    (OrganKind.TOWNSHIP, "乡镇"), (OrganKind.SUBDISTRICT, "街道"), (OrganKind.DEVELOPMENT_ZONE, "开发区"),
])
def test_kind_is_named(kind: OrganKind, label: str) -> None:
    assert kind_label(kind) == label


@pytest.mark.parametrize("post, kind, label", [
    (Post.HEAD, OrganKind.DEPARTMENT, "局长"), (Post.SECRETARY, OrganKind.DEPARTMENT, "党组书记"),
    (Post.HEAD, OrganKind.DEVELOPMENT_ZONE, "管委会主任"), (Post.HEAD, OrganKind.PARTY_COMMITTEE, "局长"),
])
def test_post_is_named_as_in_its_kind(post: Post, kind: OrganKind, label: str) -> None:
    assert post_label(post, kind) == label

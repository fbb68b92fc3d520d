"""Which duties stand for whom."""

from __future__ import annotations

from builders import an_organ
from models.domain.organ import OrganKind, Post
from models.domain.standard import Duty, Standard

BOTH = Duty("C1", "带头学法用法", ("C1",), (Post.SECRETARY, Post.HEAD))
SECRETARY = Duty("P1", "领导法治建设", ("P1",), (Post.SECRETARY,))
HEAD = Duty("G1", "依法行政", ("G1",), (Post.HEAD,))
STANDARD = Standard(OrganKind.DEPARTMENT, (), (BOTH, SECRETARY, HEAD), ())


def test_one_person_in_both_posts_has_one_entry_of_each_duty() -> None:
    duties = STANDARD.duties_for(an_organ(same_person=True))

    assert duties == ((BOTH, Post.HEAD), (SECRETARY, Post.HEAD), (HEAD, Post.HEAD))


def test_two_persons_have_the_duties_of_their_own_post() -> None:
    duties = STANDARD.duties_for(an_organ(same_person=False))

    assert duties == ((BOTH, Post.SECRETARY), (BOTH, Post.HEAD), (SECRETARY, Post.SECRETARY), (HEAD, Post.HEAD))

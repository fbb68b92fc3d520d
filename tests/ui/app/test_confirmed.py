"""What was decided about the 公开版 once is proposed again."""

from __future__ import annotations

from models.publication.redactions import Redaction
from ui.app.confirmed import Confirmed, proposed

PARTY = Redaction("案件当事人", "王建国", "王某", True, ())
OFFICIAL = Redaction("工作人员姓名", "李明", "李某", False, ())
SECRET = Redaction("密级或内部标志", "秘密★1年", None, True, ())


def test_nothing_decided_leaves_the_proposal() -> None:
    assert proposed((PARTY, OFFICIAL, SECRET), Confirmed().decisions) == (PARTY, OFFICIAL, SECRET)


def test_the_same_words_are_proposed_as_they_were_decided() -> None:
    confirmed = Confirmed()

    confirmed.remember((PARTY, OFFICIAL), (OFFICIAL,))

    assert [each.hidden for each in proposed((PARTY, OFFICIAL, SECRET), confirmed.decisions)] == [False, True, False]


def test_who_looked_at_the_decisions_keeps_them_as_they_were() -> None:
    confirmed = Confirmed()
    before = confirmed.decisions

    confirmed.remember((PARTY,), ())

    assert not before
    assert not proposed((PARTY,), confirmed.decisions)[0].hidden

"""What a name says, in whatever words."""

import pytest

from models.text.retold import Matter, matter_of


@pytest.mark.parametrize(("name", "matter"), [
    ("调处矛盾纠纷", Matter("调解", "纠纷")),
    ("县政府受理行政复议", Matter("受理", "复议")),
    ("局党组书记主持召开党组会议", Matter("开展", "党组会议")),
    ("编制并公布执法事项清单", Matter("梳理", "执法事项清单")),
    ("重大执法决定进行法制审核", Matter("审查", "重大执法决定")),
    ("行政执法人员", Matter("", "执法人员")),
    ("市本级受理复议", Matter("", "市本级受理复议")),
])
def test_a_name_is_taken_apart_into_act_and_thing(name: str, matter: Matter) -> None:
    assert matter_of(name) == matter


@pytest.mark.parametrize(("one", "other", "same"), [
    ("制发规范性文件", "制定行政规范性文件", True),
    ("执法事项清单", "梳理行政执法事项清单", True),
    ("受理复议", "审结复议", False),
    ("制定规范性文件", "清理规范性文件", False),
    ("市本级受理复议", "受理复议", False),
])
def test_two_names_may_be_one_matter(one: str, other: str, same: bool) -> None:
    assert matter_of(one).may_be(matter_of(other)) is same

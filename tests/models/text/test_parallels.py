"""Parts that their words alone show to be parts."""

import pytest

from models.text.parallels import parallel


@pytest.mark.parametrize(("labels", "told"), [
    (["涉土地征收", "涉社保", "涉房产"], True),
    (["行政处罚类", "行政强制类"], True),
    (["省级补助", "市级配套", "县级自筹"], True),
    (["省级补助", "省级奖励"], False),
    (["审查合同", "审查文件"], False),
    (["涉土地征收", "社保"], False),
])
def test_parts_are_parallel_when_one_word_leads_or_ends_them_all(labels: list[str], told: bool) -> None:
    assert parallel(labels) is told

"""Subjects: what answers a problem, and what takes up a task."""

from __future__ import annotations

import pytest

from models.comparison.subjects import answers, beginning_of, matter_of, own_words, taken_up


@pytest.mark.parametrize(("problem", "plan"), [
    ("案卷质量不高", "每季度评查一次行政处罚文书。"), ("执法力量薄弱", "招录专业人才，组织轮训。"), ("普法形式单一", "创新宣传方式，制作短视频。"),
    ("行政应诉能力不足", "健全负责人出庭制度。"), ("政务服务效率不高", "推进一网通办。"), ("工作推进不平衡", "评查案卷。"), ("采砂码头反弹", "对采砂点联合巡查。"),
])
def test_the_same_subject_in_other_words_is_an_answer(problem: str, plan: str) -> None:
    assert answers(matter_of(plan), problem, "")


@pytest.mark.parametrize(("problem", "plan"), [
    ("行政应诉能力不足", "评查案卷，组织培训。"), ("普法形式单一", "评查案卷。"), ("规范性文件清理滞后", "更新执法装备。"), ("信访积案化解慢", "公开处罚结果。"),
])
def test_another_subject_is_no_answer(problem: str, plan: str) -> None:
    assert not answers(matter_of(plan), problem, "")


@pytest.mark.parametrize(("title", "text", "done", "expected"), [
    ("修订裁量基准", "3月底前修订公路超限处罚裁量基准并公布。", "公路超限处罚裁量基准5月1日起施行。", True),
    ("修订裁量基准", "3月底前修订公路超限处罚裁量基准并公布。", "举办普法活动9场。", False),
    ("加强组织领导", "", "举办普法活动9场。", True),
    ("", "", "举办普法活动9场。", True),
])
def test_a_task_is_taken_up_by_its_own_words(title: str, text: str, done: str, expected: bool) -> None:
    assert taken_up(matter_of(done), title, text) is expected


def test_common_words_are_no_words_of_ones_own() -> None:
    assert own_words("进一步加强法治政府建设工作") == frozenset()
    assert own_words("整治采砂") >= {"采砂"}


@pytest.mark.parametrize(("text", "beginning"), [
    ("一是普法形式单一，线上宣传少。", "一是普法形式单一"), ("案卷质量不高。文书不全。", "案卷质量不高。"), ("", ""),
])
def test_a_problem_is_named_at_its_beginning(text: str, beginning: str) -> None:
    assert beginning_of(text) == beginning

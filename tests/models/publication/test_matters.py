"""What in a text should not be published, and what looks like it and may."""

from __future__ import annotations

import pytest

from models.publication.matters import matters_in

FOUND = [
    ("当事人王建国不服。", "案件当事人", "王建国", "王某"),
    ("妥善处理王建国诉县交通运输局一案。", "案件当事人", "王建国", "王某"),
    ("来电13912345678反映的问题已答复。", "手机号码", "13912345678", "139××××××××"),
    ("电话：0746-8123456。", "电话号码", "0746-8123456", "0746-8××××××"),
    ("身份证号430101199003074519的经营者", "身份证号", "430101199003074519", "4301××××××××××××××"),
    ("查扣湘A1B2C3号货车。", "车牌号", "湘A1B2C3", "湘A×××××"),
    ("不服（2025）湘1103行初45号行政判决", "案号", "（2025）湘1103行初45号", "（2025）××号"),
    ("(2025)某01行初12号", "案号", "(2025)某01行初12号", "（2025）××号"),
    ("执行〔2025〕云01行审3号裁定", "案号", "〔2025〕云01行审3号", "（2025）××号"),
    ("（2024）最高法行申1234号", "案号", "（2024）最高法行申1234号", "（2024）××号"),
    ("云政复决字〔2025〕第3号维持", "案号", "复决字〔2025〕第3号", "复决字（2025）××号"),
    ("县长作出批示：“请抓好落实。”会后督办", "内部批示", "：“请抓好落实。”", "。"),
    ("县长批示要求“依法办理”，已办结。", "内部批示", "要求“依法办理”", ""),
    ("签发人：林致远\n全年处罚120件。", "内部办理信息", "签发人：林致远\n", ""),
    ("全年处罚120件（内部使用）。", "内部办理信息", "（内部使用）", ""),
    ("群众陈小红反映停车收费问题。", "个人姓名", "陈小红", "陈某"),
    ("副局长李明带队检查。", "工作人员姓名", "李明", "李某"),
    ("申请人赵某，1975年6月2日出生，申请复议。", "个人的出生日期或住址", "1975年6月2日出生", "××"),
    ("秘密★1年", "密级或内部标志", "秘密★1年", None),
]
LEFT = [
    "依据云交发〔2025〕6号和第7号文件办理。",
    "作出云交罚〔2025〕12号处罚决定。",
    "落实领导批示12件，办结率100%。",
    "学习贯彻习近平总书记作出的重要批示：“坚持依法行政。”",
    "当事人赵某对处罚没有异议，（2025）湘××行初××号已生效。",
    "通过12345热线受理诉求300余次，公布投诉举报电话0731-84512345。",
    "局长办公会研究3次，主任任期满后离任审计，书记高度重视。",
    "群众周末咨询、居民方便办事，签发文件20份。",
    "审核：全年审核合同79件，提出意见31条，采纳31条，没有因合同引起的诉讼发生，比上年减少。",
]


@pytest.mark.parametrize(("text", "what", "words", "instead"), FOUND, ids=[row[0] for row in FOUND])
def test_what_should_not_be_published_is_found(text: str, what: str, words: str, instead: str | None) -> None:
    [matter] = matters_in(text)

    assert (matter.what, text[matter.start:matter.end], matter.instead) == (what, words, instead)


@pytest.mark.parametrize("text", LEFT)
def test_what_may_be_published_is_left_alone(text: str) -> None:
    assert not [matter for matter in matters_in(text) if matter.certain]


def test_what_stands_instead_hides_for_good() -> None:
    for text, _, words, instead in FOUND:
        if instead is not None:
            assert not [each for each in matters_in(text.replace(words, instead)) if each.certain]

"""Checks of the letter W on what must not be published: persons, their numbers, marks of secrecy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.domain.place import HEAD, Place
from models.domain.report import ExportForm
from models.text.pattern import Pattern

PUBLICATION = "《中华人民共和国政府信息公开条例》：涉及国家秘密、个人隐私等公开会造成损害的信息不予公开"
_LONG_NUMBER = Pattern(r"(?<![\dA-Za-z.])(?:\d{17}[\dXx]|\d{15}|\d{16,19})(?![\dA-Za-z])")
_MOBILE = Pattern(r"(?<![\d.])1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?!\d)")
_LANDLINE = Pattern(r"(?<![\d.])(?:0\d{2,3}[-－—] ?[2-9]\d{6,7}|[（(]0\d{2,3}[）)] ?[2-9]\d{6,7})(?!\d)")
# numbers that are there to be rung by anyone
_HOTLINE = Pattern(r"举报|投诉|监督|咨询|热线|服务|值班|报警|救援|求助|传真|总机")
_PLATE = Pattern(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.]?"
    r"(?=[A-HJ-NP-Z]{0,5}\d)[A-HJ-NP-Z\d]{5,6}(?![A-Z\d*])"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤"
    "樊葛邢乔伍庞颜倪聂鲁岳翟殷詹欧耿兰焦俞柳甘舒柯梅凌裴霍涂谷冉翁骆靳辛柴蒙鲍喻祁蒲滕屈饶牟艾穆缪芦麦褚娄窦岑晏柏瞿桂佟臧闵苟邬卞栾隋桑甄丛虞敖巩佘邝"
)
NAME = f"[{_SURNAMES}](?:某某|(?!某)[一-鿿]{{1,2}}?)"  # 张某 is hidden well enough
_PARTY = Pattern(
    rf"(?:当事人|原告|被告人|被告|上诉人|被上诉人|申请人|被申请人|第三人|申请执行人|被执行人|被处罚人|违法行为人|违法嫌疑人"
    rf"|犯罪嫌疑人|行政相对人|信访人|举报人|投诉人|受害人|法定代表人|患者|死者|伤者)[：:]?(?P<name>{NAME})"
    r"(?=[，。；、（(）)：]|诉|不服|因|向|对(?!面|象)|与|的|驾驶|涉嫌|提起|提出|反映|申请|违法|被|等|在|一案|参加|移送|无证|非法|擅自)"
    rf"|(?<=[对将])(?P<accused>{NAME})(?=(?:等\d*人)?(?:非法|无证|违法|违规|涉嫌|擅自|未经|超限|超载|酒后)"
    r"[^，。；\n]{1,16}(?:案(?!件|卷|例)|行为))"
    rf"|(?:^|(?<=[，。；、：（\n“了理办为]))(?P<plaintiff>{NAME})诉(?![讼求说称请冤苦前])"
    r"(?=[^，。；\n]{0,30}(?:局|政府|委|厅|所|公司|办事处|中心|街道|案))"
)
NO_NAME = Pattern(
    r"[方应起上申控投告胜败]$|^(?:"
    r"陈述|陈情|周边|周围|周知|何时|何种|何人|任职|任务|任何|任意|范围|钱款|钱财|余款|余额|程度|程序|金钱|金额|石材|石料|石油"
    r"|黄色|马上|马路|毛利|武力|白天|江边|江河|叶片|林地|林木|田地|顾虑|顾客|方便|方面|方式|严重|严格|万元|许可|史料|龙头"
    r"|付款|付清"
    r")"
)
_SECRET = Pattern(
    r"(?m)(?:绝密|机密|秘密)[ 　]*★[^\s，。；]{0,8}|^[ 　]*(?:绝密|机密|秘密|内部资料|内部文件)(?:[，, ]?(?:注意保存|不得外传))?[ 　]*$"
    r"|[（(【](?:绝密|机密|秘密)[）)】]|内部(?:资料|文件|材料)[，, ]?(?:注意保存|不得外传|严禁外传|请勿外传|妥善保管)"
)
_PERSONAL = Pattern(
    r"(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:出生(?=[，,。；）)])|生(?=[，,）)]))"
    r"|(?<![居入暂])(?:家住|住址[：:为]?|(?<=[，,（(])住)(?!院|房|宅|建|所地|户|宿)[^，。；,）)\n]{2,24}?\d+(?:号|室|组)"
)
PARTY, MARK, PERSONAL = "案件当事人", "密级或内部标志", "个人的出生日期或住址"
_LABEL = 14  # characters before a number that may say what it is
_ACCOUNT = Pattern(r"银行[账帐]号|银行卡|卡号|开户行")
_SHORT_LINE = Pattern(r"(?:电话|手机|联系方式)(?:号码)?[：:为] ?([2-9]\d{6,7})(?!\d)")
_PERSON_NUMBER = Pattern(r"身份证|证件号|公民身份号码")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


class Private(NamedTuple):
    """What must not be published: from, to, and what it is; `masked` where the name is half hidden (张某某).

    Of a person of a case, the name begins at `name`, the word before it may stay; it ends before 诉.
    """

    start: int
    end: int
    what: str
    masked: bool = False
    name: int = -1


@check(
    "W021", slug="secret-or-private", severity=Severity.ERROR, basis=PUBLICATION,
    message="公开版里有{what}：“{excerpt}”。请删去或隐去以后再公开。",
)
def secret_or_private_in_public_form(draft: Draft) -> Iterator[Hit]:
    """公开版 names no person of a case, none of their numbers, and bears no mark of secrecy."""
    if draft.form is not ExportForm.PUBLIC:
        return
    if draft.source is None and draft.report.head.secrecy.strip():
        yield Hit(place=Place(HEAD, "", "secrecy"), words={"what": "密级", "excerpt": draft.report.head.secrecy})
    for passage in draft.passages:
        for found in private_matters(passage.text):
            if not found.masked:
                yield hit_in(passage, found.start, found.end, what=found.what)


@lru_cache(maxsize=2048)
def private_matters(text: str) -> tuple[Private, ...]:
    """Return what in `text` must not be published, in order."""
    found = [*_marks(text), *_parties(text)]
    if any(character.isdigit() for character in text):
        found += [*_numbers(text), *_telephones(text)]
        found += [Private(*match.span(), "车牌号") for match in _PLATE.finditer(text)]
        if "生" in text or "住" in text:
            found += [Private(*match.span(), PERSONAL) for match in _PERSONAL.finditer(text)]
    return tuple(sorted(found))


def _marks(text: str) -> Iterator[Private]:
    if "密" in text or "内部" in text:
        for match in _SECRET.finditer(text):
            yield Private(*match.span(), MARK)


def _parties(text: str) -> Iterator[Private]:
    """Yield the persons of a case that are named: 当事人王建国, 王建国诉……局."""
    if not any(word in text for word in ("诉", "人", "告", "者", "对", "将")):
        return
    for match in _PARTY.finditer(text):
        group = match.lastgroup or ""
        if NO_NAME.search(match[group]) is None and (match[group][1:] == "某某" or "某" not in match[group]):
            yield Private(*match.span(), PARTY, "某" in match[group], match.start(group))


def _numbers(text: str) -> Iterator[Private]:
    """Yield ID numbers and bank cards."""
    for match in _LONG_NUMBER.finditer(text):
        number = match.group()
        labelled = _PERSON_NUMBER.search(text[max(0, match.start() - _LABEL):match.start()]) is not None
        if _is_person_number(number, labelled):
            yield Private(*match.span(), "身份证号")
        elif len(number) >= 16 and (
            number.startswith(("62", "4", "5")) and _is_card(number)
            or _ACCOUNT.search(text[max(0, match.start() - _LABEL):match.start()]) is not None
        ):
            yield Private(*match.span(), "银行卡号")


def _telephones(text: str) -> Iterator[Private]:
    for match in _MOBILE.finditer(text):
        yield Private(*match.span(), "手机号码")
    for match in _LANDLINE.finditer(text):
        if _HOTLINE.search(text[max(0, match.start() - _LABEL):match.start()]) is None:
            yield Private(*match.span(), "电话号码")
    for match in _SHORT_LINE.finditer(text) if "联系" in text else ():
        if _HOTLINE.search(text[max(0, match.start() - _LABEL):match.start()]) is None:
            yield Private(match.start(1), match.end(1), "电话号码")


def _is_person_number(number: str, labelled: bool) -> bool:
    """Return whether `number` is an ID number: a day of birth in it, and its check digit right unless `labelled`."""
    if len(number) == 15:
        return _is_day(f"19{number[6:12]}") and (labelled or number[0] in "123456")
    if len(number) != 18 or not _is_day(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return labelled or _CHECKS[total % 11] == number[-1].upper()


def _is_day(digits: str) -> bool:
    """Return whether the eight `digits` are a day on which somebody living may have been born."""
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1900 <= day.year <= 2100


def _is_card(number: str) -> bool:
    """Return whether `number` has the check digit of a bank card."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = (2 * digit for digit in digits[1::2])
    return (sum(digits[::2]) + sum(digit - 9 if digit > 9 else digit for digit in doubled)) % 10 == 0

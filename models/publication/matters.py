"""What in a text should not be published: persons and their numbers, case numbers, internal remarks.

What is told apart here is only proposed. `certain` is what no 公开版 should say (R17: 身份证号, 案件当事人, 内部批示
原文); the rest is shown and stays unless the clerk says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from models.checks.privacy import MARK, NAME, NO_NAME, PARTY, PERSONAL, Private, private_matters
from models.text.pattern import Pattern

CASE, PERSON, OFFICIAL, REMARK, INTERNAL = "案号", "个人姓名", "工作人员姓名", "内部批示", "内部办理信息"
_OPEN, _CLOSE = r"[（(〔\[［]", r"[）)〕\]］]"
_COURTS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼兵军"
_COURT_CASE = Pattern(
    rf"{_OPEN}(?P<year>(?:19|20)\d\d){_CLOSE} ?(?:最高法|最高检|[{_COURTS}某])[一-鿿×]{{0,2}}\d{{0,4}}"
    r"[刑民行执知赔破清认辖财司非][一-鿿]{0,4}第?\d{1,6}(?:-\d{1,3})?号(?:之(?:[一二三四五六七八九十]|\d{1,2}))?"
)
_OTHER_CASE = Pattern(
    rf"(?P<code>复决字?|复议字?|复受字?|仲案字?|仲裁字?|仲字|信访字)"
    rf"{_OPEN}(?P<year>(?:19|20)\d\d){_CLOSE}第?\d{{1,6}}号"
)
_AFTER_NAME = (
    r"(?=同志|先生|女士|[，。；、（(）)：]|$|全年|主持|带队|带头|参加|出席|出庭|到|在|任|为|与|和|的|把|将|对|因|反映|申请"
    r"|签发|审签|审定|批示|作|讲|多次|先后|亲自|通过|向|等|来|\d)"
)
_POST = (
    r"书记|局长|县长|市长|区长|州长|镇长|乡长|主任|部长|厅长|委员|党组成员|科长|股长|处长|所长|站长|队长|律师|法律顾问|执法人员"
)
_OFFICIAL = Pattern(rf"(?:{_POST})(?P<name>{NAME}){_AFTER_NAME}")
_PERSON = Pattern(
    rf"(?:群众|村民|居民|驾驶员|司机|业主|经营者|经营户|个体户|家属|乘客|车主|农民工|农户|法定代表人)(?P<name>{NAME}){_AFTER_NAME}")
_REMARK = Pattern(r"批示(?P<words>(?:要求|指出|强调|意见为?|内容为?)?[：:，,]? ?“[^“”\n]{1,400}”)")
_OF_THE_CENTRE = Pattern(r"习近平|总书记|总理|党中央|国务院")
_BEFORE_REMARK = 30  # characters before 批示 that may say whose it is
_LINE = Pattern(
    r"(?m)^[ 　]*(?:签发人?|拟稿人?|核稿人?|审核人?|会签人?|签批人?|领导批示|批示|经办人|承办人|校对人?|联系人|联系电话)"
    r"[：:][^\n。]{0,40}(?:\n|$)")
_BRACKETED = Pattern(
    r"[（(](?:(?:签发|拟稿|核稿|会签|经办|承办|联系)人[：:][^）)\n]{1,40}|仅?供?内部(?:资料|文件|使用|参考|掌握)[^）)\n]{0,10}"
    r"|不得外传|不宜公开|不予公开|注意保存)[）)]")
_CROSS, _SOME = "×", "某"
_STAYING = {"身份证号": 4, "银行卡号": 4, "手机号码": 3, "车牌号": 2}


class Matter(NamedTuple):
    """Something in a text that should not be published: from, to, what it is.

    `instead` is what may stand there; None when no words of ours can heal it, as with a mark of secrecy.
    `name` is the person's, so that others of the same surname can be told apart; empty for other matters.
    """

    start: int
    end: int
    what: str
    instead: str | None
    certain: bool = True
    name: str = ""


@lru_cache(maxsize=2048)
def matters_in(text: str) -> tuple[Matter, ...]:
    """Return what in `text` should not be published, in order and without overlaps."""
    found = [_hidden(text, each) for each in private_matters(text) if not each.masked]
    found += [*_cases(text), *_remarks(text), *_persons(text)]
    apart: list[Matter] = []
    for matter in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or matter.start >= apart[-1].end:
            apart.append(matter)
    return tuple(apart)


def masked_name(name: str) -> str:
    """Return `name` as courts hide it: the surname stays, 某 for the rest (最高法关于互联网公布裁判文书的规定第九条)."""
    return name[:1] + _SOME


def _hidden(text: str, private: Private) -> Matter:
    """Return the matter that is `private` of `text`."""
    start, end, what = private.start, private.end, private.what
    if what == PARTY:
        name = text[private.name:end].removesuffix("诉")
        return Matter(private.name, private.name + len(name), what, masked_name(name), name=name)
    if what == PERSONAL:
        return Matter(start, end, what, _CROSS * 2)
    if what == MARK:
        secret = "密" in text[start:end] and "内部" not in text[start:end]
        return Matter(start, end, what, None if secret else "")
    return Matter(start, end, what, _crossed(text[start:end], _STAYING.get(what, 0)))


def _crossed(number: str, staying: int) -> str:
    """Return `number` with crosses; its first `staying` figures remain, 0 means the area code and one figure more."""
    if not staying:
        after = max(number.rfind(mark) for mark in "-－—）) ") + 1
        staying = after + 1
    return number[:staying] + _CROSS * (len(number) - staying)


def _cases(text: str) -> Iterator[Matter]:
    """Yield the numbers of court cases, and of 复议 and 仲裁."""
    if "号" not in text:
        return
    for match in _COURT_CASE.finditer(text):
        yield Matter(*match.span(), CASE, f"（{match['year']}）××号")
    for match in _OTHER_CASE.finditer(text):
        yield Matter(*match.span(), CASE, f"{match['code']}（{match['year']}）××号")


def _remarks(text: str) -> Iterator[Matter]:
    """Yield what superiors wrote on the file, letter by letter, and who handled it."""
    if "批示" in text and "“" in text:
        for match in _REMARK.finditer(text):
            if not _OF_THE_CENTRE.search(text[max(0, match.start() - _BEFORE_REMARK):match.start()]):
                ended = match["words"][-2] in "。！？" and text[match.end():match.end() + 1] not in tuple("，。；：、！？")
                yield Matter(*match.span("words"), REMARK, "。" if ended else "")
    if "：" in text or ":" in text:
        for match in _LINE.finditer(text):
            yield Matter(*match.span(), INTERNAL, "")
    if "（" in text or "(" in text:
        for match in _BRACKETED.finditer(text):
            yield Matter(*match.span(), INTERNAL, "")


def _persons(text: str) -> Iterator[Matter]:
    """Yield persons named with their post, whose names may be published, and persons without one."""
    for pattern, what, certain in ((_PERSON, PERSON, True), (_OFFICIAL, OFFICIAL, False)):
        for match in pattern.finditer(text):
            name = match["name"]
            if _SOME not in name and not NO_NAME.search(name):
                yield Matter(*match.span("name"), what, masked_name(name), certain, name)

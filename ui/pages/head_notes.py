"""Live words about the elements of the head and the signature: what is not yet as GB/T 9704 wants it."""

from __future__ import annotations

import re

from models.text.dates import format_date, parse_date
from models.text.document_number import parse_document_number

LEVELS = ("绝密", "机密", "秘密")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★(?:[1-9]\d?年|[1-9]\d?个月|长期))?")
PERSONAL = ("书记", "县长", "市长", "局长", "同志")


def about_document_number(text: str, year: int) -> str:
    """Return what is to be changed in the 发文字号 `text` of a report on `year`; empty when nothing is."""
    text = text.strip()
    number = parse_document_number(text)
    if not text:
        return ""
    if number is not None:
        if number.year <= year:
            return f"年份写发文当年，{year}年度的报告一般在 {year + 1} 年印发。"
        return ""
    if "〔" not in text or "〕" not in text:
        return "年份要用六角括号〔〕括起来，例如“云交〔2026〕4号”。"
    if re.search(r"〕\s*第", text):
        return "序号前不加“第”。"
    if re.search(r"〕\s*0", text):
        return "序号不编虚位，写 4 号，不写 04 号。"
    if re.search(r"〕\s*号", text):
        return "还缺序号：在“号”前面填上编号。"
    if not text.endswith("号"):
        return "末尾要写“号”。"
    return "发文字号由机关代字、年份、序号组成，例如“云交〔2026〕4号”。"


def about_signatories(names: tuple[str, ...], organs: int = 1) -> str:
    """Return what is to be said of the 签发人 `names` of as many `organs`; empty when nothing is."""
    if organs > 1 and names and len(names) != organs:
        return f"联合行文的 {organs} 个机关，每个机关各有一位签发人，按机关顺序写，现在写了 {len(names)} 位。"
    if len(names) > 1 and organs < 2:
        return "一个机关单独行文只写一位签发人，联合行文才写几位。"
    if names and any(word in names[0] for word in PERSONAL):
        return "签发人只写姓名，不写职务。"
    return ""


def about_recipients(names: tuple[str, ...]) -> str:
    """Return what is to be said of the main recipients `names`; empty when nothing is."""
    if any(name.endswith(PERSONAL) for name in names):
        return "主送写机关，不写领导个人。"
    if len(names) > 1:
        return "现在是并列主送。条例原则上主送一个机关，当地惯例可以并列；别的写法见下面。"
    return ""


def about_copy_number(text: str) -> str:
    """Return what is to be changed in the 份号 `text`; empty when nothing is."""
    return "" if not text or re.fullmatch(r"\d{6}", text) else "份号用 6 位阿拉伯数字，例如“000001”。"


def about_secrecy(text: str) -> str:
    """Return what is to be changed in 密级和保密期限 `text`; empty when nothing is."""
    if not text or _SECRECY.fullmatch(text):
        return ""
    if not text.startswith(LEVELS):
        return "密级写“绝密”“机密”或“秘密”，后面可以接“★”和保密期限，例如“机密★1年”。"
    return "密级和保密期限之间用“★”，期限用阿拉伯数字，例如“机密★1年”“秘密★6个月”“绝密★长期”。"


def about_joint_organs(names: tuple[str, ...]) -> str:
    """Return what is to be said of the organs `names` of a joint issue; empty when nothing is."""
    if len(names) == 1:
        return "联合行文至少写两个机关，主办机关在前；单独行文这里空着。"
    return "末尾不写“文件”，程序排在右侧居中。" if any(name.endswith("文件") for name in names) else ""


def about_stamp_posts(posts: tuple[str, ...]) -> str:
    """Return what is to be said of the 职务 `posts` beside a 签名章; empty when nothing is."""
    return "盖签名章时不印单位署名，也不留印章的位置。" if posts else ""


def about_urgency(text: str) -> str:
    """Return what is to be changed in the 紧急程度 `text`; empty when nothing is."""
    return "" if text in ("", "特急", "加急") else "紧急程度写“特急”或“加急”。"


def about_date(text: str) -> str:
    """Return what is to be changed in the date `text` as printed; empty when nothing is."""
    if not text.strip():
        return ""
    day = parse_date(text)
    if day is None:
        return "写全年、月、日，用阿拉伯数字，例如“2026年2月20日”。"
    return "" if text == format_date(day) else f"应写成“{format_date(day)}”：不编虚位，年月日写全。"


def right_date(text: str) -> str:
    """Return `text` as a 成文日期 is printed; empty when it is no date or right already."""
    day = parse_date(text)
    return "" if day is None or text == format_date(day) else format_date(day)

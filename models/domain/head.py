"""The 公文 elements around the text: 版头, 标题 and 主送, 署名 and 日期, 版记 (GB/T 9704-2012, 7.2–7.4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """版头, 标题 and 主送机关, as entered; empty text means absent."""

    copy_number: str = ""  # 份号, six digits
    secrecy: str = ""  # 密级和保密期限, e.g. 机密★1年
    urgency: str = ""  # 特急 or 加急
    issuing_organ_mark: str = ""  # 发文机关标志, e.g. 云峰县交通运输局文件
    document_number: str = ""  # 发文字号, e.g. 云交〔2026〕4号
    signatories: tuple[str, ...] = ()  # 签发人
    title: str = ""
    title_lines: tuple[str, ...] = ()  # the clerk's choice of lines; empty means by rule
    main_recipients: tuple[str, ...] = ()
    joint_organs: tuple[str, ...] = ()  # 联合行文: names for the 标志, 主办 first; empty: one organ issues it
    recipients_in_colophon: bool = False  # 主送 is printed in the 版记, by the clerk's choice (7.3.2)
    letter: bool = False  # 信函格式 (10.1)
    preprinted: bool = False  # printed on paper that bears 标志 and red line already: their room is kept


@dataclass(frozen=True, slots=True)
class Signature:
    """发文机关署名, 成文日期, 印章 or 签名章, 附注; and what is not printed: which meeting passed the report, and when."""

    issuing_organ_signature: str = ""  # several names, 主办 first, are parted by blanks, 、 or line breaks
    date_of_issue: str = ""  # as printed, e.g. 2026年2月20日
    sealed: bool = True  # room is left for a 印章
    remark: str = ""  # 附注, without brackets
    stamp_posts: tuple[str, ...] = ()  # 职务 of those whose 签名章 stands in place of 署名 and 印章 (7.3.5.3)
    deliberation: str = ""  # 集体讨论, e.g. 2026年1月28日局党组会; never printed


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记: 抄送机关, 印发机关, 印发日期."""

    copy_recipients: tuple[str, ...] = ()
    distributing_organ: str = ""
    distribution_date: str = ""  # as printed
    colophon_on_even_page: bool = False  # 版记 on a page with an even number (GB/T 33476.2, 7.3.1)

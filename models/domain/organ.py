"""The organ that reports: what a clerk enters once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OrganKind(StrEnum):
    """Kind of organ; decides which requirements and duties stand (Table A and B)."""

    DEPARTMENT = "department"  # 政府部门
    GOVERNMENT = "government"  # 人民政府
    PARTY_COMMITTEE = "party_committee"  # 党委
    TOWNSHIP = "township"  # 乡镇
    SUBDISTRICT = "subdistrict"  # 街道
    DEVELOPMENT_ZONE = "development_zone"  # 开发区管委会


class OrganLevel(StrEnum):
    """Administrative level of the organ."""

    PROVINCE = "province"  # 省级
    CITY = "city"  # 市州
    COUNTY = "county"  # 县区
    TOWNSHIP = "township"  # 乡镇街道


class Post(StrEnum):
    """One of the two posts of a 党政主要负责人."""

    SECRETARY = "secretary"  # 党组（党委）书记
    HEAD = "head"  # 局长、县长、主任：行政主要负责人


@dataclass(frozen=True, slots=True)
class Organ:
    """The profile of an organ (单位信息); empty text means not entered yet."""

    id: str = ""
    full_name: str = ""  # 全称
    short_name: str = ""  # 规范化简称
    issuing_organ_mark: str = ""  # 发文机关标志; empty means full name + 文件
    organ_code: str = ""  # 机关代字, e.g. 云交
    level: OrganLevel = OrganLevel.COUNTY
    kind: OrganKind = OrganKind.DEPARTMENT
    secretary: str = ""  # name of the 党组书记
    head: str = ""  # name of the 局长; the same as `secretary` when one person holds both posts
    secretary_title: str = "党组书记"
    head_title: str = "局长"
    same_person: bool = True
    main_recipients: tuple[str, ...] = ()
    copy_recipients: tuple[str, ...] = ()
    distributing_organ: str = ""  # 印发机关

    @property
    def name(self) -> str:
        """The name used in a title: 规范化简称, else the full name."""
        return self.short_name or self.full_name

    @property
    def mark(self) -> str:
        """The 发文机关标志 as printed."""
        return self.issuing_organ_mark or (f"{self.full_name}文件" if self.full_name else "")

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts that have entries of their own: one when one person holds both."""
        return (Post.HEAD,) if self.same_person else (Post.SECRETARY, Post.HEAD)

    def person_title(self, post: Post) -> str:
        """Return how the holder of `post` is called in running text, e.g. 党组书记、局长."""
        if self.same_person:
            return f"{self.secretary_title}、{self.head_title}"
        return self.secretary_title if post is Post.SECRETARY else self.head_title

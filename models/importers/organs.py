"""What the name of an organ tells: that it is one, of which kind, on which level."""

from __future__ import annotations

import re

from models.domain.organ import OrganKind, OrganLevel

_ORGAN = re.compile(
    r"[^\W_]{2,40}(?:局|委员会|委|政府|厅|办公室|办|处|中心|镇|乡|街道|办事处|法院|检察院|公安|总队|支队|大队|署|司|部|站"
    r"|管委会|党组|党工委|公司|集团|学会|联合会|院|社|行|馆)"
)
_NO_ORGAN = re.compile(r"[，。；！？]|报告|总结|工作$|情况")
_UNITS = re.compile(r"自治州|自治区|自治县|直辖市|省|州|盟|市|县|区|旗|镇|乡|街道")
_LEVELS = {
    "省": OrganLevel.PROVINCE, "自治区": OrganLevel.PROVINCE, "直辖市": OrganLevel.PROVINCE,
    "自治州": OrganLevel.CITY, "州": OrganLevel.CITY, "盟": OrganLevel.CITY, "市": OrganLevel.CITY,
    "县": OrganLevel.COUNTY, "区": OrganLevel.COUNTY, "旗": OrganLevel.COUNTY, "自治县": OrganLevel.COUNTY,
    "镇": OrganLevel.TOWNSHIP, "乡": OrganLevel.TOWNSHIP, "街道": OrganLevel.TOWNSHIP,
}
_DEVELOPMENT_ZONE = re.compile(
    r"(?:开发区|高新区|经开区|新区|园区|示范区|度假区|风景区|管理区|保税区)(?:管理委员会|管委会|党工委)?$|(?:管理委员会|管委会)$"
)
_SUBDISTRICT = re.compile(r"街道(?:办事处|办|党工委|工委)?$")
_TOWNSHIP = re.compile(r"[镇乡](?:人民政府|政府|党委|委员会)?$|苏木(?:人民政府|政府)?$")
_REGION = re.compile(r"[一-鿿]{2,12}(?:省|市|州|盟|县|区|旗)")
_PARTY = re.compile(r"^中共.*(?:委员会|委)$|(?:省|市|州|县|区|旗)委$|党委$")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")


def looks_like_organ(text: str) -> bool:
    """Return whether `text` is nothing but the name of an organ."""
    name = re.sub(r"\s", "", text) if len(text) < 100 else ""
    return _ORGAN.fullmatch(name) is not None and _NO_ORGAN.search(name) is None


def names_region(text: str) -> bool:
    """Return whether `text` is the name of a province, city or county, by which its government is meant in titles."""
    return _REGION.fullmatch(text) is not None


def guess_kind(organ: str) -> OrganKind:
    """Return the kind of organ the name `organ` speaks of; a department when it does not tell."""
    for pattern, kind in (
        (_SUBDISTRICT, OrganKind.SUBDISTRICT), (_TOWNSHIP, OrganKind.TOWNSHIP), (_PARTY, OrganKind.PARTY_COMMITTEE),
        (_DEVELOPMENT_ZONE, OrganKind.DEVELOPMENT_ZONE), (_GOVERNMENT, OrganKind.GOVERNMENT),
        (_REGION, OrganKind.GOVERNMENT),
    ):
        if pattern.fullmatch(organ) if pattern is _REGION else pattern.search(organ):
            return kind
    return OrganKind.DEPARTMENT


def guess_level(organ: str) -> OrganLevel:
    """Return the level of `organ` by the last administrative unit in its name; county when there is none."""
    units = _UNITS.findall(re.sub(r"(?:开发区|市场|社区|小区|市政|城市|城乡|乡村|地区).*", "", organ) or organ)
    return _LEVELS[units[-1]] if units else OrganLevel.COUNTY

"""Checks of the letter X on the organ's role: what only a government may say of itself."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.word_rules import word_rules
from models.domain.organ import OrganKind
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.pattern import Pattern

GOVERNMENT = "《党政主要负责人履行推进法治建设第一责任人职责规定》：党委、政府主要负责人推进本地区法治建设"
REVIEW = "《中华人民共和国行政复议法》（2023年修订，2024年1月1日起施行）：行政复议职责由县级以上地方人民政府统一行使"
LAW_MAKING = "《中华人民共和国立法法》：地方政府规章由有立法权的地方人民政府制定"
FIRST_YEAR = 2024  # 行政复议法 of 2023 is in force from 1 January 2024
_TOLD = frozenset({SectionKey.MEASURES, SectionKey.FIRST_RESPONSIBLE, SectionKey.OTHER, None})
_JUSTICE = ("司法", "法治", "依法治")  # 司法局 and 依法治县办 do organise the rule of law of the whole region
_REGION_WORDS = ("本地区", "本行政区域", "本辖区", "社会发展")
_REGION = Pattern(
    r"[一-鿿]{0,12}(?:本地区|本行政区域|本辖区)的?(?:推进|推动)?(?:法治(?:政府)?(?:建设)?|依法行政|依法治理|依法治[县市区州省旗]"
    r"|各项工作(?:全面)?纳入法治|经济社会发展|国民经济|全局工作)[^，。；！\n]{0,12}"
    r"|法治(?:政府)?建设[^，。；！\n]{0,8}纳入[全本我][县市区州省旗](?:国民)?经济(?:和|与)?社会发展[^，。；！\n]{0,8}"
)
_LEADING = Pattern(
    r"(?:统筹|全面领导|统一领导|组织领导|部署推进|谋划推进|领导推进)(?:推进|推动)?了?[全我本][县市区州省旗]的?法治(?:政府)?建设"
)
_FOR_OTHERS = Pattern(r"配合|协助|参与|报请|提请|县委|市委|区委|州委|省委|政府(?!建设)|《")
_RULES = Pattern(r"(?:制定|出台|颁布|发布|公布|通过|审议通过)(?:了)?[^，。；！\n]{0,8}(?:地方性法规|(?:地方)?政府规章)")
_REVIEW = Pattern(
    r"(?:受理|审理|审结|办结|办理|收到|接收)(?:了)?(?:各类)?行政复议(?:申请(?!书)|案件|案)?(?!决定|答复|意见|机关|机构|应诉|法|申请)"
    r"|行政复议(?:案件|申请)(?:共)? ?\d+ ?件[^，。；！\n]{0,6}(?:审结|办结|受理)|作出行政复议决定"
    r"|行政复议受理(?:渠道|工作|窗口|点|[共了]?\d)|(?:受理|审结)复议(?:申请|案件)?(?=[共了]?\d)"
)
_BY_OTHERS = Pattern(
    r"公安|派出所|交警|法院|检察|监察|海关|移送|移交|配合|协助|联合|会同|被(?:依法)?|提请|建议|行刑衔接|《|宣传|案例|培训|学习|警示"
)
_CLAUSE = 30
_NOT_OWN = Pattern(
    r"未(?!经)|没有|从无|零受理|被申请|被复议|答复|配合|协助|提请|报请|建议|起草|参与|推动|争取|政府(?:名义|受理|审理|收到|办理)|司法局|复议机关|复议机构"
    r"|人大|人民政府(?:制定|出台|颁布|公布)|转送|移送|涉及?我局|涉我|针对我|以我局|不服我|应诉|作为第三人|学习|宣传|贯彻|落实"
)
# organs under vertical leadership that keep the review of their own, and those of the State Council
_KEEP_REVIEW = Pattern(r"海关|金融|银行|证监|证券监督|外汇|税务|国家安全|^国家|^国务院|总局$|部$")


@check(
    "X009", slug="organ-role", severity=Severity.HINT, local=True, basis=GOVERNMENT,
    message="“{excerpt}”是党委、政府的职责，部门写本部门、本系统的法治建设。请改成“本部门”“本系统”，或核对是不是从政府的稿子里带过来的。",
)
def department_speaks_for_the_region(draft: Draft) -> Iterator[Hit]:
    """A department answers for itself and its system; the rule of law of the region is the government's."""
    if not _is_plain_department(draft):
        return
    for passage in draft.passages:
        if passage.role is Role.BODY and any(word in passage.text for word in _REGION_WORDS):
            for match in _REGION.finditer(passage.text):
                if _FOR_OTHERS.search(_clause(passage.text, *match.span())) is None:
                    yield hit_in(passage, *match.span())
    for passage in _told(draft):
        if "法治" in passage.text and ("统筹" in passage.text or "领导" in passage.text or "部署推进" in passage.text):
            for match in _LEADING.finditer(passage.text):
                yield hit_in(passage, *match.span())


@check(
    "X010", slug="organ-role", severity=Severity.HINT, local=True, basis=LAW_MAKING,
    message="部门不制定法规和政府规章：“{excerpt}”。请改成“起草”“参与制定”，或写明由谁制定、何时公布。",
)
def department_makes_law(draft: Draft) -> Iterator[Hit]:
    """A department drafts rules; it is the government or the people's congress that makes them."""
    if draft.report.organ.kind is not OrganKind.DEPARTMENT or not draft.report.organ.name:
        return
    for passage in _told(draft):
        if "政府规章" in passage.text or "地方性法规" in passage.text:
            for match in _RULES.finditer(passage.text):
                if _NOT_OWN.search(_clause(passage.text, *match.span())) is None:
                    yield hit_in(passage, *match.span())


@check(
    "X011", slug="organ-role", severity=Severity.HINT, local=True, basis=REVIEW,
    message="2024年起部门一般不再受理行政复议：“{excerpt}”。请核对：本部门是被申请人的，写“被申请行政复议×件”。",
)
def department_decides_reviews(draft: Draft) -> Iterator[Hit]:
    """From 2024 on reviews are decided by governments; a department is the respondent."""
    organ = draft.report.organ
    name = organ.full_name or organ.name
    if draft.report.year < FIRST_YEAR or not _is_plain_department(draft) or _KEEP_REVIEW.search(name) is not None:
        return
    for passage in _told(draft):
        if "复议" in passage.text:
            for match in _REVIEW.finditer(passage.text):
                if _NOT_OWN.search(_clause(passage.text, *match.span())) is None:
                    yield hit_in(passage, *match.span())


@check(
    "X014", slug="organ-role", severity=Severity.HINT, local=True, basis="职权法定：法律法规对机关职权的规定",
    message="“{excerpt}”不是本单位的职权（{source}）。请核对是谁做的：移送、配合的，写明由谁作出。",
)
def power_of_another_organ(draft: Draft) -> Iterator[Hit]:
    """A department tells as its own only what the law lets it do: 行政拘留 is for the police."""
    name = draft.report.organ.full_name or draft.report.organ.name
    if draft.report.organ.kind is not OrganKind.DEPARTMENT or not name:
        return
    rules = [rule for rule in word_rules("powers") if not any(word in name for word in rule.of)]
    for passage in _told(draft):
        for rule in rules:
            for start, end in rule.matches(passage.text):
                if _BY_OTHERS.search(_sentence_before(passage.text, start, end)) is None:
                    yield hit_in(passage, start, end, source=rule.source)


def _sentence_before(text: str, start: int, end: int) -> str:
    """Return the sentence that holds the range."""
    first = max(text.rfind(stop, 0, start) for stop in "。；\n") + 1
    stops = [where for stop in "。；\n" if (where := text.find(stop, end)) >= 0]
    return text[first:min(stops, default=len(text))]


def _is_plain_department(draft: Draft) -> bool:
    """Return whether the organ is known, and a department that does not organise the rule of law for the region."""
    name = draft.report.organ.full_name or draft.report.organ.name
    if not name or draft.report.organ.kind is not OrganKind.DEPARTMENT or any(word in name for word in _JUSTICE):
        return False
    return not any("人民政府" in each for each in (draft.report.head.title, draft.report.head.issuing_organ_mark))


def _told(draft: Draft) -> Iterator[Passage]:
    """Yield the passages that tell of what was done."""
    for passage in draft.passages:
        if passage.section in _TOLD and passage.role in (Role.BODY, Role.INTRODUCTION):
            yield passage


def _clause(text: str, start: int, end: int) -> str:
    """Return the words around the range up to the next stop on either side, at most `_CLAUSE` characters each."""
    first = max(text.rfind(stop, max(0, start - _CLAUSE), start) for stop in "，。；！\n")
    before = text[max(first + 1, start - _CLAUSE):start]
    after = text[end:end + _CLAUSE]
    stops = [where for stop in "，。；！\n" if (where := after.find(stop)) >= 0]
    return before + text[start:end] + after[:min(stops, default=len(after))]

"""Checks of the letter D on years that contradict the reporting year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.checks.excerpts import quoted_hit
from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.reporting_year import reporting_year, years_in
from models.checks.word_rules import rules_for
from models.domain.place import HEAD, Place
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.dates import parse_date
from models.text.pattern import Pattern

REPORTED_YEAR = "《法治政府建设与责任落实督察工作规定》：年度报告写上一年度的情况和下一年度的安排"
_OPENING = Pattern(r"^[#*\s]*((?:19|20)\d\d) ?年度?[，,]")
_REPORTS = Pattern(r"现[将就][^。；\n]{0,24}?((?:19|20)\d\d) ?年(?:度)?[^。；\n]{0,30}?(?:报告|汇报|总结)如下")
_PLANS_REPORTED = Pattern(
    r"[及和与、]((?:19|20)\d\d) ?年(?:度)?(?:法治政府建设)?(?:工作)?(?:打算|安排|计划|思路)[^。；\n]{0,8}(?:报告|汇报|总结)如下"
)
_TERM = Pattern(
    r"((?:19|20)\d\d) ?年(?:年?底|年?末|上半年|下半年|第[一二三四]季度|[一二三四]季度|\d{1,2} ?月)?(?:底|末|[上中下]旬|份|\d{1,2} ?[日号])?"
    r"(?:之前|前)(?=[，。；、）]|(?:全部|全面|基本)?(?:完成|实现|建成|出台|制定|印发|整改|落实|配齐|报送|建立|达到|办结)(?!的))"
)
# a term that opens a clause and the task it is set for, which tells nothing of what was there by then
_OPENING_TERM = Pattern(
    r"(?:^|[。；，\n]|[一二三四五六七八九十]是)[#*\s]*((?:19|20)\d\d) ?年"
    r"(?:年?[底末]|(?:上半年|第?[一二三四]季度|\d{1,2} ?月)(?:[底末]|[上中下]旬|\d{1,2} ?日)?)(?:之前|以前|前)"
    r"(?:会同|联合|协调|研究|完成|报送|编制|起草|制作|修订|修改|出台|梳理|清理|公布|调整|开展|组织|举办|召开|启动|推动|推进|推行|健全|完善|配备|购置|采购|招录|招聘"
    r"|选聘|聘请|建设|搭建|开发|上线|升级|改造|更新|补齐|增设|新增|轮训|培训|开通|设立|组建|力争|确保|争取)[一-鿿、“”]{2,28}(?=[，。；]|《)"
)
_SAID_OF = Pattern("的(?=[^，。；]{0,12}$)|以来|期间|基础上|遗留|存量|全部|均|一律|逐")
_INTENT = Pattern(r"(?:^|[。\n])[#*\s]*((?:19|20)\d\d) ?年(?:度)?[，,]?(?:我[局委县区市州镇乡]|本局|全局|我们)?(?:将|拟)")
_TO_DO = Pattern(
    r"(?<=[，；])((?:19|20)\d\d) ?年(?:全年|将|拟)?(?:组织|举办|开展|召开|培训|轮训)(?!的|[^，。；]{0,30}(?:了|过|基础|经验|成果|情况|问题|结果))"
    r"[^，。；\n]{2,30}(?=[，。；])"
)
_SCHEDULE = Pattern(
    r"(?:^|[。\n])[#*\s]*((?:19|20)\d\d) ?年(?:度)?[，,]?(?:推进)?(?:法治政府建设)?(?:的)?(?:(?:主要|重点|具体|下步)?(?:工作)?"
    r"(?:安排|打算|计划|思路|目标|任务)"
    r"(?:如下|是|为|：|:)|(?:重点|着重|主要|我局重点)(?:做好|抓好|推进|开展|围绕|从|抓))"
)
_AIM = Pattern(r"(?:计划|拟|力争|确保|争取)(?:于|在|到)?((?:19|20)\d\d) ?年(?!度?(?:以来|工作|案卷|问题))")
_WHOLE_YEAR = Pattern(r"(?:^|[。\n])((?:19|20)\d\d) ?年(?:度)?[，,]?(?:[^。；，\n\d]{0,8})?(?:全年|累计|共)[^。\n]*")
_BY_YEAR_END = Pattern(r"(?<![截直])到((?:19|20)\d\d) ?年年?[底末]")
_JANUARY_TO_DECEMBER = Pattern(r"((?:19|20)\d\d) ?年 ?1 ?月(?:份|1 ?日)?(?:[—–－~～-]+|至|到)(?:(?:19|20)\d\d ?年)? ?12 ?月")
_SHORTCOMINGS = Pattern(
    r"(?:^|[。\n])[#*\s]*((?:19|20)\d\d) ?年(?:度)?[，,]?[^。，；\n]{0,20}[，,]?[^。，；\n]{0,12}(?:还|仍|尚)?存在(?!的)"
)
_UNDER_LEADERSHIP = Pattern(r"((?:19|20)\d\d) ?年(?:度|以来)?[，,][^。，；\n]{0,12}在[^。，；\n]{0,24}(?:领导|指导|支持)下")
_NEXT = Pattern(
    r"下一?步[，,]?(?:我[局委县区市州镇乡]|本局|全局)?[，,]?(?:将)?(?:在|于)?((?:19|20)\d\d) ?年(?:度)?"
    r"(?:[，,]?(?:我[局委县区市州镇乡]|本局)?[，,]?将|[^，。；]{0,4}(?:重点|着力|继续|进一步))"
)
_CITED_NUMBER = Pattern(r"[^\W\d_a-zA-Z]〔((?:19|20)\d\d)〕\d+号")
_MONTH = Pattern(r"(?:(?P<year>20\d\d) ?年 ?)?(?<![\d至到—-])(?P<month>\d{1,2}) ?月(?!以来|起|至|到|—|-)")
_HEADED = (SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.CAUSES, SectionKey.FIRST_RESPONSIBLE)


@check(
    "D001", slug="year-mismatch", severity=Severity.ERROR, basis=REPORTED_YEAR,
    message="标题里的年份是{found}，报告的年度是{year}。请改正标题，或在单位和年度里改正报告年度。",
)
def title_names_another_year(draft: Draft) -> Iterator[Hit]:
    """The title names the reporting year."""
    title = draft.report.head.title
    years = years_in(title)
    reported = reporting_year(draft)
    if reported and years and reported not in years:
        words = {"found": "、".join(f"{year}年" for year in years), "year": f"{reported}年"}
        yield quoted_hit(draft, Place(HEAD, "", "title", 0, len(title)), title, words)


@check(
    "D002", slug="year-mismatch", severity=Severity.ERROR, local=True, basis=REPORTED_YEAR,
    message="下一年度安排里写的是“{excerpt}”，应当是{next_year}年的安排。请改正年份。",
)
def plan_is_for_a_year_gone_by(draft: Draft) -> Iterator[Hit]:
    """The plan is for the year after the reporting year: its heading, its terms, its intentions."""
    year = reporting_year(draft)
    for passage in draft.passages if year else ():
        if passage.role is Role.INTRODUCTION:
            yield from _years_gone(passage, year, _PLANS_REPORTED)
        if passage.section is not SectionKey.PLAN:
            continue
        if passage.role is Role.HEADING:
            years = years_in(passage.text)
            if years and year + 1 not in years:
                yield _year_hit(passage, years[0], next_year=str(year + 1))
        elif passage.place.field == "deadline":
            years = years_in(passage.text)
            if years and max(years) <= year:
                yield hit_in(passage, 0, len(passage.text), next_year=str(year + 1))
        else:
            yield from _years_gone(passage, year, _TERM, _INTENT, _SCHEDULE, _AIM, _BY_YEAR_END, _TO_DO)
            yield from _opening_terms(passage, year)


@check(
    "D003", slug="year-mismatch", severity=Severity.ERROR, local=True, basis=REPORTED_YEAR,
    message="这里写的是{found}年，报告的年度是{year}年：“{excerpt}”。像是往年稿子里留下的，请核对并改正年份和后面的内容。",
)
def year_left_from_an_older_copy(draft: Draft) -> Iterator[Hit]:
    """Headings, the introduction and statements on a whole year speak of the reporting year."""
    year = reporting_year(draft)
    for passage in draft.passages if year else ():
        if passage.section in _HEADED and passage.role is Role.HEADING:
            years = years_in(passage.text)
            if years and year not in years:
                yield _year_hit(passage, years[0], found=str(years[0]), year=str(year))
        elif passage.role is Role.INTRODUCTION:
            yield from _in_introduction(passage, year)
        elif passage.section in _HEADED:
            yield from _in_part(passage, year)
            for match in _NEXT.finditer(passage.text) if "步" in passage.text else ():
                if int(match[1]) <= year:
                    yield hit_in(passage, match.start(), match.end(), found=match[1], year=str(year))
            for match in _WHOLE_YEAR.finditer(passage.text):
                if int(match[1]) != year and year not in years_in(match.group()) and abs(int(match[1]) - year) < 4:
                    yield hit_in(passage, match.start(1), match.start(1) + min(len(match.group()), 20),
                                 found=match[1], year=str(year))


@check(
    "D004", slug="year-mismatch", severity=Severity.ERROR, local=True, basis="文件、会议的时间以其公布日期为准",
    message="“{excerpt}”{when}，{why}。请核对时间，或删去这一句。",
)
def matter_cited_before_it_existed(draft: Draft) -> Iterator[Hit]:
    """No document or meeting is cited in the report on a year before it came about."""
    year = reporting_year(draft)
    why = f"{year}年度的报告不可能写已经落实它"
    for passage in draft.passages if year else ():
        ahead = year + 1 if passage.section is SectionKey.PLAN else year
        if passage.section is None and passage.role is not Role.INTRODUCTION:
            continue
        rules = list(rules_for("dated_matters", passage.text))
        for rule in (each for each in rules if each.first > ahead):
            for start, end in rule.matches(passage.text):
                yield hit_in(passage, start, end, when=f"是{rule.first}年度才有的（{rule.source}）", why=why)
        for rule in (each for each in rules if each.first == year and each.month):
            for start, end in rule.matches(passage.text):
                month = _month_before(passage.text, start, year)
                if 0 < month < rule.month:
                    yield hit_in(passage, start, end, when=f"是{rule.source}的", why=f"{month}月还没有它")
        for match in _CITED_NUMBER.finditer(passage.text) if "〔" in passage.text else ():
            if int(match[1]) > year + 1:
                yield hit_in(passage, match.start(), match.end(), when=f"是{match[1]}年的文件", why=why)


@check(
    "D005", slug="year-mismatch", severity=Severity.ERROR, basis="GB/T 9704-2012，7.2.5：发文字号的年份是发文的年份",
    message="发文字号“{excerpt}”的年份是{found}，成文日期却在{year}年。请核对发文字号和成文日期。",
)
def document_number_of_another_year(draft: Draft) -> Iterator[Hit]:
    """The 发文字号 carries the year in which the report is issued."""
    number = draft.report.head.document_number
    day = parse_date(draft.report.signature.date_of_issue)
    match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", number)
    if day is not None and match is not None and int(match.group()) != day.year:
        words = {"excerpt": number, "found": match.group(), "year": str(day.year)}
        yield quoted_hit(draft, Place(HEAD, "", "document_number", 0, len(number)), number, words)


def _month_before(text: str, place: int, year: int) -> int:
    """Return the month of `year` told last in the sentence before `place`; 0 when none is told."""
    begin = max(text.rfind(stop, 0, place) for stop in "。；\n") + 1
    told = [match for match in _MONTH.finditer(text, begin, place) if int(match["year"] or year) == year]
    return int(told[-1]["month"]) if told else 0


def _years_gone(passage: Passage, year: int, *patterns: Pattern) -> Iterator[Hit]:
    """Yield where one of `patterns`, whose first group is the year of a plan, names one up to `year`."""
    for pattern in patterns:
        for match in pattern.finditer(passage.text):
            if int(match[1]) <= year:
                yield hit_in(passage, match.start(1), match.end(), next_year=str(year + 1))


def _opening_terms(passage: Passage, year: int) -> Iterator[Hit]:
    """Yield the terms up to `year` by which a task of the plan begins: 2023年6月底前编制装备配置方案."""
    for match in _OPENING_TERM.finditer(passage.text) if "前" in passage.text else ():
        if int(match[1]) <= year and not (_SAID_OF.search(match.group()) or _TERM.match(passage.text, match.start(1))):
            yield hit_in(passage, match.start(1), match.end(), next_year=str(year + 1))


def _in_part(passage: Passage, year: int) -> Iterator[Hit]:
    """Yield the years before `year` of which a part speaks as of the one reported: a whole year, its shortcomings."""
    shortcomings = (_SHORTCOMINGS,) if passage.section in (SectionKey.PROBLEMS, SectionKey.CAUSES) else ()
    for pattern in (_JANUARY_TO_DECEMBER, *shortcomings):
        for match in pattern.finditer(passage.text) if "年" in passage.text else ():
            if int(match[1]) < year and year not in years_in(match.group()):
                yield hit_in(passage, match.start(1), match.end(), found=match[1], year=str(year))


def _in_introduction(passage: Passage, year: int) -> Iterator[Hit]:
    """Yield the years in the fixed phrases of an introduction that are not `year`."""
    for pattern in (_OPENING, _REPORTS, _UNDER_LEADERSHIP):
        match = pattern.search(passage.text)
        if match is not None and int(match[1]) != year:
            yield hit_in(passage, match.start(1), match.end(), found=match[1], year=str(year))


def _year_hit(passage: Passage, stated: int, **words: str) -> Hit:
    """Return the hit on a heading because of the year `stated` in it."""
    line = passage.text.strip("#* \t\u3000\n")
    start = passage.text.find(line)
    where = passage.text.find(str(stated), start)
    stop = re.compile("[。：:\n]").search(passage.text, where)
    return hit_in(passage, start, stop.start() if stop is not None else start + len(line), **words)

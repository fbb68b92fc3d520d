"""Checks of the letter C on the duties of the 第一责任人."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.excerpts import quoted_hit, shortened
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check
from models.domain.duty import DutyEntry, DutyState
from models.domain.organ import OrganKind
from models.domain.place import Place, duty_task, part_task
from models.domain.report import Report, SectionKey
from models.domain.source_document import SectionReading
from models.domain.standard import Duty
from models.text.pattern import Pattern
from models.text.quantities import find_amounts

RESPONSIBILITY = "《党政主要负责人履行推进法治建设第一责任人职责规定》"
KEY = SectionKey.FIRST_RESPONSIBLE
_PERSON = Pattern(
    r"书记|[局厅州市县区旗乡镇]长|主任|主要负责人|主要负责同志|主要领导|行政负责人|第一责任人(?!职责).{0,6}(?:主持|带头|亲自|带队|出庭|批示|主动)"
)
_DAY = Pattern(r"\d{1,2} ?月(?: ?\d{1,2} ?[日号]|[上中下]旬|底|初|份|，|，)?")
_TOPIC = Pattern(r"议题|审议|专题研究|专题听取|〔\d{4}〕|《")
_SPELLED = Pattern(r"[一二两三四五六七八九十]+(?:次|场|期|件)(?!性)")
_BOUND = (OrganKind.DEPARTMENT, OrganKind.GOVERNMENT, OrganKind.PARTY_COMMITTEE)
_CLEARLY = 3  # duties: one or two may well not concern organs that follow the rule by analogy, or are not known
_TOLD_BY = (
    ("学法", ("学法", "学习")), ("组织领导", ("研究", "部署")), ("统筹", ("研究", "部署", "统筹")), ("决策", ("决策", "合法性")),
    ("规范执法", ("执法",)), ("出庭", ("诉讼", "裁判")), ("督促", ("督促", "压实", "传导")), ("述法", ("述职", "查摆")),
)
# how the matter of each duty is told where the 第一责任人 has a heading of its own; titles in 《》 tell nothing
_MATTERS = (
    ("学法", Pattern(r"学法|学习|领学|中心组|讲座|法律知识|普法考试|讲法|讲课|授课|研学|宣讲|法治课")),
    ("组织领导", Pattern(
        r"组织领导|组织推动|领导小组|要点|(?:年度|法治|工作)(?:工作)?(?:计划|规划|方案)"
        r"|法治(?:政府)?(?:建设|工作)?(?:的)?(?:专题)?(?:议题|会议|汇报|事项|问题|任务|推进会)"
        r"|(?:专题|多次|定期|集体|及时|[次年])研究|研究(?:部署|解决|法治|审议|依法|推进)|部署|纳入|统筹|谋划|专题会"
        r"|主持(?:召开)?[^，。；前]{0,12}会(?!前)|(?:党组|党委|常务|局务|办公)会(?:议)?(?:专题)?(?:研究|听取|审议)"
    )),
    ("统筹", Pattern(r"统筹|领导|同部署|要点|计划|规划|议题|研究|部署|纳入|委员会会议|常委会")),
    ("决策", Pattern(r"决策|合法性审[查核]|法律顾问|公职律师|三重一大|议事规则|(?<!案件)集体讨论(?!案件)|重大事项|集体决定")),
    ("规范执法", Pattern(
        r"规范[^，。；]{0,8}执法|执法(?:责任|监督|案卷|问题|行为|程序|工作|规范|检查|质量|专项|队伍|改革|能力|权|风险|领域|考核|协作|纠纷|人员)"
        r"|行政执法|案卷|法制审核|裁量|三项制度|案件(?:集体)?讨论|案审会|涉企|持证|督导执法|文明执法|严格执法"
    )),
    ("出庭", Pattern(r"应诉|出庭|庭审|裁判|判决|诉讼|败诉|司法建议|检察建议|复议|法院")),
    ("督促", Pattern(r"督促|约谈|督办|班子|二级机构|二级单位|层级监督|压实|传导|通报|不作为|乱作为|述法|督导|部门主要负责人|下属|所属单位")),
    ("述法", Pattern(r"述法|述职|评议|查摆")),
)
_QUOTED_TITLE = Pattern(r"《[^《》]*》")


def duty_gap(entry: DutyEntry | None, report: Report) -> str:
    """Return in Chinese what the entry of a duty lacks; empty when it is answered."""
    if entry is None or entry.state is DutyState.OPEN:
        return "还没有填写"
    if entry.state is not DutyState.FULFILLED:
        return "" if entry.reason.strip() else "没有写原因"
    if entry.text.strip() or any(not each.empty for each in entry.evidence):
        return ""
    if entry.reference is None:
        return "选了“已履行”，但没有写内容，也没有佐证"
    return "引用的段落已经改动或删去" if reference_lost(entry, report) else ""


def reference_lost(entry: DutyEntry, report: Report) -> bool:
    """Return whether the passage that `entry` refers to no longer holds the words quoted."""
    if entry.reference is None:
        return False
    passage = report.entry(entry.reference.entry_id)
    return passage is None or entry.reference.quote not in f"{passage.title}\n{passage.text}"


@check(
    "C006", slug="duty-missing", severity=Severity.ERROR, basis=RESPONSIBILITY,
    message="“{duty}”{gap}。请写明本人何时、在什么场合、做了什么、结果怎样；没有开展或不适用的，选上并写明原因。",
)
def core_duty_unanswered(draft: Draft) -> Iterator[Hit]:
    """Every core duty has an entry with text, evidence or a passage that proves it, or a reason why not."""
    yield from _unanswered(draft, core=True)


@check(
    "C007", slug="duty-missing", severity=Severity.WARNING, basis=RESPONSIBILITY,
    message="“{duty}”{gap}。请补上内容或原因；这一项不准备写的，改回“未填”。",
)
def further_duty_half_answered(draft: Draft) -> Iterator[Hit]:
    """A duty that is not core may stay open, but an answer once begun has its text or its reason."""
    yield from _unanswered(draft, core=False)


@check(
    "C008", slug="duty-missing", severity=Severity.WARNING, basis=RESPONSIBILITY,
    message="第一责任人职责中有{count}项没有找到履职内容：{duties}。请逐项补写本人做了什么（时间、场合、结果、文号），"
            "或写明“本年度未开展”及原因。",
)
def duties_without_evidence_in_file(draft: Draft) -> Iterator[Hit]:
    """In a file read in, the core duties that its passage on the 第一责任人 is silent on are named together.

    Nobody has filled in a form there; where the whole block is absent, `missing-section` says so.
    """
    reading = draft.sections.get(KEY)
    if draft.source is None or reading is None or not reading.present:
        return
    entries = {entry.key: entry for entry in draft.report.duties}
    if not (reading.text or "").strip():
        return  # empty: `empty-section` says so
    missing = [
        duty.title for duty, post in draft.standard.duties_for(draft.report.organ)
        if duty.core and not _told(draft, duty, entries.get((duty.id, post)), reading)
    ]
    organ = draft.report.organ
    if len(missing) >= (1 if organ.name and organ.kind in _BOUND else _CLEARLY):
        names = tuple(dict.fromkeys(missing))
        yield Hit(KEY, words={"count": str(len(names)), "duties": "；".join(names)})


@check(
    "C009", slug="duty-impersonal", severity=Severity.WARNING, basis=RESPONSIBILITY,
    message="“第一责任人履职”{lack}。请写书记、局长等主要负责人本人何时、在什么场合做了什么、几次、议题或文号是什么。",
)
def first_responsible_without_person_or_fact(draft: Draft) -> Iterator[Hit]:
    """The block speaks of the person and holds a date, a count, an agenda item or a document number.

    A mere sentence elsewhere is no block: what it leaves out is told by `duty-missing`.
    """
    reading = draft.sections.get(KEY)
    if reading is None or not reading.present or not reading.text:
        return
    if draft.source is not None and not reading.standalone and reading.heading is None:
        return
    organ = draft.report.organ
    names = {name for name in (organ.secretary, organ.head, *draft.report.head.signatories) if name.strip()}
    lacks = []
    if _PERSON.search(reading.text) is None and not any(name in reading.text for name in names):
        lacks.append("写成了单位的工作，没有写到主要负责人本人")
    if not _has_fact(reading.text) and not _has_evidence(draft):
        lacks.append("没有一处日期、次数、议题或文号")
    if lacks:
        words = {"lack": "，也".join(lacks)}
        hit = quoted_hit(draft, _first_place(draft), shortened(reading.heading or reading.text), words, KEY)
        yield hit if draft.source is not None else Hit(KEY, hit.place, None, hit.words)


@check(
    "C010", slug="duty-not-standalone", severity=Severity.HINT,
    basis="《法治政府建设与责任落实督察工作规定》把第一责任人履职情况列为年度报告单独的一块内容",
    message="“第一责任人履职”写在别的部分里面，没有单独成一部分。建议单列为一部分，便于上级核对。",
)
def first_responsible_inside_another_part(draft: Draft) -> Iterator[Hit]:
    """第一责任人 is a part of its own, as the regulation lists it."""
    reading = draft.sections.get(KEY)
    if reading is not None and reading.present and not reading.standalone:
        words = (reading.heading or reading.text or "").strip().partition("。")[0][:60]
        hit = quoted_hit(draft, _first_place(draft), words, {}, KEY)
        yield hit if draft.source is not None else Hit(KEY, hit.place, words or None)


def _unanswered(draft: Draft, core: bool) -> Iterator[Hit]:
    """Yield the duties of a stored report that lack something; those not core only once they are begun."""
    if draft.source is not None:
        return
    entries = {entry.key: entry for entry in draft.report.duties}
    for duty, post in draft.standard.duties_for(draft.report.organ):
        entry = entries.get((duty.id, post))
        gap = duty_gap(entry, draft.report)
        if duty.core is not core or not gap or (not core and (entry is None or entry.state is DutyState.OPEN)):
            continue
        organ = draft.report.organ
        title = duty.title if organ.same_person else f"{duty.title}（{organ.person_title(post)}）"
        field = "reason" if entry is not None and entry.state in _EXCUSED else "text"
        yield Hit(KEY, Place(duty_task(duty.id, post), "", field), None, {"duty": title, "gap": gap})


def _told(draft: Draft, duty: Duty, entry: DutyEntry | None, reading: SectionReading) -> bool:
    """Return whether the file tells of `duty`: where the block has its own heading, there, or of the person elsewhere.

    A word that proves a duty by chance (听取 for 组织领导) does not do so where the block is written out.
    """
    text = _QUOTED_TITLE.sub("", reading.text or "")
    told = next((pattern for matter, pattern in _MATTERS if matter in duty.title), None)
    answered = not duty_gap(entry, draft.report)
    if told is None or not (reading.standalone or "第一责任人" in (reading.heading or "")):
        return answered or _spoken_of(duty, text)
    if told.search(text) is not None:
        return True
    by_chance = entry is not None and entry.reference is not None and entry.reference.quote in (reading.text or "")
    return answered and not by_chance


def _spoken_of(duty: Duty, text: str) -> bool:
    """Return whether `text` has a keyword of `duty`, or a word by which its matter is otherwise told."""
    words = (word for matter, told in _TOLD_BY if matter in duty.title for word in told)
    return any(word in text for word in (*duty.keywords, *words))


_EXCUSED = (DutyState.NOT_CARRIED_OUT, DutyState.NOT_APPLICABLE)


def _has_fact(text: str) -> bool:
    """Return whether `text` holds a date, a count, an agenda item or a document number."""
    return any(pattern.search(text) for pattern in (_DAY, _TOPIC, _SPELLED)) or bool(find_amounts(text))


def _has_evidence(draft: Draft) -> bool:
    """Return whether any duty entry of the report has structured evidence."""
    return any(not each.empty for entry in draft.report.duties for each in entry.evidence)


def _first_place(draft: Draft) -> Place:
    """Return the place of the block in a stored report: its part, or the entry that a duty refers to."""
    for part in draft.report.parts_of(KEY):
        return Place(part_task(part.id))
    for entry in draft.report.duties:
        for part in draft.report.parts:
            if entry.reference is not None and any(each.id == entry.reference.entry_id for each in part.entries):
                return Place(part_task(part.id), entry.reference.entry_id, "title")
    return Place()

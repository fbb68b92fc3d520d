"""The built-in sample report of an invented office, read strictly from `resources/samples`."""

from __future__ import annotations

from hashlib import blake2s
from pathlib import Path

from models.domain.duty import DutyEntry, DutyState, Evidence, PassageReference
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.organ import Organ, OrganKind, OrganLevel, Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Attachment, Entry, Part, PlanTask, Problem, Report, SectionKey, Topic
from models.resources import resource_path
from models.standards.fields import Fields, as_text, refuse, refuse_repeated
from models.standards.national import read_fields

SAMPLE = resource_path("samples", "云峰县交通运输局2025.yaml")
FIXED_TASKS = (HEAD, INTRODUCTION, ATTACHMENTS, SIGNATURE)


def sample_report(path: Path = SAMPLE) -> Report:
    """Return the complete sample report; its ids are the same on each call. UserError names a mistake in `path`."""
    fields = read_fields(path)
    parts = tuple(_part(each) for each in _listed(fields, "parts"))
    duties = tuple(_duty(each) for each in _listed(fields, "duties"))
    report = Report(
        id=_id(fields.text("id")),
        year=_year(fields),
        organ=_organ(fields.fields("organ")),
        head=_head(fields.fields("head")),
        introduction=fields.text("introduction"),
        parts=parts,
        duties=duties,
        closing=fields.text("closing"),
        attachments=tuple(_attachment(each) for each in _listed(fields, "attachments")),
        signature=_signature(fields.fields("signature")),
        colophon=_colophon(fields.fields("colophon")),
        completed=_completed(fields.fields("completed")),
        sample=True,
    )
    fields.close()
    _refuse_dangling(path.name, report)
    return report


def _id(name: str) -> str:
    """Return the identifier that stands for the readable `name` of the file."""
    return blake2s(name.encode(), digest_size=16).hexdigest()


def _year(fields: Fields) -> int:
    """Return the year the report is on."""
    value = fields.raw("year")
    if not isinstance(value, int):
        refuse(fields.file, fields.path("year"), "应当是年份")
    return value


def _listed(fields: Fields, key: str) -> list[Fields]:
    """Return the mappings of the list `key`, named by their place; none when the key is not there."""
    items = fields.optional_items(key)
    return [Fields(fields.file, f"{fields.path(key)}[{at}]", each) for at, each in enumerate(items, 1)]


def _organ(fields: Fields) -> Organ:
    """Return the profile of the organ."""
    texts = {key: fields.text(key) for key in (
        "full_name", "short_name", "issuing_organ_mark", "organ_code", "secretary", "head", "secretary_title",
        "head_title", "distributing_organ",
    )}
    organ = Organ(
        id=_id(fields.text("id")),
        level=fields.choice("level", OrganLevel),
        kind=fields.choice("kind", OrganKind),
        same_person=fields.flag("same_person"),
        main_recipients=fields.texts("main_recipients"),
        copy_recipients=fields.texts("copy_recipients"),
        **texts,
    )
    fields.close()
    return organ


def _head(fields: Fields) -> DocumentHead:
    """Return the elements before the text."""
    head = DocumentHead(
        issuing_organ_mark=fields.text("issuing_organ_mark"),
        document_number=fields.text("document_number"),
        signatories=fields.texts("signatories"),
        title=fields.text("title"),
        main_recipients=fields.texts("main_recipients"),
    )
    fields.close()
    return head


def _part(fields: Fields) -> Part:
    """Return a part with the entries its key calls for."""
    key = fields.choice("key", SectionKey)
    entries = tuple(_entry(each, key) for each in _listed(fields, "entries"))
    part = Part(_id(fields.text("id")), key, fields.optional_text("heading"), entries)
    fields.close()
    return part


def _entry(fields: Fields, key: SectionKey) -> Entry:
    """Return the problem, task or topic `fields` describe in a part of `key`."""
    entry: Entry
    identifier, title, text = _id(fields.text("id")), fields.text("title"), fields.text("text")
    if key is SectionKey.PROBLEMS:
        entry = Problem(identifier, title, text, fields.text("cause"), fields.text("remedy"))
    elif key is SectionKey.PLAN:
        answers = _id(fields.text("answers")) if fields.has("answers") else ""
        entry = PlanTask(identifier, title, text, fields.text("office"), fields.text("deadline"), answers)
    else:
        entry = Topic(identifier, title, text, _level(fields), guide=fields.optional_text("guide"))
    fields.close()
    return entry


def _level(fields: Fields) -> int:
    """Return the heading level of a topic; 2 when none is given."""
    value = fields.raw("level") if fields.has("level") else 2
    if not isinstance(value, int) or not 2 <= value <= 4:
        refuse(fields.file, fields.path("level"), "只能写 2、3 或 4")
    return value


def _duty(fields: Fields) -> DutyEntry:
    """Return the entry of a duty; the sample's office has one person in both posts."""
    entry = DutyEntry(
        fields.text("duty"), Post.HEAD, fields.choice("state", DutyState), fields.optional_text("title"),
        fields.optional_text("text"), fields.optional_text("reason"),
        tuple(_evidence(each) for each in _listed(fields, "evidence")), _reference(fields),
    )
    fields.close()
    return entry


def _evidence(fields: Fields) -> Evidence:
    """Return a line of evidence; what is not given is empty."""
    keys = ("times", "date", "occasion", "topic", "document_number")
    evidence = Evidence(*(fields.optional_text(key) for key in keys))
    fields.close()
    return evidence


def _reference(fields: Fields) -> PassageReference | None:
    """Return the passage that proves the duty elsewhere; None when there is none."""
    if not fields.has("reference"):
        return None
    passage = fields.fields("reference")
    reference = PassageReference(_id(passage.text("entry")), passage.text("quote"))
    passage.close()
    return reference


def _attachment(fields: Fields) -> Attachment:
    """Return an attachment; its table is empty when there is none."""
    rows = []
    for row in fields.optional_items("table"):
        if not isinstance(row, list):
            refuse(fields.file, fields.path("table"), "应当一行一个清单")
        rows.append(tuple(as_text(fields.file, fields.path("table"), cell) for cell in row))
    if len({len(row) for row in rows}) > 1:
        refuse(fields.file, fields.path("table"), "各行的格数不一样")
    attachment = Attachment(_id(fields.text("id")), fields.text("title"), fields.optional_text("text"), tuple(rows))
    fields.close()
    return attachment


def _signature(fields: Fields) -> Signature:
    """Return 署名, date, seal and 附注."""
    signature = Signature(
        fields.text("issuing_organ_signature"), fields.text("date_of_issue"), fields.flag("sealed"),
        fields.optional_text("remark"),
    )
    fields.close()
    return signature


def _colophon(fields: Fields) -> Colophon:
    """Return the 版记."""
    colophon = Colophon(
        fields.texts("copy_recipients"), fields.text("distributing_organ"), fields.text("distribution_date"))
    fields.close()
    return colophon


def _completed(fields: Fields) -> frozenset[str]:
    """Return the tasks marked done: pages by name, parts and duties by their names in the file."""
    tasks = {
        *fields.optional_texts("fixed"),
        *(part_task(_id(name)) for name in fields.optional_texts("parts")),
        *(duty_task(name, Post.HEAD) for name in fields.optional_texts("duties")),
    }
    fields.close()
    return frozenset(tasks)


def _refuse_dangling(file: str, report: Report) -> None:
    """Raise UserError when an id comes twice, or a reference, an answer or a completed task points nowhere."""
    entries = [entry for part in report.parts for entry in part.entries]
    refuse_repeated(file, "id", [*(each.id for each in report.parts), *(each.id for each in entries)])
    refuse_repeated(file, "duties", [each.duty_id for each in report.duties])
    known = {entry.id for entry in entries}
    for task in entries:
        if isinstance(task, PlanTask) and task.answers and task.answers not in known:
            refuse(file, task.title, "对应的问题找不到")
    for duty in report.duties:
        if duty.reference and duty.reference.entry_id not in known:
            refuse(file, duty.duty_id, "引用的段落找不到")
    tasks = {*FIXED_TASKS, *(part_task(part.id) for part in report.parts)}
    tasks |= {duty_task(duty.duty_id, duty.post) for duty in report.duties}
    for name in sorted(report.completed - tasks):
        refuse(file, "completed", f"里的“{name}”找不到")

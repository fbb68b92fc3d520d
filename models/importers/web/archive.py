"""The page inside a web archive (.mht), which is written like an e-mail message."""

from __future__ import annotations

import email
import email.errors
import email.message
import email.policy

from models.errors import UserError

_PART_LIMIT = 500


def page_of_archive(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the HTML of the first page in the archive `data` called `name`, and the encoding it names, or empty."""
    if data.count(b"\n--") > _PART_LIMIT * 4:
        raise UserError(f"“{name}”里的部件太多，没有读入。", "请在浏览器中打开，只保存网页（.html）后再读入。")
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for number, part in enumerate(message.walk()):
            if number > _PART_LIMIT:
                break
            if part.get_content_type() == "text/html":
                page = part.get_payload(decode=True)
                return page if isinstance(page, bytes) else b"", part.get_content_charset("") or ""
    except (email.errors.MessageError, ValueError, LookupError, TypeError, RecursionError, AttributeError) as error:
        raise UserError(f"“{name}”已损坏，读不出内容。", "请在浏览器中重新保存网页后再读入。") from error
    raise UserError(f"“{name}”里没有网页正文。", "请在浏览器中打开，把正文复制出来，用“粘贴读入”。")

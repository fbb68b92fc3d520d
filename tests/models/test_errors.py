"""The one error a user is meant to read survives its way out of a worker process."""

from __future__ import annotations

import pickle

from models.errors import UserError


def test_an_error_says_what_happened_and_what_to_do_also_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(UserError("文件是空的。", "请换一个文件。")))

    assert (error.message, error.advice) == ("文件是空的。", "请换一个文件。")
    assert str(error) == "文件是空的。请换一个文件。"

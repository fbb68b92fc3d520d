"""A password on an exchange file: AES-256-GCM, with a key that scrypt makes slow to guess.

The library is imported when a password is used, not before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from models.errors import UserError
from models.exchange.manifest import in_json

SHORTEST = 8  # characters of a password
WORK, BLOCK, LANES = 2 ** 17, 8, 1  # of scrypt: 128 MB, about half a second
_SALT, _NONCE, _KEY = 16, 12, 32  # bytes


class WrongPassword(UserError):
    """The password is not the one the file was locked with."""


def lock(data: bytes, password: str) -> tuple[dict[str, Any], bytes]:
    """Return how `data` was locked with `password`, and the cipher text. UserError when the password is too short."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(password) < SHORTEST:
        raise UserError(f"密码太短，至少要 {SHORTEST} 个字符。", "请换一个长些的密码。")
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    terms = {**_TERMS, "salt": salt.hex(), "nonce": nonce.hex()}
    return terms, AESGCM(_key(password, salt)).encrypt(nonce, data, in_json(terms, ordered=True))


def unlock(terms: Mapping[str, Any], cipher_text: bytes, password: str) -> bytes:
    """Return what `cipher_text` holds; WrongPassword when `password` does not fit, ValueError on unknown `terms`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if terms.keys() != {*_TERMS, "salt", "nonce"} or any(terms[name] != value for name, value in _TERMS.items()):
        raise ValueError("unknown lock")
    salt, nonce = bytes.fromhex(terms["salt"]), bytes.fromhex(terms["nonce"])
    if (len(salt), len(nonce)) != (_SALT, _NONCE):
        raise ValueError("unknown lock")
    try:
        return AESGCM(_key(password, salt)).decrypt(nonce, cipher_text, in_json(dict(terms), ordered=True))
    except InvalidTag as error:
        raise WrongPassword("密码不对，没有打开。", "请再输一遍，注意大小写；忘了密码，只能请对方重新导出。") from error


_TERMS = {"cipher": "AES-256-GCM", "kdf": "scrypt", "n": WORK, "r": BLOCK, "p": LANES}


def _key(password: str, salt: bytes) -> bytes:
    """Return the key; full-width letters of an input method are the same as others."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt, _KEY, WORK, BLOCK, LANES).derive(normalize("NFKC", password).encode("utf-8"))

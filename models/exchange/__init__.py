"""交换文件: one file that carries a report with its pictures and kept versions to another computer, without a network.

Format 1, ending .fzbg
======================
A zip file (stored or deflated members, no zip password) with these members, the first one first and stored:

manifest.json
    {"format": "fzbg", "version": 1, "schema": 10, "written_at": "2026-01-20T14:32:05", "report": {"id", "digest"},
    "known": […], "versions": [{"at", "reason", "name", "words", "digest"}, …],
    "members": {name: {"size", "sha256"}, …}}

    `version` is that of this format, `schema` that of the tables below (models.storage.inspection.HEAD_VERSION). A
    greater one of either was written by a newer program and is refused; fields and tables that came after a smaller
    one have their defaults. `known` are the digests of all contents that the library of the sender has had of the
    report, oldest first, the present one last: the newest of them that the receiver has had too is the common origin
    of a merge. `versions` are the kept ones that come along, oldest first. `members` are all other members.
report.json
    The report as tables: {"reports": [{…}], "report_organs": […], "parts": […], "entries": […], "duties": […],
    "evidence": […], "attachments": […], "pictures": […], "entry_pictures": […], "dismissals": […],
    "materials": […]}. Tables and
    columns are those of the library and carry the names of models/domain; `part`, `entry`, `duty` and `attachment`
    are the place of the owner, `position` is the place under it, both counted from 0. Texts are lists, choices their
    value; the `digest` of a picture is the SHA-256 of its bytes. Empty tables are left out.
source.json (may be missing)
    The file the report was once read from: {"sources", "source_paragraphs", "source_left_out"}.
versions/DIGEST.json
    A kept version that differs from the report and is named in `versions`, in the form of report.json.
pictures/SHA256
    The bytes of a picture.

A digest is the SHA-256 of the canonical form of a report (models.storage.digest): it is compared after reading, so
that what was read is what was written.

With a password the zip file holds manifest.json with {"format", "version", "lock": {"cipher": "AES-256-GCM", "kdf":
"scrypt", "n", "r", "p", "salt", "nonce"}, "members"} and content.bin: the whole unlocked file, encrypted. The key is
scrypt of the password (NFKC, UTF-8); the associated data is the JSON of `lock` with sorted keys and no blanks. Without
the password neither title nor organ nor digest can be read.

The comment of the zip file, at its very end, is "fzbg sha256 " and the SHA-256 of every byte before the sum itself as
hexadecimal text. So any changed byte is noticed: in members, in headers, in the directory, in the sum. This is a sum
against damage, no signature: whoever changes a file on purpose can write a new sum. Only a password keeps others from
doing so, since the cipher is authenticated.

The file is read in one piece and nothing is unpacked to disk. Before that it passes the limits of foreign zip files
(models.importers.zip_directory); names of members are compared with the manifest and never used as paths.
"""

# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input at the program's door: each gets one clear line on standard error that says what to do,
the exit code for it, and nothing is lost."""

import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

BINARY = os.environ["WATCHKEEPER_BINARY"]
REFUSED, USAGE = 1, 2


def run(data, *arguments, limit=None):
    def restrict():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [BINARY, *arguments, "--data", str(data), "--json"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        preexec_fn=restrict if limit else None,
        restore_signals=False,  # the signal of a file too large stays ignored: the write fails
    )


def without_display(data):
    """Qt would abort: what needs no window is answered, the rest is refused in words."""
    blind = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }

    def start(*arguments):
        return subprocess.run(
            [BINARY, *arguments], capture_output=True, text=True, timeout=60, check=False, env=blind
        )

    assert start("--version").stdout.startswith("watchkeeper ")
    assert start("--help").returncode == 0
    done = start("--data", str(data))
    assert done.returncode == REFUSED, done
    assert done.stderr.startswith("watchkeeper: There is no display"), done.stderr


def refused(data, *arguments, code=REFUSED, says=(), limit=None):
    """One line, the right code, and the words that help."""
    done = run(data, *arguments, limit=limit)
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert done.returncode == code, (arguments, done.returncode, done.stderr)
    assert len(lines) == 1 and lines[0].startswith("watchkeeper: "), (arguments, lines)
    for word in says:
        assert word in lines[0], (word, lines[0])
    assert not done.stdout.strip(), done.stdout
    return lines[0]


def accepted(data, *arguments):
    done = run(data, *arguments)
    assert done.returncode == 0, (arguments, done.stderr)
    return json.loads(done.stdout)


def addresses(data):
    for address in ("not an address", "ftp://example.org/", "http://", "https://a b/", "::::", ""):
        refused(data, "check", address)
    refused(data, "check", code=USAGE)
    refused(data, "check", "http://169.254.1.1/")


def usage(data):
    refused(data, "incident", code=USAGE)
    refused(data, "incident", "fly", code=USAGE, says=("open",))
    refused(data, "incident", "open", "x", "--kind", "meteor", code=USAGE, says=("outage",))
    refused(data, "incident", "stamp", "x", "finished", code=USAGE, says=("back_to_normal",))
    refused(data, "incident", "show", "nothing-like-it")
    refused(data, "incident", "open", "   ")


def contradictions(data):
    incident = accepted(
        data, "incident", "open", "Shop down", "--since", "20 min ago", "--parts", "shop"
    )
    ref = incident["ref"]
    before = accepted(data, "incident", "show", ref)
    refused(data, "incident", "stamp", ref, "fixed", "--at", "2 hours ago")
    refused(data, "incident", "stamp", ref, "fixed", "--at", "tomorrow 12:00")
    refused(data, "incident", "stamp", ref, "fixed", "--at", "half past blue")
    refused(data, "incident", "stamp", ref, "started", "--undo")
    refused(data, "incident", "stamp", ref, "fixed", "--undo")
    refused(data, "incident", "window", ref, "--start", "5 min ago", "--end", "10 min ago")
    refused(
        data, "incident", "window", ref, "--start", "10 min ago", "--end", "5 min ago",
        "--lasted", "1 h",
    )
    refused(data, "post", "publish", ref, "--status", "resolved", says=("back to normal",))
    refused(data, "post", "publish", ref, "--next-update", "soon")
    refused(data, "incident", "step", ref, "U6", "done", says=("--reason",))
    refused(data, "incident", "close", ref)
    assert accepted(data, "incident", "show", ref)["timeline"] == before["timeline"]


def site_folder(data, scratch):
    ref = accepted(data, "incident", "list")[0]["ref"]
    foreign = scratch / "foreign"
    foreign.mkdir()
    (foreign / "diary.txt").write_text("mine")
    refused(data, "site", "build", "--to", str(foreign))
    assert (foreign / "diary.txt").read_text() == "mine"
    refused(data, "site", "build", "--to", str(foreign / "diary.txt" / "below"))

    blocked = data / "site"
    assert not blocked.exists()
    blocked.write_text("a file in the way")
    refused(data, "post", "publish", ref, says=("kept",))
    (waiting,) = accepted(data, "outbox", "list")
    assert waiting["state"] in ("queued", "sent", "failed"), waiting
    blocked.unlink()
    accepted(data, "outbox", "flush")
    posts = accepted(data, "incident", "show", ref)["posts"]
    assert len(posts) == 1
    for _ in range(50):
        if accepted(data, "incident", "show", ref)["posts"][0]["seen"]:
            break
        accepted(data, "outbox", "flush")
    assert len(accepted(data, "incident", "show", ref)["posts"][0]["seen"]) == 1


def stores(data, scratch):
    refused(scratch / "foreign" / "diary.txt", "incident", "list")
    for damage in (b"not a database at all", b""):
        broken = scratch / f"broken{len(damage)}"
        broken.mkdir()
        (broken / "ledger.db").write_bytes(damage or b"\0" * 5000)
        kept = (broken / "ledger.db").read_bytes()
        refused(broken, "incident", "list")
        assert (broken / "ledger.db").read_bytes() == kept

    torn = scratch / "torn"
    shutil.copytree(data, torn)
    size = (torn / "ledger.db").stat().st_size
    with open(torn / "ledger.db", "r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(size // 4))
    refused(torn, "incident", "open", "x")

    newer = scratch / "newer"
    shutil.copytree(data, newer)
    with sqlite3.connect(newer / "ledger.db") as database:
        database.execute("PRAGMA user_version = 999")
    refused(newer, "incident", "list", says=("newer",))

    (newer / "settings.ini").write_text("[General]\nschema=99\n")
    shutil.copy(data / "ledger.db", newer / "ledger.db")
    for side in ("ledger.db-wal", "ledger.db-shm"):
        pathlib.Path(newer / side).unlink(missing_ok=True)
    refused(newer, "incident", "list", says=("newer",))


def full_disk(data):
    """A file that may not grow is a disk that is full."""
    before = accepted(data, "incident", "list")
    refused(data, "incident", "open", "One too many", limit=2000)
    assert accepted(data, "incident", "list") == before
    assert accepted(data, "store", "check")["sound"]


def main():
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="watchkeeper-bad-"))
    data = scratch / "data"
    try:
        addresses(data)
        usage(data)
        without_display(data)
        contradictions(data)
        site_folder(data, scratch)
        stores(data, scratch)
        full_disk(data)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

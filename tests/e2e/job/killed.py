# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job with the console killed (SIGKILL) at 21 moments of it. Whatever was there before a
kill is there after it: the same incident, the draft as typed, and nothing published twice."""

import json
import time

from stage import describe, do_until, stage, wait_for

SAVED_WITHIN = 1.0  # seconds after the last key


class Job:
    def __init__(self, display, nginx, console):
        self.display = display
        self.nginx = nginx
        self.console = console
        self.kills = 0

    def kill_and_reopen(self):
        """Kills, looks at what is left, opens again, and finds the same."""
        self.console.kill()
        self.kills += 1
        before = self.console.only_incident()
        self.console.open()
        after = self.console.only_incident()
        if before:
            assert after["id"] == before["id"], (before["id"], after["id"])
            assert after["milestones"].items() >= before["milestones"].items()
            assert len(after["posts"]) == len(before["posts"])
        assert self.console.run("store", "check")["sound"]

    def draft(self):
        return self.console.run("post", "preview", self.console.only_incident()["ref"])

    def type_and_kill(self, text):
        """Types at the end of the post, kills a second later, and finds what was typed."""
        self.display.key("ctrl+2")
        self.display.key("ctrl+End")
        self.display.type(text)
        wait_for("the text is saved", lambda: self.draft()["body"].endswith(text), SAVED_WITHIN * 10)
        self.kill_and_reopen()
        assert self.draft()["body"].endswith(text), self.draft()["body"]

    def publish_and_kill(self, count, moment):
        """Presses publish, kills that many seconds later, and finds it published once."""
        self.display.key("ctrl+Return")
        time.sleep(moment)
        self.kill_and_reopen()
        stored = self.console.only_incident()["posts"]
        if len(stored) < count:  # killed before the key was handled: the draft is still there
            self.display.key("ctrl+Return")
        wait_for(f"post {count} is seen", lambda: self.console.published(count))
        self.expect_public(count)

    def expect_public(self, count):
        incidents = json.loads(self.console.site("api/v2/incidents.json"))["incidents"]
        assert len(incidents) == 1, incidents
        updates = incidents[0]["incident_updates"]
        assert len(updates) == count, updates
        assert len({update["id"] for update in updates}) == count
        posts = self.console.only_incident()["posts"]
        assert [len(post["seen"]) for post in posts] == [1] * count, posts


def settings(address):
    monitor = {
        "id": "shop",
        "name": "shop",
        "kind": "http",
        "address": address,
        "component": "shop",
        "interval_ms": 1000,
        "timeout_ms": 900,
    }
    quoted = json.dumps(json.dumps([monitor]))
    return f"[General]\nschema=1\n[health]\nmonitors={quoted}\nthis_machine=false\n"


def main():
    with stage() as (display, nginx, console, _):
        console.data.mkdir(mode=0o700)
        (console.data / "settings.ini").write_text(settings(nginx.address))
        job = Job(display, nginx, console)
        console.open()
        wait_for("the shop is looked at", lambda: nginx.hits() >= 2)
        job.kill_and_reopen()  # 1: nothing has happened yet
        hits = nginx.hits()
        wait_for("the shop is looked at again", lambda: nginx.hits() >= hits + 2)

        nginx.stop()
        wait_for("an alert proposes an incident", lambda: console.in_state("suspected"))
        job.kill_and_reopen()  # 2: suspected
        do_until("noticed", lambda: display.key("n"), lambda: console.in_state("active"))
        job.kill_and_reopen()  # 3
        display.key("a")
        job.kill_and_reopen()  # 4: as the key is pressed
        if "acknowledged" not in console.only_incident()["milestones"]:
            display.key("a")
        wait_for("acknowledged", lambda: "acknowledged" in console.only_incident()["milestones"])
        job.kill_and_reopen()  # 5
        describe(display, console, "the shop does not open")
        job.kill_and_reopen()  # 6
        job.type_and_kill(" We found the cause.")  # 7
        job.type_and_kill(" Bear with us.")  # 8
        for count, moment in enumerate((0, 0.02, 0.05, 0.1, 0.3), start=1):  # 9 to 13
            job.publish_and_kill(count, moment)
            display.key("Escape")
        job.type_and_kill(" Nearly there.")  # 14
        display.key("Escape")
        do_until("fixed", lambda: display.key("f"), lambda: console.in_state("monitoring"))
        job.kill_and_reopen()  # 15
        nginx.start()
        job.kill_and_reopen()  # 16: while it recovers
        hits = nginx.hits()
        wait_for("it answers again", lambda: nginx.hits() >= hits + 3)
        job.kill_and_reopen()  # 17
        do_until("back to normal", lambda: display.key("b"), lambda: console.in_state("restored"))
        job.kill_and_reopen()  # 18
        job.type_and_kill(" Thank you for your patience.")  # 19
        display.key("Escape")
        job.publish_and_kill(6, 0.15)  # 20
        assert console.only_incident()["posts"][-1]["status"] == "resolved"
        job.kill_and_reopen()  # 21
        job.expect_public(6)
        assert job.kills == 21, job.kills


if __name__ == "__main__":
    main()

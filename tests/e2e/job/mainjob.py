# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a person does it: a real nginx stops and starts again, the real window is driven
by its keys, and at the end the public page in a real browser tells the truth to the minute."""

import datetime
import json
import zoneinfo

from stage import browser_text, describe, do_until, stage, wait_for

ZONE = zoneinfo.ZoneInfo("Europe/London")
API = (
    "summary status components incidents incidents/unresolved scheduled-maintenances "
    "scheduled-maintenances/active scheduled-maintenances/upcoming"
).split()


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def holds(interval, moment, slack=datetime.timedelta(seconds=2)):
    return instant(interval["lo"]) - slack <= moment <= instant(interval["hi"]) + slack


def watch_the_shop(display, nginx):
    def enter():
        display.key("ctrl+m", "ctrl+a")
        display.type(nginx.address)
        display.key("Tab", "ctrl+a")
        display.type("shop")
        display.key("Return")

    do_until("the shop is looked at", enter, lambda: nginx.hits() >= 1)


def main():
    with stage() as (display, nginx, console, folder):
        console.open()
        watch_the_shop(display, nginx)
        display.key("ctrl+1")

        stopped = now()
        nginx.stop()
        incident = wait_for("an alert proposes an incident", lambda: console.in_state("suspected"))
        started = incident["milestones"]["started"]
        assert holds(started, stopped), (started, stopped)

        display.focus()
        do_until("noticed", lambda: display.key("n"), lambda: console.in_state("active"))
        do_until(
            "acknowledged",
            lambda: display.key("a"),
            lambda: "acknowledged" in console.only_incident()["milestones"],
        )
        describe(display, console, "the shop does not open")
        display.key("ctrl+Return")
        incident = wait_for("the first post is seen", lambda: console.published(1))
        assert "the shop does not open" in incident["posts"][0]["body"], incident["posts"][0]

        display.key("Escape")
        do_until("fixed", lambda: display.key("f"), lambda: console.in_state("monitoring"))
        mended = now()
        nginx.start()
        wait_for(
            "the alert ends",
            lambda: any(
                "ended" in row["sentence"] or "recovered" in row["sentence"]
                for row in console.only_incident()["timeline"]
            ),
        )
        incident = do_until(
            "back to normal", lambda: display.key("b"), lambda: console.in_state("restored")
        )
        (window,) = incident["windows"]
        assert holds(window["start"], stopped), (window, stopped)
        assert holds(window["end"], mended), (window, mended)
        display.key("ctrl+Return")
        incident = wait_for("the all-clear is seen", lambda: console.published(2))
        assert incident["posts"][1]["status"] == "resolved", incident["posts"][1]

        for name in API:
            json.loads(console.site(f"api/v2/{name}.json"))
        (public,) = json.loads(console.site("api/v2/incidents.json"))["incidents"]
        assert public["status"] == "resolved", public
        assert len(public["incident_updates"]) == 2, public["incident_updates"]

        (page,) = (console.data / "site" / "incidents").glob("*.html")
        text = browser_text(page, folder / "browser")
        assert "Resolved" in text or "resolved" in text, text
        for edge in (window["start"], window["end"]):
            minutes = {
                instant(edge[bound]).astimezone(ZONE).strftime("%H:%M") for bound in ("lo", "hi")
            }
            assert any(minute in text for minute in minutes), (minutes, text)
        assert console.run("store", "check")["sound"]


if __name__ == "__main__":
    main()

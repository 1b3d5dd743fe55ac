# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a person does it: a real nginx stops and starts again, the real window is driven
by its keys, and at the end the public page in a real browser tells the truth to the minute."""

import datetime
import json
import zoneinfo

from stage import browser_text, stage, wait_for

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
    display.key("ctrl+m")
    display.type(nginx.address)
    display.key("Tab")
    display.type("shop")
    display.key("Return")
    wait_for("the shop is looked at", lambda: nginx.hits() >= 1)


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
        display.key("n")
        wait_for("noticed", lambda: console.in_state("active"))
        display.key("a")
        wait_for(
            "acknowledged",
            lambda: "acknowledged" in console.only_incident()["milestones"],
        )
        display.key("ctrl+2")
        display.type("the shop does not open")
        display.key("Return")
        wait_for("felt", lambda: console.only_incident()["felt"] == "the shop does not open")
        display.key("ctrl+Return")
        incident = wait_for("the first post is seen", lambda: console.published(1))
        assert "the shop does not open" in incident["posts"][0]["body"], incident["posts"][0]

        display.key("Escape")
        display.key("f")
        wait_for("fixed", lambda: console.in_state("monitoring"))
        mended = now()
        nginx.start()
        wait_for(
            "the alert ends",
            lambda: any(
                "ended" in row["sentence"] or "recovered" in row["sentence"]
                for row in console.only_incident()["timeline"]
            ),
        )
        display.key("b")
        incident = wait_for("back to normal", lambda: console.in_state("restored"))
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

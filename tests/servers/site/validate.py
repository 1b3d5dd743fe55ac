# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a site as other programs do: validate.py SITE NPM

Says what is wrong, a line each, and last how many files it has read.
"""

import json
import pathlib
import subprocess
import sys

import feedparser
import html5lib
import icalendar
import jsonschema

TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$"}
TIME_OR_NULL = {"anyOf": [TIME, {"type": "null"}]}
TEXT = {"type": "string"}
TEXT_OR_NULL = {"type": ["string", "null"]}
COMPONENT_STATES = ["operational", "degraded_performance", "partial_outage", "major_outage",
                    "under_maintenance"]
INCIDENT_STATES = ["investigating", "identified", "monitoring", "resolved", "postmortem"]
MAINTENANCE_STATES = ["scheduled", "in_progress", "verifying", "completed"]


def thing(**members):
    """An object that has all of these members and no other."""
    return {"type": "object", "properties": members, "required": sorted(members),
            "additionalProperties": False}


def many(items):
    return {"type": "array", "items": items}


PAGE = thing(id=TEXT, name=TEXT, url=TEXT, time_zone=TEXT, updated_at=TIME)
STATUS = thing(indicator={"enum": ["none", "minor", "major", "critical", "maintenance"]},
               description={"type": "string", "minLength": 1})
COMPONENT = thing(id=TEXT, name=TEXT, status={"enum": COMPONENT_STATES}, created_at=TIME,
                  updated_at=TIME, position={"type": "integer", "minimum": 1},
                  description=TEXT_OR_NULL, showcase={"type": "boolean"},
                  start_date=TEXT_OR_NULL, group_id=TEXT_OR_NULL, page_id=TEXT,
                  group={"type": "boolean"}, only_show_if_degraded={"type": "boolean"})
AFFECTED = thing(code=TEXT, name=TEXT, old_status={"enum": COMPONENT_STATES},
                 new_status={"enum": COMPONENT_STATES})
UPDATE = thing(id=TEXT, status={"enum": INCIDENT_STATES + MAINTENANCE_STATES}, body=TEXT,
               incident_id=TEXT, created_at=TIME, updated_at=TIME, display_at=TIME,
               affected_components={"anyOf": [many(AFFECTED), {"type": "null"}]},
               deliver_notifications={"type": "boolean"}, custom_tweet=TEXT_OR_NULL,
               tweet_id={"type": ["string", "integer", "null"]})
COMMON = dict(id=TEXT, name=TEXT, created_at=TIME, updated_at=TIME, monitoring_at=TIME_OR_NULL,
              resolved_at=TIME_OR_NULL, shortlink=TEXT, started_at=TIME, page_id=TEXT,
              incident_updates={"type": "array", "items": UPDATE, "minItems": 1},
              components=many(COMPONENT))
INCIDENT = thing(**COMMON, status={"enum": INCIDENT_STATES},
                 impact={"enum": ["none", "minor", "major", "critical"]})
MAINTENANCE = thing(**COMMON, status={"enum": MAINTENANCE_STATES},
                    impact={"const": "maintenance"}, scheduled_for=TIME,
                    scheduled_until=TIME_OR_NULL)
FILES = {
    "summary.json": thing(page=PAGE, status=STATUS, components=many(COMPONENT),
                          incidents=many(INCIDENT), scheduled_maintenances=many(MAINTENANCE)),
    "status.json": thing(page=PAGE, status=STATUS),
    "components.json": thing(page=PAGE, components=many(COMPONENT)),
    "incidents.json": thing(page=PAGE, incidents=many(INCIDENT)),
    "incidents/unresolved.json": thing(page=PAGE, incidents=many(INCIDENT)),
    "scheduled-maintenances.json": thing(page=PAGE, scheduled_maintenances=many(MAINTENANCE)),
    "scheduled-maintenances/active.json":
        thing(page=PAGE, scheduled_maintenances=many(MAINTENANCE)),
    "scheduled-maintenances/upcoming.json":
        thing(page=PAGE, scheduled_maintenances=many(MAINTENANCE)),
}
SEARCH = thing(threads=many(thing(title=TEXT, href=TEXT, when=TEXT, status=TEXT, text=TEXT,
                                  parts=many(TEXT))))


def json_faults(site):
    schemas = {f"api/v2/{name}": schema for name, schema in FILES.items()}
    schemas["search/index.json"] = thing(years=many({"type": "string", "pattern": r"^\d{4}$"}))
    for year in site.glob("search/[0-9]*.json"):
        schemas[str(year.relative_to(site))] = SEARCH
    for name, schema in schemas.items():
        data = json.loads((site / name).read_text("utf-8"))
        for error in jsonschema.Draft7Validator(schema).iter_errors(data):
            yield f"{name}: {'/'.join(map(str, error.path))}: {error.message[:200]}"


def feed_faults(site):
    kinds = {"feed.atom": "atom10", "feed.rss": "rss20"}
    for name, kind in kinds.items():
        feed = feedparser.parse((site / name).read_bytes(), sanitize_html=False)
        if feed.bozo:
            yield f"{name}: {feed.bozo_exception}"
        if feed.version != kind:
            yield f"{name}: read as {feed.version}"
        ids = [entry.get("id") for entry in feed.entries]
        if not ids or len(set(ids)) != len(ids):
            yield f"{name}: ids {ids}"
        for entry in feed.entries:
            missing = [key for key in ("id", "title", "link", "published_parsed")
                       if not entry.get(key)]
            if missing:
                yield f"{name}: {entry.get('id')} lacks {missing}"


def calendar_faults(site):
    raw = (site / "maintenance.ics").read_bytes()
    if any(len(line) > 75 for line in raw.split(b"\r\n")):
        yield "maintenance.ics: a line is longer than 75 octets"
    calendar = icalendar.Calendar.from_ical(raw)
    seen = set()
    for event in calendar.walk("VEVENT"):
        for problem in event.errors:
            yield f"maintenance.ics: {problem}"
        if event["UID"] in seen:
            yield f"maintenance.ics: {event['UID']} twice"
        seen.add(event["UID"])
        if event["DTSTART"].dt.tzinfo is None or "DTSTAMP" not in event:
            yield f"maintenance.ics: {event['UID']} has no exact time"
    if not seen:
        yield "maintenance.ics: no event"


def page_faults(site, npm, pages):
    for page in pages:
        try:
            html5lib.HTMLParser(strict=True).parse(page.read_bytes())
        except html5lib.html5parser.ParseError as error:
            yield f"{page.relative_to(site)}: {error!r}"
    rules = npm / "htmlvalidate.json"
    rules.write_text('{"root": true, "extends": ["html-validate:standard"]}')
    run = subprocess.run(["node", npm / "node_modules/html-validate/bin/html-validate.js",
                          "--config", rules, *pages], capture_output=True, text=True)
    if run.returncode != 0:
        yield run.stdout + run.stderr


def main():
    site, npm = map(pathlib.Path, sys.argv[1:])
    pages = sorted(site.rglob("*.html"))
    faults = [*json_faults(site), *feed_faults(site), *calendar_faults(site),
              *page_faults(site, npm, pages)]
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages read")
    return 1 if faults or not pages else 0


sys.exit(main())

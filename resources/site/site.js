// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adds the reader's own time beside each time, where it differs. The page reads well without it.
"use strict";
(function () {
  const words = document.body.dataset.local;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23"
  });
  const day = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    day: "numeric", month: "long"
  });
  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime()) || !time.dataset.wall)
      continue;
    const shown = time.dataset.wall.split("T");
    const own = at.getFullYear() + "-" + String(at.getMonth() + 1).padStart(2, "0") + "-" +
      String(at.getDate()).padStart(2, "0");
    if (shown[0] === own && shown[1] === clock.format(at))
      continue;
    const text = shown[0] === own ? clock.format(at) : day.format(at) + ", " + clock.format(at);
    const local = document.createElement("span");
    local.className = "local";
    local.textContent = " (" + words.replace("%1", text) + ")";
    time.after(local);
  }
})();

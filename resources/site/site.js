// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adds the reader's own time beside each time, where it differs, and a search over all posts. The
// pages are whole without it. What it shows of texts it sets as text, never as markup.
"use strict";

(function localTimes() {
  const words = document.body.dataset.local;
  // The language of the words around the time, where it is not that of the page.
  const own = document.body.dataset.words || "";
  const language = own || document.documentElement.lang || undefined;
  const clock = new Intl.DateTimeFormat(language, {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23"
  });
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });

  function dayOf(at) {
    return at.getFullYear() + "-" + String(at.getMonth() + 1).padStart(2, "0") + "-" +
      String(at.getDate()).padStart(2, "0");
  }

  function shown(at, withDay) {
    return withDay ? day.format(at) + ", " + clock.format(at) : clock.format(at);
  }

  function addAfter(element, text) {
    const local = document.createElement("span");
    local.className = "local";
    if (own)
      local.lang = own;
    local.textContent = " (" + words.replace("%1", text) + ")";
    element.after(local);
  }

  for (const time of document.querySelectorAll("time[datetime][data-wall]")) {
    const at = new Date(time.dateTime);
    const wall = time.dataset.wall.split("T");
    if (Number.isNaN(at.getTime()) || (wall[0] === dayOf(at) && wall[1] === clock.format(at)))
      continue;
    addAfter(time, shown(at, wall[0] !== dayOf(at)));
  }

  // "+01:00" in minutes
  function minutes(offset) {
    const parts = offset.match(/^([+-])(\d+):(\d+)$/);
    return parts ? (parts[1] === "-" ? -1 : 1) * (parts[2] * 60 + Number(parts[3])) : 0;
  }

  for (const span of document.querySelectorAll("span[data-offset]")) {
    const ends = [span.dataset.from, span.dataset.to].filter(Boolean).map(text => new Date(text));
    if (ends.some(at => Number.isNaN(at.getTime())) || ends.length === 0 ||
        -ends[0].getTimezoneOffset() === minutes(span.dataset.offset))
      continue;
    const texts = ends.map((at, i) => shown(at, i === 0 || dayOf(at) !== dayOf(ends[0])));
    addAfter(span, texts.filter((text, i) => i === 0 || text !== texts[0]).join("–"));
  }
})();

(function search() {
  const form = document.querySelector("form.search");
  // A page that was opened from a folder may not read other files.
  if (!form || location.protocol === "file:")
    return;
  const field = form.querySelector("input");
  const found = form.querySelector("#found");
  const list = form.querySelector(".results");
  const most = 100;
  let threads = null;

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  async function json(path) {
    const answer = await fetch(path, { credentials: "omit" });
    if (!answer.ok)
      throw new Error(path);
    return answer.json();
  }

  async function load() {
    const years = (await json(form.dataset.index)).years;
    const base = form.dataset.index.replace(/[^/]*$/, "");
    const files = await Promise.all(years.map(year => json(base + year + ".json")));
    return files.flatMap(file => file.threads).map(thread => {
      const words = [thread.title, thread.when, thread.status, ...thread.parts, thread.text];
      return { thread, words: folded(words.join("\n")) };
    });
  }

  // The line of the text that holds a word, cut to what fits.
  function lineWith(text, word) {
    const line = text.split("\n").find(part => folded(part).includes(word)) || text.split("\n")[0];
    const at = Math.max(0, folded(line).indexOf(word) - 60);
    return (at > 0 ? "… " : "") + line.slice(at, at + 180) + (line.length > at + 180 ? " …" : "");
  }

  function entry(thread, word) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.root + thread.href;
    link.textContent = thread.title;
    link.dir = "auto";
    const facts = document.createElement("p");
    facts.className = "facts";
    facts.textContent = thread.status + " · " + thread.when;
    const line = document.createElement("p");
    line.className = "meta";
    line.dir = "auto";
    line.textContent = lineWith(thread.text, word);
    item.append(link, facts, line);
    return item;
  }

  function say(count) {
    const words = form.dataset;
    if (count === 0)
      return words.none;
    if (count === 1)
      return words.one;
    return (count > most ? words.first : words.many).replace("%1", count).replace("%2", most);
  }

  async function show() {
    const wanted = folded(field.value).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) {
      found.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      threads = threads || load();
      const all = await threads;
      const hits = all.filter(one => wanted.every(word => one.words.includes(word)));
      found.textContent = say(hits.length);
      list.replaceChildren(...hits.slice(0, most).map(one => entry(one.thread, wanted[0])));
    } catch (trouble) {
      threads = null;
      found.textContent = form.dataset.broken;
      list.replaceChildren();
    }
  }

  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  field.addEventListener("input", show);
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    show();
  }
})();

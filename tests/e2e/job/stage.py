# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage for tests that drive the real window: a display, a web server, the program, its keys."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

BINARY = os.environ["WATCHKEEPER_BINARY"]
PATIENCE = 90


def wait_for(what, look, patience=PATIENCE):
    """The first answer of look() that is true; fails naming what was waited for."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = look()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"{what}: not seen within {patience} s")


def do_until(what, act, look):
    """Acts, and acts again where nothing comes of it: on a busy machine a key gets lost now and then
    between X and Qt, and a person presses it once more."""
    for _ in range(3):
        act()
        with contextlib.suppress(AssertionError):
            return wait_for(what, look, PATIENCE / 3)
    raise AssertionError(f"{what}: not seen after three times")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Nginx:
    """A real nginx on loopback with one page."""

    def __init__(self, folder, port):
        self.port = port
        self.folder = pathlib.Path(folder) / "nginx"
        (self.folder / "www").mkdir(parents=True)
        (self.folder / "www" / "index.html").write_text("<h1>The shop</h1>")
        self.folder.chmod(0o755)
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(
            f"""{user}
            daemon off; pid {self.folder}/pid; error_log {self.folder}/error.log;
            events {{ worker_connections 64; }}
            http {{
              access_log {self.folder}/access.log;
              client_body_temp_path {self.folder}/b; proxy_temp_path {self.folder}/p;
              fastcgi_temp_path {self.folder}/f; uwsgi_temp_path {self.folder}/u;
              scgi_temp_path {self.folder}/s;
              server {{ listen 127.0.0.1:{port}; root {self.folder}/www; }}
            }}"""
        )
        self.process = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/"

    def start(self):
        command = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        self.process = subprocess.Popen(
            [command, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")],
            stderr=subprocess.DEVNULL,
        )
        wait_for("nginx listens", self._listens)

    def _listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    def hits(self):
        log = self.folder / "access.log"
        return len(log.read_text().splitlines()) if log.exists() else 0


class Display:
    """An X server of its own with a window manager, and hands on its keyboard."""

    def __init__(self, size="1366x768"):
        reader, writer = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
            + ["-noreset"],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.name = ":" + answer.readline().strip()
        self.environment = dict(os.environ, DISPLAY=self.name, QT_QPA_PLATFORM="xcb")
        self.manager = subprocess.Popen(
            ["openbox"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # A window that opens while the manager starts may never be mapped, or lose its first keys.
        wait_for("the window manager is up", lambda: not self.tool("get_num_desktops").returncode)

    def tool(self, *arguments):
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def focus(self):
        """The program's window, in front and with the keyboard."""

        def active():
            found = self.tool("search", "--onlyvisible", "--name", "^Watchkeeper$").stdout.split()
            if not found:
                return False
            self.tool("windowactivate", found[0])
            return self.tool("getactivewindow").stdout.strip() == found[0]

        wait_for("the window has the keyboard", active)

    def key(self, *keys):
        self.tool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.tool("type", "--delay", "20", text)

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], env=self.environment, check=True)

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(10)


class Console:
    """The program on one data folder: its window, and its command line beside it."""

    def __init__(self, display, data):
        self.display = display
        self.data = pathlib.Path(data)
        self.process = None

    def open(self):
        self.process = subprocess.Popen(
            [BINARY, "--data", str(self.data)],
            env=self.display.environment,
            stderr=subprocess.DEVNULL,
        )
        self.display.focus()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def run(self, *arguments, code=0):
        done = subprocess.run(
            [BINARY, *arguments, "--data", str(self.data), "--json"],
            env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == code, f"{arguments}: {done.returncode}\n{done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else None

    def only_incident(self):
        """The one open incident, whole; nothing while there is none."""
        if not (self.data / "ledger.db").exists():
            return None
        incidents = self.run("incident", "list")
        assert len(incidents) <= 1, incidents
        return self.run("incident", "show", incidents[0]["ref"]) if incidents else None

    def in_state(self, state):
        incident = self.only_incident()
        return incident if incident and incident["state"] == state else None

    def published(self, count):
        """The incident once that many updates have been read back."""
        incident = self.only_incident()
        seen = [post for post in incident["posts"] if post["seen"]] if incident else []
        return incident if len(seen) >= count else None

    def site(self, file):
        path = self.data / "site" / file
        return path.read_text() if path.exists() else ""


def describe(display, console, felt):
    """Tells the console what users feel."""

    def enter():
        display.key("ctrl+2", "ctrl+a")
        display.type(felt)
        display.key("Return")

    do_until("felt", enter, lambda: console.only_incident()["felt"] == felt)


def browser_text(page, profile):
    """What a real browser makes of a page."""
    dom = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={profile}",
            "--dump-dom",
            f"file://{page}",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", dom))


@contextlib.contextmanager
def stage():
    """A display, a folder, a web server that runs, and a console that has not been opened."""
    folder = tempfile.mkdtemp(prefix="watchkeeper-e2e-")
    display = Display()
    nginx = Nginx(folder, free_port())
    console = Console(display, os.path.join(folder, "data"))
    try:
        nginx.start()
        yield display, nginx, console, pathlib.Path(folder)
    finally:
        console.close()
        nginx.stop()
        display.close()
        shutil.rmtree(folder, ignore_errors=True)

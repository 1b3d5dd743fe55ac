# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret of its own in every field that takes one, a server that hands each back in every answer,
faults of all kinds, the most verbose logs, a backup and a crash. Then the secrets are looked for: in
every file, in what was printed, in the arguments of every process. They are to be nowhere."""

import base64
import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from stage import BINARY, Display, wait_for

SECRETS = {
    "blog": "canary-7f3a-blog",
    "hosted": "canary-91bc-hosted",
    "cachet": "canary-c04d-cachet",
    "proxy": "canary-e8e2-proxy",
}
PAGE = "page1"
FAULTS = ["refused", "wrong", "forbidden", "fault", "redirect", "broken", "captive", "reset"]


class Echo(http.server.BaseHTTPRequestHandler):
    """A WordPress, a Statuspage and a Cachet that repeat what they were sent."""

    fault = None
    seen = set()

    def log_message(self, *_):
        pass

    def heard(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode("utf-8", "replace")
        secrets = [value for _, value in self.headers.items()]
        for secret in SECRETS.values():
            forms = forms_of(secret)
            if any(form in value for form in forms for value in secrets):
                Echo.seen.add(secret)
        return " ".join(secrets) + body

    def reply(self, status, body, kind="application/json", headers=()):
        payload = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(payload)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(payload)

    def misbehave(self, heard):
        words = {"code": heard, "message": heard, "error": heard, "errors": {"name": [heard]}}
        port = self.server.server_address[1]
        answers = {
            "refused": (422, json.dumps(words)),
            "wrong": (401, json.dumps(words)),
            "forbidden": (403, json.dumps(words)),
            "fault": (500, json.dumps(words)),
            "broken": (200, '{"message": "' + heard),
        }
        if self.fault in answers:
            self.reply(*answers[self.fault])
        elif self.fault == "redirect":
            target = f"http://127.0.0.1:{port}/{heard.replace(' ', '%20')}"
            self.reply(302, "", headers=[("Location", target)])
        elif self.fault == "captive":
            self.reply(200, f"<html><title>{heard}</title>log in</html>", "text/html")
        else:
            self.connection.shutdown(socket.SHUT_RDWR)

    def answer(self):
        heard = self.heard()
        path = self.path.split("?")[0]
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        link = [("Link", f'<{here}/wp-json/>; rel="https://api.w.org/"')]
        good = {
            "/wp-json/": {
                "name": "Blog",
                "namespaces": ["wp/v2"],
                "authentication": {"application-passwords": {"endpoints": {}}},
            },
            "/wp-json/wp/v2/users/me": {"name": "ana", "capabilities": {"publish_posts": True}},
            f"/v1/pages/{PAGE}": {"id": PAGE, "name": "Hosted", "url": here, "domain": None},
            f"/v1/pages/{PAGE}/components": [],
            f"/v1/pages/{PAGE}/incidents": [],
            "/api/ping": {"data": "Pong!"},
            "/api/version": {"data": {"version": "3.0"}},
            "/api/components": {"data": [], "meta": {}, "links": {}},
            "/api/incidents": {"data": [], "meta": {}},
            "/api/schedules": {"data": [], "meta": {}},
        }
        if self.path.startswith("http://") and "Proxy-Authorization" not in self.headers:
            self.reply(407, heard, headers=[("Proxy-Authenticate", 'Basic realm="proxy"')])
        elif self.fault:
            self.misbehave(heard)
        elif self.command in ("POST", "PUT", "PATCH") and path.startswith("/api/"):
            self.reply(422, json.dumps({"message": heard, "errors": {"name": [heard]}}))
        elif path == "/":
            self.reply(200, "<html>Blog</html>", "text/html", link)
        else:
            self.reply(200 if path in good else 404, json.dumps(good.get(path, {"code": heard})))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def do_CONNECT(self):
        heard = self.heard()
        self.reply(407, heard, headers=[("Proxy-Authenticate", 'Basic realm="proxy"')])


def forms_of(secret):
    """As it stands, and as it goes over the wire and into files."""
    raw = secret.encode()
    forms = {secret, raw.hex(), secret.replace("-", "%2D")}
    for user in (b"", b"ana:"):
        forms.add(base64.b64encode(user + raw).decode().rstrip("="))
    return forms


class Arguments(threading.Thread):
    """Reads the arguments of every process that comes by."""

    def __init__(self):
        super().__init__(daemon=True)
        self.lines = set()
        self.over = False

    def run(self):
        while not self.over:
            for process in pathlib.Path("/proc").glob("[0-9]*"):
                try:
                    self.lines.add((process / "cmdline").read_bytes())
                except OSError:
                    continue
            time.sleep(0.02)


class Stage:
    def __init__(self, folder, port):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.port = port
        self.output = []
        self.environment = dict(
            os.environ,
            HOME=str(self.folder / "home"),
            XDG_RUNTIME_DIR=str(self.folder / "run"),
            XDG_CACHE_HOME=str(self.folder / "home/cache"),
            XDG_CONFIG_HOME=str(self.folder / "home/config"),
            XDG_DATA_HOME=str(self.folder / "home/data"),
            TMPDIR=str(self.folder / "tmp"),
            QT_QPA_PLATFORM="offscreen",
            QT_LOGGING_RULES="*=true",
            QT_MESSAGE_PATTERN="%{time} %{category} %{file} %{message}",
            QT_FORCE_STDERR_LOGGING="1",
            WATCHKEEPER_PROXY_PASSWORD=SECRETS["proxy"],
        )
        for name in ("home", "run", "tmp"):
            (self.folder / name).mkdir(mode=0o700)
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)

    def run(self, *arguments, secret="", codes=(0,)):
        done = subprocess.run(
            [BINARY, *arguments[:2], "--data", str(self.data), *arguments[2:]],
            input=secret.encode(),
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            timeout=200,
            check=False,
        )
        self.output.append(done.stdout + done.stderr)
        words = done.stderr.decode("utf-8", "replace").splitlines()[-3:]
        assert codes is None or done.returncode in codes, (arguments, done.returncode, words)
        return done

    def names(self):
        listed = self.run("target", "list", "--json").stdout
        return [target["name"] for target in json.loads(listed)]


def set_up(stage):
    address = f"http://127.0.0.1:{stage.port}/"
    for kind, user, secret in (
        ("wordpress", "ana", "blog"),
        ("statuspage", PAGE, "hosted"),
        ("cachet", "", "cachet"),
    ):
        Echo.fault = None
        arguments = ["target", "add", kind, address, "--label", secret, "--plain-loopback"]
        arguments += ["--session"] + (["--user", user] if user else [])
        for fault in FAULTS:
            Echo.fault = fault
            stage.run(*arguments, secret=SECRETS[secret], codes=(1,))
        Echo.fault = None
        stage.run(*arguments, secret=SECRETS[secret])
    for name, secret in zip(stage.names(), ("blog", "hosted", "cachet")):
        variable = "WATCHKEEPER_PASSWORD_" + name.upper().replace("-", "_")
        stage.environment[variable] = SECRETS[secret]
    proxy = f"http://127.0.0.1:{stage.port}"
    stage.run("network", "set", "--proxy", proxy, "--proxy-user", "ana")
    stage.run("network", "password", secret=SECRETS["proxy"], codes=(0, 1))
    stage.run("network", "set", "--proxy", f"http://ana:{'x'}@127.0.0.1:1", codes=(1,))


def publish(stage):
    stage.run("incident", "open", "Shop is down", "--parts", "shop")
    shown = json.loads(stage.run("incident", "list", "--json").stdout)
    reference = shown[0]["ref"]
    stage.run("post", "publish", reference, codes=None)
    for fault in FAULTS + [None]:
        Echo.fault = fault
        stage.run("outbox", "flush", codes=None)
        stage.run("outbox", "list", codes=None)
        for name in stage.names():
            stage.run("target", "test", name, codes=None)
    stage.run("outbox", "list", "--json")
    stage.run("outbox", "difference", codes=None)
    for name in stage.names():
        stage.run("target", "password", name, secret=SECRETS["blog"], codes=None)
    # Through the proxy, which is the same server.
    for fault in ("wrong", None):
        Echo.fault = fault
        stage.run(
            "import", "wordpress", "https://blog.test/", "--zone", "Europe/London", codes=None
        )
    return reference


def look_after(stage, reference):
    stage.run("site", "deploy-with", "--", "/bin/sh", "-c", "env; exit 3")
    stage.run("site", "build", codes=(1,))
    stage.run("site", "deployment")
    for arguments in (
        ["network", "show"],
        ["store", "check"],
        ["store", "backup", str(stage.folder / "backup.db")],
        ["incident", "show", reference, "--json"],
        ["history", "export", reference],
        ["postmortem", "export", reference, "--format", "html"],
        ["outbox", "list"],
    ):
        stage.run(*arguments, codes=None)


def crash(stage, display):
    """The window with all its services, ended in the middle of its work."""
    environment = dict(stage.environment, DISPLAY=display.name, QT_QPA_PLATFORM="xcb")
    for fault, end in (("reset", signal.SIGTERM), ("fault", signal.SIGABRT), (None, signal.SIGSEGV)):
        Echo.fault = fault
        log = stage.folder / "window.log"
        with open(log, "ab") as output:
            window = subprocess.Popen(
                [BINARY, "--data", str(stage.data)], env=environment, stdout=output, stderr=output
            )
            display.focus()
            time.sleep(3)
            window.send_signal(end)
            wait_for("the window has ended", lambda w=window: w.poll() is not None)


def hits(stage, arguments):
    forms = [form.encode() for secret in SECRETS.values() for form in forms_of(secret)]
    forms += [form.decode().encode("utf-16-le") for form in forms]
    places = [("output", text) for text in stage.output]
    places += [("arguments", line) for line in arguments]
    for path in stage.folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            places.append((str(path), path.read_bytes()))
    found = []
    for name, content in places:
        for form in forms:
            at = content.find(form)
            if at >= 0:
                found.append((name, content[max(0, at - 60) : at + 40]))
    return found, len(places)


def main():
    folder = tempfile.mkdtemp(prefix="watchkeeper-canary-")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watcher = Arguments()
    watcher.start()
    display = Display()
    try:
        stage = Stage(folder, server.server_address[1])
        set_up(stage)
        reference = publish(stage)
        look_after(stage, reference)
        crash(stage, display)
        watcher.over = True
        watcher.join()
        # Else nothing was tried at all.
        assert Echo.seen == set(SECRETS.values()), Echo.seen
        found, places = hits(stage, watcher.lines)
        assert not found, "\n".join(f"{name}: {text}" for name, text in found[:20])
        print(f"{len(SECRETS)} secrets, {places} places, 0 hits")
    finally:
        watcher.over = True
        display.close()
        server.shutdown()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

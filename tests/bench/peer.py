"""The strongest peer, beside ours in one run: a plain page of cards, written for speed, in Chromium's kiosk mode on the
same virtual wall."""
import http.server
import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import parse_qs, urlparse

from measured import cpu_s, kilobytes
from touchwall import Wall

PAGE = Path(__file__).with_name("peer.html")
DEADLINE_S = 60
KIOSK = ["chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu", "--touch-events=enabled",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-pinch",
         "--overscroll-history-navigation=0"]


class Page(http.server.BaseHTTPRequestHandler):
    """Gives the page, and hears when it is complete and what a drag was."""

    def do_GET(self):
        asked = urlparse(self.path)
        if asked.path == "/ready":
            self.server.ready.set()
        elif asked.path == "/dragged":
            self.server.dragged = {key: float(value[0]) for key, value in parse_qs(asked.query).items()}
            self.server.let_go.set()
        body = PAGE.read_bytes() if asked.path == "/" else b""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Peer:
    """Chromium on a wall of its own, from its start to the complete page."""

    def __init__(self, cards, size):
        self.wall = Wall(*size)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
        self.server.ready, self.server.let_go = threading.Event(), threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.profile = tempfile.TemporaryDirectory(prefix="rundt-peer-", ignore_cleanup_errors=True)
        env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"} | {"DISPLAY": self.wall.display}
        began = time.monotonic()
        self.process = subprocess.Popen(
            [*KIOSK, f"--user-data-dir={self.profile.name}", "--window-position=0,0", f"--window-size={size[0]},{size[1]}",
             f"http://127.0.0.1:{self.server.server_port}/?cards={cards}"],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        if not self.server.ready.wait(DEADLINE_S):
            raise AssertionError("the page was never complete")
        self.start_ms = (time.monotonic() - began) * 1000

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.server.shutdown()
        self.wall.close()
        self.profile.cleanup()

    def cpu(self):
        """Seconds, of the browser and the X server."""
        return sum(map(cpu_s, self.processes())) + cpu_s(self.wall.server.pid)

    def memory_mib(self):
        return sum(kilobytes(pid, "smaps_rollup", "Pss") for pid in self.processes()) / 1024

    def processes(self):
        """All of the browser's."""
        parents = {}
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # gone meanwhile
        found, grown = {self.process.pid}, True
        while grown:
            more = {pid for pid, parent in parents.items() if parent in found} - found
            found |= more
            grown = bool(more)
        return found

    def drag(self, strokes):
        """Frames a second of the page."""
        self.server.let_go.clear()
        self.wall.play(strokes)
        if not self.server.let_go.wait(DEADLINE_S):
            raise AssertionError("no card was dragged")
        return self.server.dragged["frames"] / self.server.dragged["ms"] * 1000

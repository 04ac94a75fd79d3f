"""The program on a virtual wall, as tests and benchmarks see it: its UI map, its fingers and its exports."""
import json
import os
import signal
import subprocess
import time

from touchwall import Stroke, Wall, centre

NOW = "2026-11-23T09:42"
DEADLINE_S = 30  # how long anything may take on a slow, busy machine; a limit, never a measure


def command(binary, *words):
    """A subcommand, its words checked for an exit code of 0."""
    done = subprocess.run([binary, *map(str, words)], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))} exited {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def exported(binary, board, folder):
    """The board file as the JSON export tells it. The program must not have the file open."""
    out = os.path.join(folder, "export.json")
    command(binary, "export", board, "--as", "json", "-o", out)
    with open(out, encoding="utf-8") as file:
        return json.load(file)


class WallApp:
    """rundt-bordet on a wall. `wall` is kept by the caller: the program may come and go on it."""

    def __init__(self, binary, wall: Wall, board, folder, more=(), env=()):
        self.wall, self.ui_map = wall, os.path.join(folder, "ui-map.json")
        if os.path.exists(self.ui_map):
            os.unlink(self.ui_map)
        self.words = [binary, str(board), "--ui-map", self.ui_map, "--now", NOW, *more]
        self.env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"} | {"DISPLAY": wall.display} | dict(env)
        self.log = os.path.join(folder, "app.log")
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(self.words, env=self.env, stdout=log, stderr=log)

    def map(self):
        """The UI map as last written, or None before the first."""
        try:
            with open(self.ui_map, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return None

    def wait(self, what, holds):
        """Until the UI map is settled and `holds(items by id)`; returns those items."""
        until, seen = time.monotonic() + DEADLINE_S, None
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended ({self.process.returncode}) before {what}: {self.said()}")
            seen = self.map()
            items = {item["id"]: item for item in seen["items"]} if seen else {}
            if seen and seen["settled"] and holds(items):
                return items
            time.sleep(0.02)
        raise AssertionError(f"not seen within {DEADLINE_S} s: {what}; the map: {json.dumps(seen)[:3000]} {self.said()}")

    def settled(self):
        return self.wait("a settled board", lambda items: items)

    def tap(self, wanted, finger=1):
        items = self.wait(f"{wanted} to tap", lambda i: wanted in i and i[wanted]["enabled"])
        self.wall.tap(*centre(items[wanted]), finger=finger)

    def key_strokes(self, pad, keys, finger=1, at_ms=0, every_ms=120):
        """One tap a key, by the keys' ids on that pad."""
        items = self.wait(f"a keyboard on {pad}", lambda i: f"{pad}/key/{keys[0]}" in i)
        return [Stroke(finger, [centre(items[f"{pad}/key/{key}"])], 50, at_ms + n * every_ms) for n, key in enumerate(keys)]

    def said(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read()[-2000:]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Asks it to leave; what it exits with."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(DEADLINE_S)

"""Measures the real program on a virtual wall, and prints one table and build/bench.json. Nothing here passes
or fails: the figures are for comparing one version with the next on the same machine.
Run by scripts/bench as `bench.py BINARY`."""
import json
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests/touchwall"))
from touchwall import Stroke, Wall, centre  # noqa: E402
from wall_app import WallApp, command  # noqa: E402

IDLE_S = 30
STARTS = 5
DRAGS = 25
HANDS = 10
HAND_AFTER_HAND_MS = 150  # hands come one by one; all at once would be an arm
FRAME_MS = 1000 / 60


def median(values):
    return statistics.median(values) if values else None


def percentile(values, part):
    return sorted(values)[min(int(len(values) * part), len(values) - 1)] if values else None


def cpu_s(pid):
    """CPU time of all threads, to the nanosecond: an idle second costs less than a tick of the usual clock."""
    return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9


def kilobytes(pid, file, key):
    for line in Path(f"/proc/{pid}/{file}").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1])
    raise KeyError(key)


class Bench:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        self.rows = []

    def row(self, name, value, unit, beside=""):
        self.rows.append({"measure": name, "value": None if value is None else round(value, 3), "unit": unit, "beside": beside})
        print(f"{name:<58} {'–' if value is None else f'{value:,.3f}':>10} {unit:<6} {beside}", flush=True)

    def board(self, ideas):
        path = f"{self.folder}/{ideas}.rundtbord"
        if not os.path.exists(path):
            command(self.binary, "new", path, "--ideas", ideas)
        return path

    def app(self, wall, board):
        self.log = f"{self.folder}/frames.jsonl"
        Path(self.log).unlink(missing_ok=True)
        return WallApp(self.binary, wall, board, self.folder, more=["--frame-log", self.log])

    def frames(self, key, skip=0):
        """The frame log's values of one kind, after its first `skip` lines."""
        lines = Path(self.log).read_text().splitlines()[skip:] if os.path.exists(self.log) else []
        read = [json.loads(line) for line in lines if line.endswith("}")]
        return [line for line in read if key in line]

    def start_and_memory(self, ideas):
        spent = []
        for _ in range(STARTS):
            with Wall() as wall:
                board = self.board(ideas)
                began = time.monotonic()
                app = self.app(wall, board)
                app.settled()
                spent.append((time.monotonic() - began) * 1000)
                peak = kilobytes(app.process.pid, "status", "VmHWM")
                share = kilobytes(app.process.pid, "smaps_rollup", "Pss")
                app.stop()
        self.row(f"start to complete board, {ideas} ideas", median(spent), "ms", f"median of {STARTS}, slowest {max(spent):.0f}")
        self.row(f"peak memory, {ideas} ideas", peak / 1024, "MiB", f"PSS {share / 1024:.0f} MiB")

    def idle(self, ideas):
        with Wall() as wall:
            app = self.app(wall, self.board(ideas))
            app.settled()
            time.sleep(3)  # what the start leaves behind is not idling
            drawn = len(self.frames("build_ms"))
            before = cpu_s(app.process.pid), cpu_s(wall.server.pid)
            time.sleep(IDLE_S)
            after = cpu_s(app.process.pid), cpu_s(wall.server.pid)
            drawn = len(self.frames("build_ms")) - drawn
            app.stop()
        self.row(f"CPU over {IDLE_S} idle seconds, program", after[0] - before[0], "s", f"{drawn} frames drawn")
        self.row(f"CPU over {IDLE_S} idle seconds, X server", after[1] - before[1], "s")

    @staticmethod
    def cards(items):
        return [i for name, i in items.items() if name.startswith("idea/") and name.count("/") == 1]

    def cards_in_sight(self, items):
        """Where the cards of the idea lane can be taken, from its top."""
        x, y, w, h = items["lane/idea"]["rect"]
        cards = [card["rect"] for card in self.cards(items)]
        inside = [(cx + cw / 2, cy + min(ch, y + h - cy) / 2) for cx, cy, cw, ch in cards if x < cx < x + w and y < cy < y + h - 40]
        return sorted(inside, key=lambda at: (at[1], at[0]))

    def drag_frames(self, ideas, hands=1):
        """The median cost of a frame while so many hands carry a card each to the next lane and back, twice."""
        with Wall() as wall:
            app = self.app(wall, self.board(ideas))
            items = app.settled()
            cards = self.cards_in_sight(items)[:hands]
            x, y, w, h = items["lane/test"]["rect"]
            skip = len(Path(self.log).read_text().splitlines()) if os.path.exists(self.log) else 0
            wall.play([self.carry(finger, at, (x + w / 2, y + h / 2)) for finger, at in enumerate(cards, 1)])
            frames = self.frames("build_ms", skip)
            app.stop()
        total = [f["build_ms"] + f["raster_ms"] + f["present_ms"] for f in frames]
        parts = " + ".join(f"{median([f[k] for f in frames]) or 0:.1f}" for k in ("build_ms", "raster_ms", "present_ms"))
        name = f"frame while dragging, {ideas} ideas, {len(cards)} hand{'s' if len(cards) > 1 else ''}"
        self.row(f"{name}, median", median(total), "ms", f"build + raster + present: {parts}; {len(frames)} frames")
        slow = percentile(total, 0.95)
        self.row(f"{name}, 95 of 100", slow, "ms", f"{slow / FRAME_MS:.2f} of a 60 Hz frame" if slow else "")
        return median(total)

    @staticmethod
    def carry(finger, at, there):
        return Stroke(finger, [at, at, there, at, there, at], ms=4000, at_ms=(finger - 1) * HAND_AFTER_HAND_MS)

    def many_hands(self, ideas):
        one, many = self.drag_frames(ideas), self.drag_frames(ideas, HANDS)
        self.row(f"many hands' frame over one hand's, {ideas} ideas", many / one if one and many else None, "×")

    def bare_inserts(self, count):
        """One fsynced insert after another, on the same disk and with the store's settings."""
        path, spent = f"{self.folder}/bare.db", []
        bare = sqlite3.connect(path, isolation_level=None)
        bare.execute("PRAGMA locking_mode=EXCLUSIVE")
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, body TEXT) STRICT")
        for _ in range(count):
            began = time.monotonic()
            bare.execute("INSERT INTO line (body) VALUES (?)", ("x" * 300,))
            spent.append((time.monotonic() - began) * 1000)
            time.sleep(0.02)
        bare.close()
        return spent

    def commits(self, ideas):
        bare = self.bare_inserts(DRAGS)
        with Wall() as wall:
            app = self.app(wall, self.board(ideas))
            for _ in range(DRAGS):
                items = app.settled()
                cards = self.cards(items)
                first, third = cards[0], cards[2]
                x, y, w, h = third["rect"]
                wall.play([Stroke(1, [centre(first), centre(first), (x + w * 0.7, y + h * 0.7)], ms=700)])
            time.sleep(1)
            spent = [line["commit_ms"] for line in self.frames("commit_ms")]
            app.stop()
        bare += self.bare_inserts(DRAGS)
        self.row("bare fsynced insert, median", median(bare), "ms", f"95 of 100: {percentile(bare, 0.95):.2f}")
        ratio = f"{median(spent) / median(bare):.2f} × a bare insert; {len(spent)} commits" if spent else "no commits in the log"
        self.row("finger up to COMMIT, median", median(spent), "ms", ratio)
        self.row("finger up to COMMIT, 95 of 100", percentile(spent, 0.95), "ms")


def main():
    binary, out = sys.argv[1], Path("build/bench.json")
    print(f"{platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, 1920 × 1080\n")
    with tempfile.TemporaryDirectory(prefix="rundt-bench-", dir="build") as folder:  # the disk, never a RAM disk
        bench = Bench(binary, folder)
        bench.start_and_memory(50)
        bench.start_and_memory(300)
        bench.idle(50)
        bench.drag_frames(50)
        bench.many_hands(300)
        bench.commits(50)
    out.write_text(json.dumps({"taken": time.strftime("%Y-%m-%dT%H:%M:%S"), "measures": bench.rows}, indent=2, ensure_ascii=False) + "\n")
    print(f"\n{out}")


if __name__ == "__main__":
    main()

"""Measures the real program on a virtual wall, and prints one table and build/bench.json. Nothing here passes
or fails: the figures are for comparing one version with the next on the same machine, as ratios in one run.
Run by scripts/bench as `bench.py BINARY [PART…]`; without parts all are measured."""
import ctypes
import json
import os
import platform
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "touchwall"))
from touchwall import BEGIN, END, UPDATE, Stroke, Wall, centre  # noqa: E402
from wall_app import WallApp, command  # noqa: E402

from measured import cpu_s, kilobytes  # noqa: E402
from peer import Peer  # noqa: E402

HD, FOUR_K = (1920, 1080), (3840, 2160)
IDLE_S = 30
STARTS = 5
COMMITS = 25
TOUCHES = 40
DRAG_MS = 5000
HANDS = 10
HAND_AFTER_HAND_MS = 150  # hands come one by one; all at once would be an arm
FRAME_MS = 1000 / 60
PARTS = "start history idle drag touch commit slow screens day counts".split()


def median(values):
    return statistics.median(values) if values else None


def percentile(values, part):
    return sorted(values)[min(int(len(values) * part), len(values) - 1)] if values else None


def window_clock():
    """Seconds on the clock of the frame log."""
    return time.clock_gettime(time.CLOCK_MONOTONIC)


def cost_ms(frame):
    return frame["build_ms"] + frame["raster_ms"] + frame["present_ms"]


def began_at(frame):
    return frame["t"] - cost_ms(frame) / 1000  # `t` is when it had been shown


def copy_ms(width, height):
    """What copying one frame in memory takes: no program that shows a whole frame is quicker."""
    size = width * height * 4
    here, there = ctypes.create_string_buffer(size), ctypes.create_string_buffer(size)
    spent = []
    for _ in range(20):
        began = time.monotonic()
        ctypes.memmove(there, here, size)
        spent.append((time.monotonic() - began) * 1000)
    return median(spent)


class Sitting:
    """The program on a wall, with what its frames cost."""

    def __init__(self, bench, board, size=HD, config="", env=()):
        self.wall = Wall(*size)
        self.log = f"{bench.folder}/frames.jsonl"
        Path(self.log).unlink(missing_ok=True)
        Path(f"{bench.folder}/wall.toml").write_text(config)
        self.began = time.monotonic()
        self.app = WallApp(bench.binary, self.wall, board, bench.folder,
                           more=["--frame-log", self.log, "--config", f"{bench.folder}/wall.toml"], env=env)

    def __enter__(self):
        self.items = self.app.settled()
        self.start_ms = (self.frames()[-1]["t"] - self.began) * 1000  # the complete board had been shown
        return self

    def __exit__(self, *_):
        self.app.stop()
        self.wall.close()

    def lines(self):
        read = Path(self.log).read_text().splitlines() if os.path.exists(self.log) else []
        return [json.loads(line) for line in read if line.endswith("}")]

    def frames(self, since=0.0):
        return [line for line in self.lines() if line.get("t", -1) >= since]

    def cpu(self):
        return cpu_s(self.app.process.pid) + cpu_s(self.wall.server.pid)

    def memory_mib(self):
        return kilobytes(self.app.process.pid, "smaps_rollup", "Pss") / 1024

    def cards(self):
        """Where the cards of the idea lane can be taken, from its top."""
        x, y, w, h = self.items["lane/idea"]["rect"]
        cards = [item["rect"] for name, item in self.items.items() if name.startswith("idea/") and name.count("/") == 1]
        inside = [(cx + cw / 2, cy + min(ch, y + h - cy) / 2) for cx, cy, cw, ch in cards if x < cx < x + w and y < cy < y + h - 40]
        return sorted(inside, key=lambda at: (at[1], at[0]))

    def during(self, strokes):
        """The frames drawn while those are played, and the CPU seconds of the program and the X server."""
        since, before = window_clock(), self.cpu()
        self.wall.play(strokes)
        return self.frames(since), self.cpu() - before

    def drag(self, strokes):
        """Frames a second while cards are on their way."""
        frames, _ = self.during(strokes)
        return 1 / median([after["t"] - before["t"] for before, after in zip(frames, frames[1:])])

    def tap(self, wanted):
        self.app.tap(wanted)
        self.items = self.app.settled()


class Bench:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        self.rows = []

    def row(self, name, value, unit, beside=""):
        self.rows.append({"measure": name, "value": None if value is None else round(value, 3), "unit": unit, "beside": beside})
        print(f"{name:<56} {'–' if value is None else f'{value:,.3f}':>10} {unit:<6} {beside}", flush=True)

    def board(self, ideas, *more):
        path = f"{self.folder}/{'-'.join(map(str, (ideas, *more)))}.rundtbord"
        if not os.path.exists(path):
            command(self.binary, "new", path, "--ideas", ideas, *more)
        return path

    def budget(self, name, frames):
        """Frames against the 60th of a second that each has."""
        costs = [cost_ms(frame) for frame in frames]
        slow = percentile(costs, 0.95)
        parts = " + ".join(f"{median([f[k] for f in frames]) or 0:.1f}" for k in ("build_ms", "raster_ms", "present_ms"))
        self.row(f"{name}: a frame", median(costs), "ms",
                 f"build + raster + present {parts}; 95 of 100 {slow:.1f} = {slow / FRAME_MS:.2f} of its time; {len(costs)} frames" if slow else "")
        return median(costs)

    # --- the parts ---

    def start(self):
        for ideas in (50, 300, 2000):
            spent = []
            for _ in range(STARTS):
                with Sitting(self, self.board(ideas)) as sitting:
                    spent.append(sitting.start_ms)
                    peak = kilobytes(sitting.app.process.pid, "status", "VmHWM") / 1024
                    share = sitting.memory_mib()
            self.row(f"start to complete board, {ideas} ideas", median(spent), "ms", f"median of {STARTS}, slowest {max(spent):.0f}")
            self.row(f"memory (PSS), {ideas} ideas", share, "MiB", f"peak {peak:.0f} MiB")

    def history(self):
        spent = {}
        for events in (1000, 100_000):
            board, times = self.board(50, "--events", events), []
            for _ in range(STARTS):
                with Sitting(self, board) as sitting:
                    times.append(sitting.start_ms)
            spent[events] = median(times)
            self.row(f"start with a history of {events:,} events", spent[events], "ms")
        self.row("100,000 events over 1,000", spent[100_000] / spent[1000], "×")

    def idle(self):
        for name, config, rest in (("idle", "", False), ("resting", "[rest]\nclose_after_s = 20\nafter_minutes = 1\n", True)):
            with Sitting(self, self.board(50), config=config) as sitting:
                time.sleep(85 if rest else 3)  # what the start leaves behind is not idling
                since, app, server = window_clock(), cpu_s(sitting.app.process.pid), cpu_s(sitting.wall.server.pid)
                time.sleep(IDLE_S)
                app, server = cpu_s(sitting.app.process.pid) - app, cpu_s(sitting.wall.server.pid) - server
                drawn = len(sitting.frames(since))
            self.row(f"CPU over {IDLE_S} s {name}, program", app, "s", f"X server {server:.3f} s; {drawn} frames drawn")

    def drag(self):
        alone = {}
        for ideas, size, hands in ((50, HD, 1), (300, HD, 1), (2000, HD, 1), (300, HD, HANDS), (300, FOUR_K, 1), (300, FOUR_K, HANDS)):
            with Sitting(self, self.board(ideas), size) as sitting:
                cards = sitting.cards()[:hands]
                x, y, w, h = sitting.items["lane/test"]["rect"]
                there = (x + w / 2, y + h / 2)
                frames, cpu = sitting.during([Stroke(finger, [at, at, there, at, there, at], DRAG_MS, (finger - 1) * HAND_AFTER_HAND_MS)
                                              for finger, at in enumerate(cards, 1)])
            gaps = [after["t"] - before["t"] for before, after in zip(frames, frames[1:])]
            rate = 1 / median(gaps)  # between two movements the cards lie still
            seconds = frames[-1]["t"] - frames[0]["t"]
            name = f"drag, {size[1]}p, {ideas} ideas, {len(cards)} hand{'s' if len(cards) > 1 else ''}"
            alone[ideas, size, hands] = self.budget(name, frames)
            self.row(f"{name}: frames a second", rate, "Hz", f"{cpu:.2f} CPU-s in {seconds:.1f} s, program and X server")
        self.row("drag, 2000 ideas over 50", alone[2000, HD, 1] / alone[50, HD, 1], "×")
        self.row(f"drag, {HANDS} hands over one", alone[300, HD, HANDS] / alone[300, HD, 1], "×")
        for size in (HD, FOUR_K):
            self.row(f"limit: copying a {size[1]}p frame in memory", copy_ms(*size), "ms")

    def touch(self):
        """From a finger's report to the frame that shows it, on the screen."""
        for ideas, size in ((50, HD), (2000, HD), (300, FOUR_K)):
            with Sitting(self, self.board(ideas), size) as sitting:
                cards = sitting.cards()
                x, y = cards[len(cards) // 2]  # not where the lane's edge would scroll it
                sitting.wall.event(1, BEGIN, x, y)
                sitting.wall.sync()
                time.sleep(0.6)  # lifted
                sent = []
                for n in range(TOUCHES):
                    sent.append(window_clock())
                    sitting.wall.event(1, UPDATE, x + 10 * (n + 1), y + 5 * (n % 2))
                    time.sleep(0.15 + 0.003 * (n % 7))  # at rest again, and not in step with the frames
                sitting.wall.event(1, END, x, y)
                sitting.wall.sync()
                frames = sitting.frames()
            late = [(next(f for f in frames if began_at(f) > at)["t"] - at) * 1000 for at in sent]
            self.row(f"finger to screen, {size[1]}p, {ideas} ideas", median(late), "ms", f"95 of 100: {percentile(late, 0.95):.1f}")

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

    def commit(self):
        bare = self.bare_inserts(COMMITS)
        with Sitting(self, self.board(50)) as sitting:
            for _ in range(COMMITS):
                sitting.items = sitting.app.settled()
                first, third = sitting.cards()[0], sitting.cards()[2]
                sitting.wall.play([Stroke(1, [first, first, (third[0] + 60, third[1] + 30)], ms=700)])
            time.sleep(1)
            spent = [line["commit_ms"] for line in sitting.lines() if "commit_ms" in line]
        bare += self.bare_inserts(COMMITS)
        self.row("limit: a bare fsynced insert", median(bare), "ms", f"95 of 100: {percentile(bare, 0.95):.2f}")
        ratio = f"{median(spent) / median(bare):.2f} × a bare insert; {len(spent)} commits" if spent else "no commits in the log"
        self.row("finger up to COMMIT", median(spent), "ms", f"{ratio}; 95 of 100: {percentile(spent, 0.95) or 0:.2f}")

    def slow(self):
        """Drags one card after another: with each drop the disk is busy for two seconds, and the next card is in a hand."""
        preloaded = os.path.abspath(f"{Path(self.binary).parent}/libslow_sync.so")
        for name, env in (("an ordinary disk", {}), ("a disk whose sync takes 2 s", {"LD_PRELOAD": preloaded})):
            with Sitting(self, self.board(300), env=env) as sitting:
                cards = sitting.cards()
                first, third = cards[0], cards[2]
                frames = []
                for _ in range(4):
                    frames += sitting.during([Stroke(1, [first, first, (third[0] + 60, third[1] + 30)], ms=1500)])[0]
                took = [line["commit_ms"] for line in sitting.lines() if "commit_ms" in line]
            self.budget(f"drag on {name}", frames)
            gaps = [after["t"] - before["t"] for before, after in zip(frames, frames[1:])]
            self.row(f"drag on {name}: frames a second", 1 / median(gaps), "Hz", f"{len(took)} commits, median {median(took) or 0:.0f} ms")

    def screens(self):
        """What each kind of work costs a frame: scrolling, opening a pad, typing, drawing, the reveal of a vote."""
        with Sitting(self, self.board(300)) as sitting:
            x, y, w, h = sitting.items["lane/idea"]["rect"]
            up, down = (x + w / 2, y + h * 0.9), (x + w / 2, y + h * 0.2)
            self.budget("scrolling, 300 ideas", sitting.during([Stroke(1, [up, down, up, down, up], 4000)])[0])
            since = window_clock()
            sitting.tap("dock/new-idea")
            self.budget("opening a pad", sitting.frames(since))
            keys = sitting.app.key_strokes("pad/1", "vi ringer til borgeren".replace(" ", ""))
            self.budget("typing", sitting.during(keys)[0])
            sitting.tap("pad/1/draw")
            x, y, w, h = sitting.items["pad/1/ink"]["rect"]
            zigzag = [(x + w * (0.1 + 0.8 * (n % 2)), y + h * (0.1 + 0.04 * n)) for n in range(20)]
            self.budget("ink", sitting.during([Stroke(1, zigzag, 4000)])[0])
        with Sitting(self, self.voted()) as sitting:
            sitting.tap("dock/vote")
            for step in ("vote/open", "vote/person/1", "ballot/1/idea/5", "ballot/1/cast", "vote/close", "vote/close-anyway"):
                sitting.tap(step)
            since = window_clock()
            sitting.tap("vote/reveal")
            self.budget("the reveal of a vote", sitting.frames(since))

    def voted(self):
        path = f"{self.folder}/demo.rundtbord"
        command(self.binary, "new", path, "--demo", "jobcenter")
        return path

    def day(self):
        """Memory after a thousand gestures over memory after fifty."""
        with Sitting(self, self.board(300)) as sitting:
            x, y, w, h = sitting.items["lane/idea"]["rect"]
            up, down = (x + w / 2, y + h * 0.8), (x + w / 2, y + h * 0.2)
            seen = {}
            for n in range(1, 301):
                sitting.wall.play([Stroke(1, [up, down], 120)])
                sitting.wall.play([Stroke(1, [down, up], 120)])
                if n % 10 == 0:
                    sitting.app.tap("dock/new-idea")
                    sitting.app.tap("pad/1/close")
                if n in (50, 300):
                    seen[n] = sitting.memory_mib()
        self.row("memory after 600 gestures over 100", seen[300] / seen[50], "×", f"{seen[50]:.1f} → {seen[300]:.1f} MiB")

    def peer(self):
        """The strongest peer and ours, turn about: a plain page in Chromium's kiosk mode. Only when it is named."""
        for ideas, size in ((50, HD), (300, HD), (2000, HD), (300, FOUR_K)):
            theirs, ours = {"start, ms": []}, {"start, ms": []}
            for n in range(3):
                with Peer(ideas, size) as peer:
                    theirs["start, ms"].append(peer.start_ms)
                    if n == 2:
                        theirs |= self.used(peer, (160, 180), (size[0] - 300, size[1] - 300))
                with Sitting(self, self.board(ideas), size) as sitting:
                    ours["start, ms"].append(sitting.start_ms)
                    if n == 2:
                        x, y, w, h = sitting.items["lane/test"]["rect"]
                        ours |= self.used(sitting, sitting.cards()[0], (x + w / 2, y + h / 2))
            for measure, values in theirs.items():
                other, mine = median(values), median(ours[measure])
                self.row(f"{size[1]}p, {ideas} cards, a page: {measure}", other, "", f"ours {mine:.3f} = {mine / other:.3f} ×")

    def used(self, wall, card, there):
        """What idling and then a drag of five seconds cost, the X server counted in, and the memory after it."""
        time.sleep(5)  # what the start leaves behind is not idling
        before = wall.cpu()
        time.sleep(IDLE_S)
        idle = wall.cpu() - before
        before = wall.cpu()
        rate = wall.drag([Stroke(1, [card, card, there, card, there, card], DRAG_MS)])
        return {f"idle {IDLE_S} s, CPU-s": [idle], "drag, CPU-s": [wall.cpu() - before], "drag, frames/s": [rate], "memory, MiB": [wall.memory_mib()]}

    def counts(self):
        """Instructions of the inner loops, by callgrind: the same however busy the machine is."""
        dumps, counted = f"{self.folder}/callgrind", {}
        said = subprocess.run(["valgrind", "-q", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={dumps}",
                               f"{Path(self.binary).parent}/bench_counts"], check=True, capture_output=True, text=True)
        rounds = int(said.stdout)
        for dump in sorted(Path(self.folder).glob("callgrind.*"), key=lambda path: int(path.suffix[1:])):
            told = dump.read_text()
            name = re.search(r"^desc: Trigger: Client Request: (.+)$", told, re.M)[1]
            counted[name] = int(re.search(r"^totals: (\d+)$", told, re.M)[1]) / rounds
            self.row(f"instructions: {name}", counted[name] / 1000, "10³")
        few, many = (sum(counted[f"{part}, {ideas} ideas"] for part in ("building a frame of a drag", "drawing it")) for ideas in (50, 2000))
        self.row("instructions of a frame of a drag, 2000 ideas over 50", many / few, "×")


def main():
    binary, out = sys.argv[1], Path("build/bench.json")
    print(f"{platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}\n")
    with tempfile.TemporaryDirectory(prefix="rundt-bench-", dir="build") as folder:  # the disk, never a RAM disk
        bench = Bench(binary, folder)
        for part in sys.argv[2:] or PARTS:
            getattr(bench, part)()
    out.write_text(json.dumps({"taken": time.strftime("%Y-%m-%dT%H:%M:%S"), "measures": bench.rows}, indent=2, ensure_ascii=False) + "\n")
    print(f"\n{out}")


if __name__ == "__main__":
    main()

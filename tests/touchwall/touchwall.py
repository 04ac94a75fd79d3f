#!/usr/bin/env python3
"""touchwall: a virtual wall touchscreen with up to 20 fingers, for tests and for trying things by hand.

It is an Xorg server on the dummy video driver with a touch panel made by Xorg's own 'inputtest' driver, so
that a program shown there gets true XInput2 touches. Debian's xserver-xorg-core, xserver-xorg-video-dummy
and x11-apps (xwd, for shots) make it. Several walls run side by side; each finds a free display itself.

    with Wall() as wall:            # tests
        wall.tap(300, 400)
        wall.play([Stroke(1, [(300, 400), (900, 400)], ms=500), Stroke(2, [(1500, 400), (900, 700)], ms=500)])

    touchwall.py start [--size 1920x1080]       # by hand: prints the DISPLAY, runs on until stop
    touchwall.py tap X Y | hold X Y | drag X1 Y1 X2 Y2 [--ms 400]
    touchwall.py press ID-OR-LABEL --ui-map FILE      touchwall.py items --ui-map FILE
    touchwall.py play FILE|-                    [{"finger": 1, "path": [[x, y], ...], "ms": 500, "at_ms": 0, "hold_ms": 0}, ...]
    touchwall.py shot OUT.png                   touchwall.py stop
"""
import argparse
import ctypes
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from dataclasses import asdict, dataclass

# Xorg's xf86-input-inputtest-protocol.h, version 1.1
VERSION, SYNC, TOUCH = 0, 1, 6
BEGIN, UPDATE, END = 18, 19, 20

CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "DontVTSwitch" "true"
  Option "BlankTime" "0"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "wall"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline {modeline}
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "wall"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "{width}x{height}"
    Virtual {width} {height}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "pointer"
  Driver "inputtest"
  Option "SocketPath" "{folder}/pointer.sock"
  Option "DeviceType" "PointerAbsolute"
EndSection
Section "InputDevice"
  Identifier "keyboard"
  Driver "inputtest"
  Option "SocketPath" "{folder}/keyboard.sock"
  Option "DeviceType" "Keyboard"
EndSection
Section "InputDevice"
  Identifier "panel"
  Driver "inputtest"
  Option "SocketPath" "{folder}/touch.sock"
  Option "DeviceType" "Touch"
  Option "TouchCount" "20"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "pointer" "CorePointer"
  InputDevice "keyboard" "CoreKeyboard"
  InputDevice "panel" "SendCoreEvents"
EndSection
"""


class WallError(Exception):
    """The wall could not be started, or is gone; the message is a sentence."""


@dataclass
class Stroke:
    """One finger: down at the path's first point after `at_ms`, along it in `ms`, still for `hold_ms`, and up."""

    finger: int
    path: list
    ms: float = 60
    at_ms: float = 0
    hold_ms: float = 0

    def at(self, part):
        spot = part * (len(self.path) - 1)
        i = min(int(spot), max(len(self.path) - 2, 0))
        (ax, ay), (bx, by) = self.path[i], self.path[min(i + 1, len(self.path) - 1)]
        return ax + (bx - ax) * (spot - i), ay + (by - ay) * (spot - i)


def die_with_parent():
    """A test that is killed leaves no server behind."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Wall:
    """A running X server with its panel. The driver takes one client for good, so the panel is kept open."""

    def __init__(self, width=1920, height=1080, more=()):
        if not shutil.which("Xorg"):
            raise WallError("no Xorg: install xserver-xorg-core, xserver-xorg-video-dummy and x11-apps")
        self.width, self.height = width, height
        self.folder = tempfile.mkdtemp(prefix="touchwall-")
        self.server = self.link = None
        try:
            self._start(more)
            self._connect()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _start(self, more):
        w, h = self.width, self.height
        clock = min((w + 280) * (h + 45) * 60 / 1e6, 290)  # plausible is enough: there is no cable
        line = f'"{w}x{h}" {clock:.2f} {w} {w + 88} {w + 132} {w + 280} {h} {h + 4} {h + 9} {h + 45}'
        with open(f"{self.folder}/xorg.conf", "w") as file:
            file.write(CONFIG.format(modeline=line, width=w, height=h, folder=self.folder))
        read_end, write_end = os.pipe()
        with open(f"{self.folder}/out", "w") as out, os.fdopen(read_end) as answer:
            self.server = subprocess.Popen(
                ["Xorg", "-displayfd", str(write_end), "-config", f"{self.folder}/xorg.conf", "-noreset", "-nolisten",
                 "tcp", "-verbose", "2", "-logfile", f"{self.folder}/xorg.log", *more],
                stdout=out, stderr=out, stdin=subprocess.DEVNULL, pass_fds=[write_end],
                preexec_fn=die_with_parent)
            os.close(write_end)
            number = answer.readline().strip()  # written when the server is ready, closed when it died
        if not number:
            raise WallError("Xorg did not start:\n" + self.log()[-2000:])
        self.display = f":{number}"

    def _connect(self):
        self.link = socket.socket(socket.AF_UNIX)
        self.link.connect(f"{self.folder}/touch.sock")
        self.link.sendall(struct.pack("<IIHH", 12, VERSION, 1, 1))
        self._read(12)

    def _read(self, size):
        got = b""
        while len(got) < size:
            part = self.link.recv(size - len(got))
            if not part:
                raise WallError("the wall hung up")
            got += part

    def close(self):
        if self.link:
            self.link.close()
        if self.server:
            self.server.terminate()
            self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self):
        with open(f"{self.folder}/out", errors="replace") as file:
            return file.read()

    def event(self, finger, kind, x, y):
        mask = bytes([0b10011]) + bytes(7)  # the axes given: x, y and pressure
        values = [0.0] * 64
        values[0] = min(max(x / self.width, 0), 1) * 0xFFFF
        values[1] = min(max(y / self.height, 0), 1) * 0xFFFF
        values[4] = 128.0
        head = struct.pack("<III", finger, kind, 0) + mask
        body = head + bytes(-(8 + len(head)) % 8) + struct.pack("<64d", *values) + bytes(512)
        self.link.sendall(struct.pack("<II", 8 + len(body), TOUCH) + body)

    def sync(self):
        """Returns when the server has taken in what was sent."""
        self.link.sendall(struct.pack("<II", 8, SYNC))
        self._read(8)

    def play(self, strokes, rate=120):
        """All strokes on one clock, with `rate` reports a second as a panel sends them."""
        began, waiting, down = time.monotonic(), list(strokes), []
        while waiting or down:
            now = (time.monotonic() - began) * 1000
            for s in [s for s in waiting if now >= s.at_ms]:
                self.event(s.finger, BEGIN, *s.path[0])
                waiting.remove(s)
                down.append(s)
            for s in list(down):
                spent = now - s.at_ms
                self.event(s.finger, UPDATE, *s.at(min(spent / max(s.ms, 1), 1)))
                if spent >= s.ms + s.hold_ms:
                    self.event(s.finger, END, *s.path[-1])
                    down.remove(s)
            self.sync()
            time.sleep(1 / rate)

    def tap(self, x, y, finger=1, ms=60):
        self.play([Stroke(finger, [(x, y)], ms)])

    def drag(self, start, end, finger=1, ms=400):
        self.play([Stroke(finger, [start, end], ms)])

    def shot(self, out):
        shot(self.display, out)


def shot(display, out):
    """What the display shows, as a PNG."""
    raw = subprocess.run(["xwd", "-root", "-silent", "-display", display], check=True, capture_output=True).stdout
    size, _, _, _, w, h, _, order, _, _, _, bits, stride = struct.unpack(">13I", raw[:52])
    if bits != 32:
        raise WallError(f"{bits} bits a pixel, 32 expected")
    data = raw[size + struct.unpack(">I", raw[76:80])[0] * 12:]
    rgb = (2, 1, 0) if order == 0 else (1, 2, 3)
    rows = bytearray()
    for y in range(h):
        row, line = data[y * stride:y * stride + w * 4], bytearray(w * 3)
        for channel, offset in enumerate(rgb):
            line[channel::3] = row[offset::4]
        rows += b"\0" + line

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    with open(out, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b""))


# By hand: one process keeps the wall, and each verb sends it a line.

def door_path():
    return os.path.join(tempfile.gettempdir(), f"touchwall-{os.getuid()}.sock")


def keep(width, height):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with Wall(width, height) as wall, socket.socket(socket.AF_UNIX) as door:
        if os.path.exists(door_path()):
            os.unlink(door_path())
        door.bind(door_path())
        door.listen(4)
        print(f"DISPLAY={wall.display}", flush=True)
        sys.stdout = open(os.devnull, "w")
        while wall.server.poll() is None:
            caller, _ = door.accept()
            with caller, caller.makefile("rw") as talk:
                asked = json.loads(talk.readline())
                if asked == "stop":
                    os.unlink(door_path())
                    return
                if asked != "display":
                    wall.play([Stroke(**stroke) for stroke in asked])
                talk.write(wall.display + "\n")


def ask(what):
    with socket.socket(socket.AF_UNIX) as link:
        try:
            link.connect(door_path())
        except OSError as why:
            raise WallError("no wall is running; 'touchwall.py start' first") from why
        with link.makefile("rw") as talk:
            talk.write(json.dumps(what) + "\n")
            talk.flush()
            return talk.readline().strip()


def start(size):
    width, height = map(int, size.split("x"))
    keeper = subprocess.Popen([sys.executable, os.path.abspath(__file__), "keep", str(width), str(height)],
                              stdout=subprocess.PIPE, start_new_session=True, text=True)
    print(keeper.stdout.readline().strip() or sys.exit("touchwall: the wall did not start"))


def items_of(ui_map):
    with open(ui_map) as file:
        return json.load(file)["items"]


def centre(item):
    x, y, w, h = item["rect"]
    return x + w / 2, y + h / 2


def press(ui_map, wanted):
    found = [i for i in items_of(ui_map) if wanted in (i.get("id"), i.get("label"))]
    if not found:
        raise WallError(f"nothing is called '{wanted}' in {ui_map}; 'items' lists what is there")
    ask([asdict(Stroke(1, [centre(found[0])]))])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices="start stop tap hold drag press items play shot keep".split())
    parser.add_argument("words", nargs="*")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--ms", type=float)
    parser.add_argument("--ui-map")
    a = parser.parse_args()
    numbers = list(map(float, a.words)) if a.verb in ("tap", "hold", "drag") else []
    spots = list(zip(numbers[::2], numbers[1::2]))
    usual = {"tap": 60, "hold": 800, "drag": 400}
    if a.verb == "keep":
        keep(*map(int, a.words))
    elif a.verb == "start":
        start(a.size)
    elif a.verb == "stop":
        ask("stop")
    elif a.verb in usual:
        ask([asdict(Stroke(1, spots, a.ms or usual[a.verb]))])
    elif a.verb == "press":
        press(a.ui_map, a.words[0])
    elif a.verb == "items":
        for item in items_of(a.ui_map):
            print(f"{item.get('role', ''):10} {item.get('id', ''):36} {item.get('label', ''):40} {item['rect']}")
    elif a.verb == "play":
        ask(json.load(sys.stdin if a.words[0] == "-" else open(a.words[0])))
    elif a.verb == "shot":
        shot(ask("display"), a.words[0])


if __name__ == "__main__":
    try:
        main()
    except WallError as why:
        sys.exit(f"touchwall: {why}")

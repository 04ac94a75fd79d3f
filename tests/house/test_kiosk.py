"""The kiosk's files, as far as they can be judged without a wall: run by ctest as `test_kiosk.py [Test.method]`."""
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "touchwall"))
from touchwall import Wall, WallError  # noqa: E402

KIOSK = Path(__file__).parent.parent.parent / "kiosk-config"
FILES = sorted(str(p.relative_to(KIOSK)) for p in (KIOSK / "etc").rglob("*") if p.is_file())
UNITS = [KIOSK / name for name in FILES if name.endswith(".service")]


def run(*words, **more):
    return subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=60, **more)


class KioskTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="rundt-kiosk-")
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def accepted(self, done):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def test_install_puts_every_file_in_its_place(self):
        env = dict(os.environ, DESTDIR=str(self.folder))
        said = self.accepted(run(KIOSK / "install.sh", env=env)).split()
        self.assertEqual(sorted(said), sorted(str(self.folder / name) for name in FILES))
        for name in FILES:
            self.assertEqual((self.folder / name).read_bytes(), (KIOSK / name).read_bytes())

    def test_install_keeps_what_someone_had_changed(self):
        env = dict(os.environ, DESTDIR=str(self.folder))
        changed = self.folder / "etc/rundt-bordet/rundt-bordet.toml"
        changed.parent.mkdir(parents=True)
        changed.write_text("[screen]\ndiagonal_inches = 86\n")
        self.accepted(run(KIOSK / "install.sh", env=env))
        self.assertIn("86", changed.with_name("rundt-bordet.toml.before").read_text())

    def test_readme_names_every_file(self):
        table = re.findall(r"^\| `([^`]+)`", (KIOSK / "README.md").read_text(), re.M)
        self.assertEqual(sorted("etc/" + name for name in table), FILES)

    def test_systemd_understands_the_units(self):
        for unit in UNITS:  # verify wants the program to be there, and it is not installed where it is built
            (self.folder / unit.name).write_text(unit.read_text().replace("=/usr/bin/rundt-bordet", "=/usr/bin/env"))
        self.assertEqual(self.accepted(run("systemd-analyze", "verify", *self.folder.glob("*.service"))), "")

    def test_the_wall_is_locked_in(self):
        unit = KIOSK / "etc/systemd/system/rundt-bordet.service"
        self.accepted(run("systemd-analyze", "security", "--offline=true", "--threshold=10", unit))

    def test_the_wall_comes_back_and_is_watched_over(self):
        unit = (KIOSK / "etc/systemd/system/rundt-bordet.service").read_text().splitlines()
        for line in ("Type=notify", "WatchdogSec=20", "Restart=always", "RestartSec=1", "User=rundt"):
            self.assertIn(line, unit)

    def test_users_and_folders_are_understood(self):
        root = self.folder / "root"
        for name in ("etc/sysusers.d/rundt.conf", "etc/tmpfiles.d/rundt.conf"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes((KIOSK / name).read_bytes())
        self.accepted(run("systemd-sysusers", f"--root={root}", "rundt.conf"))
        passwd = (root / "etc/passwd").read_text()
        self.assertRegex(passwd, r"(?m)^rundt:")
        self.assertRegex(passwd, r"(?m)^skaerm:")
        self.assertRegex((root / "etc/group").read_text(), r"(?m)^skaerm:.*rundt")
        self.accepted(run("systemd-tmpfiles", f"--root={root}", "--create", "rundt.conf"))
        self.assertTrue((root / "var/lib/rundt-bordet/eksport").is_dir())
        self.assertTrue((root / "run/rundt-usb").is_dir())

    def test_the_configuration_is_toml_with_sensible_sizes(self):
        config = tomllib.loads((KIOSK / "etc/rundt-bordet/rundt-bordet.toml").read_text())
        self.assertGreater(config["screen"]["diagonal_inches"], 20)
        self.assertIn(config["language"]["code"], ("da", "en"))
        self.assertTrue(config["board"]["file"].startswith("/var/lib/rundt-bordet/"))
        unit = (KIOSK / "etc/systemd/system/rundt-bordet.service").read_text()
        self.assertIn("--config /etc/rundt-bordet/rundt-bordet.toml\n", unit)  # which names the course on the wall

    def stick(self, what, device, label="", filesystem="vfat", mounts=True):
        """Runs the stick script with a udev and a mount that only say what they were asked; gives what mount was."""
        tools, asked = self.folder / "tools", self.folder / "asked"
        tools.mkdir(exist_ok=True)
        asked.write_text("")
        for name, does in {
            "udevadm": f"case \"$*\" in *ID_FS_LABEL*) printf '%s\\n' '{label}' ;; *) echo '{filesystem}' ;; esac",
            "mount": f"echo \"$@\" >>{asked}; exit {0 if mounts else 32}",
            "umount": "exit 0",
            "id": "echo 990",
        }.items():
            (tools / name).write_text(f"#!/bin/sh\n{does}\n")
            (tools / name).chmod(0o755)
        sticks = self.folder / "sticks"
        sticks.mkdir(exist_ok=True)
        env = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", RUNDT_STICKS=str(sticks))
        self.accepted(run("/bin/sh", KIOSK / "etc/rundt-bordet/stik", what, device, env=env))
        return asked.read_text()

    def sticks(self):
        return {p.name: p.is_dir() for p in (self.folder / "sticks").iterdir() if not p.name.startswith(".")}

    def test_a_stick_is_mounted_under_its_label_and_goes_again(self):
        asked = self.stick("ind", "sda1", "FERIE")
        for option in ("nosuid", "nodev", "noexec", "uid=990", "umask=0077"):
            self.assertIn(option, asked)
        self.assertEqual(self.sticks(), {"FERIE": True})
        self.stick("ind", "sdb1", "FERIE")
        self.assertEqual(self.sticks(), {"FERIE": True, "FERIE (sdb1)": True})
        self.stick("ud", "sda1")
        self.assertEqual(self.sticks(), {"FERIE (sdb1)": True})
        self.stick("ud", "sdb1")
        self.stick("ud", "sdb1")
        self.assertEqual(list((self.folder / "sticks").iterdir()), [])

    def test_a_stick_that_cannot_be_read_is_a_plain_file(self):
        for filesystem, mounts in (("ntfs", True), ("ext4", True), ("", True), ("exfat", False)):
            asked = self.stick("ind", "sda1", "ARKIV", filesystem, mounts)
            self.assertEqual(asked != "", filesystem == "exfat")
            self.assertEqual(self.sticks(), {"ARKIV": False})
            self.stick("ud", "sda1")
            self.assertEqual(self.sticks(), {})

    def test_a_label_is_a_name_and_never_a_way(self):
        for label, name in (("../../etc", "USB-stik"), ("..", "USB-stik"), ("", "USB-stik"), (".x", "USB-stik"),
                            ("/etc/passwd", "etcpasswd"), ("a b;rm -rf *", "a b;rm -rf *"), ("$(id)", "$(id)")):
            self.stick("ind", "sda1", label)
            self.assertEqual(self.sticks(), {name: True})
            self.stick("ud", "sda1")

    def test_sticks_lie_where_the_wall_looks(self):
        config = tomllib.loads((KIOSK / "etc/rundt-bordet/rundt-bordet.toml").read_text())
        self.assertIn(config["sticks"]["folder"], (KIOSK / "etc/rundt-bordet/stik").read_text())
        self.assertIn(config["sticks"]["folder"], (KIOSK / "etc/tmpfiles.d/rundt.conf").read_text())
        rule = (KIOSK / "etc/udev/rules.d/71-rundt-stik.rules").read_text()
        self.assertIn("rundt-stik@%k.service", rule)
        unit = (KIOSK / "etc/systemd/system/rundt-bordet.service").read_text().splitlines()
        self.assertIn("SystemCallFilter=seccomp", unit)

    def test_xorg_reads_its_configuration(self):
        folder = KIOSK / "etc/X11/xorg.conf.d"
        with Wall(1280, 720, more=["-configdir", str(folder)]) as wall:  # a mistake there keeps it from starting
            self.assertIn(f'Using config directory: "{folder}"', wall.log())

    def test_xorg_would_refuse_a_mistake(self):
        (self.folder / "10-rundt.conf").write_text('Section "ServerFlags"\n  Optoin "DontZap" "true"\nEndSection\n')
        with self.assertRaises(WallError):
            Wall(1280, 720, more=["-configdir", str(self.folder)])


if __name__ == "__main__":
    unittest.main(verbosity=2)

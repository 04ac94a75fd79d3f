"""The gates find what they are for: each is shown a small tree with one fault in it, and must say so. Run by
ctest as `test_scripts.py [Test.method]`."""
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


class ScriptsTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="rundt-scripts-")
        self.addCleanup(scratch.cleanup)
        self.root = Path(scratch.name)
        self.write("assets/strings/da.toml", '[board]\ntitle = "Tavlen"\nleft = "{n, plural, one {# dag} other {# dage}}"\n')
        self.write("assets/strings/en.toml", '[board]\ntitle = "Board"\nleft = "{n, plural, one {# day} other {# days}}"\n')
        self.write("app/ui/screens/a.cpp", '#include "ui/kit/ui.h"\n#include <vector>\nget("board.title"); say("board.left");\n')
        self.write("app/store/b.cpp", '#include <sqlite3.h>\nauto sql = "SELECT id FROM event WHERE id = ?";\n')

    def write(self, name, text):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def gate(self, name):
        return subprocess.run([SCRIPTS / name, self.root], capture_output=True, text=True, timeout=60)

    def passes(self, name):
        done = self.gate(name)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def finds(self, name, *said):
        done = self.gate(name)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        for words in said:
            self.assertIn(words, done.stdout)

    def test_gates_pass_a_clean_tree(self):
        for name in ("layers", "words", "habits"):
            with self.subTest(name):
                self.passes(name)

    def test_layers_find_a_wrong_include(self):
        faults = {
            "app/board/x.cpp": '#include "store/store.h"',
            "app/board/y.cpp": "#include <fstream>",
            "app/ui/screens/x.cpp": "#include <imgui.h>",
            "app/ui/kit/x.cpp": '#include "board/board.h"',
            "app/text/x.h": '#include "ui/kit/ui.h"',
            "app/platform/x.cpp": '  #  include "text/words.h"',
            "app/app.cpp": '#include "platform/window.h"',
            "app/new_room/x.cpp": "#include <vector>",
        }
        for name, line in faults.items():
            with self.subTest(name):
                self.write(name, line + "\n")
                self.finds("layers", f"{name}:1:")
                (self.root / name).unlink()

    def test_layers_let_main_wire_everything(self):
        self.write("app/main.cpp", '#include "platform/window.h"\n#include "store/store.h"\n')
        self.passes("layers")

    def test_words_find_what_is_missing_in_a_language(self):
        self.write("assets/strings/en.toml", '[board]\ntitle = "Board"\n')
        self.finds("words", "board.left: only in da.toml")

    def test_words_find_gaps_that_differ(self):
        self.write("assets/strings/en.toml", '[board]\ntitle = "Board"\nleft = "{days} days"\n')
        self.finds("words", "board.left: the gaps differ")

    def test_words_find_a_key_without_words_and_words_without_a_key(self):
        self.write("app/ui/screens/a.cpp", 'get("board.tilte"); say("board.left");\n')
        self.finds("words", "a.cpp:1: there are no words under 'board.tilte'", "board.title: nobody asks")

    def test_words_find_a_word_to_avoid(self):
        da = self.root / "assets/strings/da.toml"
        da.write_text(da.read_text().replace("Tavlen", "Sprintens tavle"))
        self.finds("words", "'sprint' does not belong on the wall")

    def test_habits_find_each_bad_habit(self):
        faults = {
            "app/ui/kit/x.cpp": "ImGui::Text(note.c_str());",
            "app/ui/kit/y.cpp": 'ImGui::Button("no");',
            "app/ui/screens/x.cpp": "ImGui::GetTime();",
            "app/exporters/x.cpp": 'run("DELETE FROM event");',
            "app/store/x.cpp": 'auto sql = "SELECT id FROM event WHERE name = \'" + name;',
            "app/platform/x.cpp": "SDL_CaptureMouse(SDL_TRUE);",
        }
        for name, line in faults.items():
            with self.subTest(name):
                self.write(name, line + "\n")
                self.finds("habits", name)
                (self.root / name).unlink()

    def test_habits_find_a_large_file(self):
        self.write("docs/large.bin", "x" * 300_000)
        self.finds("habits", "docs/large.bin")

    def test_packages_refuse_an_unknown_group(self):
        done = subprocess.run([SCRIPTS / "packages", "no-such-group"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn("no-such-group", done.stderr)

    def test_packages_name_each_package_once(self):
        groups = ["build", "run", "screen", "kiosk", "test", "check"]
        done = subprocess.run([SCRIPTS / "packages", "--list", *groups], capture_output=True, text=True, timeout=60)
        listed = done.stdout.split()
        self.assertEqual(listed, sorted(set(listed)))
        self.assertIn("libsdl2-dev", listed)


if __name__ == "__main__":
    unittest.main(verbosity=2)

"""The real program under real fingers: run by ctest as `test_wall.py BINARY [Test.method]`."""
import os
import sys
import tempfile
import time
import unittest

from touchwall import BEGIN, END, Stroke, Wall, centre
from wall_app import WallApp, command, exported

BINARY = ""
IDEAS = 6  # few enough that a wall of this size shows them all, and one more


def lifted_path(start, end):
    """Rests long enough to lift the card, then carries it."""
    return [start, start, end, end]


class WallTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="rundt-wall-")
        self.addCleanup(scratch.cleanup)
        self.folder = scratch.name
        self.board = f"{self.folder}/board.rundtbord"
        command(BINARY, "new", self.board, "--ideas", IDEAS)
        self.wall = Wall()
        self.addCleanup(self.wall.close)
        self.app = None

    def start(self):
        self.app = WallApp(BINARY, self.wall, self.board, self.folder)
        self.addCleanup(self.app.kill)
        self.app.settled()
        return self.app

    def export(self):
        return exported(BINARY, self.board, self.folder)

    def idea_order(self):
        """Ids of the lane's cards in their order, from the file."""
        board = self.export()
        names = {i["id"]: f"idea/{i['no']}" for i in board["ideas"] if i["stage"] == "new"}
        return [names[i] for i in board["order"] if i in names]

    def lane_cards(self, items):
        """The cards as read: two columns, row by row."""
        cards = sorted(cards_on(items), key=lambda c: (c["rect"][1], c["rect"][0]))
        self.assertGreaterEqual(len(cards), IDEAS)
        return cards

    def write_note(self, text_keys):
        self.app.tap("dock/new-idea")
        self.wall.play(self.app.key_strokes("pad/1", text_keys))

    def place_note(self, text):
        self.app.tap("pad/1/place")
        self.app.wait("the pad to close and the card to lie in the lane", lambda i: "pad/1/place" not in i and shows(text)(i))

    def texts(self):
        return [i["text"] for i in self.export()["ideas"]]

    def test_two_fingers_drag_two_cards_at_the_same_time(self):
        before = self.idea_order()
        app = self.start()
        cards = self.lane_cards(app.settled())
        first, sixth = cards[0], cards[5]
        # The second finger comes down after the first and lifts before it: both cards are in the air together.
        self.wall.play([
            Stroke(1, lifted_path(centre(first), edge(cards[3])), ms=1800, hold_ms=900),
            Stroke(2, lifted_path(centre(sixth), edge(cards[2])), ms=1500, at_ms=300, hold_ms=200),
        ])
        app.wait("both cards to lie still elsewhere", lambda i: all(i[c["id"]]["rect"] != c["rect"] for c in (first, sixth)))
        self.assertEqual(app.stop(), 0)

        after = self.idea_order()
        self.assertGreater(after.index(first["id"]), after.index(cards[1]["id"]))
        self.assertLess(after.index(sixth["id"]), after.index(cards[4]["id"]))
        untouched = [i for i in before if i not in (first["id"], sixth["id"])]
        self.assertEqual([i for i in after if i in untouched], untouched)
        self.assertCountEqual(after, before)

    def test_a_note_is_typed_key_by_key(self):
        app = self.start()
        self.write_note(["k", "ø", "space", "v", "æ", "k", "x", "backspace"])
        app.wait("the note on the pad", lambda i: i["pad/1/text"]["value"] == "Kø væk")
        self.place_note("Kø væk")
        self.assertEqual(app.stop(), 0)
        self.assertEqual(self.texts().count("Kø væk"), 1)

    def test_one_types_while_two_drag(self):
        app = self.start()
        app.tap("dock/new-idea")
        items = app.wait("a pad", lambda i: "pad/1/place" in i)
        pad = [i["rect"] for name, i in items.items() if name.startswith("pad/1")]
        cards = [c for c in cards_on(items) if not any(covers(rect, right_end(c)) for rect in pad)]
        self.assertGreaterEqual(len(cards), 2, "the pad leaves two cards to drag")
        one, two = cards[0], cards[-1]
        before = self.app.settled()
        self.wall.play([
            Stroke(1, lifted_path(right_end(one), right_end(two)), ms=1500),
            Stroke(2, lifted_path(right_end(two), right_end(one)), ms=1500, at_ms=100),
            *app.key_strokes("pad/1", ["h", "e", "j", "space", "d", "u"], finger=3, at_ms=200, every_ms=180),
        ])
        app.wait("both cards elsewhere", lambda i: all(i[c["id"]]["rect"] != before[c["id"]]["rect"] for c in (one, two)))
        self.place_note("Hej du")
        self.assertEqual(app.stop(), 0)
        self.assertEqual(self.texts().count("Hej du"), 1)
        after = self.idea_order()
        self.assertLess(after.index(two["id"]), after.index(one["id"]))

    def move_pad(self, pad, places):
        """By its rim, so many places to the right."""
        x, y, w, h = self.app.wait(pad, lambda i: pad in i)[pad]["rect"]
        step = (1920 - 2 * x - w) / 2 if x < 100 else 0
        self.wall.drag((x + 12, y + h / 2), (x + 12 + places * step, y + h / 2), ms=500)
        self.app.wait(f"{pad} elsewhere", lambda i: i[pad]["rect"][0] > x + 100)

    def test_six_hands_do_six_things_at_once(self):
        self.board = f"{self.folder}/many.rundtbord"
        command(BINARY, "new", self.board, "--ideas", 40)
        app = self.start()
        for pad, places in (("pad/1", 2), ("pad/2", 1)):
            app.tap("dock/new-idea")
            self.move_pad(pad, places)
        app.tap("pad/2/draw")
        before = app.wait("a pad to draw on", lambda i: "pad/2/ink" in i)
        cards = self.lane_cards(before)
        one, two = cards[0], cards[4]  # the left column; the pads leave it free
        ix, iy, iw, ih = before["pad/2/ink"]["rect"]
        tray = centre(before["dock/learned"])
        x, y = centre(cards[1])
        self.wall.play([
            Stroke(1, lifted_path(centre(one), tray), ms=1500),
            Stroke(2, lifted_path(centre(two), tray), ms=1800, at_ms=20),
            Stroke(3, [(x - 60, y + 400), (x - 60, y + 100)], ms=250, at_ms=40),
            *app.key_strokes("pad/1", ["s", "e", "k", "s"], finger=4, at_ms=60, every_ms=200),
            Stroke(5, [(ix + iw * 0.1, iy + ih * 0.2), (ix + iw * 0.4, iy + ih * 0.8)], ms=1000, at_ms=80),
            Stroke(6, [(ix + iw * 0.9, iy + ih * 0.2), (ix + iw * 0.6, iy + ih * 0.8)], ms=1000, at_ms=100),
        ])
        after = app.wait("both cards asked about at the tray", lambda i: all(f"{c['id']}/parking/yes" in i for c in (one, two)))
        self.assertEqual(after["pad/1/text"]["value"], "Seks")
        self.assertEqual(after["pad/2/ink"]["value"], "2")
        self.assertLess(after[cards[1]["id"]]["rect"][1] if cards[1]["id"] in after else -1000, cards[1]["rect"][1] - 100,
                        "the lane was scrolled")
        app.tap("pad/1/place")
        app.wait("the note on the wall", lambda i: "pad/1" not in i)
        app.tap("pad/2/place")
        app.wait("the drawing on the wall", lambda i: "pad/2" not in i)
        self.assertEqual(app.stop(), 0)
        ideas = self.export()["ideas"]
        self.assertEqual([i["text"] for i in ideas[40:]], ["Seks", ""])
        self.assertEqual(len(ideas[41]["ink"]["strokes"]), 2)

    def test_two_people_write_two_trials_side_by_side(self):
        self.board = f"{self.folder}/trials.rundtbord"
        command(BINARY, "new", self.board, "--demo", "jobcenter")
        app = self.start()
        for name in ("idea/6", "idea/6/to-test", "idea/6", "trial/write", "trial/share", "right/trials/idea/3",
                     "right/trial/review", "left/start/what", "right/review/result"):
            app.tap(name)
        self.wall.play([
            *app.key_strokes("left/start", ["r", "o", "space", "o", "g", "space", "f", "r", "e", "d"], finger=1, every_ms=150),
            *app.key_strokes("right/review", ["3", "comma", "9"], finger=2, at_ms=70, every_ms=400),
        ])
        items = app.wait("both halves written in", lambda i: i["left/start/what"]["value"] == "Ro og fred")
        self.assertEqual(items["right/review/result"]["value"], "3,9")
        self.wall.play([
            Stroke(1, [centre(items["left/start/start"])], ms=60),
            Stroke(2, [centre(items["right/review/done"])], ms=60),
        ])
        app.wait("the left asked for its assumption, the right with its keys put away",
                 lambda i: "left/start/assumption/scroll" in i and "right/review/key/1" not in i)
        self.assertEqual(app.stop(), 0)
        ideas = {i["no"]: i for i in self.export()["ideas"]}
        self.assertEqual(ideas[6]["trials"][-1]["what"], "Ro og fred")
        self.assertEqual(ideas[3]["trials"][-1]["result"]["value"], 3.9)

    def test_a_pulled_plug_loses_nothing(self):
        before = self.idea_order()
        app = self.start()
        self.write_note(["f", "ø", "r"])
        self.place_note("Før")
        # In the middle: a second note is half written and a card hangs in the air.
        self.write_note(["h", "a", "l"])
        self.wall.event(5, BEGIN, *centre(self.lane_cards(app.settled())[5]))
        self.wall.sync()
        time.sleep(0.5)
        app.kill()
        self.wall.event(5, END, 0, 0)
        self.wall.sync()

        app = self.start()
        app.wait("the note that was placed", shows("Før"))
        self.assertEqual(app.stop(), 0)
        command(BINARY, "check", self.board)
        self.assertEqual(self.texts().count("Før"), 1)
        self.assertEqual(self.idea_order()[:-1], before)
        self.assertEqual(len(self.texts()), IDEAS + 1)

    def test_a_second_program_says_why_and_takes_over_when_the_first_ends(self):
        first = self.start()
        first.settled()
        second_folder = os.path.join(self.folder, "second")
        os.mkdir(second_folder)
        second = WallApp(BINARY, self.wall, self.board, second_folder)
        self.addCleanup(second.kill)
        self.assertIn("åben", second.wait("the reason", lambda i: "start/why" in i)["start/why"]["label"])
        self.assertEqual(first.stop(), 0)
        second.tap("start/again")
        second.wait("the board", lambda i: "lane/idea" in i)
        self.assertEqual(second.stop(), 0)
        command(BINARY, "check", self.board)

    def test_twenty_fingers_leave_the_board_as_it_was(self):
        before = self.export()
        app = self.start()
        x, y, w, h = app.settled()["lane/scale"]["rect"]
        self.wall.play([Stroke(n, [(x + w * (0.2 + 0.6 * n / 20), y + h * 0.6)], 200, 5 * n) for n in range(20)])
        app.settled()
        self.assertEqual(app.stop(), 0)
        self.assertEqual(self.export()["ideas"], before["ideas"])


def cards_on(items):
    return [i for i in items.values() if i["id"].startswith("idea/") and i["id"].count("/") == 1]


def right_end(card):
    """Where a card can be taken though a pad lies over its left half."""
    x, y, w, h = card["rect"]
    return x + w * 0.85, y + h / 2


def edge(card):
    """Where a card let go asks for room; over the middle it would be merged."""
    x, y, w, h = card["rect"]
    return x + w * 0.9, y + h / 2


def shows(text):
    return lambda items: any(text in card["label"] for card in cards_on(items))


def covers(rect, spot):
    x, y, w, h = rect
    return x <= spot[0] <= x + w and y <= spot[1] <= y + h


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=2)

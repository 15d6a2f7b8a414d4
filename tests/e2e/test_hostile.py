"""Résumés that ask for more work than they are worth (hostile.py) end, and lose no word.

Nothing is timed: `./dev bench adversarial` says how the time grows.
"""

import collections
import json
import os
import subprocess

import harness
import hostile

SHARE = int(os.environ.get("HOSTILE_SHARE", "1"))  # of the size that is tested
PART = 10  # of that again, where every word is counted


def strings(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(item)


class Hostile(harness.Case):
    def lost(self, text, name):
        """Words of the text that are nowhere in the reading of it, and how often."""
        reading = json.loads(self.ok("show", "--format=json-resume", name).out)
        words = hostile.WORD.findall
        told = collections.Counter(word for value in strings(reading) for word in words(value))
        return dict(list((collections.Counter(words(text)) - told).items())[:5])

    def check(self, shape):
        size = max(2, shape.size // SHARE)
        part = max(2, size // PART)
        old, new = (shape.build(part, word) for word in (hostile.OLD, hostile.NEW))
        self.write("whole.md", shape.build(size, hostile.OLD))
        self.write("old.md", old)
        self.write("new.md", new)
        self.ok("show", "--no-pager", "whole.md")
        if not shape.outside:
            self.assertEqual(self.lost(old, "old.md"), {})
        report = self.report("--no-index", "old.md", "new.md")
        self.assertFalse(report["identical"])
        told = json.dumps(report["changes"])
        for word in (hostile.OLD, hostile.NEW):
            self.assertIn(word, told)
        self.ok("--no-index", "--style", "old.md", "new.md")

    def test_shapes(self):
        for shape in hostile.SHAPES:
            with self.subTest(shape.name):
                try:
                    self.check(shape)
                except subprocess.TimeoutExpired as expired:
                    self.fail(f"still at work after {expired.timeout} s: {expired.cmd}")


if __name__ == "__main__":
    harness.main()

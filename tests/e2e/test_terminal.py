"""Colour, pager and what can go wrong with standard output."""

import os
import signal
import subprocess

import harness
from harness import V1, V2, Case

SGR = "\x1b["


class Colour(Case):
    def setUp(self):
        super().setUp()
        self.write("old.md", V1)
        self.write("new.md", V2)

    def colour(self, *args, env=None):
        """Whether there is any, without and with a terminal."""
        plain = self.ok(*args, "old.md", "new.md", env=env)
        terminal = self.on_terminal("--no-pager", *args, "old.md", "new.md", env=env)
        self.assertEqual(terminal.code, 0, terminal.err)
        return SGR in plain.out, SGR in terminal.out

    def test_when(self):
        for args, env, expected in (
            ([], {}, (False, True)),
            (["--color=auto"], {}, (False, True)),
            (["--color=always"], {}, (True, True)),
            (["--color"], {}, (True, True)),
            (["--color=never"], {}, (False, False)),
            (["--no-color"], {}, (False, False)),
            ([], {"NO_COLOR": "1"}, (False, False)),
            ([], {"NO_COLOR": ""}, (False, True)),
            (["--color=always"], {"NO_COLOR": "1"}, (True, True)),
            ([], {"TERM": "dumb"}, (False, False)),
            (["--color=never", "--color=always"], {}, (True, True)),
            (["--format=json", "--color=always"], {}, (False, False)),
        ):
            with self.subTest((args, env)):
                self.assertEqual(self.colour(*args, env=env), expected)

    def test_git_configuration(self):
        self.init()
        self.commit(resume__md=V1)
        self.write("resume.md", V2)
        for settings, expected in (
            ({"color.ui": "always"}, True), ({"color.ui": "auto"}, False), ({"color.ui": "true"}, False),
            ({"color.ui": "false"}, False), ({"color.ui": "never", "color.diff": "always"}, True),
            ({"color.ui": "always", "color.diff": "never"}, False),
        ):
            with self.subTest(settings):
                for key in ("color.ui", "color.diff"):
                    self.git("config", "--unset-all", key, check=False)
                for key, value in settings.items():
                    self.git("config", key, value)
                self.assertEqual(SGR in self.ok().out, expected)
                self.assertNotIn(SGR, self.ok("--color=never").out)

    def test_colour_only_adds_sequences(self):
        bare = self.ok("old.md", "new.md").out
        coloured = self.ok("--color=always", "old.md", "new.md").out
        while SGR in coloured:
            start = coloured.index(SGR)
            coloured = coloured[:start] + coloured[coloured.index("m", start) + 1:]
        for word in bare.split():
            if not word.startswith(("[-", "{+")):
                self.assertIn(word, coloured)

    def test_width(self):
        long = "\n- " + "A statement that goes on. " * 30 + "\n"
        self.write("new.md", V1.replace("\n\n## Skills", long + "\n## Skills"))
        for columns in (40, 100):
            out = self.on_terminal("--no-pager", "--no-color", "old.md", "new.md", columns=columns).out
            widest = max(len(line) for line in out.splitlines())
            self.assertLessEqual(widest, columns)
            self.assertGreater(widest, columns // 2)
            self.assertEqual(out, self.ok(f"--width={columns}", "old.md", "new.md").out)
        self.assertEqual(self.ok("old.md", "new.md").out, self.ok("--width=80", "old.md", "new.md").out)


class Pager(Case):
    def setUp(self):
        super().setUp()
        self.init()
        self.commit(resume__md=V1)
        self.write("resume.md", V2)

    def paged(self, *args, env=None):
        """The mark of the pager that was used; empty where there was none."""
        result = self.on_terminal(*args, env=env)
        self.assertEqual(result.code, 0, result.err)
        self.assertIn("resume.md", result.out)
        first = result.out.split(None, 1)[0]
        return first if first.endswith(":") else ""

    def mark(self, name):
        return f"sed '1s/^/{name}: /'"

    def test_which(self):
        self.assertEqual(self.paged(env={"PAGER": self.mark("PAGER")}), "PAGER:")
        self.git("config", "core.pager", self.mark("core"))
        self.assertEqual(self.paged(env={"PAGER": self.mark("PAGER")}), "core:")
        self.git("config", "pager.cvdiff", self.mark("own"))
        self.assertEqual(self.paged(env={"PAGER": self.mark("PAGER")}), "own:")
        self.assertEqual(self.paged(env={"GIT_PAGER": self.mark("GIT")}), "GIT:")
        self.git("config", "pager.cvdiff", "true")
        self.assertEqual(self.paged(), "core:")
        self.git("config", "pager.cvdiff", "false")
        self.assertEqual(self.paged(env={"GIT_PAGER": self.mark("GIT")}), "")

    def test_none(self):
        self.assertEqual(self.paged("--no-pager", env={"GIT_PAGER": self.mark("GIT")}), "")
        for none in ("cat", ""):
            self.assertEqual(self.paged(env={"GIT_PAGER": none}), "")
        self.assertNotIn("GIT:", self.ok(env={"GIT_PAGER": self.mark("GIT")}).out)

    def test_one_that_cannot_start(self):
        self.assertEqual(self.paged(env={"GIT_PAGER": "no-such-pager-anywhere"}), "")

    def test_one_that_is_left_early(self):
        result = self.on_terminal(env={"GIT_PAGER": "true"})
        self.assertEqual((result.code, result.out), (0, ""))
        result = self.on_terminal("--exit-code", env={"GIT_PAGER": "head -n 1 >/dev/null"})
        self.assertEqual(result.code, 1)

    def test_its_surroundings(self):
        show = {"GIT_PAGER": "cat >/dev/null; echo resume.md LESS=$LESS LV=$LV"}
        self.assertIn("LESS=FRX LV=-c", self.on_terminal(env=show).out)
        self.assertIn("LESS=K LV=-c", self.on_terminal(env=dict(show, LESS="K")).out)

    def test_quiet_starts_none(self):
        result = self.on_terminal("--quiet", env={"GIT_PAGER": "echo started"})
        self.assertEqual((result.code, result.out), (1, ""))


class Streams(Case):
    def setUp(self):
        super().setUp()
        self.write("old.md", V1)
        self.write("new.md", V2)

    def test_closed_pipe(self):
        reading, writing = os.pipe()
        os.close(reading)
        result = self.cv("old.md", "new.md", stdout=writing)
        os.close(writing)
        self.assertEqual(result.code, -signal.SIGPIPE)
        self.assertEqual(result.err, "")

    def test_closed_pipe_where_the_signal_was_ignored(self):
        reading, writing = os.pipe()
        os.close(reading)
        result = self.cv("old.md", "new.md", stdout=writing, restore_signals=False)
        os.close(writing)
        self.assertEqual(result.code, -signal.SIGPIPE)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            for args in (["old.md", "new.md"], ["--format=json", "old.md", "new.md"], ["--help"],
                         ["--version"], ["tree", "old.md"]):
                result = self.cv(*args, stdout=full)
                self.assertEqual(result.code, 2)
                self.assert_error(result, says="standard output")

    def test_closed_standard_output(self):
        done = subprocess.run(f"exec '{harness.CVDIFF}' old.md new.md >&-", shell=True, cwd=self.dir,
                              env=self.env, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard output", done.stderr)

    def test_closed_standard_input(self):
        done = subprocess.run(f"exec '{harness.CVDIFF}' - new.md <&-", shell=True, cwd=self.dir,
                              env=self.env, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard input", done.stderr)


if __name__ == "__main__":
    harness.main()

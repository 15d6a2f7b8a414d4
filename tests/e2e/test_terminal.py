"""Colour, pager and what can go wrong with standard output."""

import os
import re
import signal
import socket
import subprocess
import urllib.parse

import harness
from harness import V1, V2, Case

SGR = "\x1b["
LINK = "\x1b]8;"


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


class Hyperlinks(Case):
    def setUp(self):
        super().setUp()
        self.init()
        self.commit(resume__md=V1)
        self.write("resume.md", V2)
        self.target = f"file://{urllib.parse.quote(socket.gethostname())}{self.dir}/resume.md"

    def links(self, text):
        """(target, text) of each, after a look at how they are opened and closed."""
        found = re.findall(r"\x1b\]8;id=cvdiff-\d+;([!-~]+)\x1b\\([^\x1b\n]+)\x1b\]8;;\x1b\\", text)
        self.assertEqual(len(found) * 2, text.count(LINK))
        return found

    def test_targets(self):
        line = V2.splitlines().index("- Cut build times by 60% for twelve teams.") + 1
        want = [(self.target, "resume.md"), (f"{self.target}#{line}", "~ Bullet")]
        always = "--hyperlinks=always"
        self.assertEqual(self.links(self.ok(always).out), want)
        self.assertEqual(self.links(self.ok(always, "HEAD", "--", "resume.md").out), want)
        self.assertEqual(self.links(self.ok(always, "--stat").out), [])
        os.mkdir(self.path("below"))
        self.assertEqual(self.links(self.ok(always, cwd=self.path("below")).out), want)
        self.write("old.md", V1)
        self.assertEqual(self.links(self.ok(always, "--no-index", "old.md", "resume.md").out), want)
        shown = self.links(self.ok("show", always).out)
        self.assertEqual(shown[:2], [want[0], (f"{self.target}#1", "1")])
        self.assertIn((f"{self.target}#{line}", str(line)), shown)

    def test_none_to_what_is_no_file_of_today(self):
        self.git("add", "resume.md")
        self.git("commit", "-qm", "Edit")
        self.git("mv", "resume.md", "cv.md")
        for args in (["HEAD~", "HEAD"], ["--staged"], ["HEAD~:resume.md", "HEAD:resume.md"],
                     ["show", "HEAD", "resume.md"]):
            with self.subTest(args):
                self.assertNotIn(LINK, self.ok(*args, "--hyperlinks=always").out)
        piped = self.ok("--hyperlinks=always", "cv.md", "-", stdin=V1.encode())
        self.assertNotIn(LINK, piped.out)
        os.remove(self.path("cv.md"))
        self.assertNotIn(LINK, self.ok("HEAD", "--hyperlinks=always").out)
        self.assertNotIn(LINK, self.ok("--format=json", "HEAD~", "--hyperlinks=always").out)

    def test_hostile_names(self):
        name = "\x1b\\;#%é\u202e\x07\n.md"
        self.write(name, V1)
        self.write("old.md", V2)
        out = self.ok("--hyperlinks=always", "old.md", name).out
        where = f"file://{urllib.parse.quote(socket.gethostname())}{self.dir}/{urllib.parse.quote(name)}"
        self.assertEqual(out.count(LINK), 4)
        self.assertEqual(out.count(where), 2)
        self.assertEqual(out.count("\x1b"), 8)
        self.assertNotIn("\x07", out)

    def test_when(self):
        vte = {"VTE_VERSION": "7600"}
        for args, env, expected in (
            ([], {}, (False, False)),
            ([], vte, (False, True)),
            (["--no-color"], vte, (False, True)),
            ([], {"VTE_VERSION": "5000"}, (False, False)),
            ([], {"KONSOLE_VERSION": "210401"}, (False, True)),
            ([], {"TERM": "xterm-kitty"}, (False, True)),
            ([], {"TERM_PROGRAM": "WezTerm"}, (False, True)),
            ([], {"TERM_PROGRAM": "Apple_Terminal"}, (False, False)),
            ([], {**vte, "TERM": "dumb"}, (False, False)),
            ([], {**vte, "TERM": "tmux-256color"}, (False, False)),
            ([], {**vte, "TERM": "screen.xterm-256color"}, (False, False)),
            (["--hyperlinks=never"], vte, (False, False)),
            (["--hyperlinks=always"], {}, (True, True)),
            (["--hyperlinks"], {"TERM": "dumb"}, (True, True)),
        ):
            with self.subTest((args, env)):
                plain = self.ok(*args, env=env)
                terminal = self.on_terminal("--no-pager", *args, env=env)
                self.assertEqual((LINK in plain.out, LINK in terminal.out), expected)

    def test_pagers(self):
        vte = {"VTE_VERSION": "7600"}
        self.write("less", "#!/bin/sh\ncat\n")
        os.chmod(self.path("less"), 0o755)
        for pager, expected in (("cat", True), (f"{self.path('less')} -R", True), ("sed -n p", False)):
            with self.subTest(pager):
                out = self.on_terminal(env={**vte, "GIT_PAGER": pager}).out
                self.assertIn("resume.md", out)
                self.assertEqual(LINK in out, expected)


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

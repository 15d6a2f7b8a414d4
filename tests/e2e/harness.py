"""What the end-to-end tests share: a scratch folder, the real git, and cvdiff as a user runs it.

Everything that the machine could put into a result is pinned: home, configuration, time zone, locale,
authors and dates. Every run of cvdiff must end by one of its own exit statuses and must not make a
sanitizer speak.
"""

import fcntl
import json
import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unittest

CVDIFF = os.environ.get("CVDIFF", "cvdiff")

RESUME = """\
# Ada Nilsson

ada@nilsson.example

## Experience

### Senior Engineer, Tarn Systems

*January 2021 – Present*

- Cut build times by 40% for twelve teams.
- Led the move to event-driven billing.
- Mentored four engineers.

### Engineer, Fjell Labs

*June 2017 – December 2020*

- Wrote the ingest pipeline in Go.
- Ran the on-call rota for two years.

## Skills

Go, C, Python
"""

NEW_BULLET = "Opened the Bergen office."

# Four versions, each one edit after the one before.
V1 = RESUME
V2 = V1.replace("by 40%", "by 60%")
V3 = V2.replace("- Mentored", f"- {NEW_BULLET}\n- Mentored")
V4 = V3.replace("Go, C, Python", "Go, C, Rust")


class Result:
    def __init__(self, code, out, err):
        self.code = code
        self.raw = out
        self.out = out.decode("utf-8", "backslashreplace")
        self.err = err.decode("utf-8", "backslashreplace")


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.top = os.path.realpath(tempfile.mkdtemp(prefix="cvdiff-e2e-"))
        self.addCleanup(shutil.rmtree, self.top, ignore_errors=True)
        self.home = os.path.join(self.top, "home")
        self.dir = os.path.join(self.top, "work")
        os.mkdir(self.home)
        os.mkdir(self.dir)
        self.clock = 1_500_000_000
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": self.home,
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": self.top,
            "GIT_AUTHOR_NAME": "Ada Nilsson",
            "GIT_AUTHOR_EMAIL": "ada@nilsson.example",
            "GIT_COMMITTER_NAME": "Ada Nilsson",
            "GIT_COMMITTER_EMAIL": "ada@nilsson.example",
        }
        for name, value in os.environ.items():
            if name.endswith("SAN_OPTIONS") or name == "MALLOC_PERTURB_":
                self.env[name] = value
        suppressions = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lsan.supp")
        self.env["LSAN_OPTIONS"] = ":".join(filter(None, (
            self.env.get("LSAN_OPTIONS"), f"suppressions={suppressions}:print_suppressions=0")))

    # --- files and git ---------------------------------------------------------------------------

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, content):
        target = self.path(name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if isinstance(content, str):
            content = content.encode()
        with open(target, "wb") as file:
            file.write(content)

    def git(self, *args, cwd=None, check=True, stdin=None):
        self.clock += 60
        env = dict(self.env, GIT_AUTHOR_DATE=f"{self.clock} +0000",
                   GIT_COMMITTER_DATE=f"{self.clock} +0000")
        done = subprocess.run(["git", *args], cwd=cwd or self.dir, env=env, input=stdin,
                              capture_output=True)
        if check and done.returncode:
            raise AssertionError(f"git {' '.join(args)}: {done.stderr.decode()}")
        return done.stdout.decode().strip()

    def init(self, *args):
        self.git("init", "-q", "-b", "main", *args)

    def commit(self, message="Edit", **files):
        """Writes the files (`resume__md=…` is resume.md) and commits all that changed."""
        for name, content in files.items():
            self.write(name.replace("__", "."), content)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def history(self, name="resume.md"):
        """Four commits of one résumé."""
        self.init()
        for number, version in enumerate((V1, V2, V3, V4), 1):
            self.write(name, version)
            self.commit(f"Version {number}")

    # --- cvdiff ----------------------------------------------------------------------------------

    def cv(self, *args, cwd=None, env=None, stdin=None, stdout=subprocess.PIPE, **kwargs):
        done = subprocess.run([CVDIFF, *args], cwd=cwd or self.dir, env={**self.env, **(env or {})},
                              input=stdin, stdout=stdout, stderr=subprocess.PIPE, timeout=120,
                              stdin=None if stdin is not None else subprocess.DEVNULL, **kwargs)
        result = Result(done.returncode, done.stdout or b"", done.stderr)
        self.assert_sane(result)
        return result

    def assert_sane(self, result):
        self.assertNotIn("Sanitizer", result.err)
        self.assertNotIn("runtime error", result.err)
        self.assertIn(result.code, (0, 1, 2, -13), result.err)

    def ok(self, *args, **kwargs):
        result = self.cv(*args, **kwargs)
        self.assertEqual(result.code, 0, result.err)
        return result

    def fails(self, *args, says=(), hint=None, **kwargs):
        """Exit 2, one line of error, perhaps one of hint, nothing on standard output."""
        result = self.cv(*args, **kwargs)
        self.assertEqual(result.code, 2, result.out + result.err)
        self.assertEqual(result.out, "")
        self.assert_error(result, says, hint)
        return result

    def assert_error(self, result, says=(), hint=None):
        lines = result.err.splitlines()
        errors = [line for line in lines if line.startswith("cvdiff: error: ")]
        self.assertEqual(len(errors), 1, result.err)
        self.assertFalse(errors[0].endswith("."), errors[0])
        for words in [says] if isinstance(says, str) else says:
            self.assertIn(words, errors[0])
        if hint is not None:
            hints = [line for line in lines if line.startswith("hint: ")]
            self.assertEqual(len(hints), 1, result.err)
            self.assertIn(hint, hints[0])

    def reports(self, *args, code=0, **kwargs):
        """The documents of --format=json."""
        result = self.cv("--format=json", *args, **kwargs)
        self.assertEqual(result.code, code, result.err)
        return [json.loads(line) for line in result.raw.decode("utf-8").splitlines()]

    def report(self, *args, **kwargs):
        found = self.reports(*args, **kwargs)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def assert_sides(self, report, old, new):
        """`old` and `new` are (label, path)."""
        self.assertEqual((report["old"]["label"], report["old"]["path"]), old)
        self.assertEqual((report["new"]["label"], report["new"]["path"]), new)

    def on_terminal(self, *args, columns=80, env=None, cwd=None):
        """Runs cvdiff with a pseudo-terminal as standard output."""
        try:
            master, slave = pty.openpty()
        except OSError as error:
            self.skipTest(f"no pseudo-terminal can be opened here: {error}")
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        settings = termios.tcgetattr(slave)
        settings[1] &= ~termios.OPOST  # line breaks as they are
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        process = subprocess.Popen([CVDIFF, *args], cwd=cwd or self.dir,
                                   env={**self.env, **(env or {})}, stdin=subprocess.DEVNULL,
                                   stdout=slave, stderr=subprocess.PIPE)
        os.close(slave)
        out = b""
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:  # EIO: the other end is closed
                break
            if not chunk:
                break
            out += chunk
        os.close(master)
        err = process.stderr.read()
        process.stderr.close()
        result = Result(process.wait(), out, err)
        self.assert_sane(result)
        return result


def ids(report):
    return sorted(change["id"] for change in report["changes"])


def texts(report, op):
    """The texts of all changes of that op, on the side where they are."""
    return [(change["new"] or change["old"])["text"]
            for change in report["changes"] if change["op"] == op]


def main():
    """Runs the tests of the calling module and speaks TAP, which meson reads."""

    class Tap(unittest.TestResult):
        count = 0

        def line(self, verdict, test, note=""):
            self.count += 1
            print(f"{verdict} {self.count} - {test.id().split('.', 1)[1]}{note}", flush=True)

        def addSuccess(self, test):
            self.line("ok", test)

        def addSkip(self, test, reason):
            self.line("ok", test, f" # SKIP {reason}")

        def told(self, test, error):
            for text in self._exc_info_to_string(error, test).splitlines():
                print(f"# {text}")
            self.line("not ok", test)

        addFailure = addError = told

    def told_sub(self, test, subtest, error):
        if error:
            self.told(subtest, error)

    Tap.addSubTest = told_sub
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    loader = unittest.defaultTestLoader
    module = sys.modules["__main__"]
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    result = Tap()
    suite.run(result)
    print(f"1..{result.count}")

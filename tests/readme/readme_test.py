#!/usr/bin/env -S python3 -B
"""Runs what the README shows, in the example's repository, and compares what it prints.

A ```console block holds commands after `$ ` and their output, which must be equal. In a ```sh block
each line must work: exit with 0, or with 1 where it asks for that, and say nothing on standard
error. With --bless the outputs in the README are rewritten, and the difference is shown.

CVDIFF is the program, MESON_BUILD_ROOT the build directory that `meson install` is tried from.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests" / "e2e"))
import harness  # noqa: E402

README = TOP / "README.md"
BLOCK = re.compile(r"^```(console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Lines about this checkout rather than about a résumé.
CHECKOUT = re.compile(r"\./dev (\w+)|sudo meson install -C build")
ASKS_FOR_EXIT_1 = re.compile(r"--(quiet|exit-code|fail-on)\b")


class Sandbox:
    """The example's history in a repository, with the names that the README uses."""

    def __init__(self, folder, cvdiff):
        self.folder = pathlib.Path(folder)
        self.work = self.folder / "career"
        (self.folder / "bin").mkdir()
        self.work.mkdir()
        (self.folder / "bin" / "cvdiff").symlink_to(cvdiff)
        self.env = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
            "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
            "LC_ALL": "C.UTF-8", "TZ": "UTC",
        }
        self.env.update({name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")
                         if name in os.environ})
        self.git("init", "-q", "-b", "main")
        with open(TOP / "examples" / "history.fi", "rb") as stream:
            self.git("fast-import", "--quiet", stdin=stream)
        self.git("reset", "-q", "--hard", "HEAD~1", GIT_COMMITTER_DATE="2020-01-01T00:00:00Z")
        self.git("reset", "-q", "--hard", "main@{1}", GIT_COMMITTER_DATE="2020-02-01T00:00:00Z")
        self.git("tag", "applied-2024", "HEAD~3")
        self.make_tailored_branch()
        for name, revision in ("old.md", "HEAD~1"), ("new.md", "HEAD"):
            with open(self.work / name, "wb") as file:
                self.git("show", f"{revision}:resume.md", stdout=file)

    def make_tailored_branch(self):
        resume = self.work / "resume.md"
        text = resume.read_text(encoding="utf-8")
        self.git("checkout", "-q", "-b", "tailored", "HEAD~1")
        resume.write_text(text.replace("Rust", "Zig"), encoding="utf-8")
        self.git("commit", "-q", "-a", "-m", "Tailor")
        self.git("checkout", "-q", "main")

    def git(self, *arguments, stdin=None, stdout=None, **env):
        subprocess.run(["git", *arguments], cwd=self.work, env=self.env | env, stdin=stdin,
                       stdout=stdout, check=True)

    def run(self, command):
        return subprocess.run(["bash", "-c", command], cwd=self.work, env=self.env,
                              capture_output=True, encoding="utf-8", check=False)


def blocks(language, text):
    return [match[2] for match in BLOCK.finditer(text) if match[1] == language]


def with_outputs(text, sandbox):
    """The README with every output in its ```console blocks as it is printed now."""
    def renew(match):
        if match[1] != "console":
            return match[0]
        commands = [line[2:] for line in match[2].splitlines() if line.startswith("$ ")]
        body = "".join(f"$ {command}\n{sandbox.run(command).stdout}" for command in commands)
        return f"```console\n{body}```"

    return BLOCK.sub(renew, text)


def difference(old, new):
    return "".join(difflib.unified_diff(old.splitlines(True), new.splitlines(True),
                                        "README.md", "what is printed now"))


class ReadmeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.sandbox = Sandbox(cls.temporary.name, os.environ["CVDIFF"])
        cls.readme = README.read_text(encoding="utf-8")

    def test_outputs_are_what_is_printed(self):
        self.assertTrue(blocks("console", self.readme))
        stale = difference(self.readme, with_outputs(self.readme, self.sandbox))
        self.assertEqual(stale, "", f"./dev bless renews the README:\n{stale}")

    def test_commands_work(self):
        lines = [line for block in blocks("sh", self.readme) for line in block.splitlines()]
        lines += [line[2:] for block in blocks("console", self.readme)
                  for line in block.splitlines() if line.startswith("$ ")]
        self.assertGreater(len(lines), 10)
        for line in lines:
            if CHECKOUT.fullmatch(line):
                continue
            with self.subTest(line):
                done = self.sandbox.run(line)
                self.assertEqual(done.stderr, "")
                self.assertEqual(done.returncode, 1 if ASKS_FOR_EXIT_1.search(line) else 0)

    def test_dev_has_the_commands_shown(self):
        listed = subprocess.run([TOP / "dev"], stdout=subprocess.PIPE, encoding="utf-8", check=True)
        for command in re.findall(r"\./dev (\w+)", self.readme):
            self.assertRegex(listed.stdout, rf"(?m)^  {command} ")

    def test_demo_prints_the_first_output(self):
        demo = subprocess.run([TOP / "examples" / "demo", os.environ["CVDIFF"]],
                              stdout=subprocess.PIPE, encoding="utf-8", check=True)
        self.assertEqual(blocks("console", self.readme)[0], demo.stdout)

    def test_install(self):
        with tempfile.TemporaryDirectory() as root:
            subprocess.run(["meson", "install", "-C", os.environ["MESON_BUILD_ROOT"],
                            "--no-rebuild", "--quiet", "--destdir", root], check=True)
            installed = {path.name for path in pathlib.Path(root).rglob("*") if path.is_file()}
        self.assertLessEqual({"cvdiff", "cvdiff.1", "README.md"}, installed)

    def test_history_is_made_from_its_sources(self):
        made = subprocess.run([TOP / "examples" / "make-history"], stdout=subprocess.PIPE,
                              check=True).stdout
        self.assertEqual(made, (TOP / "examples" / "history.fi").read_bytes(),
                         "./dev bless renews examples/history.fi")


def bless():
    old = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        new = with_outputs(old, Sandbox(folder, os.environ["CVDIFF"]))
    sys.stdout.write(difference(old, new))
    README.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--bless"]:
        bless()
    else:
        harness.main()

"""Completions: each shell offers what the help lists, and values and revisions as they are."""

import re
import shutil
import subprocess
import unittest

import harness
from harness import Case

OPTION = re.compile(r"(?<![\w-])--([a-z-]+)")


class Completion(Case):
    def setUp(self):
        super().setUp()
        for shell in ("bash", "zsh", "fish"):
            self.write(f"cvdiff.{shell}", self.ok("completion", shell).raw)
        self.commands = re.findall(r"^  cvdiff ([a-z]+)", self.ok("--help").out.split(
            "commands that")[0], re.MULTILINE)

    def ok(self, *args):
        done = self.cv(*args)
        self.assertEqual(done.code, 0, done.err)
        return done

    def options(self, command):
        """What the help lists."""
        listed = self.ok("help", *filter(None, [command])).out
        listed = listed.split("\noptions:\n")[1].split("\n\n")[0]
        return {f"--{name}" for line in listed.splitlines() if line.lstrip().startswith("-")
                for name in OPTION.findall(re.split(r"  +", line.strip())[0])}

    def shell(self, *command):
        done = subprocess.run(command, cwd=self.dir, env=self.env, capture_output=True)
        self.assertEqual(done.stderr, b"", command)
        return done.stdout.decode().splitlines()

    def bash(self, *words):
        script = ('source ./cvdiff.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cvdiff; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        return [line for line in self.shell("bash", "--norc", "-c", script, "-", *words) if line]

    def test_bash_offers_what_the_help_lists(self):
        self.assertIn("log", self.commands)
        for command in ["", *self.commands]:
            words = ["cvdiff", *filter(None, [command]), "--"]
            offered = {word.rstrip("=") for word in self.bash(*words)}
            self.assertEqual(offered, self.options(command), command)

    def test_bash_values_commands_and_revisions(self):
        self.history()
        self.git("branch", "tailored")
        self.git("tag", "tricky$(touch${IFS}owned)'x")
        self.assertEqual(self.bash("cvdiff", "--format", "=", "js"), ["json"])
        self.assertEqual(self.bash("cvdiff", "--format=js"), ["json"])
        self.assertEqual(self.bash("cvdiff", "show", "--format", "json-"), ["json-resume"])
        self.assertEqual(self.bash("cvdiff", "lo"), ["log"])
        self.assertEqual(self.bash("cvdiff", "log", "tail"), ["tailored"])
        self.assertEqual(self.bash("cvdiff", "log", "--", "res"), ["resume.md"])
        self.assertEqual(self.bash("cvdiff", "log", "tric"), ["tricky$(touch${IFS}owned)'x"])
        self.assertEqual(self.bash("cvdiff", "log", "--author", "ta"), [])
        self.assertNotIn("owned", self.shell("ls"))

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish_offers_what_the_help_lists(self):
        def fish(line):
            script = f"source ./cvdiff.fish; complete -C '{line}'"
            return {word.split("\t")[0] for word in self.shell("fish", "--no-config", "-c", script)}

        for command in ["", *self.commands]:
            offered = {word.rstrip("=") for word in fish(f"cvdiff {command} --".replace("  ", " "))}
            self.assertEqual(offered, self.options(command), command)
        self.assertIn("--format=json-resume", fish("cvdiff show --format=j"))
        self.assertIn("log", fish("cvdiff l"))

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_offers_what_the_help_lists(self):
        # The real completion needs a terminal; _arguments gets its words here instead.
        script = ('compdef() { : }; _describe() { : }; _arguments() { print -rl -- "$@" }; '
                  'source ./cvdiff.zsh; words=("$@"); CURRENT=$#; _cvdiff')
        for command in ["", *self.commands]:
            words = ["cvdiff", *filter(None, [command]), "--x"]
            offered = {word.split("[")[0].rstrip("-=") for word in
                       self.shell("zsh", "-f", "-c", script, "-", *words) if word.startswith("--")}
            self.assertEqual(offered, self.options(command), command)

    def test_other_shells(self):
        done = self.cv("completion", "csh")
        self.assertEqual(done.code, 2)
        self.assertIn("bash, zsh or fish", done.err)


if __name__ == "__main__":
    harness.main()

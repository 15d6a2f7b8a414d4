#!/usr/bin/env python3
"""The hooks, run by the real git: pushes to repositories beside, commits with an editor that looks on."""

import os
import stat
import subprocess
import time

import harness
from harness import NEW_BULLET, V1, V2, V3, V4

ZERO = "0" * 40
HOOKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "hooks")


class Case(harness.Case):
    def setUp(self):
        super().setUp()
        self.bin = os.path.join(self.top, "bin")
        os.mkdir(self.bin)
        os.symlink(os.path.abspath(harness.CVDIFF), os.path.join(self.bin, "cvdiff"))
        self.env["PATH"] = f"{self.bin}:{self.env['PATH']}"
        self.init()
        self.ok("setup", "pre-push", "prepare-commit-msg")

    def run_git(self, *args, cwd=None, env=None):
        """(exit code, standard output, standard error)"""
        done = subprocess.run(["git", *args], cwd=cwd or self.dir, env={**self.env, **(env or {})},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        err = done.stderr.decode("utf-8", "backslashreplace")
        self.assertNotIn("Sanitizer", err)
        self.assertNotIn("runtime error", err)
        return done.returncode, done.stdout.decode(), err


class Push(Case):
    def setUp(self):
        super().setUp()
        self.commit(resume__md=V1)
        self.remote = os.path.join(self.top, "remote.git")
        self.git("init", "-q", "--bare", "-b", "main", self.remote)
        self.git("remote", "add", "origin", self.remote)

    def push(self, *args, code=0, **kwargs):
        """What was said on standard error, without git's own lines."""
        done, out, err = self.run_git("push", "-q", *(args or ("origin", "main")), **kwargs)
        self.assertEqual(done, code, err)
        self.assertEqual(out, "")
        return err

    def seed(self):
        """The remote has the first version."""
        self.git("push", "-q", "--no-verify", "origin", "main")

    def hook(self, stdin, *args, code=0, **kwargs):
        result = self.cv("hook", "pre-push", *(args or ("origin", self.remote)), stdin=stdin.encode(),
                         **kwargs)
        self.assertEqual((result.code, result.out), (code, ""), result.err)
        return result.err

    def head(self, name="HEAD", **kwargs):
        return self.git("rev-parse", name, **kwargs)

    def configure(self, **settings):
        for name, value in settings.items():
            self.git("config", f"cvdiff.{name}", value)


class WhatIsPushed(Push):
    def test_update(self):
        self.seed()
        self.commit(resume__md=V2)
        self.commit(resume__md=V3)
        told = self.push()
        self.assertTrue(told.startswith("resume.md  origin/main → main\n\n"), told)
        self.assertIn("[-40%-]{+60%+}", told)
        self.assertIn(NEW_BULLET, told)
        self.assertTrue(told.endswith("1 fact, 1 content change\n"), told)
        self.assertNotIn("\x1b", told)

    def test_first_push(self):
        told = self.push()
        self.assertRegex(told, r"\Amain, new, all of it:\nresume\.md: .* facts?.*\n\Z")

    def test_new_branch(self):
        self.seed()
        self.git("checkout", "-q", "-b", "acme")
        self.commit(resume__md=V2)
        for remote_head in (None, "refs/remotes/origin/main"):
            if remote_head:
                self.git("symbolic-ref", "refs/remotes/origin/HEAD", remote_head)
            with self.subTest(remote_head):
                told = self.push("origin", f"acme:acme{bool(remote_head)}")
                name = "origin/HEAD" if remote_head else "origin/main"
                self.assertIn(f"resume.md  merge base with {name} → acme, new\n", told)
                self.assertTrue(told.endswith("1 fact\n"), told)

    def test_new_branch_beside_another(self):
        self.git("push", "-q", "--no-verify", "origin", "main:trunk")
        self.git("fetch", "-q")
        self.commit(resume__md=V2)
        self.assertIn("resume.md  merge base with origin → main, new\n", self.push())

    def test_new_branch_without_a_change(self):
        self.seed()
        self.assertEqual(self.push("origin", "main:copy"), "")

    def test_unrelated_branch(self):
        self.seed()
        self.git("checkout", "-q", "--orphan", "other")
        self.commit(resume__md=V2)
        self.assertIn("other, new, all of it:\n", self.push("origin", "other"))

    def test_deletion_and_tags(self):
        self.seed()
        self.git("push", "-q", "--no-verify", "origin", "main:gone")
        self.commit(resume__md=V2)
        self.git("tag", "-a", "-m", "x", "sent")
        self.assertEqual(self.push("origin", ":gone"), "")
        self.assertEqual(self.push("origin", "sent", "sent^{}:refs/tags/light"), "")
        self.assertIn("origin/main → sent", self.push("origin", "sent^{}:main").replace("^{}", ""))

    def test_annotated_tag_to_a_branch(self):
        self.seed()
        self.commit(resume__md=V2)
        self.git("tag", "-a", "-m", "x", "sent")
        line = f"refs/tags/sent {self.head('sent')} refs/heads/main {self.head('main~1')}\n"
        self.assertIn("resume.md  origin/main → refs/tags/sent\n", self.hook(line))

    def test_rewritten(self):
        self.commit(resume__md=V2)
        self.seed()
        self.git("reset", "-q", "--hard", "HEAD~1")
        self.commit(resume__md=V1.replace("Go, C", "Zig, C"))
        told = self.push("-f", "origin", "main")
        self.assertIn("resume.md  origin/main → main, rewritten\n", told)
        self.assertIn("[-60%-]{+40%+}", told)

    def test_what_the_remote_has_is_not_here(self):
        self.seed()
        other = os.path.join(self.top, "other")
        self.git("clone", "-q", self.remote, other)
        self.git("-C", other, "commit", "-q", "--allow-empty", "-m", "x")
        self.git("-C", other, "push", "-q", "origin", "main")
        self.commit(resume__md=V2)
        told = self.push("-f", "origin", "main")
        self.assertIn("merge base with origin/main → main, what is there now is not here\n", told)
        self.assertIn("[-40%-]{+60%+}", told)

    def test_several(self):
        self.seed()
        self.commit(resume__md=V2)
        self.git("branch", "same")
        self.git("checkout", "-q", "-b", "acme")
        self.commit(resume__md=V3)
        told = self.push("origin", "main", "acme", "same:again")
        self.assertEqual(told.count("resume.md  "), 2, told)
        self.assertIn("\n\nresume.md  ", told)

    def test_same_comparison_is_told_once(self):
        self.seed()
        self.commit(resume__md=V2)
        told = self.push("origin", "main:one", "main:two")
        self.assertEqual(told.count("resume.md  "), 1, told)

    def test_several_resumes(self):
        self.seed()
        self.commit(resume__md=V2, cv_de__md=V1)
        told = self.push()
        self.assertIn("resume.md  origin/main → main\n", told)
        self.assertIn("cv_de.md  origin/main → main (new file)\n", told)

    def test_other_revisions(self):
        self.seed()
        self.commit("An odd one", resume__md=V2)
        self.commit(resume__md=V3)
        told = self.push("origin", "HEAD^{/An odd one}:main")
        self.assertIn("resume.md  origin/main → ", told)
        self.assertTrue(told.endswith("\n1 fact\n"), told)

    def test_nothing_to_tell(self):
        self.seed()
        self.commit(README__md="Text\n", notes__md="More\n")
        self.assertEqual(self.push(), "")
        self.commit(README__md="Other text\n")
        self.assertEqual(self.push(), "")

    def test_named_resume(self):
        self.configure(path="me.md")
        self.commit(me__md=V1)
        self.git("push", "-q", "--no-verify", "origin", "main")
        self.commit(README__md="Text\n", resume__md=V4)
        self.assertEqual(self.push(), "")
        self.commit(me__md=V2)
        self.assertIn("me.md  origin/main → main\n", self.push())

    def test_a_file_that_cannot_be_compared(self):
        self.seed()
        self.commit(resume__md=b"\0\1\2", cv__md=V1)
        told = self.push()
        self.assertIn("cvdiff: error: cannot compare 'resume.md'", told)
        self.assertIn("cv.md  origin/main → main", told)

    def test_by_url(self):
        self.seed()
        self.commit(resume__md=V2)
        told = self.push(f"file://{self.remote}", "main")
        self.assertIn("resume.md  remote main → main\n", told)
        self.assertNotIn("file:", told)

    def test_porcelain(self):
        self.seed()
        self.commit(resume__md=V2)
        code, out, err = self.run_git("push", "--porcelain", "origin", "main")
        self.assertEqual(code, 0, err)
        self.assertNotIn("resume.md", out)
        self.assertIn("resume.md", err)

    def test_linked_working_tree(self):
        self.seed()
        linked = os.path.join(self.top, "linked")
        self.git("worktree", "add", "-q", "-b", "acme", linked)
        with open(os.path.join(linked, "resume.md"), "w") as file:
            file.write(V2)
        self.git("-C", linked, "commit", "-q", "-a", "-m", "x")
        self.assertIn("origin/main → acme, new", self.push("origin", "acme", cwd=linked))

    def test_from_a_folder_and_with_git_dir(self):
        self.seed()
        self.write("notes/x", "x")
        self.commit(resume__md=V2)
        self.assertIn("origin/main → main", self.push(cwd=self.path("notes")))
        self.commit(resume__md=V3)
        place = {"GIT_DIR": self.path(".git"), "GIT_WORK_TREE": self.dir}
        self.assertIn("origin/main → main", self.push(cwd=self.top, env=place))

    def test_chained(self):
        self.seed()
        before = self.path(".git/hooks/pre-push.before-cvdiff")
        log = os.path.join(self.top, "log")
        self.write(before, f"#!/bin/sh\ncat > '{log}'\n")
        os.chmod(before, 0o755)
        self.commit(resume__md=V2)
        self.assertIn("origin/main → main", self.push())
        with open(log) as file:
            self.assertTrue(file.read().startswith("refs/heads/main "))

    def test_colour(self):
        self.seed()
        self.commit(resume__md=V2)
        line = f"refs/heads/main {self.head()} refs/heads/main {self.head('HEAD~1')}\n"
        self.git("config", "color.ui", "always")
        self.assertIn("\x1b[", self.hook(line))

    def test_many_references(self):
        self.seed()
        lines = []
        for number in range(40):
            self.commit(resume__md=V1.replace("40%", f"{number}%"))
            lines.append(f"refs/heads/b{number} {self.head()} refs/heads/b{number} {ZERO}\n")
        same = "".join(f"refs/heads/c{n} {self.head()} refs/heads/c{n} {ZERO}\n" for n in range(3000))
        begun = time.monotonic()
        told = self.hook("".join(lines) + same)
        self.assertEqual(told.count("resume.md  merge base"), 20)
        self.assertTrue(told.endswith("\n… and 3020 more references.\n"), told[-200:])
        self.assertLess(time.monotonic() - begun, 20)


class Odd(Push):
    def test_input_that_is_none(self):
        for line in ("", "\n", "x\n", "a b c d\n", "refs/heads/main\0 1 2 3\n",
                     f"refs/heads/main {'f' * 40} refs/heads/main {'e' * 39}\n", " " * 5000):
            with self.subTest(line):
                self.assertEqual(self.hook(line), "")

    def test_zeros_of_either_length(self):
        for zero in (ZERO, "0" * 64):
            line = f"refs/heads/main {self.head()} refs/heads/main {zero}\n"
            self.assertIn("main, new", self.hook(line))
            self.assertEqual(self.hook(f"(delete) {zero} refs/heads/main {self.head()}\n"), "")

    def test_an_object_that_is_not_there(self):
        told = self.hook(f"refs/heads/main {'f' * 40} refs/heads/main {ZERO}\n")
        self.assertIn("cvdiff: error: unknown revision", told)

    def test_a_file_is_pushed(self):
        self.assertEqual(self.hook(f"x {self.head('HEAD:resume.md')} refs/heads/main {ZERO}\n"), "")

    def test_names_are_no_commands(self):
        mark = os.path.join(self.top, "mark")
        self.seed()
        self.commit(resume__md=V2)
        for name in (f"$(touch${{IFS}}{mark})", f"a;touch${{IFS}}{mark};b", f"`touch${{IFS}}{mark}`",
                     "a'b\"c", "a|b&c", "-n", "--help", "%s%n"):
            with self.subTest(name):
                self.git("update-ref", f"refs/heads/{name}", "HEAD")
                told = self.push("origin", f"refs/heads/{name}:refs/heads/{name}")
                self.assertIn(f"→ {name}, new Experience", " ".join(told.split()))
                self.assertFalse(os.path.exists(mark))
                for mode in ("note", "gate"):
                    self.git("-c", f"cvdiff.prePush={mode}", "push", "-q", "origin",
                             f"refs/heads/{name}:refs/heads/x{name}{mode}", check=False)
                    self.assertFalse(os.path.exists(mark))

    def test_remotes_are_no_revisions(self):
        line = f"refs/heads/main {self.head()} refs/heads/main {ZERO}\n"
        for remote in ("../..", "*", "--help", "-h", "", "a b", "@{-1}", "origin/../x", "\x1b[31m"):
            with self.subTest(remote):
                told = self.hook(line, remote, "url")
                self.assertIn("main, new", told)
                self.assertNotIn("\x1b", told)

    def test_escape_sequences_are_text(self):
        self.seed()
        self.commit(resume__md=V1.replace("Mentored", "\x1b]0;title\x07 Mentored\x9b31m"))
        told = self.push()
        self.assertIn("<U+001B>", told)
        self.assertNotRegex(told, "[\x00-\x09\x0b-\x1f\x7f-\x9f]")

    def test_standard_error_is_closed(self):
        self.seed()
        self.commit(resume__md=V2)
        line = f"refs/heads/main {self.head()} refs/heads/main {self.head('HEAD~1')}\n".encode()
        for mode, code in (("print", 0), ("gate", 1)):
            self.configure(prePush=mode)
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([harness.CVDIFF, "hook", "pre-push", "origin", "url"], cwd=self.dir,
                                  env=self.env, input=line, stderr=writer)
            os.close(writer)
            self.assertEqual(done.returncode, code)

    def test_usage(self):
        self.fails("hook", says="no hook ''", hint="cvdiff help hook")
        self.fails("hook", "post-commit", says="no hook 'post-commit'")
        self.assertIn("prepare-commit-msg", self.ok("help", "hook").out)


class Modes(Push):
    def setUp(self):
        super().setUp()
        self.seed()

    def note(self, commit="HEAD"):
        return self.git("notes", "--ref=cvdiff", "show", commit)

    def test_note(self):
        self.configure(prePush="note")
        self.commit(resume__md=V2)
        told = self.push()
        self.assertEqual(told, f"cvdiff: git notes --ref=cvdiff show {self.head()[:7]}\n")
        self.assertTrue(self.note().startswith("resume.md  origin/main → main\n\nExperience\n"))
        self.assertNotIn("\x1b", self.note())

    def test_note_is_replaced(self):
        self.configure(prePush="note")
        self.commit(resume__md=V2)
        self.git("notes", "--ref=cvdiff", "add", "-m", "an earlier one")
        self.push()
        self.assertNotIn("earlier", self.note())
        self.assertEqual(self.git("notes", "list"), "")

    def test_note_on_one_commit_from_two_branches(self):
        self.git("branch", "old")
        self.commit(resume__md=V2)
        self.git("push", "-q", "--no-verify", "origin", "main:other")
        self.commit(resume__md=V3)
        self.configure(prePush="note")
        self.push("origin", "main:main", "main:other")
        self.assertEqual(self.note().count("resume.md  "), 2, self.note())

    def test_note_where_nothing_changed(self):
        self.configure(prePush="note")
        self.commit(README__md="x\n")
        self.assertEqual(self.push(), "")
        self.assertNotEqual(self.run_git("notes", "--ref=cvdiff", "show", "HEAD")[0], 0)
        self.commit(resume__md=V2)
        self.push()
        self.assertEqual(self.push("origin", "refs/notes/cvdiff"), "")

    def test_note_of_a_long_report(self):
        self.configure(prePush="note")
        bullets = "".join(f"- Statement number {number} of very many.\n" for number in range(5000))
        self.commit(resume__md=V1.replace("- Mentored", f"{bullets}- Mentored"))
        self.push()
        self.assertGreater(len(self.note()), 1 << 17)

    def test_note_that_git_refuses(self):
        self.configure(prePush="note")
        self.commit(resume__md=V2)
        self.write(".git/refs/notes/cvdiff.lock", "")
        told = self.push()
        self.assertIn("cvdiff: error: git cannot attach a note", told)

    def test_write(self):
        self.configure(prePush="write")
        self.commit(resume__md=V2)
        told = self.push(code=1)
        self.assertIn("stopped: 'RESUME-CHANGELOG.md' tells now what is pushed", told)
        self.assertNotIn("origin/main → main", told)
        with open(self.path("RESUME-CHANGELOG.md"), encoding="utf-8") as file:
            self.assertIn("- The résumé of Ada Nilsson", file.read())
        self.commit()
        self.assertEqual(self.push(), "")
        self.assertEqual(self.git("status", "--short"), "")

    def test_write_stops_once(self):
        self.configure(prePush="write", changelogFile="docs/News.md")
        self.commit(resume__md=V2)
        self.write("notes/x", "x")
        self.push(code=1, cwd=self.path("notes"))
        self.assertTrue(os.path.exists(self.path("docs/News.md")))
        self.assertEqual(self.push(), "")

    def test_write_nothing(self):
        self.configure(prePush="write")
        self.commit(README__md="x\n")
        self.assertEqual(self.push(), "")
        self.git("checkout", "-q", "-b", "other")
        self.commit(resume__md=V2)
        self.git("checkout", "-q", "main")
        self.assertEqual(self.push("origin", "other"), "")
        self.assertEqual(self.git("status", "--short"), "")

    def test_write_where_it_cannot(self):
        for name in ("resume.md", "resume.md/x", ".git"):
            self.configure(prePush="write", changelogFile=name)
            self.commit(resume__md=V2 + "\n" * len(name))
            self.assertIn("cvdiff: error: ", self.push())

    def test_gate(self):
        self.configure(prePush="gate")
        cases = {
            "fact": (V2, (True, True, True)),
            "content": (V1.replace("- Mentored", f"- {NEW_BULLET}\n- Mentored"), (False, True, True)),
            "style": (V1.replace("- Cut", "* Cut").replace("- Led", "* Led")
                        .replace("- Mentored", "* Mentored"), (False, False, True)),
        }
        for name, (text, stops) in cases.items():
            self.commit(resume__md=text)
            for fail_on, stopped in zip(("fact", "content", "style"), stops):
                with self.subTest((name, fail_on)):
                    self.configure(failOn=fail_on)
                    told = self.push("origin", f"main:{name}-{fail_on}", code=int(stopped))
                    self.assertIn("resume.md  ", told)
                    self.assertEqual(f"stopped: what is pushed changes the résumé (cvdiff.failOn = "
                                     f"{fail_on})\nhint: git push --no-verify" in told, stopped, told)
            self.git("reset", "-q", "--hard", "HEAD~1")

    def test_gate_by_default_at_facts(self):
        self.configure(prePush="gate")
        self.commit(resume__md=V3)
        self.push(code=1)
        self.assertEqual(self.run_git("push", "-q", "--no-verify", "origin", "main")[0], 0)

    def test_gate_looks_at_every_reference(self):
        self.configure(prePush="gate", failOn="content")
        base, lines = self.head(), []
        for number in range(30):
            self.commit(resume__md=V1 + "\n" * (number + 1))
            lines.append(f"refs/heads/b{number} {self.head()} refs/heads/b{number} {base}\n")
        self.hook("".join(lines))
        self.commit(resume__md=V2)
        lines.append(f"refs/heads/last {self.head()} refs/heads/last {base}\n")
        self.hook("".join(lines), code=1)

    def test_gate_without_a_resume(self):
        self.configure(prePush="gate")
        self.commit(README__md="x\n")
        self.assertEqual(self.push(), "")

    def test_unknown_settings(self):
        self.commit(resume__md=V2)
        self.configure(prePush="shout", failOn="x")
        told = self.push()
        self.assertIn("cvdiff: error: cvdiff.prePush cannot be 'shout'\nhint: git config", told)
        self.assertIn("origin/main → main", told)
        self.configure(prePush="gate")
        self.commit(README__md="x\n")
        told = self.push(code=1)
        self.assertIn("cvdiff.failOn cannot be 'x'", told)
        self.assertIn("--no-verify", told)

    def test_settings_on_the_command_line(self):
        self.commit(resume__md=V2)
        self.assertEqual(self.run_git("-c", "cvdiff.prePush=gate", "push", "-q", "origin", "main")[0], 1)
        self.assertEqual(self.run_git("push", "-q", "origin", "main")[0], 0)


class Failures(Push):
    """What goes wrong in cvdiff stops nothing, but for a gate."""

    def both(self, says, env=None):
        for mode, code in (("print", 0), ("gate", 1)):
            with self.subTest(mode):
                self.configure(prePush=mode)
                told = self.push("origin", f"main:{mode}", code=code, env=env)
                self.assertIn(says, told)
                self.assertEqual("cannot tell what changed" in told, bool(code), told)

    def test_sha_256(self):
        self.dir = os.path.join(self.top, "long")
        self.git("init", "-q", "-b", "main", "--object-format=sha256", self.dir, cwd=self.top)
        self.remote = os.path.join(self.top, "long.git")
        self.git("init", "-q", "--bare", "--object-format=sha256", self.remote)
        self.git("remote", "add", "origin", self.remote)
        self.ok("setup", "pre-push", "prepare-commit-msg")
        self.commit(resume__md=V1)
        self.both("repositories with SHA-256 object ids are not supported")
        self.git("checkout", "-q", "-b", "new")
        self.assertEqual(self.push("origin", ":print"), "")

    def test_damaged_repository(self):
        self.seed()
        self.commit(resume__md=V2)
        blob = self.head("HEAD:resume.md")
        self.git("push", "-q", "--no-verify", "origin", "main:there")
        os.remove(self.path(f".git/objects/{blob[:2]}/{blob[2:]}"))
        self.both("cvdiff: error: ")

    def test_crash(self):
        # By way of a libgit2 that ends the process at its first call.
        source = os.path.join(self.top, "crash.c")
        library = os.path.join(self.top, "crash.so")
        with open(source, "w") as file:
            file.write("#include <signal.h>\n#include <stdlib.h>\n"
                       "int git_libgit2_init(void) { abort(); }\n")
        folder = os.path.join(self.top, "lib")
        os.mkdir(folder)
        done = subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source], capture_output=True)
        if done.returncode:
            self.skipTest("no library can be built here")
        for name in ("libgit2.so.1.5", "libgit2.so.1.7", "libgit2.so.1.8", "libgit2.so.1.9"):
            os.symlink(library, os.path.join(folder, name))
        self.both("", env={"LD_LIBRARY_PATH": folder})


class Message(Case):
    def setUp(self):
        super().setUp()
        self.seen = os.path.join(self.top, "seen")
        editor = os.path.join(self.bin, "editor")
        with open(editor, "w") as file:
            file.write(f'#!/bin/sh\ncp "$1" "{self.seen}"\n'
                       'printf "Words of a person\\n" | cat - "$1" > "$1.new"\nmv "$1.new" "$1"\n')
        os.chmod(editor, 0o755)
        self.env["GIT_EDITOR"] = editor
        self.commit(resume__md=V1)
        self.write("resume.md", V2)
        self.git("add", "resume.md")

    def edit(self, *args, options=(), message="Words of a person"):
        """What the editor was shown; what was committed is checked."""
        if os.path.exists(self.seen):
            os.remove(self.seen)
        code, _, err = self.run_git(*options, "commit", "-q", *args)
        self.assertEqual(code, 0, err)
        if message is not None:
            self.assertEqual(self.git("log", "-1", "--format=%B"), message)
        shown = None
        if os.path.exists(self.seen):
            with open(self.seen, encoding="utf-8") as file:
                shown = file.read()
        self.git("reset", "-q", "--soft", "HEAD~1")
        return shown

    def summary(self, comment="#"):
        lines = ("resume.md  HEAD → index", "", "Experience", "  Senior Engineer, Tarn Systems",
                 "    ~ Bullet  Cut build times by [-40%-]{+60%+} for twelve teams.", "", "1 fact", "")
        return "".join(f"{comment}{' ' + line if line else ''}\n" for line in lines)

    def test_plain(self):
        shown = self.edit()
        self.assertTrue(shown.startswith("\n# Please enter"), shown)
        self.assertTrue(shown.endswith(f"#\tmodified:   resume.md\n#\n{self.summary()}"), shown)

    def test_all_of_the_working_tree(self):
        self.git("reset", "-q")
        self.assertTrue(self.edit("-a").endswith(self.summary()))
        self.assertTrue(self.edit("resume.md").endswith(self.summary()))

    def test_only_what_is_staged(self):
        self.write("resume.md", V3)
        self.assertTrue(self.edit().endswith(self.summary()))

    def test_verbose(self):
        shown = self.edit("-v")
        before, cut, after = shown.partition("# ------------------------ >8 ---")
        self.assertTrue(before.endswith(self.summary()), shown)
        self.assertIn("diff --git", after)
        self.assertEqual(self.edit(options=("-c", "commit.verbose=true")), shown)

    def test_scissors(self):
        for arguments in ((), ("-v",)):
            shown = self.edit(*arguments, options=("-c", "commit.cleanup=scissors"))
            self.assertIn(self.summary(), shown)
            self.assertLess(shown.index(">8"), shown.index("resume.md  HEAD"))
            if arguments:
                self.assertLess(shown.index("resume.md  HEAD"), shown.index("diff --git"))
        shown = self.edit(options=("-c", "commit.cleanup=scissors", "-c", "commit.status=false"))
        self.assertNotIn("resume.md", shown)

    def test_kept_comments(self):
        for cleanup in ("whitespace", "verbatim", "nonsense"):
            with self.subTest(cleanup):
                code, _, err = self.run_git("-c", f"commit.cleanup={cleanup}", "commit", "-q")
                if not code:
                    self.git("reset", "-q", "--soft", "HEAD~1")
                    with open(self.seen) as file:
                        self.assertNotIn("HEAD → index", file.read())
                self.assertEqual(code != 0, cleanup == "nonsense", err)

    def test_without_status(self):
        for arguments in (("--no-status",), ("-v", "--no-status")):
            self.assertIn(self.summary(), self.edit(*arguments))
        self.assertEqual(self.edit("--no-status"), f"\n{self.summary()}")

    def test_comment_characters(self):
        for character in ";%!x":
            with self.subTest(character):
                option = ("-c", f"core.commentChar={character}")
                self.assertTrue(self.edit(options=option).endswith(self.summary(character)))
                self.assertIn(self.summary(character), self.edit("-v", options=option))
                self.assertIn(self.summary(character), self.edit("--no-status", options=option))

    def test_automatic_comment_character(self):
        option = ("-c", "core.commentChar=auto")
        self.assertTrue(self.edit(options=option).endswith(self.summary()))
        self.write("template", "# A heading\n; and this\n")
        for arguments in ((), ("-v",)):
            shown = self.edit(*arguments, "-t", "template", options=option,
                              message="Words of a person\n# A heading\n; and this")
            self.assertIn(self.summary("@"), shown)
        self.assertEqual(self.edit("-t", "template", "--no-status", options=option, message=None),
                         "# A heading\n; and this\n")

    def test_comment_string(self):
        for string in ("//", "→"):
            option = ("-c", f"core.commentString={string}")
            for arguments in ((), ("-v",)):
                shown = self.edit(*arguments, options=option)
                used = string if f"\n{string} On branch" in shown else "#"
                self.assertIn(self.summary(used), shown)

    def file(self, text, *options):
        """The hook alone, on a file; the file afterwards."""
        self.write("message", text)
        env = {f"GIT_CONFIG_{part}_{i}": value for i, option in enumerate(options)
               for part, value in zip(("KEY", "VALUE"), option.split("="))}
        self.ok("hook", "prepare-commit-msg", "message", env={**env, "GIT_CONFIG_COUNT": str(len(options))})
        with open(self.path("message"), "rb") as file:
            return file.read().decode()

    def test_comment_string_as_a_newer_git_writes_it(self):
        own = "\n// Please enter\n//\n// On branch main\n//\n"
        self.assertEqual(self.file(own, "core.commentString=//"), own + self.summary("//"))
        cut = "// ------------------------ >8 ------------------------\n// Do not\ndiff --git x\n"
        self.assertEqual(self.file(own + cut, "core.commentString=//"), own + self.summary("//") + cut)
        self.assertEqual(self.file("Text\n", "core.commentString=//"), "Text\n")

    def test_a_persons_scissors(self):
        text = "x ------------------------ >8 ------------------------\n"
        self.assertEqual(self.file(text), text + self.summary())

    def test_no_line_end_and_odd_bytes(self):
        self.assertEqual(self.file("Text"), f"Text\n{self.summary()}")
        self.assertEqual(self.file("a\0b\n"), f"a\0b\n{self.summary()}")

    def test_template(self):
        self.write("template", "Subject: \n\nWhy:\n")
        shown = self.edit("-t", "template", message="Words of a person\nSubject:\n\nWhy:")
        self.assertTrue(shown.startswith("Subject: \n\nWhy:\n\n# Please"), shown)
        self.assertTrue(shown.endswith(self.summary()))

    def test_messages_that_are_there(self):
        for arguments in (("-m", "x"), ("-m", "x", "-e"), ("-F", "resume.md"), ("-C", "HEAD"),
                          ("-c", "HEAD"), ("--squash=HEAD",), ("--fixup=HEAD",)):
            with self.subTest(arguments):
                self.assertNotIn("HEAD → index", self.edit(*arguments, message=None) or "")

    def test_amend_and_merge(self):
        self.git("commit", "-q", "-m", "x")
        self.git("checkout", "-q", "-b", "side", "HEAD~1")
        self.commit(other="x")
        self.assertEqual(self.run_git("commit", "-q", "--amend")[0], 0)
        self.assertEqual(self.run_git("merge", "-q", "--edit", "main")[0], 0)
        with open(self.seen) as file:
            self.assertNotIn("HEAD → index", file.read())

    def test_no_editor(self):
        self.write("template", "Words\n")
        self.env["GIT_EDITOR"] = "false"
        code, _, err = self.run_git("commit", "-q", "-t", "template", "--no-edit")
        if not code:
            self.assertEqual(self.git("log", "-1", "--format=%B"), "Words")

    def test_nothing_to_tell(self):
        self.git("reset", "-q", "--hard")
        self.write("other.md", "x\n")
        self.git("add", "other.md")
        self.assertNotIn("HEAD → index", self.edit())

    def test_first_commit(self):
        self.git("checkout", "-q", "--orphan", "new")
        code, _, err = self.run_git("commit", "-q")
        self.assertEqual(code, 0, err)
        with open(self.seen, encoding="utf-8") as file:
            self.assertIn("# resume.md  no commit → index (new file)\n", file.read())

    def test_long_summary(self):
        self.write("resume.md", "".join(f"# S{n}\n\nText {n}\n\n" for n in range(300)))
        self.git("add", "resume.md")
        shown = self.edit()
        self.assertRegex(shown, r"\n# … and \d+ more lines: cvdiff --staged\n#\n\Z")
        self.assertLess(shown.count("\n"), 80)

    def test_escape_sequences_are_text(self):
        self.write("resume.md", V1.replace("Mentored", "\x1b[31m Mentored\r"))
        self.git("add", "resume.md")
        shown = self.edit()
        self.assertIn("<U+001B>", shown)
        self.assertNotIn("\x1b", shown)

    def test_nothing_fails_the_commit(self):
        for arguments in ((), ("missing",), (".",), ("message", "commit", "HEAD"), ("a", "b", "c", "d")):
            with self.subTest(arguments):
                self.ok("hook", "prepare-commit-msg", *arguments)
        self.write("message", "x")
        self.ok("hook", "prepare-commit-msg", "message", cwd=self.top)

    def test_mode_and_links_are_kept(self):
        self.write("message", "")
        os.chmod(self.path("message"), 0o600)
        os.symlink("message", self.path("link"))
        self.ok("hook", "prepare-commit-msg", "link")
        self.assertTrue(os.path.islink(self.path("link")))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("message")).st_mode), 0o600)
        with open(self.path("message"), encoding="utf-8") as file:
            self.assertEqual(file.read(), f"\n{self.summary()}")


class Framework(Push):
    """pre-commit hands over variables, and neither arguments nor input."""

    MANIFEST = os.path.join(HOOKS, "..", ".pre-commit-hooks.yaml")

    def pre_push(self, **variables):
        env = {f"PRE_COMMIT_{name}": value for name, value in variables.items()}
        result = self.cv("hook", "pre-push", env={"PRE_COMMIT": "1", **env})
        self.assertEqual(result.code, 0, result.err)
        return result.err

    def test_update(self):
        old = self.head()
        self.commit(resume__md=V2)
        told = self.pre_push(FROM_REF=old, TO_REF=self.head(), LOCAL_BRANCH="refs/heads/main",
                             REMOTE_BRANCH="refs/heads/main", REMOTE_NAME="origin", REMOTE_URL="url")
        self.assertTrue(told.startswith(f"resume.md  {old[:7]} → main\n"), told)

    def test_by_names(self):
        self.commit(resume__md=V2)
        self.assertIn("resume.md  HEAD~1 → HEAD\n", self.pre_push(FROM_REF="HEAD~1", TO_REF="HEAD"))

    def test_first_push(self):
        told = self.pre_push(LOCAL_BRANCH="refs/heads/main", REMOTE_BRANCH="refs/heads/main",
                             REMOTE_NAME="origin", REMOTE_URL="url")
        self.assertIn("main, new, all of it:\n", told)

    def test_nothing(self):
        self.assertEqual(self.pre_push(), "")
        self.assertEqual(self.pre_push(FROM_REF="--help", TO_REF="-x").count("error"), 1)

    def test_message_source(self):
        self.write("resume.md", V2)
        self.git("add", "-A")
        for source, added in (("message", False), ("template", True), ("", True)):
            self.write("message", "x\n")
            self.ok("hook", "prepare-commit-msg", "message",
                    env={"PRE_COMMIT": "1", "PRE_COMMIT_COMMIT_MSG_SOURCE": source})
            with open(self.path("message"), encoding="utf-8") as file:
                self.assertEqual("HEAD → index" in file.read(), added, source)

    def test_manifest(self):
        """Flat mappings of one line a key, which need no reader of YAML."""
        hooks = []
        with open(self.MANIFEST, encoding="utf-8") as file:
            for line in file.read().splitlines():
                if line.startswith("#"):
                    continue
                self.assertRegex(line, r"\A(- |  )[a-z_]+: \S")
                if line.startswith("- "):
                    hooks.append({})
                key, value = line[2:].split(": ", 1)
                hooks[-1][key] = value
        self.assertEqual([hook["id"] for hook in hooks], ["cvdiff-changelog", "cvdiff-summary"])
        for hook in hooks:
            stage = hook["stages"].strip("[]")
            self.assertEqual((hook["entry"], hook["language"]), (f"cvdiff hook {stage}", "system"))
            self.assertEqual(self.cv(*hook["entry"].split()[1:]).code, 0)


class ByHand(Case):
    def test_folder_has_what_setup_writes(self):
        for name in ("pre-push", "prepare-commit-msg"):
            with self.subTest(name):
                with open(self.path(f".git/hooks/{name}")) as written, \
                        open(os.path.join(HOOKS, name)) as kept:
                    self.assertEqual(kept.read(), written.read())
                self.assertTrue(os.access(os.path.join(HOOKS, name), os.X_OK))


if __name__ == "__main__":
    harness.main()

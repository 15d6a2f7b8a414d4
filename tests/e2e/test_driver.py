"""cvdiff as git's diff driver and textconv filter, run by the real git."""

import os
import shutil
import subprocess
import unittest

import harness
from harness import NEW_BULLET, V1, V2, V3, V4, Case

SGR = "\x1b["
LINK = "# Ada\n\n## Work\n\n- See [the guide](https://example.org/a).\n"


class Driven(Case):
    """A repository whose Markdown files are cvdiff's."""

    format = "sha1"

    def setUp(self):
        super().setUp()
        self.bin = os.path.join(self.top, "bin")
        os.mkdir(self.bin)
        os.symlink(os.path.realpath(shutil.which(harness.CVDIFF)), os.path.join(self.bin, "cvdiff"))
        self.env["PATH"] = f"{self.bin}:{self.env['PATH']}"
        self.init(f"--object-format={self.format}")
        self.git("config", "diff.cvdiff.command", "cvdiff driver --")
        self.write(".git/info/attributes", "*.md diff=cvdiff\n")

    def told(self, *args, says=(), lacks=(), env=None, code=0):
        """What git prints, which must end well and say nothing on standard error."""
        done = subprocess.run(["git", *args], cwd=self.dir, env={**self.env, **(env or {})},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        out = done.stdout.decode("utf-8", "backslashreplace")
        err = done.stderr.decode("utf-8", "backslashreplace")
        self.assertEqual((done.returncode, err), (code, ""), out)
        for words in [says] if isinstance(says, str) else says:
            self.assertIn(words, out)
        for words in [lacks] if isinstance(lacks, str) else lacks:
            self.assertNotIn(words, out)
        return out

    def short(self, revision):
        return self.git("rev-parse", revision)[:7]


class Driver(Driven):
    def test_versions(self):
        self.history()
        self.write("resume.md", V2)
        self.told("diff", says=[f"resume.md  {self.short('HEAD:resume.md')} → working tree\n", "Rust"],
                  lacks="diff --git")
        self.git("add", "resume.md")
        self.told("diff", "--cached",
                  says=f"resume.md  {self.short('HEAD:resume.md')} → {self.short(':resume.md')}\n")
        self.told("show", "--ext-diff", "HEAD", says=["Version 4", "Rust"], lacks="@@")
        self.told("log", "-p", "--ext-diff", "--reverse",
                  says=["(new file)", "[-40%-]{+60%+}", f"+ Bullet  {NEW_BULLET}"], lacks="@@")
        self.told("diff", "HEAD~3", "HEAD~2", says="[-40%-]{+60%+}")
        self.told("diff", "-R", "HEAD~3", "HEAD~2", says="[-60%-]{+40%+}")
        self.told("diff", "--no-ext-diff", "HEAD", says="@@")

    def test_added_deleted_renamed(self):
        self.commit(resume__md=V1)
        self.told("show", "--ext-diff", says="(new file)")
        self.git("mv", "resume.md", "cv.md")
        self.commit("Rename")
        self.told("show", "--ext-diff", says=["resume.md → cv.md", "Renamed, with the same content."],
                  lacks="No changes")
        self.git("mv", "cv.md", "vita.md")
        self.commit("Rename and edit", vita__md=V2)
        self.told("show", "--ext-diff", says=["cv.md → vita.md", "[-40%-]{+60%+}"])
        self.git("rm", "-q", "vita.md")
        self.commit("Delete")
        self.told("show", "--ext-diff", says=["vita.md", "(deleted file)", "- Name"])

    def test_mode_alone(self):
        self.commit(resume__md=V1)
        os.chmod(self.path("resume.md"), 0o755)
        out = self.told("diff", says="\nmode 100644 → 100755\n", lacks="No changes")
        self.assertEqual(len(out.splitlines()), 3, out)
        self.commit("Mode")
        self.told("show", "--ext-diff", says="mode 100644 → 100755", lacks="No changes")
        self.write("resume.md", V2)
        os.chmod(self.path("resume.md"), 0o644)
        self.told("diff", says=["mode 100755 → 100644", "60%"])

    def test_several_files_stand_apart(self):
        self.commit(a__md=V1, b__md=V1)
        self.write("a.md", V2)
        self.write("b.md", V2)
        self.told("diff", says=f"1 fact\n\nb.md  {self.short(':b.md')} →")

    def test_what_is_no_resume(self):
        submodule = os.path.join(self.top, "module")
        os.mkdir(submodule)
        self.git("init", "-q", cwd=submodule)
        self.git("commit", "-q", "--allow-empty", "-m", "One", cwd=submodule)
        os.symlink("old-target", self.path("link.md"))
        self.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", submodule, "module.md")
        self.commit(binary__md=b"\0one", lfs__md="version https://git-lfs.github.com/spec/v1\n",
                    latin__md=V1.replace("Nilsson", "Nilssön").encode("cp1252"), empty__md="")
        self.git("commit", "-q", "--allow-empty", "-m", "Two", cwd=self.path("module.md"))
        os.remove(self.path("link.md"))
        os.symlink("new-target", self.path("link.md"))
        self.write("binary.md", b"\0two")
        self.write("lfs.md", "version https://git-lfs.github.com/spec/v1\noid x\n")
        self.write("latin.md", V2.replace("Nilsson", "Nilssön").encode("cp1252"))
        self.write("empty.md", V1)
        self.git("commit", "-q", "-a", "-m", "Second")
        done = subprocess.run(["git", "log", "-p", "--ext-diff"], cwd=self.dir, env=self.env,
                              capture_output=True, timeout=60)
        out = done.stdout.decode()
        self.assertEqual(done.returncode, 0, done.stderr)
        for words in ("Symbolic link: old-target → new-target", "Symbolic link: old-target\n",
                      "a binary file", "a pointer of Git LFS", "[-40%-]{+60%+}", "Submodule: "):
            self.assertIn(words, out)
        self.assertIn("not UTF-8", done.stderr.decode())
        self.assertNotIn("error", done.stderr.decode())

    def test_type_changes(self):
        self.commit(resume__md=V1)
        os.remove(self.path("resume.md"))
        os.symlink("elsewhere", self.path("resume.md"))
        self.told("diff", says=["(deleted file)", "Symbolic link: elsewhere"])

    def test_merge_conflict(self):
        self.commit(resume__md=V1)
        self.git("checkout", "-q", "-b", "other")
        self.commit(resume__md=V1.replace("40%", "50%"))
        self.git("checkout", "-q", "main")
        self.commit(resume__md=V2)
        self.git("merge", "-q", "other", check=False)
        self.told("diff", "--cached", says="resume.md\n\nIt has merge conflicts.\n")
        self.told("diff", "HEAD", says="It has merge conflicts.", lacks="<<<<")
        self.told("diff", says="++<<<<<<<")

    def test_odd_names(self):
        names = ["-x.md", "--stat.md", "-", "a b.md", "it's.md", 'say "hi".md', "new\nline.md", "$HOME.md",
                 "`id`.md", "tab\t.md", "é.md", b"latin-\xe9.md", "*.md", "driver", "--"]
        self.write(".git/info/attributes", "* diff=cvdiff\n")
        for name in names:
            with open(os.path.join(os.fsencode(self.dir), os.fsencode(name)), "w") as file:
                file.write(V1)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "One")
        for name in names:
            with open(os.path.join(os.fsencode(self.dir), os.fsencode(name)), "w") as file:
                file.write(V2)
        for args in (["diff"], ["diff", "HEAD"], ["log", "-p", "--ext-diff"]):
            out = self.told(*args, lacks="new\nline")  # a line break in a name is indented
            for name in names:
                shown = os.fsencode(name).decode("utf-8", "replace") if isinstance(name, str) else "latin-<E9>"
                shown = shown.replace("\n", "<U+000A>").replace("\t", "<U+0009>")
                self.assertIn(f"\n{shown}", f"\n{out}")
        self.git("commit", "-q", "-a", "-m", "Two")
        self.git("branch", "-m", "-f", "main", "driver")
        self.assertEqual(self.told("show", "--ext-diff", "driver", "--").count("[-40%-]{+60%+}"), len(names))

    def test_in_a_subfolder(self):
        self.commit(**{"a/resume__md": V1})
        self.write("a/resume.md", V2)
        out = subprocess.run(["git", "diff"], cwd=self.path("a"), env=self.env, capture_output=True)
        self.assertIn(b"a/resume.md  ", out.stdout)

    def test_colour(self):
        self.commit(resume__md=V1)
        self.write("resume.md", V2)
        for env, coloured in (({}, False), ({"GIT_PAGER_IN_USE": "true"}, True),
                              ({"GIT_PAGER_IN_USE": "true", "NO_COLOR": "1"}, False),
                              ({"GIT_PAGER_IN_USE": "true", "TERM": "dumb"}, False),
                              ({"GIT_PAGER_IN_USE": "false"}, False)):
            with self.subTest(env):
                self.assertEqual(SGR in self.told("diff", env=env), coloured)
        self.git("config", "diff.cvdiff.command", "cvdiff driver --color=always --")
        self.assertIn(SGR, self.told("diff"))

    def test_width_of_the_pager(self):
        self.commit(resume__md=V1)
        self.write("resume.md", V1.replace("Mentored", "Mentored " + "a statement that goes on " * 20))
        for columns in ("40", "120"):
            out = self.told("diff", env={"GIT_PAGER_IN_USE": "true", "COLUMNS": columns,
                                         "NO_COLOR": "1"})
            widest = max(map(len, out.splitlines()))
            self.assertLessEqual(widest, int(columns))
            self.assertGreater(widest, int(columns) // 2)

    def test_options(self):
        self.commit(resume__md=V1)
        self.write("resume.md", V2.replace("*January 2021", "*Jan 2021"))
        self.git("config", "diff.cvdiff.command", "cvdiff driver --stat --")
        self.assertEqual(self.told("diff"), "resume.md: 1 fact, 1 style change (--style shows it)\n")
        os.chmod(self.path("resume.md"), 0o755)
        self.write("resume.md", V1)
        self.assertEqual(self.told("diff"), "resume.md: mode 100644 → 100755\n")

    def test_a_pager_that_is_left(self):
        for number in range(40):
            self.write(f"cv-{number}.md", V1)
        self.commit()
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(["git", "log", "-p", "--ext-diff"], cwd=self.dir, env=self.env,
                              stdout=writing, stderr=subprocess.PIPE, timeout=60)
        os.close(writing)
        self.assertNotIn(b"external diff died", done.stderr)

    def test_full_disk(self):
        self.commit(resume__md=V1)
        self.write("resume.md", V2)
        with open("/dev/full", "wb") as full:
            done = subprocess.run(["git", "diff"], cwd=self.dir, env=self.env, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(b"standard output", done.stderr)

    def test_by_hand(self):
        self.fails("driver", says="arguments", hint="cvdiff setup diff")
        self.fails("driver", "--", "a", "b", says="not 2")
        self.write("old.md", V1)
        self.write("new.md", V2)
        out = self.ok("driver", "--", "cv.md", "old.md", "new.md").out
        self.assertIn("cv.md  old → new\n", out)
        self.assertIn("(deleted file)", self.ok("driver", "--", "cv.md", "old.md", "/dev/null").out)
        out = self.ok("driver", "--", "cv.md", "old.md", "no/such.md").out
        self.assertIn("cannot read 'no/such.md'", out)
        self.assertIn("cannot read", self.ok("driver", "--", "cv.md", "old.md", ".git").out)

    def test_two_files_outside(self):
        self.write("old.md", V1)
        self.write("new.md", V2)
        self.told("diff", "--no-index", "old.md", "new.md", says=["old.md → new.md", "60%"], code=1)


class Sha256(Driven):
    format = "sha256"

    def test_versions(self):
        self.history()
        self.write("resume.md", V1)
        self.told("diff", says=f"resume.md  {self.short('HEAD:resume.md')} → working tree")
        self.told("log", "-p", "--ext-diff", says=["[-40%-]{+60%+}", "Rust"])


class Textconv(Driven):
    def setUp(self):
        super().setUp()
        self.git("config", "--unset", "diff.cvdiff.command")
        self.git("config", "diff.cvdiff.textconv", "cvdiff textconv --")

    def converted(self, content):
        self.write("any.md", content)
        return self.ok("textconv", "--", "any.md").out

    def test_lines(self):
        self.assertEqual(self.converted(V1), """\
# Ada Nilsson
ada@nilsson.example

## Experience

### Senior Engineer, Tarn Systems
start: January 2021
end: Present
- Cut build times by 40% for twelve teams.
- Led the move to event-driven billing.
- Mentored four engineers.

### Engineer, Fjell Labs
start: June 2017
end: December 2020
- Wrote the ingest pipeline in Go.
- Ran the on-call rota for two years.

## Skills
- Go
- C
- Python
""")
        self.assertEqual(self.converted(LINK).splitlines()[-1], "- See the guide <https://example.org/a>.")
        hidden = V1.replace("- Mentored four engineers.", "<!--\n- Mentored four engineers.\n-->")
        self.assertTrue(self.converted(hidden).endswith(
            "\n## Hidden (in comments)\n- Mentored four engineers.\n"))

    def test_formatting_is_no_difference(self):
        self.assertEqual(self.converted(V1),
                         self.converted(V1.replace("- Cut build times by", "* Cut build\n  times by")))
        self.assertEqual(self.converted(V1), self.converted(V1.replace("\n", "\r\n")))
        self.assertEqual(self.converted(V1), self.converted("\ufeff" + V1))

    def test_odd_input(self):
        for content in (b"", b"\n", b"\0binary", b"\xff\xfe", b"\xff", b"version https://git-lfs.github.com/spec/v1",
                        b"<<<<<<< a\n=======\n>>>>>>> b", b"\n>>>>>>> ", V1.encode("utf-16"), b"- " * 5000,
                        b"# " + b"x" * 100000):
            with self.subTest(content[:20]):
                self.write("any.md", content)
                result = self.ok("textconv", "--", "any.md")
                self.assertEqual(result.err, "")
                if content.startswith((b"\0", b"version")):
                    self.assertEqual(result.raw, content.replace(b"\0", b"<U+0000>"))
                self.assertEqual(result.raw, self.ok("textconv", "--", "any.md").raw)
        self.fails("textconv", "--", "no-such.md", says="cannot read")
        self.fails("textconv", says="one file")

    def test_git_tools(self):
        self.history()
        self.commit("Rewrap", resume__md=V4.replace("- Cut build times by", "- Cut build\n  times by"))
        self.told("show", "--format=%s", lacks="@@")
        self.told("log", "-p", "--format=%s", says=[f"+- {NEW_BULLET}", "-- Python\n+- Rust"])
        self.told("log", "--format=%s", "-G", "build times by", says="Version 2\n", lacks="Rewrap")
        blame = self.told("blame", "-s", "resume.md", says="- Cut build times by 60%")
        self.assertIn(self.git("rev-parse", "--short=8", "HEAD~3"),
                      next(line for line in blame.splitlines() if "Cut build" in line))
        self.told("grep", "--textconv", "Cut build times", says="resume.md:- Cut")

    def test_merge_conflict(self):
        self.commit(resume__md=V1)
        self.git("checkout", "-q", "-b", "other")
        self.commit(resume__md=V1.replace("40%", "50%"))
        self.git("checkout", "-q", "main")
        self.commit(resume__md=V3)
        self.git("merge", "-q", "other", check=False)
        self.told("diff", says=["++<<<<<<< HEAD\n +- Cut build times by 60% for twelve teams.\n++=======\n",
                                "++>>>>>>> other\n"])


if __name__ == "__main__":
    harness.main()

"""cvdiff setup: what it changes in git, that it changes it once, and that it takes back just that."""

import os
import shutil
import subprocess
import unittest

import harness
from harness import V1, V2, Case

ALL = ("diff.cvdiff.command", "diff.cvdiff.textconv", "diff.cvdiff.xfuncname", "difftool.cvdiff.cmd",
       "alias.cvdiff")
HOOKS = ("pre-push", "prepare-commit-msg")
STUB = """#!/bin/sh
[ "$1" != help ] || exit 0
printf 'cvdiff' >> "{log}"; printf ' [%s]' "$@" >> "{log}"; echo >> "{log}"
case $1$2 in hookpre-push) cat >> "{log}" ;; esac
exit {code}
"""
HOOK = """#!/bin/sh
echo "before $# $*" >> "{log}"
{body}
"""


class SetUp(Case):
    def setUp(self):
        super().setUp()
        self.bin = os.path.join(self.top, "bin")
        os.mkdir(self.bin)
        self.program = os.path.realpath(shutil.which(harness.CVDIFF))
        os.symlink(self.program, os.path.join(self.bin, "cvdiff"))
        self.env["PATH"] = f"{self.bin}:{self.env['PATH']}"
        self.log = os.path.join(self.top, "log")

    def snapshot(self, *folders):
        """All files with their bytes and modes; targets of links."""
        found = {}
        for top in folders or (self.dir, self.home):
            for folder, _, files in os.walk(top):
                for name in files:
                    path = os.path.join(folder, name)
                    if os.path.islink(path):
                        found[path] = os.readlink(path)
                    elif os.path.basename(path) != "index":
                        with open(path, "rb") as file:
                            found[path] = (file.read(), os.stat(path).st_mode)
        return found

    def there_and_back(self, *args, cwd=None, folders=()):
        """Sets up twice and undoes it twice, looking at every file."""
        before = self.snapshot(*folders)
        planned = self.ok("setup", "--dry-run", *args, cwd=cwd).out
        self.assertEqual(self.snapshot(*folders), before)
        self.assertIn(": would ", planned)
        done = self.ok("setup", *args, cwd=cwd).out
        self.assertEqual(len(done.splitlines()), len(planned.splitlines()))
        after = self.snapshot(*folders)
        self.assertNotEqual(after, before)
        again = self.ok("setup", *args, cwd=cwd).out
        self.assertEqual({line.split(": ")[1] for line in again.splitlines()}, {"is set up"})
        self.assertEqual(self.snapshot(*folders), after)
        self.ok("setup", "--undo", "--dry-run", *args, cwd=cwd)
        self.assertEqual(self.snapshot(*folders), after)
        self.ok("setup", "--undo", *args, cwd=cwd)
        self.assertEqual(self.snapshot(*folders), before)
        self.assertIn("nothing to undo", self.ok("setup", "--undo", *args, cwd=cwd).out)
        self.ok("setup", *args, cwd=cwd)
        self.assertEqual(self.snapshot(*folders), after)

    def setting(self, key, *args):
        return self.git("config", *args, "--get", key, check=False)

    def attribute(self, *paths, cwd=None):
        lines = self.git("check-attr", "-z", "diff", "--", *paths, cwd=cwd).split("\0")
        return dict(zip(lines[::3], lines[2::3]))

    def run_git(self, *args, cwd=None, env=None):
        done = subprocess.run(["git", *args], cwd=cwd or self.dir, env={**self.env, **(env or {})},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()


class Parts(SetUp):
    def setUp(self):
        super().setUp()
        self.history()
        self.write("resume.md", V1)

    def test_there_and_back(self):
        self.there_and_back()

    def test_each_part_alone(self):
        for part in ("diff", "textconv", "difftool", "alias", *HOOKS):
            with self.subTest(part):
                self.there_and_back(part)
                self.ok("setup", "--undo")

    def test_default_is_harmless(self):
        self.ok("setup")
        for key in ALL:
            self.assertTrue(self.setting(key))
        self.assertFalse([name for name in os.listdir(self.path(".git/hooks"))
                          if not name.endswith(".sample")])

    def test_what_git_then_does(self):
        self.ok("setup")
        self.assertIn("[-60%-]{+40%+}", self.run_git("diff")[1])
        self.assertIn("Rust", self.run_git("show", "--ext-diff")[1])
        self.assertIn("- Cut build times", self.run_git("blame", "resume.md")[1])
        code, out, err = self.run_git("difftool", "-y", "-t", "cvdiff")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("resume.md  old → new", out)
        self.assertIn("[-60%-]{+40%+}", out)
        self.assertIn("[-60%-]{+40%+}", self.run_git("cvdiff")[1])
        self.assertIn("HEAD~1", self.run_git("cvdiff", "HEAD~1")[1])

    def test_other_tools_stay(self):
        self.ok("setup")
        self.git("config", "difftool.other.cmd", 'echo other "$MERGED"')
        self.assertEqual(self.run_git("difftool", "-y", "-t", "other"), (0, "other resume.md\n", ""))

    def test_difftool_of_odd_files(self):
        self.commit(**{"-x y'z.md": V1})
        self.git("rm", "-q", "-f", "resume.md")
        self.ok("setup", "difftool")
        self.write("-x y'z.md", V2)
        code, out, err = self.run_git("difftool", "-y", "-t", "cvdiff", "HEAD")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("-x y'z.md  old → new", out)
        self.assertIn("(deleted file)", out)

    def test_undo_of_one_keeps_the_marks_for_the_other(self):
        self.ok("setup")
        self.ok("setup", "--undo", "diff")
        self.assertEqual(self.attribute("resume.md"), {"resume.md": "cvdiff"})
        self.ok("setup", "--undo", "textconv")
        self.assertEqual(self.attribute("resume.md"), {"resume.md": "unspecified"})

    def test_settings_of_the_users_own(self):
        self.git("config", "diff.cvdiff.command", "my own")
        result = self.cv("setup", "diff", "alias")
        self.assertEqual(result.code, 2)
        self.assert_error(result, says="diff.cvdiff.command is set to something else: my own", hint="--unset-all")
        self.assertEqual(self.setting("diff.cvdiff.command"), "my own")
        self.assertTrue(self.setting("alias.cvdiff"))
        self.assertIn("left diff.cvdiff.command", self.ok("setup", "--undo").out)
        self.assertEqual(self.setting("diff.cvdiff.command"), "my own")
        self.assertFalse(self.setting("alias.cvdiff"))

    def test_settings_of_the_users_own_elsewhere(self):
        self.git("config", "--global", "alias.cvdiff", "log")
        result = self.cv("setup", "alias")
        self.assertEqual((result.code, self.setting("alias.cvdiff")), (2, "log"))

    def test_set_up_globally_already(self):
        self.ok("setup", "--global")
        before = self.snapshot()
        self.assertEqual(self.ok("setup", "alias", "difftool").out,
                         "difftool: is set up\nalias: is set up\n")
        self.assertEqual(self.snapshot(), before)

    def test_other_settings_stay(self):
        with open(self.path(".git/config"), "a") as file:
            file.write('# mine\n[alias]\n\tst = status ; short\n[diff "cvdiff"]\n\tbinary = false\n')
        self.there_and_back()

    def test_a_moved_cvdiff(self):
        self.git("config", "diff.cvdiff.command", "'/no/where/cvdiff' driver --")
        self.ok("setup", "diff")
        self.assertEqual(self.setting("diff.cvdiff.command"), "cvdiff driver --")

    def test_not_on_the_path(self):
        folder = os.path.join(self.top, "it's \"a\" $PLACE")
        os.mkdir(folder)
        copy = os.path.join(folder, "cvdiff")
        shutil.copy(self.program, copy)
        os.remove(os.path.join(self.bin, "cvdiff"))
        with open(os.path.join(self.bin, "cvdiff"), "w") as file:
            file.write("#!/bin/sh\necho wrong program\n")
        os.chmod(os.path.join(self.bin, "cvdiff"), 0o755)
        subprocess.run([copy, "setup"], cwd=self.dir, env=self.env, check=True, capture_output=True)
        self.assertIn("[-60%-]{+40%+}", self.run_git("diff")[1])
        self.assertIn("[-60%-]{+40%+}", self.run_git("cvdiff")[1])
        self.assertIn("[-60%-]{+40%+}", self.run_git("difftool", "-y", "-t", "cvdiff")[1])
        again = subprocess.run([copy, "setup"], cwd=self.dir, env=self.env, check=True, capture_output=True)
        self.assertNotIn(b": set ", again.stdout)
        subprocess.run([copy, "setup", "--undo"], cwd=self.dir, env=self.env, check=True, capture_output=True)
        self.assertFalse([key for key in ALL if self.setting(key)])

    def test_usage(self):
        self.fails("setup", "nonsense", says="no part 'nonsense'", hint="diff, textconv")
        self.fails("setup", "--global", "pre-push", says="belongs to a repository", hint="cvdiff setup pre-push")
        outside = os.path.join(self.top, "outside")
        os.mkdir(outside)
        self.fails("setup", cwd=outside, says="not in a git repository", hint="--global")

    def test_without_git(self):
        bare = os.path.join(self.top, "empty")
        os.mkdir(bare)
        result = subprocess.run([self.program, "setup"], cwd=self.dir, env=dict(self.env, PATH=bare),
                                capture_output=True)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"cannot run git", result.stderr)

    def test_config_that_cannot_be_written(self):
        self.write(".git/config.lock", "")
        result = self.cv("setup", "alias")
        self.assertEqual(result.code, 2)
        self.assert_error(result, says="alias.cvdiff")


class Attributes(SetUp):
    def setUp(self):
        super().setUp()
        self.init()

    def test_which_files(self):
        self.commit(resume__md=V1, notes__md=V1, **{"de/lebenslauf__md": V1})
        self.ok("setup", "diff")
        self.assertEqual(self.attribute("resume.md", "notes.md", "de/lebenslauf.md", "de/resume.md"),
                         {"resume.md": "cvdiff", "notes.md": "unspecified", "de/lebenslauf.md": "cvdiff",
                          "de/resume.md": "unspecified"})

    def test_configured(self):
        self.commit(resume__md=V1, me__md=V1)
        self.git("config", "cvdiff.path", "me.md")
        self.ok("setup", "diff")
        self.assertEqual(self.attribute("resume.md", "me.md"),
                         {"resume.md": "unspecified", "me.md": "cvdiff"})

    def test_a_new_resume_is_marked_by_a_second_run(self):
        self.commit(resume__md=V1)
        self.ok("setup", "diff")
        self.commit(cv__md=V1)
        self.ok("setup", "diff")
        self.assertEqual(self.attribute("resume.md", "cv.md"), {"resume.md": "cvdiff", "cv.md": "cvdiff"})

    def test_marked_by_the_user(self):
        self.commit(me__md=V1, resume__md=V1, **{"__gitattributes": "me.md diff=cvdiff\n"})
        self.assertNotIn("attributes", self.ok("setup", "diff").out)
        self.commit(**{"__gitattributes": "me.md cvdiff\n"})
        self.ok("setup", "diff")
        before = self.snapshot()
        self.assertIn("is set up", self.ok("setup", "diff").out)
        self.assertEqual(self.snapshot(), before)
        self.assertEqual(self.attribute("resume.md", "me.md"),
                         {"resume.md": "unspecified", "me.md": "cvdiff"})

    def test_which_is_unclear(self):
        self.commit(one__md=V1, two__md=V1)
        result = self.cv("setup", "diff", "alias")
        self.assertEqual(result.code, 2)
        self.assert_error(result, says="which file is the résumé?", hint="cvdiff.path")
        self.assertTrue(self.setting("alias.cvdiff"))

    def test_none(self):
        result = self.cv("setup", "diff")
        self.assertEqual(result.code, 2)
        self.assert_error(result, says="no Markdown file")

    def test_files_that_are_there(self):
        self.commit(resume__md=V1)
        target = self.path(".git/info/attributes")
        for content in (b"", b"*.png binary\n", b"no line break", b"\n\n", b"# \xff\r\n*.md text\r\n"):
            with self.subTest(content):
                self.write(".git/info/attributes", content)
                os.chmod(target, 0o640)
                self.there_and_back("diff")
                self.assertEqual(self.attribute("resume.md"), {"resume.md": "cvdiff"})
                with open(target, "ab") as file:
                    file.write(b"*.jpg binary\n")
                self.ok("setup", "--undo", "diff")
                with open(target, "rb") as file:
                    self.assertTrue(file.read().endswith(b"*.jpg binary\n"))
                self.ok("setup", "--undo")

    def test_a_linked_file(self):
        self.commit(resume__md=V1)
        real = os.path.join(self.top, "dotfiles")
        with open(real, "w") as file:
            file.write("*.png binary\n")
        os.makedirs(self.path(".git/info"), exist_ok=True)
        os.symlink(real, self.path(".git/info/attributes"))
        self.there_and_back("diff", folders=(self.dir, self.top))

    def test_a_mark_without_the_other(self):
        self.commit(resume__md=V1)
        self.ok("setup", "diff")
        path = self.path(".git/info/attributes")
        with open(path) as file:
            text = file.read()
        self.write(".git/info/attributes", text[:text.index("# end")])
        for args in ([], ["--undo"]):
            result = self.cv("setup", "diff", *args)
            self.assertEqual(result.code, 2)
            self.assert_error(result, says="marks", hint="by hand")

    def test_odd_names(self):
        names = ["-resume.md", "resume a b.md", "it's-cv.md", 'cv-"q".md', "cv-\n.md", "cv-\t.md", "#cv.md",
                 "!cv.md", "[cv].md", "cv-*.md", "cv-?.md", "cv-\\.md", "résumé-é.md", '"cv".md', "cv-$X.md"]
        for name in [*names, "cv-x.md"]:
            self.write(name, V1)
        self.commit()
        with open(os.path.join(os.fsencode(self.dir), b"cv-\xe9.md"), "w") as file:
            file.write(V1)
        self.git("add", "-A")
        self.ok("setup", "diff")
        for name in names:
            self.assertEqual(self.attribute(name), {name: "cvdiff"})
            self.write(name, V2)
        os.remove(self.path("cv-x.md"))
        self.commit("All")
        self.assertEqual(len(self.reports("HEAD~1", "HEAD")), len(names) + 1)  # one of them renamed

    def test_linked_working_tree(self):
        self.commit(**{"sub/resume__md": V1})
        linked = os.path.join(self.top, "linked")
        self.git("worktree", "add", "-q", linked)
        self.there_and_back(cwd=os.path.join(linked, "sub"))
        with open(os.path.join(linked, "sub/resume.md"), "w") as file:
            file.write(V2)
        for cwd in (linked, os.path.join(linked, "sub")):
            self.assertIn("60%", self.run_git("diff", cwd=cwd)[1])
            self.assertIn("[-40%-]", self.run_git("cvdiff", cwd=cwd)[1])
        code, out, err = self.run_git("cvdiff", "--", "resume.md", cwd=os.path.join(linked, "sub"))
        self.assertEqual((code, err), (0, ""))
        self.assertIn("[-40%-]", out)
        self.assertEqual(self.attribute("sub/resume.md"), {"sub/resume.md": "cvdiff"})

    def test_bare_repository(self):
        self.history()
        bare = os.path.join(self.top, "bare.git")
        self.git("clone", "-q", "--bare", self.dir, bare)
        self.there_and_back(cwd=bare, folders=(bare,))
        self.assertIn("Rust", self.run_git("log", "-p", "--ext-diff", cwd=bare)[1])
        self.assertIn("Rust", self.run_git("cvdiff", "HEAD~1..HEAD", cwd=bare)[1])

    def test_submodule(self):
        inner = os.path.join(self.top, "inner")
        os.mkdir(inner)
        self.git("init", "-q", "-b", "main", cwd=inner)
        with open(os.path.join(inner, "cv.md"), "w") as file:
            file.write(V1)
        self.git("add", "-A", cwd=inner)
        self.git("commit", "-q", "-m", "One", cwd=inner)
        self.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "module")
        self.there_and_back(cwd=self.path("module"))
        with open(self.path("module/cv.md"), "w") as file:
            file.write(V2)
        self.assertIn("60%", self.run_git("diff", cwd=self.path("module"))[1])
        self.assertFalse(self.setting("alias.cvdiff"))

    def test_sha256(self):
        shutil.rmtree(self.path(".git"))
        self.git("init", "-q", "-b", "main", "--object-format=sha256")
        self.commit(resume__md=V1)
        result = self.cv("setup")
        self.assertEqual(result.code, 2)
        self.assert_error(result, says="SHA-256")
        self.write(".git/info/attributes", "resume.md diff=cvdiff\n")
        self.write("resume.md", V2)
        self.assertIn("60%", self.run_git("diff")[1])


class Global(SetUp):
    def test_there_and_back(self):
        self.write(os.path.join(self.home, ".gitconfig"), "[user]\n\tname = Ada\n")
        outside = os.path.join(self.top, "outside")
        os.mkdir(outside)
        self.there_and_back("--global", cwd=outside)
        self.init()
        names = {"resume.md": 1, "Resume_2024.md": 1, "cv-jane-doe.md": 1, "JaneDoeCV.markdown": 1,
                 "a/b/RESUME.md": 1, "résumé.md": 1, "Lebenslauf.md": 1, "my.cv.en.md": 1, "Życiorys.md": 1,
                 "履歴書_2020.md": 1, "curriculum-vitae.md": 1, "Резюме.md": 1, "vita.md": 1,
                 "resumed.md": 0, "README.md": 0, "cvs.md": 0, "invite.md": 0, "vitamins.md": 0,
                 "resume.txt": 0, "privacy.md": 0}
        self.assertEqual(self.attribute(*names),
                         {name: "cvdiff" if is_one else "unspecified" for name, is_one in names.items()})
        self.history()
        self.assertIn("Rust", self.run_git("show", "--ext-diff")[1])

    def test_files_of_attributes(self):
        for key, place in (("core.attributesFile", "~/my attributes"), ("XDG_CONFIG_HOME", "xdg")):
            with self.subTest(key):
                self.write(os.path.join(self.home, ".gitconfig"), "[user]\n\tname = Ada\n")
                expected = os.path.join(self.home, "my attributes")
                if key == "XDG_CONFIG_HOME":
                    self.env[key] = os.path.join(self.top, place)
                    expected = os.path.join(self.top, place, "git/attributes")
                else:
                    self.git("config", "--global", key, place)
                self.there_and_back("--global", "diff", folders=(self.home, self.top))
                self.assertTrue(os.path.exists(expected))
                self.ok("setup", "--global", "--undo")

    def test_the_repository_is_left_alone(self):
        self.history()
        before = self.snapshot(self.dir)
        self.ok("setup", "--global")
        self.assertEqual(self.snapshot(self.dir), before)


class Hooks(SetUp):
    def setUp(self):
        super().setUp()
        self.commit_first()
        self.stub(0)

    def commit_first(self):
        self.init()
        self.commit(resume__md=V1)
        self.remote = os.path.join(self.top, "remote.git")
        self.git("init", "-q", "--bare", self.remote)
        self.git("remote", "add", "origin", self.remote)

    def stub(self, code):
        """What the hooks run as cvdiff; setup itself is run by its own path."""
        self.stub_code = code

    def setup_hook(self, *args, code=0):
        result = self.cv("setup", *args)
        self.assertEqual(result.code, code, result.err)
        return result

    def use_stub(self):
        path = os.path.join(self.bin, "cvdiff")
        os.remove(path)
        with open(path, "w") as file:
            file.write(STUB.format(log=self.log, code=self.stub_code))
        os.chmod(path, 0o755)

    def hook(self, name, body="", folder=".git/hooks", mode=0o755):
        path = os.path.join(folder, name)
        self.write(path, HOOK.format(log=self.log, body=body))
        os.chmod(self.path(path), mode)

    def logged(self):
        with open(self.log) as file:
            return file.read()

    def push(self):
        return self.run_git("push", "-q", "origin", "main")

    def line(self):
        return f"refs/heads/main {self.git('rev-parse', 'HEAD')} refs/heads/main {'0' * 40}\n"

    def test_there_and_back(self):
        for name in HOOKS:
            for existing in (None, 0o755, 0o644, "link"):
                with self.subTest((name, existing)):
                    path = self.path(f".git/hooks/{name}")
                    if os.path.lexists(path):
                        os.remove(path)
                    if existing == "link":
                        self.hook(name, folder="scripts")
                        os.symlink(f"../../scripts/{name}", path)
                    elif existing:
                        self.hook(name, mode=existing)
                    self.there_and_back(name)
                    self.ok("setup", "--undo")

    def test_push(self):
        self.setup_hook("pre-push")
        self.use_stub()
        self.assertEqual(self.push(), (0, "", ""))
        self.assertEqual(self.logged(), f"cvdiff [hook] [pre-push] [origin] [{self.remote}]\n{self.line()}")

    def test_push_that_cvdiff_stops(self):
        self.stub(1)
        self.setup_hook("pre-push")
        self.use_stub()
        self.assertEqual(self.push()[0], 1)

    def test_chained(self):
        self.hook("pre-push", f"cat >> '{self.log}'")
        self.setup_hook("pre-push")
        self.use_stub()
        self.assertEqual(self.push()[0], 0)
        self.assertEqual(self.logged(), f"before 2 origin {self.remote}\n{self.line()}"
                                        f"cvdiff [hook] [pre-push] [origin] [{self.remote}]\n{self.line()}")

    def test_chained_that_reads_nothing(self):
        self.hook("pre-push")
        self.setup_hook("pre-push")
        self.use_stub()
        self.assertEqual(self.push(), (0, "", ""))

    def test_chained_that_fails(self):
        self.hook("pre-push", "exit 7")
        self.setup_hook("pre-push")
        self.use_stub()
        self.assertNotEqual(self.push()[0], 0)
        self.assertNotIn("cvdiff [", self.logged())
        done = subprocess.run([self.path(".git/hooks/pre-push")], cwd=self.dir, env=self.env,
                              stdin=subprocess.DEVNULL, capture_output=True)
        self.assertEqual(done.returncode, 7)

    def test_chained_that_was_switched_off(self):
        self.hook("pre-push", "exit 7", mode=0o644)
        self.setup_hook("pre-push")
        self.use_stub()
        self.assertEqual(self.push()[0], 0)
        self.assertNotIn("before", self.logged())

    def test_nothing_to_push(self):
        self.setup_hook("pre-push")
        self.hook("pre-push.before-cvdiff", "wc -c")
        done = subprocess.run([self.path(".git/hooks/pre-push")], cwd=self.dir, env=self.env,
                              stdin=subprocess.DEVNULL, capture_output=True)
        self.assertEqual(done.stdout.split(), [b"0"])

    def test_without_cvdiff(self):
        self.setup_hook(*HOOKS)
        os.remove(os.path.join(self.bin, "cvdiff"))
        code, _, err = self.push()
        self.assertEqual((code, err), (0, "pre-push: found no cvdiff that has hooks, so nothing was done\n"))
        self.assertEqual(self.run_git("commit", "--allow-empty", "-q", "-m", "x")[0], 0)

    def test_prepare_commit_msg(self):
        self.hook("prepare-commit-msg")
        self.setup_hook("prepare-commit-msg")
        self.use_stub()
        self.assertEqual(self.run_git("commit", "--allow-empty", "-q", "-m", "x")[0], 0)
        self.assertEqual(self.logged(), "before 2 .git/COMMIT_EDITMSG message\n"
                                        "cvdiff [hook] [prepare-commit-msg] [.git/COMMIT_EDITMSG] [message]\n")

    def test_hooks_path(self):
        for path, note in ((".my hooks", "in the working tree"), (os.path.join(self.top, "hooks"), None)):
            with self.subTest(path):
                folder = os.path.join(self.dir, path)
                os.makedirs(folder, exist_ok=True)
                self.git("config", "core.hooksPath", path)
                self.hook("pre-push", folder=folder)
                self.there_and_back("pre-push", folders=(self.dir, folder))
                self.assertIn("cvdiff", open(os.path.join(folder, "pre-push")).read())
                self.ok("setup", "--undo")
                out = self.setup_hook("pre-push").out
                self.assertEqual("in the working tree" in out, bool(note), out)
                self.ok("setup", "--undo")

    def test_global_hooks_path(self):
        folder = os.path.join(self.top, "hooks")
        self.git("config", "--global", "core.hooksPath", folder)
        self.assertIn("more than this repository", self.setup_hook("pre-push").out)
        self.assertTrue(os.access(os.path.join(folder, "pre-push"), os.X_OK))

    def test_linked_working_tree(self):
        linked = os.path.join(self.top, "linked")
        self.git("worktree", "add", "-q", linked)
        self.there_and_back("pre-push", cwd=linked)
        self.assertTrue(os.path.exists(self.path(".git/hooks/pre-push")))

    def test_hook_that_goes_by_its_name(self):
        self.hook("pre-push", '. "$(dirname "$0")/h"')
        before = self.snapshot()
        result = self.setup_hook("pre-push", code=2)
        self.assert_error(result, says="goes by its own name", hint="cvdiff hook pre-push")
        self.assertEqual(self.snapshot(), before)

    def test_second_name_is_taken(self):
        self.hook("pre-push")
        self.hook("pre-push.before-cvdiff")
        before = self.snapshot()
        self.assert_error(self.setup_hook("pre-push", code=2), says="already")
        self.assertEqual(self.snapshot(), before)

    def test_replaced_by_another(self):
        self.hook("pre-push", "one")
        self.setup_hook("pre-push")
        self.hook("pre-push", "two")
        before = self.snapshot()
        self.assert_error(self.setup_hook("--undo", "pre-push", code=2), says="not cvdiff's any more")
        self.assertEqual(self.snapshot(), before)
        os.remove(self.path(".git/hooks/pre-push"))
        self.setup_hook("--undo", "pre-push")
        self.assertIn("one", open(self.path(".git/hooks/pre-push")).read())

    def test_undo_without_a_part(self):
        before = self.snapshot()
        self.setup_hook(*HOOKS)
        self.setup_hook()
        self.setup_hook("--undo")
        self.assertEqual(self.snapshot(), before)


if __name__ == "__main__":
    harness.main()

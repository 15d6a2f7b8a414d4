"""Files and repositories that are not plain: each gives a report or one clear line."""

import ctypes.util
import os
import unittest

import harness
from harness import NEW_BULLET, RESUME, V1, V2, V3, V4, Case, ids, texts


class Files(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def test_renamed_file_is_followed(self):
        self.git("mv", "resume.md", "cv.md")
        self.commit("Rename", cv__md=V4.replace("Go, C, Rust", "Go, C, Zig"))
        for args in (["HEAD~4", "HEAD"], ["HEAD~4", "HEAD", "--", "cv.md"],
                     ["HEAD~4", "HEAD", "--", "resume.md"], ["HEAD~4"], ["HEAD~4", "--", "cv.md"]):
            with self.subTest(args):
                report = self.report(*args)
                self.assertEqual((report["old"]["path"], report["new"]["path"]),
                                 ("resume.md", "cv.md"))
                self.assertIn(NEW_BULLET, texts(report, "added"))
                self.assertNotIn("Led the move to event-driven billing.", texts(report, "added"))

    def test_renamed_to_another_extension(self):
        self.git("mv", "resume.md", "resume.markdown")
        report = self.report("HEAD", "--", "resume.markdown")
        self.assertEqual((report["old"]["path"], report["identical"]), ("resume.md", True))

    def test_renamed_in_the_working_tree(self):
        os.rename(self.path("resume.md"), self.path("cv.md"))
        report = self.report("HEAD~1")
        self.assertEqual((report["old"]["path"], report["new"]["path"]), ("resume.md", "cv.md"))
        self.git("add", "-A")
        report = self.report("--staged", "HEAD~1")
        self.assertEqual((report["old"]["path"], report["new"]["path"]), ("resume.md", "cv.md"))

    def test_added_file(self):
        self.write("cv.md", "# Bo Ek\n\n## Skills\n\nCobol, Fortran\n")
        self.git("add", "cv.md")
        report = self.report("HEAD", "--", "cv.md")
        self.assertFalse(report["identical"])
        self.assertEqual(report["counts"]["removed"], 0)
        self.assertGreater(report["counts"]["added"], 0)
        self.assertRegex(self.ok("HEAD", "--", "cv.md").out, r"cv\.md.*\(new file\)")
        self.write("empty.md", "")
        self.git("add", "empty.md")
        self.assertEqual(self.report("--staged", "--", "empty.md")["old"]["root"],
                         report["old"]["root"])

    def test_added_without_content_is_not_staged(self):
        self.write("cv.md", "# Bo Ek\n\n- One.\n")
        self.git("add", "-N", "cv.md")
        self.assertEqual(self.reports("--staged"), [])
        self.assertEqual(self.report("HEAD")["new"]["path"], "cv.md")

    def test_deleted_file(self):
        os.remove(self.path("resume.md"))
        report = self.report()
        self.assertEqual(report["counts"]["added"], 0)
        self.assertGreater(report["counts"]["removed"], 0)
        self.assertRegex(self.ok().out, r"resume\.md.*\(deleted file\)")

    def test_binary_file(self):
        self.write("resume.md", b"# Ada\n\0\1\2\n")
        self.fails(says=["cannot compare 'resume.md'", "binary file"])

    def test_symbolic_link(self):
        os.rename(self.path("resume.md"), self.path("real.md"))
        os.symlink("real.md", self.path("resume.md"))
        self.commit("Link")
        self.fails("HEAD~1", "HEAD", "--", "resume.md",
                   says=["'resume.md' at 'HEAD'", "symbolic link to 'real.md'"], hint="points to")
        self.fails("HEAD:resume.md", "HEAD~1:resume.md", says="symbolic link to 'real.md'")
        os.remove(self.path("resume.md"))
        os.symlink("other.md", self.path("resume.md"))
        self.fails("--", "resume.md", says="symbolic link")

    def test_submodule(self):
        inner = os.path.join(self.top, "inner")
        os.mkdir(inner)
        self.git("init", "-q", "-b", "main", cwd=inner)
        self.git("commit", "-q", "--allow-empty", "-m", "One", cwd=inner)
        self.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner, "cv.md")
        self.commit("Submodule")
        self.fails("HEAD~1", "HEAD", "--", "cv.md", says=["'cv.md'", "submodule"])
        self.git("commit", "-q", "--allow-empty", "-m", "Two", cwd=self.path("cv.md"))
        self.fails("HEAD", says=["'cv.md'", "submodule"], hint="inside")

    def test_lfs_pointer(self):
        pointer = ("version https://git-lfs.github.com/spec/v1\n"
                   "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
                   "size 12345\n")
        self.commit("Pointer", resume__md=pointer)
        self.fails("HEAD~1", "HEAD", says=["'resume.md' at 'HEAD'", "Git LFS"], hint="git lfs smudge")

    def test_conflicted_file(self):
        self.git("checkout", "-q", "-b", "other", "HEAD~1")
        self.commit("Theirs", resume__md=V3.replace("Go, C, Python", "Go, C, Ada"))
        self.git("merge", "-q", "main", check=False)
        self.fails(says=["'resume.md'", "merge conflicts"], hint="git add")
        self.fails("--staged", says=["'resume.md'", "merge conflicts"])
        self.fails("--", "resume.md", says="merge conflicts")
        self.assertEqual(self.report("HEAD", "MERGE_HEAD")["new"]["label"], "MERGE_HEAD")

    def test_mode_alone(self):
        os.chmod(self.path("resume.md"), 0o755)
        self.assertTrue(self.report()["identical"])
        self.assertIn("mode 100644 → 100755", self.ok().out)

    def test_folder(self):
        self.commit("Folder", **{"docs/a.md": "# A\n"})
        self.assertEqual(self.reports("HEAD", "--", "docs"), [])
        os.remove(self.path("resume.md"))
        os.mkdir(self.path("resume.md"))
        self.assertRegex(self.ok("HEAD").out, "deleted file")

    @unittest.skipIf(os.geteuid() == 0, "root can read everything")
    def test_unreadable_file(self):
        self.write("resume.md", V1)
        os.chmod(self.path("resume.md"), 0)
        self.fails(says="cannot read")

    def test_one_of_several_fails(self):
        self.write("cv.md", b"\0\0")
        self.write("en/resume.md", V1)
        self.git("add", "-A")
        self.write("resume.md", V1)
        result = self.cv("--format=json")
        self.assertEqual(result.code, 2)
        self.assertEqual(len(result.out.splitlines()), 2)
        self.assert_error(result, says=["'cv.md'", "binary"])

    def test_line_endings_of_the_platform(self):
        self.git("config", "core.autocrlf", "true")
        self.write("resume.md", V4.replace("\n", "\r\n"))
        self.assertEqual(self.reports(), [])
        self.write("resume.md", V4.replace("Rust", "Zig").replace("\n", "\r\n"))
        report = self.report()
        self.assertEqual(texts(report, "added"), ["Zig"])
        self.assertEqual(report["counts"]["style"], 0)

    def test_sparse_checkout(self):
        self.commit("More", **{"a/notes.md": "# N\n", "b/cv.md": V1})
        self.git("sparse-checkout", "set", "--no-cone", "/a/")
        self.assertFalse(os.path.exists(self.path("b/cv.md")))
        self.assertEqual(self.reports("HEAD"), [])
        report = self.report("HEAD~1", "--", "b/cv.md")
        self.assertEqual(report["counts"]["removed"], 0)


class Repositories(Case):
    def test_bare(self):
        self.history()
        bare = os.path.join(self.top, "bare.git")
        self.git("clone", "-q", "--bare", self.dir, bare)
        self.assertEqual(texts(self.report("HEAD~2", "HEAD~1", cwd=bare), "added"), [NEW_BULLET])
        self.assertEqual(ids(self.report("HEAD~3:resume.md", "HEAD~2:resume.md", cwd=bare)),
                         ["bullet-changed"])
        self.fails("HEAD~1", cwd=bare, says=["bare", "no working tree"], hint="two revisions")
        self.fails("--staged", cwd=bare, says=["bare", "no index"], hint="two revisions")
        self.assertIn("section", self.ok("tree", cwd=bare).out)

    def test_linked_worktree(self):
        self.history()
        linked = os.path.join(self.top, "linked")
        self.git("worktree", "add", "-q", linked, "HEAD~2")
        with open(os.path.join(linked, "resume.md"), "w", encoding="utf-8") as file:
            file.write(V3)
        report = self.report(cwd=linked)
        self.assertEqual(texts(report, "added"), [NEW_BULLET])
        self.assertEqual(report["old"]["commit"], self.git("rev-parse", "HEAD~2"))

    def test_detached_head(self):
        self.history()
        self.git("checkout", "-q", "--detach", "HEAD~1")
        self.assertEqual(texts(self.report("HEAD~1"), "added"), [NEW_BULLET])

    def test_unborn_head(self):
        self.init()
        self.assertEqual(self.reports(), [])
        self.write("resume.md", RESUME)
        self.git("add", "resume.md")
        for args in ([], ["--staged"]):
            report = self.report(*args)
            self.assertEqual(report["counts"]["removed"], 0)
            self.assertGreater(report["counts"]["added"], 0)
        self.fails("HEAD", "--", says="'HEAD' has no commit yet", hint="git commit")

    def test_shallow_clone(self):
        self.history()
        shallow = os.path.join(self.top, "shallow")
        self.git("clone", "-q", "--depth=2", f"file://{self.dir}", shallow)
        self.assertEqual(self.report("HEAD~1", cwd=shallow)["old"]["label"], "HEAD~1")
        self.fails("HEAD~3", cwd=shallow, says="'HEAD~3'", hint="git fetch --")

    def test_partial_clone(self):
        self.history()
        self.git("config", "uploadpack.allowFilter", "true")
        partial = os.path.join(self.top, "partial")
        self.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{self.dir}", partial)
        said = self.fails("HEAD~3", "HEAD", cwd=partial, says=["cannot", "'resume.md'"],
                          hint="git cat-file").err
        helps = said.split("for: git ", 1)[1].split()
        self.git(*helps, cwd=partial)  # fetches the one blob; the other is missing still
        again = self.fails("HEAD~3", "HEAD", cwd=partial, hint="git cat-file").err
        self.assertNotEqual(said, again)
        self.git("checkout", "-q", "main", cwd=partial)
        self.assertEqual(self.reports(cwd=partial), [])

    def test_sha256(self):
        self.init("--object-format=sha256")
        self.commit("One", resume__md=V1)
        self.fails("HEAD", says="SHA-256", hint="git show")

    def test_environment(self):
        self.history()
        self.write("resume.md", V1)
        env = {"GIT_DIR": os.path.join(self.dir, ".git"), "GIT_WORK_TREE": self.dir}
        self.assertIn(NEW_BULLET, texts(self.report(cwd=self.home, env=env), "removed"))
        env = {"GIT_DIR": os.path.join(self.dir, ".git")}
        with open(os.path.join(self.home, "resume.md"), "w", encoding="utf-8") as file:
            file.write(V3)
        report = self.report("HEAD", "--", "resume.md", cwd=self.home, env=env)
        self.assertEqual(texts(report, "removed") + texts(report, "added"), ["Rust", "Python"])

    def test_hook(self):
        """In a hook, git names the repository and the index in the environment."""
        self.history()
        self.write(".git/hooks/pre-commit",
                   f"#!/bin/sh\nexec '{harness.CVDIFF}' --staged --quiet --fail-on=fact\n")
        os.chmod(self.path(".git/hooks/pre-commit"), 0o755)
        self.write("sub/x", "")
        self.write("resume.md", V4.replace("### Senior Engineer", "### Staff Engineer"))
        with self.assertRaises(AssertionError):
            self.git("commit", "-q", "-a", "-m", "A fact", cwd=self.path("sub"))
        self.write("resume.md", V4.replace("four engineers", "some engineers"))
        self.git("commit", "-q", "-a", "-m", "No fact", cwd=self.path("sub"))

    def test_libgit2_is_missing(self):
        self.history()
        name = ctypes.util.find_library("git2")
        broken = os.path.join(self.top, "lib")
        os.mkdir(broken)
        with open(os.path.join(broken, name), "wb"):
            pass
        env = {"LD_LIBRARY_PATH": broken}
        self.fails("HEAD~1", env=env, says="cannot load libgit2", hint="install")
        self.write("old.md", V1)
        self.assertEqual(ids(self.report("--no-index", "old.md", "resume.md", env=env)),
                         ids(self.report("HEAD~3", "HEAD")))

    def test_ceiling(self):
        self.history()
        below = self.path("deep/er")
        os.makedirs(below)
        self.write("deep/er/resume.md", V1)
        self.git("add", "-A")
        self.assertEqual(self.report("--staged", cwd=below)["new"]["path"], "deep/er/resume.md")
        env = {"GIT_CEILING_DIRECTORIES": self.path("deep")}
        self.fails("--staged", cwd=below, env=env, says="not in a git repository")

    @unittest.skipUnless(os.geteuid() == 0, "needs chown")
    def test_repository_of_another_user(self):
        self.history()
        for folder, folders, files in os.walk(self.dir):
            for name in [folder, *(os.path.join(folder, name) for name in folders + files)]:
                os.chown(name, 4242, 4242)
        result = self.fails("HEAD~1", says="another user", hint="safe.directory")
        command = result.err.split("you trust it: git ", 1)[1].strip().replace("'", "")
        self.git(*command.split(" "))
        self.report("HEAD~1")

    def test_broken_repository(self):
        self.history()
        with open(self.path(".git/index"), "wb") as file:
            file.write(b"nonsense")
        self.fails("HEAD~1", says="index", hint="cvdiff HEAD~1 HEAD")
        self.report("HEAD~1", "HEAD")

    def test_nothing_is_written_to_the_repository(self):
        self.history()
        self.write("resume.md", V1)

        def state():
            found = {}
            for folder, _, files in os.walk(self.path(".git")):
                for name in files:
                    at = os.path.join(folder, name)
                    with open(at, "rb") as file:
                        found[at] = (file.read(), os.stat(at).st_mtime_ns)
            return found

        before = state()
        self.ok("HEAD~3")
        self.ok("--staged", "HEAD~3")
        self.ok("HEAD~3", "HEAD")
        self.assertEqual(state(), before)


if __name__ == "__main__":
    harness.main()

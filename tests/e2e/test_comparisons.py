"""Every way to name what is compared, and how cvdiff finds the résumé in it."""

import os

import harness
from harness import NEW_BULLET, RESUME, V1, V2, V3, V4, Case, ids, texts

OTHER = "# Notes\n\n- One.\n"


class Sides(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def test_no_argument_compares_head_with_the_working_tree(self):
        self.write("resume.md", V4.replace("four engineers", "five engineers"))
        report = self.report()
        self.assert_sides(report, ("HEAD", "resume.md"), ("working tree", "resume.md"))
        self.assertEqual(report["old"]["commit"], self.git("rev-parse", "HEAD"))
        self.assertIsNone(report["new"]["commit"])
        self.assertEqual(ids(report), ["bullet-changed"])

    def test_staged_compares_head_with_the_index(self):
        self.write("resume.md", V4 + "\n## Languages\n\nNorwegian\n")
        self.git("add", "resume.md")
        self.write("resume.md", V1)
        for option in ("--staged", "--cached"):
            report = self.report(option)
            self.assert_sides(report, ("HEAD", "resume.md"), ("index", "resume.md"))
            self.assertEqual(report["counts"]["removed"], 0)
            self.assertEqual(report["counts"]["added"], 1)
        self.assert_sides(self.report("--staged", "HEAD~3"), ("HEAD~3", "resume.md"),
                          ("index", "resume.md"))

    def test_one_revision_against_the_working_tree(self):
        self.write("resume.md", V4.replace("- Ran the on-call rota for two years.\n", ""))
        report = self.report("HEAD~3")
        self.assert_sides(report, ("HEAD~3", "resume.md"), ("working tree", "resume.md"))
        self.assertIn(NEW_BULLET, texts(report, "added"))
        self.assertIn("Ran the on-call rota for two years.", texts(report, "removed"))

    def test_two_revisions(self):
        report = self.report("HEAD~3", "HEAD~2")
        self.assert_sides(report, ("HEAD~3", "resume.md"), ("HEAD~2", "resume.md"))
        self.assertEqual(report["new"]["commit"], self.git("rev-parse", "HEAD~2"))
        self.assertEqual(ids(report), ["bullet-changed"])
        self.assertEqual(report["changes"][0]["metrics"], [{"old": "40%", "new": "60%"}])

    def test_ranges(self):
        expected = self.report("HEAD~2", "HEAD")["changes"]
        for spec in ("HEAD~2..HEAD", "HEAD~2.."):
            report = self.report(spec)
            self.assert_sides(report, ("HEAD~2", "resume.md"), ("HEAD", "resume.md"))
            self.assertEqual(report["changes"], expected)
        report = self.report("..HEAD~2")
        self.assert_sides(report, ("HEAD", "resume.md"), ("HEAD~2", "resume.md"))
        self.assertIn(NEW_BULLET, texts(report, "removed"))

    def test_what_one_commit_changed(self):
        self.assertEqual(texts(self.report("HEAD~1^!"), "added"), [NEW_BULLET])
        first = self.report("HEAD~3^!")
        self.assertTrue(first["counts"]["added"])
        self.assertEqual(first["counts"]["removed"], 0)

    def test_merge_base(self):
        self.git("checkout", "-q", "-b", "acme", "HEAD~2")
        self.commit(resume__md=V2.replace("Go, C, Python", "Go, C, Zig"))
        self.git("checkout", "-q", "main")
        for spec in ("main...acme", "...acme"):
            report = self.report(spec)
            self.assertEqual(report["old"]["commit"], self.git("merge-base", "main", "acme"))
            self.assertEqual(report["new"]["label"], "acme")
            self.assertEqual(texts(report, "added"), ["Zig"])
        self.git("checkout", "-q", "acme")
        report = self.report("main...", "--", "resume.md")
        self.assertEqual(report["new"]["label"], "HEAD")
        self.assertEqual(texts(report, "added"), ["Zig"])

    def test_tags_branches_reflog_and_searches(self):
        self.write("resume.md", V4 + "\n## Languages\n\nNorwegian\n")
        self.git("tag", "v1", "HEAD~3")
        self.git("tag", "-a", "-m", "second", "v2", "HEAD~2")
        self.git("branch", "draft", "HEAD~1")
        for spec in ("v1", "v2", "draft", "@{2.weeks.ago}", "main@{1}", "@~1", "HEAD^", "HEAD^{/Version 2}",
                     ":/Version 3", "HEAD^{tree}", "heads/main", "refs/tags/v1"):
            with self.subTest(spec):
                expected = self.git("rev-parse", "--verify", spec)
                report = self.report(spec, "--")
                self.assertEqual(report["old"]["label"], spec)
                if report["old"]["commit"]:
                    self.assertEqual(report["old"]["commit"],
                                     self.git("rev-parse", f"{expected}^{{commit}}"))

    def test_short_ids(self):
        short = self.git("rev-parse", "--short", "HEAD~3")
        self.assertEqual(self.report(short)["old"]["commit"], self.git("rev-parse", "HEAD~3"))

    def test_blobs(self):
        self.git("mv", "resume.md", "cv.md")
        self.commit("Rename")
        report = self.report("HEAD~4:resume.md", "HEAD:cv.md")
        self.assert_sides(report, ("HEAD~4:resume.md", "resume.md"), ("HEAD:cv.md", "cv.md"))
        self.assertEqual(report["old"]["commit"], self.git("rev-parse", "HEAD~4"))
        self.assertEqual(report["changes"], self.report("HEAD~4", "HEAD")["changes"])
        ranged = self.report("HEAD~4:resume.md..HEAD:cv.md")
        self.assertEqual(ranged["changes"], report["changes"])

    def test_a_blob_against_the_index_a_file_and_standard_input(self):
        self.write("resume.md", V1)
        self.git("add", "resume.md")
        self.write("resume.md", V2)
        self.assertEqual(ids(self.report("HEAD~3:resume.md", ":resume.md")), [])
        self.assertEqual(self.report("HEAD~3:resume.md", ":0:resume.md")["identical"], True)
        report = self.report("HEAD~3:resume.md", "resume.md")
        self.assertEqual(ids(report), ["bullet-changed"])
        self.assertEqual(ids(self.report("HEAD~3:resume.md")), ["bullet-changed"])
        report = self.report("HEAD~3:resume.md", "-", stdin=V2.encode())
        self.assertEqual(ids(report), ["bullet-changed"])
        self.assertEqual(report["new"]["label"], "standard input")

    def test_a_file_and_a_whole_revision_do_not_compare(self):
        self.fails("HEAD:resume.md", "HEAD", says="whole revision", hint="HEAD:cv.md")
        self.fails("HEAD~1", "HEAD:resume.md", says="whole revision")
        self.fails("HEAD", "HEAD~1", "HEAD~2", says="one revision too many")
        self.fails("HEAD~2..HEAD", "HEAD~1", says="one revision too many")
        self.fails("--staged", "HEAD~1", "HEAD", says="--staged")

    def test_unknown_names(self):
        self.fails("nope", says=["unknown revision or path", "'nope'"], hint="--")
        self.fails("nope", "--", says=["unknown revision", "'nope'"])
        self.fails("HEAD~99", says=["unknown revision", "'HEAD~99'"])
        self.fails("HEAD:nope.md", "HEAD:resume.md", says=["'nope.md'", "'HEAD'"])
        self.fails(":nope.md", "HEAD:resume.md", says=["'nope.md'", "index"])
        self.fails("HEAD", "--", "nope.md", says="'nope.md'")
        self.fails("main..nope", says="unknown revision 'nope'")

    def test_both_a_revision_and_a_file(self):
        self.write("main", "not a résumé")
        self.fails("main", says=["ambiguous argument", "'main'"], hint="--")
        self.report("main", "--", "resume.md")
        self.write("resume.md", V1)
        self.report("HEAD~3", "--", "resume.md")

    def test_a_command_wins_over_a_revision_unless_it_is_written_in_full(self):
        self.git("branch", "tree", "HEAD~3")
        self.assertEqual(self.report("refs/heads/tree")["old"]["label"], "refs/heads/tree")
        self.assertIn("section", self.ok("tree").out)
        self.assertEqual(self.report("tree..HEAD")["old"]["label"], "tree")


class Paths(Case):
    def setUp(self):
        super().setUp()
        self.init()
        for number, version in enumerate((V1, V2), 1):
            self.write("docs/en/cv.md", version)
            self.write("docs/sv/meritlista.md", version)
            self.write("notes.md", OTHER * number)
            self.commit(f"Version {number}")

    def told(self, *args, **kwargs):
        return [report["new"]["path"] for report in self.reports(*args, **kwargs)]

    def test_paths_are_relative_to_the_current_folder(self):
        self.assertEqual(self.told("HEAD~1", "--", "docs/en/cv.md"), ["docs/en/cv.md"])
        inside = self.path("docs/en")
        self.assertEqual(self.told("HEAD~1", "--", "cv.md", cwd=inside), ["docs/en/cv.md"])
        self.assertEqual(self.told("HEAD~1", "cv.md", cwd=inside), ["docs/en/cv.md"])
        self.assertEqual(self.told("HEAD~1", "--", "../sv/meritlista.md", cwd=inside),
                         ["docs/sv/meritlista.md"])
        self.assertEqual(self.told("HEAD~1", "--", self.path("docs/en/cv.md"), cwd=inside),
                         ["docs/en/cv.md"])
        self.assertEqual(self.told("HEAD~1:./cv.md", "HEAD:docs/en/cv.md", cwd=inside),
                         ["docs/en/cv.md"])

    def test_folders_globs_and_magic(self):
        inside = self.path("docs/en")
        for specs, expected in (
            (["docs/en"], ["docs/en/cv.md"]),
            (["docs/en/"], ["docs/en/cv.md"]),
            (["docs/sv"], ["docs/sv/meritlista.md"]),
            (["*.md"], ["docs/en/cv.md", "docs/sv/meritlista.md", "notes.md"]),
            (["docs/*.md"], ["docs/en/cv.md", "docs/sv/meritlista.md"]),
            ([":(glob)*.md"], ["notes.md"]),
            ([":(glob)docs/**/*.md"], ["docs/en/cv.md", "docs/sv/meritlista.md"]),
            (["*.md", ":!notes.md"], ["docs/en/cv.md", "docs/sv/meritlista.md"]),
            (["*.md", ":(exclude)docs/sv"], ["docs/en/cv.md", "notes.md"]),
            ([":(icase)DOCS/EN/CV.MD"], ["docs/en/cv.md"]),
            ([":^docs/en", ":^notes.md"], ["docs/sv/meritlista.md"]),
        ):
            with self.subTest(specs):
                self.assertEqual(self.told("HEAD~1", "HEAD", "--", *specs), expected)
        self.assertEqual(self.told("HEAD~1", "--", ":/notes.md", cwd=inside), ["notes.md"])
        self.assertEqual(self.told("HEAD~1", "--", ":(top)notes.md", cwd=inside), ["notes.md"])
        self.assertEqual(self.told("HEAD~1", "--", ".", cwd=inside), ["docs/en/cv.md"])
        self.assertEqual(self.told("HEAD~1", ":(top)notes.md", cwd=inside), ["notes.md"])

    def test_paths_that_cannot_be(self):
        self.fails("HEAD", "--", "../outside.md", says="outside the repository")
        self.fails("HEAD", "--", "/etc/hostname", says="outside the repository")
        self.fails("HEAD", "--", ":(attr:x)cv.md", says="pathspec magic")
        self.fails("HEAD", "--", "", says="empty")

    def test_a_named_file_that_did_not_change_is_told(self):
        report = self.report("HEAD", "--", "docs/en/cv.md")
        self.assertTrue(report["identical"])
        self.assertIn("No changes", self.ok("HEAD", "--", "docs/en/cv.md").out)

    def test_an_untracked_file_is_no_version(self):
        self.write("draft.md", V1)
        self.fails("HEAD", "--", "draft.md", says=["'draft.md'", "not tracked"], hint="git add -N")

    def test_a_deleted_file_needs_the_dashes(self):
        os.remove(self.path("notes.md"))
        self.fails("HEAD", "notes.md", says="unknown revision or path", hint="-- 'notes.md'")
        self.assertEqual(self.told("HEAD", "--", "notes.md"), ["notes.md"])


class TwoFiles(Case):
    def setUp(self):
        super().setUp()
        self.write("old.md", V1)
        self.write("new.md", V2)

    def test_outside_git(self):
        report = self.report("old.md", "new.md")
        self.assert_sides(report, ("old.md", "old.md"), ("new.md", "new.md"))
        self.assertIsNone(report["old"]["commit"])
        self.assertEqual(ids(report), ["bullet-changed"])

    def test_standard_input_on_either_side(self):
        self.assertEqual(ids(self.report("-", "new.md", stdin=V1.encode())), ["bullet-changed"])
        report = self.report("old.md", "-", stdin=V2.encode())
        self.assertEqual(ids(report), ["bullet-changed"])
        self.assertEqual(report["new"]["label"], "standard input")
        self.fails("-", "-", says="standard input", stdin=b"")

    def test_one_operand_or_none_outside_git(self):
        self.fails(says="not in a git repository", hint="cvdiff OLD.md NEW.md")
        self.fails("old.md", says="not in a git repository")
        self.fails("old.md", "gone.md", says="cannot read 'gone.md'")
        self.fails("HEAD~3", "HEAD", says="not in a git repository")
        self.fails("--no-index", "old.md", says="two files")

    def test_libgit2_is_not_loaded_for_two_files(self):
        broken = {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": os.path.join(self.top, "ld")}
        self.ok("old.md", "new.md", env=broken)
        loaded = ""
        for name in os.listdir(self.top):
            if name.startswith("ld."):
                with open(os.path.join(self.top, name), encoding="utf-8") as file:
                    loaded += file.read()
        self.assertIn("libc.so", loaded)
        self.assertNotIn("libgit2", loaded)

    def test_inside_a_repository(self):
        """Two files that git tracks are paths, as in git diff; others are two files."""
        self.init()
        self.commit("Track both")
        self.write("draft.md", V2)
        self.assertEqual([r["new"]["label"] for r in self.reports("old.md", "new.md")],
                         ["working tree", "working tree"])
        self.assertEqual(ids(self.report("--no-index", "old.md", "new.md")), ["bullet-changed"])
        self.assert_sides(self.report("old.md", "draft.md"), ("old.md", "old.md"),
                          ("draft.md", "draft.md"))
        outside = os.path.join(self.top, "outside.md")
        with open(outside, "w", encoding="utf-8") as file:
            file.write(V2)
        self.assert_sides(self.report("old.md", outside), ("old.md", "old.md"), (outside, outside))

    def test_names_that_are_revisions_too(self):
        self.init()
        self.commit("Track both")
        self.git("branch", "old.md")
        self.git("branch", "new.md")
        self.fails("old.md", "new.md", says="ambiguous")
        self.assertEqual(ids(self.report("--no-index", "old.md", "new.md")), ["bullet-changed"])
        self.assertEqual(self.reports("old.md", "new.md", "--"), [])


class Selection(Case):
    def changed(self, **files):
        """Commits the files, changes each, and gives the paths that are told."""
        self.init()
        for name, content in files.items():
            self.write(name.replace("__", "/"), content)
        self.commit("First")
        for name, content in files.items():
            self.write(name.replace("__", "/"), content + "\n- More.\n")

    def told(self, *args):
        return [report["new"]["path"] for report in self.reports(*args)]

    def test_well_known_names(self):
        for name in ("resume.md", "Resume.MD", "résumé.md", "re\u0301sume\u0301.md", "cv.markdown", "CV.md",
                     "curriculum-vitae.md", "Curriculum Vitae.md", "lebenslauf.md", "履歴書.md", "简历.md",
                     "resume_en.md", "cv-jane-doe.md", "JaneDoeCV.md", "2024.resume.md", "a/b/cv.md"):
            with self.subTest(name):
                self.setUp()
                self.changed(**{name: RESUME, "README.md": OTHER, "notes.md": OTHER})
                self.assertEqual(self.told(), [name])

    def test_names_that_only_look_like_it(self):
        for name in ("resumed.md", "cvs.md", "presume.md", "resume.txt", "discvery.md"):
            with self.subTest(name):
                self.setUp()
                self.changed(**{name: RESUME, "README.md": OTHER, "notes.md": OTHER})
                self.fails(says="which file is the résumé")

    def test_several_resumes_give_a_report_each(self):
        self.changed(**{"cv.md": RESUME, "en/resume.md": RESUME, "notes.md": OTHER})
        self.assertEqual(self.told(), ["cv.md", "en/resume.md"])
        text = self.ok().out
        self.assertIn("cv.md", text)
        self.assertIn("en/resume.md", text)

    def test_the_only_markdown_file(self):
        self.changed(**{"jane.md": RESUME, "main.c": "int x;\n"})
        self.assertEqual(self.told(), ["jane.md"])

    def test_several_candidates_are_listed(self):
        self.changed(**{"jane.md": RESUME, "john.md": RESUME, "main.c": "int x;\n"})
        self.fails(says=["'jane.md'", "'john.md'"], hint="cvdiff.path")
        self.assertEqual(self.told("HEAD", "--", "jane.md"), ["jane.md"])

    def test_the_attribute_comes_first(self):
        for line in ("jane.md cvdiff\n", "jane.md diff=cvdiff\n", "*.md -cvdiff\nja* cvdiff\n"):
            with self.subTest(line):
                self.setUp()
                self.changed(**{"jane.md": RESUME, "resume.md": RESUME, "notes.md": OTHER})
                self.write(".gitattributes", line)
                self.assertEqual(self.told(), ["jane.md"])

    def test_the_attribute_on_another_kind_of_file(self):
        self.changed(**{"jane.txt": RESUME, "resume.md": RESUME})
        self.write(".gitattributes", "jane.txt cvdiff\n")
        self.assertEqual(self.told(), ["jane.txt"])

    def test_the_configuration_comes_second(self):
        self.changed(**{"jane.md": RESUME, "x/john.txt": RESUME, "resume.md": RESUME})
        self.git("config", "cvdiff.path", "jane.md")
        self.assertEqual(self.told(), ["jane.md"])
        self.git("config", "--add", "cvdiff.path", "x/john.txt")
        self.assertEqual(self.told(), ["jane.md", "x/john.txt"])
        self.write(".gitattributes", "resume.md cvdiff\n")
        self.assertEqual(self.told(), ["resume.md"])

    def test_a_chosen_file_that_did_not_change_is_not_replaced(self):
        self.changed(**{"jane.md": RESUME, "resume.md": RESUME})
        self.git("checkout", "-q", "--", "jane.md")
        self.git("config", "cvdiff.path", "jane.md")
        report = self.report()
        self.assertEqual(report["new"]["path"], "jane.md")
        self.assertTrue(report["identical"])
        self.git("config", "--unset", "cvdiff.path")
        self.write(".gitattributes", "jane.md cvdiff\n")
        report = self.report()
        self.assertEqual(report["new"]["path"], "jane.md")
        self.assertTrue(report["identical"])

    def test_nothing_changed(self):
        self.init()
        self.commit(resume__md=RESUME)
        self.assertEqual(self.reports(), [])
        self.assertIn("No Markdown file differs", self.ok().out)
        self.assertEqual(self.cv("--exit-code").code, 0)


if __name__ == "__main__":
    harness.main()

"""cvdiff changelog: periods of history, and the file that they are written into."""

import json
import os
import re
import resource
import signal
import stat

from harness import Case, NEW_BULLET, V1, V2, V3, V4, main

BEGIN = "<!-- cvdiff:begin -->"
END = "<!-- cvdiff:end -->"


def headings(text, level=2):
    return re.findall(rf"^{'#' * level} (.*)$", text, re.M)


def period(text, name):
    """What stands under the heading that begins so."""
    parts = re.split(r"^## ", text, flags=re.M)
    found = [part for part in parts if part.startswith(name)]
    assert len(found) == 1, (name, text)
    return found[0]


class Changelog(Case):
    def at(self, day):
        """The next commit's date."""
        import calendar
        import time
        self.clock = calendar.timegm(time.strptime(day, "%Y-%m-%d")) + 12 * 3600

    def dated(self, day, content, message="Edit", name="resume.md"):
        self.at(day)
        self.write(name, content)
        self.commit(message)

    def told(self, *args, **kwargs):
        return self.ok("changelog", *args, **kwargs).out

    def tagged(self):
        """v1 is the first version, v2 the third; the fourth is not released."""
        self.init()
        self.dated("2024-01-10", V1)
        self.git("tag", "v1")
        self.dated("2024-02-10", V2)
        self.dated("2024-03-10", V3)
        self.git("tag", "v2")
        self.dated("2024-04-10", V4)


class Periods(Changelog):
    def test_tags(self):
        self.tagged()
        out = self.told()
        self.assertTrue(out.startswith("# Changelog\n"))
        self.assertIn("https://keepachangelog.com/en/1.1.0/", out)
        self.assertEqual(headings(out),
                         ["[Unreleased]", "[v2] - 2024-03-10", "[v1] - 2024-01-10"])
        self.assertEqual(period(out, "[Unreleased]"),
                         "[Unreleased]\n\n### Added\n\n- **Skills**: Rust\n"
                         "\n### Removed\n\n- **Skills**: Python\n\n")
        self.assertIn(f"- {NEW_BULLET}\n", period(out, "[v2]"))
        self.assertIn("by ~~40%~~ **60%** for", period(out, "[v2]").replace("<span>\\%</span>", "%"))

    def test_names_of_versions_are_text(self):
        self.history()
        for name in "a](/evil)", "+a+", "1.0+b":
            self.git("tag", name)
        out = self.told("--by=tag")
        self.assertIn(r"<span>\[</span>a](/evil)]", out)
        self.assertIn(r"<span>\[</span>+a+]", out)
        self.assertIn("[1.0+b]", out)

    def test_first_version_is_told_in_short(self):
        self.tagged()
        self.assertEqual(period(self.told(), "[v1]"),
                         "[v1] - 2024-01-10\n\n### Added\n\n- The résumé of Ada Nilsson\n"
                         "  - Experience: 2 roles\n  - Skills: 3 skills\n")

    def test_changes_are_net(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.dated("2024-02-03", V3)
        self.dated("2024-02-13", V1)
        self.dated("2024-03-10", V2)
        out = self.told()
        self.assertEqual(headings(out), ["2024-03", "2024-01"])
        self.assertNotIn(NEW_BULLET, out)

    def test_months_where_nothing_is_tagged(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.dated("2024-03-03", V2)
        self.dated("2024-03-30", V3)
        out = self.told()
        self.assertEqual(headings(out), ["2024-03", "2024-01"])
        self.assertEqual(headings(period(out, "2024-03"), 3), ["Added", "Changed"])

    def test_by(self):
        self.tagged()
        self.dated("2025-01-10", V1, "Back *to* the @beginning")
        self.assertEqual(headings(self.told("--by=month")),
                         ["2025-01", "2024-04", "2024-03", "2024-02", "2024-01"])
        self.assertEqual(headings(self.told("--by=year")), ["2025", "2024"])
        self.assertEqual(headings(self.told("--by=commit"))[0],
                         r"Back \*to\* the <span>\@</span>beginning - 2025-01-10")
        self.assertEqual(len(headings(self.told("--by=commit"))), 5)
        self.assertEqual(headings(self.told("--by=tag"))[0], "[Unreleased]")
        self.fails("changelog", "--by=week", says="--by")

    def test_by_tag_without_tags(self):
        self.history()
        self.assertEqual(headings(self.told("--by=tag")), ["[Unreleased]"])

    def test_not_committed_is_not_told(self):
        self.tagged()
        before = self.told()
        self.write("resume.md", V4 + "\n- More\n")
        self.assertEqual(self.told(), before)

    def test_months_go_by_the_authors_zone_and_never_back(self):
        self.init()
        self.write("resume.md", V1)
        self.git("add", "-A")
        for date, version in (("2024-03-31T23:30:00-0500", V1), ("2024-02-01T12:00:00+0000", V2),
                              ("2024-04-02T00:00:00+0000", V3)):
            self.write("resume.md", version)
            self.git("commit", "-qam", "Edit", f"--date={date}")
        out = self.told()
        self.assertEqual(headings(out), ["2024-04", "2024-03"])
        self.assertIn("3 skills", period(out, "2024-03"))

    def test_odd_dates(self):
        self.init()
        self.write("resume.md", V1)
        self.git("add", "-A")
        self.git("commit", "-qm", "One", "--date=@0 +0000")
        self.write("resume.md", V2)
        self.git("commit", "-qam", "Two", "--date=@99999999999999 +1400")
        self.assertEqual(headings(self.told("--by=year")), ["9999", "1970"])

    def test_range(self):
        self.tagged()
        self.assertEqual(headings(self.told("v1..v2")), ["[v2] - 2024-03-10"])
        self.assertEqual(headings(self.told("v2")), ["[v2] - 2024-03-10", "[v1] - 2024-01-10"])
        self.assertEqual(headings(self.told("v2..")), ["[Unreleased]"])
        self.assertEqual(headings(self.told("v2..", "--by=month")), ["2024-04"])
        self.assertEqual(headings(self.told("v2..v2")), [])

    def test_nothing_changed_is_left_out(self):
        self.tagged()
        self.git("tag", "same")
        self.dated("2024-05-01", "other\n", name="notes.txt")
        self.git("tag", "v3")
        self.dated("2024-06-01", V4.replace("*", "_"))
        self.git("tag", "v4")
        out = self.told()
        self.assertEqual(headings(out),
                         ["[same] - 2024-04-10", "[v2] - 2024-03-10", "[v1] - 2024-01-10"])
        self.assertIn("[v4]", self.told("--style"))

    def test_only(self):
        self.tagged()
        out = self.told("--only=skills")
        self.assertEqual(headings(out), ["[Unreleased]", "[v1] - 2024-01-10"])
        self.assertNotIn("Experience", out)


class Tags(Changelog):
    def test_annotated_and_several(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.at("2024-05-05")
        self.git("tag", "-am", "Sent", "v1")
        self.git("tag", "-am", "Sent", "outer", "v1")
        self.git("tag", "acme")
        self.git("tag", "a-tree", "HEAD^{tree}")
        self.assertEqual(headings(self.told()), ["[outer], [v1], [acme] - 2024-05-05"])

    def test_tags_elsewhere_are_ignored(self):
        self.tagged()
        self.git("checkout", "-qb", "side", "v1")
        self.dated("2024-03-20", V1.replace("Ada", "Eva"))
        self.git("tag", "elsewhere")
        self.git("checkout", "-q", "main")
        out = self.told()
        self.assertNotIn("elsewhere", out)
        self.assertNotIn("Eva", out)

    def test_order_is_that_of_history(self):
        self.init()
        self.dated("2024-05-10", V1)
        self.git("tag", "z")
        self.dated("2024-01-10", V2)
        self.git("tag", "a")
        self.assertEqual(headings(self.told()), ["[a] - 2024-01-10", "[z] - 2024-05-10"])

    def merged(self):
        """Two lines from v1, each with a tag of its own, merged."""
        self.init()
        self.dated("2024-01-10", V1)
        self.git("tag", "v1")
        self.git("checkout", "-qb", "side")
        self.dated("2024-02-20", V1.replace("Go, C", "Zig, C"))
        self.git("checkout", "-q", "main")
        self.dated("2024-02-10", V1.replace("40%", "60%"))
        self.at("2024-03-10")
        self.git("merge", "-q", "--no-ff", "-m", "Merge", "side")

    def test_merge(self):
        self.merged()
        out = self.told()
        self.assertEqual(headings(out), ["[Unreleased]", "[v1] - 2024-01-10"])
        self.assertIn("Zig", out)
        out = self.told("--by=month")
        self.assertEqual(headings(out), ["2024-03", "2024-02", "2024-01"])
        self.assertIn("Zig", period(out, "2024-03"))

    def test_tag_on_a_merged_branch(self):
        self.merged()
        self.git("tag", "v2", "side")
        out = self.told()
        self.assertEqual(headings(out),
                         ["[Unreleased]", "[v2] - 2024-02-20", "[v1] - 2024-01-10"])
        self.assertIn("Zig", period(out, "[v2]"))
        self.assertNotIn("Zig", period(out, "[Unreleased]"))
        self.assertEqual(headings(self.told("--first-parent")), ["[Unreleased]", "[v1] - 2024-01-10"])

    def test_tag_beside_a_branch_that_is_taken_over(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.git("tag", "v1")
        self.dated("2024-02-10", V2)
        self.git("checkout", "-qb", "side")
        self.dated("2024-03-10", V3)
        self.git("checkout", "-q", "main")
        self.dated("2024-03-20", "other\n", name="notes.txt")
        self.git("tag", "v2")
        self.at("2024-04-10")
        self.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
        out = self.told()
        self.assertEqual(headings(out),
                         ["[Unreleased]", "[v2] - 2024-03-20", "[v1] - 2024-01-10"])
        self.assertNotIn("40%", period(out, "[Unreleased]").replace("<span>\\%</span>", "%"))
        self.assertIn(NEW_BULLET, period(out, "[Unreleased]"))

    def test_of_two_lines_one_is_told(self):
        self.merged()
        self.git("tag", "v2-side", "side")
        self.git("tag", "v2", "HEAD^1")
        out = self.told()
        self.assertEqual(headings(out), ["[Unreleased]", "[v2] - 2024-02-10", "[v1] - 2024-01-10"])
        self.assertIn("Zig", period(out, "[Unreleased]"))


class Files(Changelog):
    def test_renamed(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.git("tag", "v1")
        self.git("mv", "resume.md", "cv.md")
        self.dated("2024-02-10", V2, name="cv.md")
        self.git("tag", "v2")
        self.git("mv", "cv.md", "me.md")
        self.commit("Only renamed")
        out = self.told()
        self.assertEqual(headings(out), ["[v2] - 2024-02-10", "[v1] - 2024-01-10"])
        self.assertNotIn("résumé of", period(out, "[v2]"))
        self.assertEqual(headings(self.told("--no-follow")), ["[Unreleased]"])

    def test_removed_and_added_again(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.git("rm", "-q", "resume.md")
        self.at("2024-02-10")
        self.commit("Gone")
        self.dated("2024-03-10", V2)
        out = self.told("--", "resume.md")
        self.assertEqual(headings(out), ["2024-03", "2024-02", "2024-01"])
        self.assertIn("### Removed\n\n- The résumé\n", period(out, "2024-02"))
        self.assertIn("The résumé of", period(out, "2024-03"))

    def test_several(self):
        self.init()
        self.dated("2024-01-10", V1, name="resume.en.md")
        self.dated("2024-02-10", V1, name="resume.de.md")
        self.dated("2024-02-20", V2, name="resume.en.md")
        out = self.told()
        self.assertEqual(headings(out), ["2024-02", "2024-01"])
        self.assertEqual(headings(period(out, "2024-02"), 3), ["resume.de.md", "resume.en.md"])
        self.assertEqual(headings(period(out, "2024-02"), 4), ["Added", "Changed"])
        self.assertEqual(headings(self.told("--", "resume.de.md"), 3), ["Added"])

    def test_version_that_cannot_be_read_is_passed_over(self):
        self.init()
        self.dated("2024-01-10", V1)
        self.dated("2024-02-10", b"\x00\x01binary")
        self.dated("2024-03-10", V3)
        result = self.ok("changelog")
        self.assertEqual(headings(result.out), ["2024-03", "2024-01"])
        self.assertIn(NEW_BULLET, result.out)
        self.assertIn("warning: cannot compare 'resume.md'", result.err)

    def test_changelog_is_no_resume(self):
        self.init()
        self.dated("2024-01-10", V1, name="about.md")
        self.told("-o", "JOURNAL.md")
        self.told("-o", "CHANGELOG.md")
        self.commit("Changelogs")
        self.git("rm", "-q", "JOURNAL.md")
        self.commit("One is enough")
        self.write("CHANGELOG.md", "Another")
        self.dated("2024-02-10", V2, name="about.md")
        self.assertIn("60", self.told())
        self.assertIn("60", self.ok("HEAD~1", "HEAD").out)
        self.write("resume-changes.md", V1)
        self.commit("Named like one")
        self.assertEqual(headings(self.told(), 3), ["Changed", "Added"])

    def test_output_is_set_aside(self):
        self.init()
        self.dated("2024-01-10", V1, name="about.md")
        self.told("-o", "JOURNAL.md")
        self.commit("Journal")
        before = self.read("JOURNAL.md")
        self.told("-o", "JOURNAL.md")
        self.assertEqual(self.read("JOURNAL.md"), before)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()


class Repositories(Changelog):
    def test_no_commit(self):
        self.init()
        self.fails("changelog", says="no commit yet")
        self.fails("changelog", "-o", "CHANGELOG.md", says="no commit yet")
        self.assertFalse(os.path.exists(self.path("CHANGELOG.md")))

    def test_no_repository(self):
        self.fails("changelog", says="repository")

    def test_no_resume(self):
        self.init()
        self.commit(notes__txt="nothing")
        self.fails("changelog", says="no Markdown file", hint="cvdiff changelog -- PATH")

    def test_bare(self):
        self.tagged()
        self.git("clone", "-q", "--bare", self.dir, self.path("bare.git"))
        bare = self.path("bare.git")
        self.assertEqual(self.told(cwd=bare), self.told())
        self.assertEqual(self.told("HEAD", "--", "resume.md", cwd=bare), self.told())
        self.assertEqual(self.told("HEAD", cwd=bare), self.told())
        self.told("-o", "CHANGELOG.md", cwd=bare)
        self.assertTrue(os.path.exists(os.path.join(bare, "CHANGELOG.md")))

    def test_shallow(self):
        self.tagged()
        self.git("clone", "-q", "--depth=2", f"file://{self.dir}", self.path("shallow"))
        shallow = self.path("shallow")
        result = self.ok("changelog", cwd=shallow)
        self.assertEqual(headings(result.out), ["[Unreleased]"])
        self.assertNotIn("résumé of", result.out)
        self.assertIn("the clone is shallow", result.err)
        self.fails("changelog", "-o", "CHANGELOG.md", cwd=shallow, says="shallow",
                   hint="git fetch --unshallow")
        self.assertFalse(os.path.exists(os.path.join(shallow, "CHANGELOG.md")))
        self.git("clone", "-q", "--depth=1", f"file://{self.dir}", self.path("one"))
        result = self.ok("changelog", cwd=self.path("one"))
        self.assertEqual(headings(result.out), [])
        self.assertIn("the clone is shallow", result.err)

    def test_from_a_folder(self):
        self.tagged()
        os.mkdir(self.path("docs"))
        self.told("-o", "CHANGELOG.md", cwd=self.path("docs"))
        self.assertTrue(os.path.exists(self.path("docs/CHANGELOG.md")))

    def test_json(self):
        self.tagged()
        document = json.loads(self.told("--format=json"))
        self.assertEqual(document["schema"], "cvdiff/changelog/1")
        self.assertEqual([(p["names"], p["date"]) for p in document["periods"]],
                         [(["Unreleased"], None), (["v2"], "2024-03-10"), (["v1"], "2024-01-10")])
        commits = self.git("rev-parse", "HEAD", "v2", "v1").split()
        self.assertEqual([p["to"] for p in document["periods"]], commits)
        self.assertEqual([p["from"] for p in document["periods"]], commits[1:] + [None])
        report = document["periods"][1]["reports"][0]
        self.assertEqual(report["schema"], "cvdiff/changes/1")
        self.assertEqual(report["old"]["commit"], commits[2])
        self.fails("changelog", "--format=json", "-o", "x.md", says="Markdown")


HOSTILE = """\
# @ada <!-- cvdiff:end -->

## <script>alert(1)</script>

### Engineer, ## Tarn

*2021 – Present*

- Plain
"""

NEW_LINES = """\
- <!-- cvdiff:end -->
- <!-- cvdiff:begin -->
- # heading
- ## [v9] - 2024-01-01
- @everyone closes #1, see https://example.org and <b>bold</b>
- [x] done
- ```
"""


class Output(Changelog):
    def read(self, name="CHANGELOG.md"):
        with open(self.path(name), "rb") as file:
            return file.read()

    def region(self):
        """What is written between the markers."""
        out = self.told()
        return out[out.index("## "):]

    def test_made(self):
        self.tagged()
        self.assertEqual(self.told("-o", "CHANGELOG.md"), "")
        text = self.read().decode()
        self.assertTrue(text.startswith("# Changelog\n"))
        self.assertTrue(text.endswith(f"\n{BEGIN}\n\n{self.region()}\n{END}\n"))

    def test_again_changes_nothing(self):
        self.tagged()
        self.told("--output=CHANGELOG.md")
        os.utime(self.path("CHANGELOG.md"), (1, 1))
        before = os.stat(self.path("CHANGELOG.md"))
        self.told("-oCHANGELOG.md")
        after = os.stat(self.path("CHANGELOG.md"))
        self.assertEqual((before.st_mtime, before.st_ino), (after.st_mtime, after.st_ino))

    def test_text_by_hand_is_kept(self):
        self.tagged()
        region = self.region()
        for head, tail in ((b"# Mine\n\n", b"\n\n## [0.1]\n\n- By hand"),
                           (b"\xef\xbb\xbf", b""), (b"  \n\t\n", b"\n\n\n"),
                           (b"\xe4 in Latin-1\n", b"\r\n")):
            self.write("CHANGELOG.md", head + BEGIN.encode() + b"\nold\n" + END.encode() + tail)
            self.told("-o", "CHANGELOG.md")
            self.assertEqual(self.read(), head + f"{BEGIN}\n\n{region}\n{END}".encode() + tail)

    def test_crlf(self):
        self.tagged()
        self.write("CHANGELOG.md", "# Mine\r\n\r\nHello.\r\n\r\n## [0.1]\r\n")
        self.told("-o", "CHANGELOG.md")
        text = self.read()
        self.assertEqual(text.count(b"\n"), text.count(b"\r\n"))
        self.assertTrue(text.startswith(f"# Mine\r\n\r\nHello.\r\n\r\n{BEGIN}\r\n".encode()))
        self.assertTrue(text.endswith(f"{END}\r\n\r\n## [0.1]\r\n".encode()))
        self.told("-o", "CHANGELOG.md")
        self.assertEqual(self.read(), text)

    def test_it_grows(self):
        self.tagged()
        self.told("-o", "CHANGELOG.md")
        self.git("tag", "v3")
        self.told("-o", "CHANGELOG.md")
        self.assertEqual(headings(self.read().decode())[0], "[v3] - 2024-04-10")
        self.assertNotIn(b"Unreleased", self.read())

    def test_broken_markers(self):
        self.tagged()
        for text in (f"{BEGIN}\n", f"{END}\n", f"{END}\n{BEGIN}\n",
                     f"{BEGIN}\n{BEGIN}\n{END}\n", f"{BEGIN}\n{END}\n" * 2):
            self.write("CHANGELOG.md", text)
            self.fails("changelog", "-o", "CHANGELOG.md", says="cannot write 'CHANGELOG.md': line",
                       hint=BEGIN)
            self.assertEqual(self.read().decode(), text)

    def test_mode_and_link(self):
        self.tagged()
        self.write("docs/log.md", "# Mine\n")
        os.chmod(self.path("docs/log.md"), 0o600)
        os.symlink("docs/log.md", self.path("CHANGELOG.md"))
        self.told("-o", "CHANGELOG.md")
        self.assertTrue(os.path.islink(self.path("CHANGELOG.md")))
        self.assertIn(BEGIN, self.read("docs/log.md").decode())
        self.assertEqual(stat.S_IMODE(os.stat(self.path("docs/log.md")).st_mode), 0o600)

    def test_failure_leaves_the_file(self):
        self.tagged()
        self.write("docs/CHANGELOG.md", "# Mine\n")

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))

        result = self.cv("changelog", "-o", "docs/CHANGELOG.md", preexec_fn=limit)
        self.assertEqual(result.code, 2)
        self.assertEqual(self.read("docs/CHANGELOG.md"), b"# Mine\n")
        self.assertEqual(os.listdir(self.path("docs")), ["CHANGELOG.md"])
        self.fails("changelog", "-o", "resume.md/CHANGELOG.md",
                   says="cannot write 'resume.md/CHANGELOG.md'")
        self.fails("changelog", "-o", "docs", says="'docs'")

    def test_read_only_folder(self):
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.tagged()
        self.write("docs/CHANGELOG.md", "# Mine\n")
        os.chmod(self.path("docs"), 0o500)
        self.addCleanup(os.chmod, self.path("docs"), 0o700)
        self.fails("changelog", "-o", "docs/CHANGELOG.md", says="cannot write")
        self.assertEqual(self.read("docs/CHANGELOG.md"), b"# Mine\n")

    def test_resume_is_not_overwritten(self):
        self.tagged()
        self.fails("changelog", "-o", "resume.md", says="it is a résumé itself")
        self.write(".git/info/attributes", "me.md cvdiff\n")
        self.write("me.md", V1)
        self.commit("Another")
        self.fails("changelog", "-o", "me.md", says="it is a résumé itself")
        self.assertEqual(self.read("me.md").decode(), V1)

    def test_only_resume_is_not_overwritten(self):
        self.init()
        self.dated("2024-01-10", V1, name="README.md")
        self.fails("changelog", "-o", "README.md", says="no Markdown file")
        self.fails("changelog", "-o", "README.md", "--", "README.md",
                   says="it is a résumé itself")
        os.symlink("README.md", self.path("LOG.md"))
        self.fails("changelog", "-o", "LOG.md", "--", "README.md", says="it is a résumé itself")
        self.assertEqual(self.read("README.md").decode(), V1)

    def test_hostile_text(self):
        self.init()
        self.dated("2024-01-10", HOSTILE)
        self.git("tag", "v1@<b>")
        self.dated("2024-02-10", HOSTILE + NEW_LINES, "<!-- cvdiff:end --> @all #1")
        for by in ("--by=tag", "--by=commit"):
            self.told(by, "-o", "CHANGELOG.md")
            text = self.read().decode()
            self.assertEqual(text.count(BEGIN), 1)
            self.assertEqual(text.count(END), 1)
            self.assertTrue(text.endswith(f"{END}\n"))
            self.assertEqual(len(headings(text)), 2)
            self.assertEqual(len(headings(text, 1)), 1)
            body = text.replace(BEGIN, "").replace(END, "").replace("<span>", "").replace(
                "</span>", "")
            self.assertNotIn("<", body)
            self.assertIsNone(re.search(r"(?<!\\)@", body), body)
            self.assertNotIn("```", body.replace("\\`", ""))
            self.told(by, "-o", "CHANGELOG.md")
            self.assertEqual(self.read().decode(), text)


main()

"""Which commit last changed each part of a résumé, and which first wrote it."""

import json
import os
import re

import harness
from harness import RESUME, V1, V2, V3, V4, Case

ROW = re.compile(r"^(?P<mark>[ ^]?)(?P<id>[0-9a-f]{7})  (?P<changed>\d{4}-\d\d-\d\d)")
PIPELINE = "Wrote the ingest pipeline in Go."
BILLING = "Led the move to event-driven billing."
BUILDS = "Cut build times by 40% for twelve teams."


class Blame(Case):
    def blame(self, *args, **kwargs):
        """The document of --format=json."""
        result = self.ok("blame", "--format=json", *args, **kwargs)
        return json.loads(result.raw.decode("utf-8"))

    def head(self, rev="HEAD"):
        return self.git("rev-parse", rev)

    def node(self, doc, text):
        found = [node for node in doc["nodes"] if text in node["text"]]
        self.assertEqual(len(found), 1, [node["text"] for node in doc["nodes"]])
        return found[0]

    def assert_node(self, text, last, first, *args):
        node = self.node(self.blame(*args), text)
        self.assertEqual((node["last"]["commit"], node["first"]["commit"]), (last, first), text)

    def assert_all(self, commit, *args):
        """Everything was written by that commit and never changed."""
        doc = self.blame(*args)
        self.assertTrue(doc["nodes"])
        for node in doc["nodes"]:
            self.assertEqual((node["last"]["commit"], node["first"]["commit"]), (commit, commit),
                             node["text"])

    def step(self, content, name="resume.md", message="Edit"):
        self.write(name, content)
        self.commit(message)
        return self.head()


class Linear(Blame):
    def test_last_and_first(self):
        self.history()
        one, two, three, four = (self.head(f"HEAD~{back}") for back in (3, 2, 1, 0))
        self.assert_node("Cut build times by 60%", two, one)
        self.assert_node(harness.NEW_BULLET, three, three)
        self.assert_node("Rust", four, four)
        self.assert_node(BILLING, one, one)
        self.assert_node("Senior Engineer", one, one)

    def test_json(self):
        self.history()
        doc = self.blame()
        self.assertEqual(list(doc), ["schema", "path", "label", "commit", "nodes"])
        self.assertEqual((doc["schema"], doc["path"], doc["commit"]),
                         ("cvdiff/blame/1", "resume.md", self.head()))
        node = self.node(doc, "by 60%")
        self.assertEqual((node["kind"], node["line"], node["path"]),
                         ("bullet", 11, ["Experience", "Senior Engineer, Tarn Systems"]))
        self.assertEqual(node["last"], {
            "commit": self.head("HEAD~2"), "date": "2017-07-14T02:45:00+00:00",
            "author": "Ada Nilsson", "email": "ada@nilsson.example", "boundary": False})
        role = self.node(doc, "Fjell Labs")
        self.assertEqual((role["kind"], role["heading"]), ("role", "Engineer, Fjell Labs"))
        self.assertNotIn("section", [each["kind"] for each in doc["nodes"]])

    def test_at_a_revision(self):
        self.history()
        self.assert_node("by 60%", self.head("HEAD~2"), self.head("HEAD~3"), "HEAD~1")
        self.assert_all(self.head("HEAD~3"), "HEAD~3")
        self.assert_all(self.head("HEAD~3"), "HEAD~3", "resume.md")
        self.assert_all(self.head("HEAD~3"), "HEAD~3", "--", "resume.md")
        self.assertEqual(self.blame("HEAD~3")["label"], "HEAD~3")

    def test_text(self):
        self.history()
        out = self.ok("blame", "--width=100").out
        lines = out.splitlines()
        self.assertEqual(lines[0], "resume.md  HEAD  by Ada Nilsson")
        self.assertEqual(lines[2], "         changed     written")
        self.assertIn(f"{self.head('HEAD~2')[:7]}  2017-07-14  2017-07-14      bullet  Cut build times",
                      out)
        self.assertIn(" " * 33 + "section  Experience\n", out)
        self.assertIn("skill  Go, C\n", out)
        self.assertTrue(all(len(line) <= 100 for line in lines))

    def test_names_of_several_authors(self):
        self.init()
        self.step(V1)
        self.env["GIT_AUTHOR_NAME"] = "Bo Larsen of the Very Long Name"
        self.step(V2)
        out = self.ok("blame", "--width=100").out
        self.assertNotIn(" by ", out.splitlines()[0])
        self.assertRegex(out, r"2017-07-14  Bo Larsen of… +2017-07-14 +bullet  Cut")
        self.assertRegex(out, r"2017-07-14  Ada Nilsson +name  Ada Nilsson")

    def test_a_field_is_the_entrys_and_a_bullet_is_not(self):
        self.init()
        one = self.step(V1)
        two = self.step(V1.replace("January 2021 – Present", "January 2021 – May 2024"))
        self.assert_node("Senior Engineer", two, one)
        self.assert_node(BILLING, one, one)

    def test_a_part_that_came_back_was_written_anew(self):
        self.init()
        self.step(V1)
        self.step(V1.replace(f"- {BILLING}\n", ""))
        three = self.step(V1)
        self.assert_node(BILLING, three, three)


class NoChange(Blame):
    """What is only told otherwise leaves everything as old as it was."""

    def assert_untouched(self, *versions):
        self.init()
        one = self.step(V1)
        for version in versions:
            self.step(version)
        self.assert_all(one)

    def test_reordered_bullets(self):
        self.assert_untouched(V1.replace(f"- {BUILDS}\n- {BILLING}\n", f"- {BILLING}\n- {BUILDS}\n"))

    def test_moved_bullet(self):
        without = V1.replace(f"- {BILLING}\n", "")
        self.assert_untouched(without.replace(f"- {PIPELINE}\n", f"- {PIPELINE}\n- {BILLING}\n"))

    def test_reordered_roles(self):
        top, rest = V1.split("### Senior", 1)
        senior, rest = rest.split("### Engineer", 1)
        engineer, skills = rest.split("## Skills", 1)
        self.assert_untouched(f"{top}### Engineer{engineer}### Senior{senior}## Skills{skills}")

    def test_reformatted(self):
        self.assert_untouched(
            V1.replace("- ", "* "),
            V1.replace("- ", "* ").replace("*January 2021 – Present*", "_Jan 2021 - present_"),
            V1.replace("\n", "\r\n"),
            V1.replace("- Led the move to event-driven billing.",
                       "- Led the **move** to\n  event-driven billing."))

    def test_spelling_and_marks(self):
        self.assert_untouched(V1.replace("for twelve teams.", "for twelve teams"),
                              V1.replace("event-driven", "event-drivn"))

    def test_renamed_file(self):
        self.init()
        one = self.step(V1)
        self.git("mv", "resume.md", "cv.md")
        self.commit("Rename")
        self.assert_all(one)
        os.mkdir(self.path("docs"))
        self.git("mv", "cv.md", "docs/my cv.md")
        self.commit("Rename again")
        self.assert_all(one, "--", "docs/my cv.md")
        doc = json.loads(self.ok("blame", "--format=json", "my cv.md", cwd=self.path("docs")).out)
        self.assertEqual(doc["path"], "docs/my cv.md")

    def test_renamed_and_edited(self):
        self.init()
        one = self.step(V1)
        self.git("mv", "resume.md", "cv.md")
        two = self.step(V2, "cv.md")
        self.assert_node("by 60%", two, one)
        self.assert_node(BILLING, one, one)


class OtherChanges(Blame):
    LONG = ("Moved the nightly ledger import to streaming, and cut the hours that auditors waited "
            "for reports from nine to one.")
    PARTS = ("Moved the nightly ledger import to streaming.\n"
             "- Cut the hours that auditors waited for reports from nine to one.")

    def test_split_and_merged(self):
        self.init()
        one = self.step(V1.replace(BILLING, self.LONG))
        two = self.step(V1.replace(BILLING, self.PARTS))
        self.assert_node("Moved the nightly", two, one)
        self.assert_node("auditors", two, one)
        three = self.step(V1.replace(BILLING, self.LONG))
        self.assert_node("auditors", three, one)

    def test_hidden_and_shown_again(self):
        role = V1[V1.index("### Engineer, Fjell"):V1.index("## Skills")]
        self.init()
        one = self.step(V1)
        self.step(V1.replace(role, f"<!--\n{role}-->\n\n"))
        self.step(V2.replace(role, f"<!--\n{role}-->\n\n"))
        four = self.step(V2)
        self.assert_node("Fjell Labs", four, one)
        self.assert_node(PIPELINE, four, one)
        self.assert_node(BILLING, one, one)


class Merges(Blame):
    def branches(self, ours, theirs, merged=None):
        """A merge of two branches from V1; `merged`: what stands in it, if git cannot know."""
        self.init()
        self.base = self.step(V1)
        self.git("checkout", "-q", "-b", "side")
        self.side = self.step(theirs)
        self.git("checkout", "-q", "main")
        self.main = self.step(ours)
        self.git("merge", "-q", "--no-commit", "side", check=False)
        if merged:
            self.write("resume.md", merged)
        self.commit("Merge")
        self.merge = self.head()
        self.assertEqual(self.head("HEAD^2"), self.side)

    def test_both_sides(self):
        self.branches(V2, V1.replace("Python", "Rust"))
        self.assert_node("by 60%", self.main, self.base)
        self.assert_node("Rust", self.side, self.side)
        self.assert_node(BILLING, self.base, self.base)

    def test_evil_merge(self):
        self.branches(V2, V1.replace("Python", "Rust"),
                      V2.replace("Python", "Rust").replace("event-driven", "contract-driven"))
        self.assert_node("contract-driven", self.merge, self.base)
        self.assert_node("by 60%", self.main, self.base)
        self.assert_node("Rust", self.side, self.side)

    def test_conflict(self):
        self.branches(V2, V1.replace("by 40%", "by 55%"), V1.replace("by 40%", "by 65%"))
        self.assert_node("by 65%", self.merge, self.base)

    def test_conflict_that_took_theirs(self):
        theirs = V1.replace("by 40%", "by 55%")
        self.branches(V2, theirs, theirs)
        self.assert_node("by 55%", self.side, self.base)

    def test_conflict_that_took_both(self):
        theirs = V1.replace("by 40%", "by 55%").replace("Python", "Rust")
        self.branches(V4, theirs, V4.replace("by 60%", "by 55%"))
        self.assert_node("by 55%", self.side, self.base)
        self.assert_node(harness.NEW_BULLET, self.main, self.main)

    def test_renamed_on_a_branch(self):
        self.init()
        base = self.step(V1)
        self.git("checkout", "-q", "-b", "side")
        self.git("mv", "resume.md", "cv.md")
        self.commit("Rename")
        self.git("checkout", "-q", "main")
        main = self.step(V2)
        self.git("merge", "-q", "-m", "Merge", "side")
        self.assert_node("by 60%", main, base)
        self.assert_node(BILLING, base, base)

    def test_dates_that_run_backwards(self):
        """A parent that is younger than its child: the walk comes to it before it has all children."""
        self.init()
        self.step(V1)
        base = self.head()
        self.clock += 1_000_000
        main = self.step(V2)
        self.git("checkout", "-q", "-b", "side")
        self.clock -= 900_000
        side = self.step(V2.replace("Python", "Rust"))
        self.git("checkout", "-q", "main")
        self.clock += 2_000_000
        own = self.step(V2.replace("event-driven", "contract-driven"))
        self.git("merge", "-q", "-m", "Merge", "side")
        self.assert_node("by 60%", main, base)
        self.assert_node("Rust", side, side)
        self.assert_node("contract-driven", own, base)
        self.assert_node(PIPELINE, base, base)


class Uncommitted(Blame):
    def test_changed_and_added(self):
        self.history()
        self.write("resume.md", V4.replace("by 60%", "by 70%").replace("Rust", "Rust, Zig"))
        doc = self.blame()
        self.assertEqual((doc["label"], doc["commit"]), ("working tree", None))
        changed = self.node(doc, "by 70%")
        self.assertEqual((changed["last"], changed["first"]["commit"]),
                         ({"commit": None}, self.head("HEAD~3")))
        self.assertEqual(self.node(doc, "Zig")["first"], {"commit": None})
        self.assert_node("Rust", self.head(), self.head())
        out = self.ok("blame", "--width=100").out
        self.assertIn("not committed yet    2017-07-14      bullet  Cut build times by 70%", out)
        self.assertRegex(out, r"not committed yet +skill  Zig")
        self.assertNotIn("70%", self.ok("blame", "HEAD").out)

    def test_staged(self):
        self.history()
        self.write("resume.md", V4.replace("by 60%", "by 70%"))
        self.git("add", "-A")
        self.assertEqual(self.node(self.blame(), "by 70%")["last"], {"commit": None})

    def test_renamed(self):
        self.history()
        self.git("mv", "resume.md", "cv.md")
        self.write("cv.md", V4.replace("by 60%", "by 70%"))
        self.assert_node("by 70%", None, self.head("HEAD~3"))
        self.assert_node(BILLING, self.head("HEAD~3"), self.head("HEAD~3"))
        self.write("cv.md", V4)
        self.assert_node(BILLING, self.head("HEAD~3"), self.head("HEAD~3"))

    def test_new_file(self):
        self.history("notes.txt")
        self.write("cv.md", V1)
        self.git("add", "cv.md")
        self.assert_all(None, "cv.md")

    def test_merge(self):
        self.init()
        base = self.step(V1)
        self.git("checkout", "-q", "-b", "side")
        side = self.step(V1.replace("Python", "Rust"))
        self.git("checkout", "-q", "main")
        main = self.step(V2)
        self.git("merge", "-q", "--no-commit", "side")
        self.assert_node("Rust", side, side)
        self.assert_node("by 60%", main, base)
        self.write("resume.md", V2.replace("Python", "Rust").replace("event-driven", "own"))
        self.assert_node("Led the move to own", None, base)


class OlderThan(Blame):
    def test_ages(self):
        now = 1_900_000_000  # git's own clock is given to it
        self.env["GIT_TEST_DATE_NOW"] = str(now)
        self.init()
        self.clock = now - 3 * 365 * 86400
        self.step(V1)
        self.clock = now - 100 * 86400
        self.step(V2)
        for age, counts in {"2y": (True, False), "18m": (True, False), "10w": (True, True),
                            "90d": (True, True), "20w": (True, False), "4y": (False, False),
                            "'1 year ago'": (True, False)}.items():
            doc = self.blame(f"--older-than={age.strip(chr(39))}")
            texts = [node["text"] for node in doc["nodes"]]
            self.assertEqual((BILLING in texts, any("by 60%" in text for text in texts)), counts, age)

    def test_text_has_what_is_above(self):
        self.init()
        self.step(V1)
        self.clock += 10_000_000
        self.step(V2.replace("Senior", "Staff"))
        lines = self.ok("blame", "--older-than=2017-09-01", "--width=100").out.splitlines()
        role = next(line for line in lines if "Staff Engineer" in line)
        self.assertTrue(role.startswith("      "), role)
        self.assertFalse(any("by 60%" in line for line in lines))
        self.assertTrue(any(BILLING in line for line in lines))

    def test_nothing_is_that_old(self):
        self.history()
        self.assertIn("Nothing in it is that old.\n", self.ok("blame", "--older-than=2001-01-01").out)
        self.assertEqual(self.blame("--older-than=2001-01-01")["nodes"], [])

    def test_uncommitted_is_new(self):
        self.history()
        self.write("resume.md", V4.replace("by 60%", "by 70%"))
        texts = [node["text"] for node in self.blame("--older-than=1d")["nodes"]]
        self.assertIn(BILLING, texts)
        self.assertFalse(any("70%" in text for text in texts))


class Places(Blame):
    def test_bare(self):
        self.history()
        self.git("clone", "-q", "--bare", self.dir, self.path("bare.git"))
        doc = json.loads(self.ok("blame", "--format=json", cwd=self.path("bare.git")).out)
        self.assertEqual(self.node(doc, "by 60%")["last"]["commit"], self.head("HEAD~2"))

    def test_shallow(self):
        self.history()
        shallow = os.path.join(self.top, "shallow")
        self.git("clone", "-q", "--depth=2", f"file://{self.dir}", shallow)
        result = self.ok("blame", "--width=100", cwd=shallow)
        boundary = self.head("HEAD~1")
        self.assertIn(f"the clone is shallow: what was before {boundary[:7]}", result.err)
        self.assertRegex(result.out, rf"(?m)^\^{boundary[:7]}  2017-07-14 +bullet  Cut build")
        self.assertRegex(result.out, rf"(?m)^ {self.head()[:7]}  2017-07-14 +skill  Rust")
        doc = json.loads(self.ok("blame", "--format=json", cwd=shallow).out)
        self.assertTrue(self.node(doc, "by 60%")["last"]["boundary"])
        self.assertFalse(self.node(doc, "Rust")["last"]["boundary"])

    def test_shallow_to_the_tip(self):
        self.history()
        shallow = os.path.join(self.top, "shallow")
        self.git("clone", "-q", "--depth=1", f"file://{self.dir}", shallow)
        doc = json.loads(self.ok("blame", "--format=json", cwd=shallow).out)
        self.assertTrue(all(node["last"]["boundary"] for node in doc["nodes"]))

    def test_partial_clone(self):
        self.history()
        self.git("config", "uploadpack.allowFilter", "true")
        partial = os.path.join(self.top, "partial")
        self.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{self.dir}", partial)
        self.git("cat-file", "-p", "HEAD:resume.md", cwd=partial)
        self.fails("blame", "HEAD", cwd=partial, says="cannot read", hint="git log -p -- 'resume.md'")

    def test_empty_repository(self):
        self.init()
        self.write("resume.md", RESUME)
        self.fails("blame", says="there is no commit yet")

    def test_operands(self):
        self.history()
        self.fails("blame", "nothing.md", says="unknown revision or path 'nothing.md'")
        self.fails("blame", "HEAD", "nothing.md", says="'nothing.md' is not in 'HEAD'")
        self.fails("blame", "HEAD~1..HEAD", says="is not one commit")
        self.fails("blame", "HEAD:resume.md", says="is not one commit")
        self.fails("blame", "HEAD", "resume.md", "resume.md", says="too many operands")
        self.fails("blame", "HEAD", "HEAD", "--", "resume.md", says="too many operands")
        self.fails("blame", "HEAD", "HEAD", "--", says="too many operands")
        self.git("branch", "resume.md")
        self.fails("blame", "resume.md", says="ambiguous")
        self.assertEqual(self.blame("--", "resume.md")["path"], "resume.md")

    def test_outside_of_git(self):
        self.fails("blame", says="not in a git repository")

    def test_not_a_text(self):
        self.init()
        self.step(b"\0binary\0")
        self.fails("blame", says="a binary file")

    def test_a_version_that_is_no_text(self):
        self.init()
        self.step(V1)
        self.step(b"\0binary\0")
        three = self.step(V1)
        self.assert_all(three)

    def test_an_empty_file(self):
        self.init()
        self.step("")
        self.assertIn("There is nothing in it.", self.ok("blame").out)
        self.assertEqual(self.blame()["nodes"], [])


class Hostile(Blame):
    def test_names_and_texts(self):
        self.init()
        self.step(V1)
        self.env["GIT_AUTHOR_NAME"] = "Eve\x1b[31m \u202egnp\u202c"
        self.step(V1.replace(BILLING, "Sent \x1b]0;owned\x07 and \u202eback\u202c to the terminal."))
        result = self.ok("blame", "--width=120")
        self.assertNotIn(b"\x1b", result.raw)
        self.assertNotIn("\u202e".encode(), result.raw)
        self.assertNotIn(b"\x07", result.raw)
        self.assertIn("Eve", result.out)
        self.assertEqual(self.blame()["schema"], "cvdiff/blame/1")

    def test_author_that_is_not_utf8(self):
        self.init()
        self.write("resume.md", V1)
        tree = self.git("add", "-A") or self.git("write-tree")
        raw = (f"tree {tree}\nauthor ".encode() + b"J\xf6rg \xff\xfe <j@x.example> 99999999999999 -9959\n"
               b"committer J <j@x.example> 1500000000 +0000\n\nOdd\n")
        commit = self.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=raw)
        self.git("update-ref", "refs/heads/main", commit)
        self.ok("blame")
        self.assertEqual(self.node(self.blame(), PIPELINE)["last"]["commit"], commit)

    def test_narrow(self):
        self.history()
        for width in (1, 20, 40):
            self.ok("blame", f"--width={width}")


if __name__ == "__main__":
    harness.main()

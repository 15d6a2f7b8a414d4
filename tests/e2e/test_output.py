"""Formats, exit statuses, help, and the tree command."""

import json
import os
import unittest

import harness
from harness import NEW_BULLET, RESUME, V1, V2, V3, V4, Case, ids, texts

try:
    import jsonschema
except ImportError:
    jsonschema = None

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCHEMA = os.environ.get("CVDIFF_SCHEMA") or os.path.join(ROOT, "docs/changes.schema.json")

FORMATTING = V4.replace("- Wrote", "* Wrote").replace("- Ran", "* Ran").replace("# Ada Nilsson", "Ada Nilsson\n===")


class Json(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def every_report(self):
        yield from self.reports("HEAD~3", "HEAD")
        yield from self.reports("HEAD", "HEAD~3")
        yield from self.reports("HEAD", "--", "resume.md")
        self.write("resume.md", FORMATTING)
        yield from self.reports()
        self.write("resume.md", RESUME.replace("### Senior Engineer, Tarn Systems",
                                               "### Staff Engineer, Tarn Systems"))
        yield from self.reports()
        self.write("cv.md", "# Bo\n")
        self.git("add", "cv.md")
        os.remove(self.path("resume.md"))
        yield from self.reports()
        self.write("resume.md", RESUME.replace("Go.", "Go \x01\u2028 \U0001f980."))
        yield from self.reports()
        yield from self.reports("cv.md", "-", stdin=b"\xff\xfe")

    def test_every_report_is_valid(self):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        if not os.path.exists(SCHEMA):
            self.skipTest(f"no schema at {SCHEMA}; set CVDIFF_SCHEMA")
        with open(SCHEMA, encoding="utf-8") as file:
            validator = jsonschema.Draft202012Validator(json.load(file))
        count = 0
        for report in self.every_report():
            validator.validate(report)
            count += 1
        self.assertGreaterEqual(count, 8)

    def test_counts_and_words_agree_with_the_changes(self):
        for report in self.every_report():
            counts = dict.fromkeys(report["counts"], 0)
            for change in report["changes"]:
                counts[change["severity"]] += 1
                counts[change["op"]] += 1
                if change["op"] == "changed" and change.get("words"):
                    for side, sign in (("old", "-"), ("new", "+")):
                        self.assertEqual(change[side]["text"],
                                         "".join(text for op, text in change["words"] if op in ("=", sign)))
            self.assertEqual(report["counts"], counts)
            self.assertLessEqual(report["identical"], report["old"]["root"] == report["new"]["root"])

    def test_one_line_a_report(self):
        self.write("en/cv.md", V1)
        self.commit("Second résumé")
        out = self.ok("--format=json", "HEAD~2", "HEAD").out
        self.assertEqual(len(out.splitlines()), 2)
        self.assertTrue(out.endswith("}\n"))

    def test_the_same_bytes_anywhere(self):
        expected = self.ok("--format=json", "HEAD~3", "HEAD").raw
        text = self.ok("HEAD~3", "HEAD").raw
        for env in ({"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"},
                    {"LANG": "POSIX", "LC_ALL": ""}, {"COLUMNS": "33"}):
            self.assertEqual(self.ok("--format=json", "HEAD~3", "HEAD", env=env).raw, expected)
            self.assertEqual(self.ok("HEAD~3", "HEAD", env=env).raw, text)

    def test_style_is_always_there(self):
        self.write("resume.md", FORMATTING)
        report = self.report()
        self.assertFalse(report["identical"])
        self.assertEqual(report["old"]["root"], report["new"]["root"])
        self.assertTrue(all(change["severity"] == "style" for change in report["changes"]))


class Text(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def test_what_is_shown(self):
        out = self.ok("HEAD~3", "HEAD").out
        for words in ("resume.md", "HEAD~3", "HEAD", NEW_BULLET, "Experience", "Tarn Systems", "60%", "Rust"):
            self.assertIn(words, out)
        self.assertRegex(out.splitlines()[-1], r"\d+ (fact|content change)s?")

    def test_stat_is_the_last_line_alone(self):
        last = self.ok("HEAD~3", "HEAD").out.splitlines()[-1]
        self.assertEqual(self.ok("--stat", "HEAD~3", "HEAD").out, last + "\n")

    def test_style_shows_formatting(self):
        self.write("resume.md", V4.replace("Ran the on-call", "Ran the *on-call*"))
        plain, style = self.ok().out, self.ok("--style").out
        self.assertNotIn("on-call", plain)
        self.assertIn("on-call", style)


class Statuses(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def status(self, *args):
        return self.cv(*args).code

    def test_exit_code(self):
        self.assertEqual(self.status("HEAD~1", "HEAD"), 0)
        self.assertEqual(self.status("--exit-code", "HEAD~1", "HEAD"), 1)
        self.assertEqual(self.status("--exit-code", "HEAD", "--", "resume.md"), 0)
        self.assertEqual(self.status("--exit-code", "nope"), 2)

    def test_quiet(self):
        result = self.cv("--quiet", "HEAD~1", "HEAD")
        self.assertEqual((result.code, result.out, result.err), (1, "", ""))
        result = self.cv("--quiet", "--format=json", "HEAD", "--", "resume.md")
        self.assertEqual((result.code, result.out, result.err), (0, "", ""))
        self.assertEqual(self.cv("--quiet").out, "")
        self.fails("--quiet", "nope", says="nope")

    def test_fail_on(self):
        style = V4.replace("Ran the on-call", "Ran the *on-call*")
        content = V4.replace("Mentored four engineers", "Mentored some engineers")
        fact = V4.replace("### Senior Engineer", "### Staff Engineer")
        for version, expected in ((V4, [0, 0, 0]), (style, [0, 0, 1]), (content, [0, 1, 1]),
                                  (fact, [1, 1, 1])):
            self.write("resume.md", version)
            self.assertEqual([self.status(f"--fail-on={level}") for level in ("fact", "content", "style")],
                             expected)
            self.assertEqual(self.status("--fail-on", "fact"), expected[0])
            self.assertEqual(self.status("--quiet", "--fail-on=fact"), expected[0])
            self.assertEqual(self.status("--exit-code"), expected[2])


class Help(Case):
    def test_help(self):
        for args in (["--help"], ["-h"], ["help"], ["HEAD", "--help"]):
            out = self.ok(*args).out
            self.assertTrue(out.startswith("usage: cvdiff"))
            for option in ("--staged", "--cached", "--no-index", "--format", "--style", "--stat", "--color",
                           "--no-pager", "--exit-code", "--quiet", "--fail-on", "--version"):
                self.assertIn(option, out)
        tree = self.ok("help", "tree").out
        self.assertTrue(tree.startswith("usage: cvdiff tree"))
        self.assertEqual(tree, self.ok("tree", "--help").out)
        self.assertNotIn("--staged", tree)
        self.assertLessEqual(max(map(len, self.ok("--help").out.splitlines())), 100)

    def test_version(self):
        self.assertRegex(self.ok("--version").out, r"^cvdiff \d+\.\d+\.\d+\n$")

    def test_usage_errors(self):
        for args, says in (
            (["--nope"], "unknown option '--nope'"), (["-x"], "unknown option '-x'"),
            (["-hx"], "unknown option '-hx'"), (["--stat=yes"], "--stat takes no value"),
            (["--format"], "--format needs a value"), (["--format=xml"], "--format cannot be 'xml'"),
            (["--format="], "--format cannot be ''"), (["--width=wide"], "--width cannot be 'wide'"),
            (["--color=sometimes"], "--color cannot be 'sometimes'"), (["help", "nope"], "no command 'nope'"),
            (["tree", "--staged"], "no option --staged"), (["tree", "a", "b", "c"], "too many"),
        ):
            with self.subTest(args):
                result = self.fails(*args, says=says, hint="")
                self.assertIn("cvdiff", result.err)

    def test_values_after_a_space(self):
        self.write("old.md", V1)
        self.write("new.md", V2)
        self.assertEqual(self.ok("--format", "json", "old.md", "new.md").raw,
                         self.ok("--format=json", "old.md", "new.md").raw)


class Tree(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def tree(self, *args, **kwargs):
        return json.loads(self.ok("tree", "--format=json", *args, **kwargs).raw)

    def test_text(self):
        out = self.ok("tree").out
        self.assertEqual(out, self.ok("tree", "resume.md").out)
        rows = out.splitlines()
        self.assertRegex(rows[0], r"^[0-9a-f]{8} +1  resume")
        self.assertRegex(out, r"(?m)^[0-9a-f]{8} +5    section  Experience$")
        self.assertRegex(out, r"(?m)^[0-9a-f]{8} +7      role  Senior Engineer, Tarn Systems$")
        self.assertRegex(out, r"(?m)^[0-9a-f]{8} +11        bullet  Cut build times")

    def test_json(self):
        tree = self.tree("HEAD~3")
        self.assertEqual(tree["schema"], "cvdiff/tree/1")
        self.assertEqual(tree["commit"], self.git("rev-parse", "HEAD~3"))
        self.assertEqual(tree["root"]["kind"], "resume")
        kinds = [child["kind"] for child in tree["root"]["children"]]
        self.assertEqual(kinds.count("section"), 2)
        report = self.report("HEAD~3", "HEAD")
        self.assertEqual(tree["root"]["content"], report["old"]["root"])
        self.assertEqual(self.tree("HEAD")["root"]["content"], report["new"]["root"])

    def test_which_version(self):
        old = self.tree("HEAD~3")["root"]
        self.assertEqual(self.tree("HEAD~3", "resume.md")["root"], old)
        self.assertEqual(self.tree("HEAD~3:resume.md")["root"], old)
        self.assertEqual(self.tree("-", stdin=V1.encode())["root"], old)
        self.assertEqual(self.tree("--", "resume.md")["root"], self.tree("HEAD")["root"])
        self.write("sub/x", "")
        self.assertEqual(self.tree("HEAD~3", "../resume.md", cwd=self.path("sub"))["root"], old)
        outside = os.path.join(self.top, "plain")
        os.mkdir(outside)
        with open(os.path.join(outside, "any.md"), "w", encoding="utf-8") as file:
            file.write(V1)
        self.assertEqual(self.tree("any.md", cwd=outside)["root"], old)

    def test_errors(self):
        self.fails("tree", "nope", says="'nope'")
        self.fails("tree", "HEAD", "nope.md", says=["'nope.md'", "'HEAD'"])
        self.fails("tree", "HEAD~1..HEAD", says="range")
        self.git("branch", "resume.md")
        self.fails("tree", "resume.md", says="ambiguous", hint="--")
        self.write("a.md", RESUME)
        self.git("add", "a.md")
        self.git("rm", "-q", "--cached", "resume.md")
        self.write("b.md", RESUME)
        self.git("add", "b.md")
        self.fails("tree", says=["'a.md'", "'b.md'"])


if __name__ == "__main__":
    harness.main()

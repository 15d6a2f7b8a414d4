"""What a review of a pull request is given: Markdown, annotations of GitHub Actions, reviewdog's
diagnostics. The Markdown is rendered by cmark-gfm, GitHub's own parser, and what it makes is examined.
"""

import json
import os
import re
import shutil
import sys
import unittest

import harness
from harness import RESUME, V1, V3, V4, Case

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "hostile"))

from checks import RECOGNISED, rendered  # noqa: E402
from payloads import PAYLOADS, visible  # noqa: E402

LIMIT = 65536 - 200  # of a comment on GitHub, less a marker

# Of the hostile résumés, what is meant for a review.
INJECTIONS = [payload.text for payload in PAYLOADS if payload.attacks in (
    "markdown", "markdown-link", "mention", "reference", "review", "workflow", "markup", "reordering", "invisible")]


def resume(value, number):
    """A résumé that has the value in every field. As JSON Resume cannot be read, Markdown it is: what is
    markup there is escaped or within code, as far as that can be."""
    told = re.sub(r"([\\`*_{}\[\]()#+.!|<>~&@:$%-])", r"\\\1", value.replace("\x1b", "").replace("\u2028", ""))
    return f"""\
# Ada {told} Nilsson

ada{number}{told}@nilsson.example

## Experience {told}

### Engineer {told}, Tarn {told}

*January 201{number} – Present {told}*, Oslo {told}

- Cut {number}0% of {told} the costs.
- Led {told} {number}.
{told} {number}

#### Billing {told}

- Wrote {number} it {told}, {told}

## Skills {told}

- Tools {told}: Go {told}, C {number} {told}
"""


@unittest.skipUnless(shutil.which("cmark-gfm"), "cmark-gfm is not installed")
class Markdown(Case):
    def comment(self, *args, **kwargs):
        return self.ok("--format=markdown", *args, **kwargs).out

    def assert_harmless(self, markdown):
        page = rendered(markdown)
        self.assertEqual(page.faults, [], markdown)
        for node in page.nodes:
            self.assertIsNone(RECOGNISED.search(node), f"{node!r} in {markdown}")
        self.assertLess(len(markdown.encode()), LIMIT)
        self.assertEqual(re.findall("^(?!Too much changed)[^*\\n… <#-].*", re.sub("(?m)^ +", "", markdown), re.MULTILINE), [])
        return page

    def test_every_field_is_text(self):
        for injection in INJECTIONS:
            with self.subTest(injection):
                self.write("old.md", resume(injection, 1))
                self.write("new.md", resume(injection, 2))
                self.write("empty.md", "# Bo\n")
                for pair in ("old.md", "new.md"), ("empty.md", "new.md"), ("old.md", "empty.md"):
                    self.assert_harmless(self.comment("--style", "--no-index", *pair))

    def test_raw_source_is_text(self):
        """The same without any escape in the résumé: much of it is markup there, and read as such."""
        for injection in INJECTIONS:
            with self.subTest(injection):
                self.write("old.md", f"# Ada\n\n{injection}\n\n## Work\n\n### {injection}, Acme\n\n- {injection} 1\n")
                self.write("new.md", f"# Bo\n\n## Work\n\n### {injection} x, Acme\n\n- {injection} 2\n\n{injection}\n")
                self.assert_harmless(self.comment("--style", "--no-index", "old.md", "new.md"))

    def test_text_is_unbroken(self):
        """What the résumé says can be read in the comment, and copied from it."""
        for injection in INJECTIONS:
            if injection in ("[^1]", "~~a~~") or re.search("[\r\n\u2028\u2029]", injection):  # no part of what is read
                continue
            with self.subTest(injection):
                told = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", injection)
                self.write("old.md", RESUME)
                self.write("new.md", RESUME.replace("- Led", f"- So {told} it was.\n- Led"))
                page = self.assert_harmless(self.comment("--no-index", "old.md", "new.md"))
                self.assertIn(f"Added bullet: So {visible(injection)} it was.", page.text)

    def test_paths_and_revisions_are_text(self):
        self.init()
        name = "@ada #12 [x](y) <b> :tada: www.a.example `c` *d* $e$.md"
        self.commit("One", **{name[:-3] + "__md": V1, "cv__md": V1})
        self.git("branch", "octo/repo@torvalds#12")
        self.commit("Two", **{name[:-3] + "__md": V3, "cv__md": V3})
        page = self.assert_harmless(self.comment("octo/repo@torvalds#12", "HEAD", "--", "*.md"))
        self.assertEqual(page.tags["h3"], 2)
        self.assertIn(name, page.text)
        self.assertIn("octo/repo@torvalds#12 → HEAD", page.text)

    def test_words_are_struck_and_strong(self):
        self.write("old.md", RESUME)
        self.write("new.md", RESUME.replace("40%", "60%"))
        out = self.comment("--no-index", "old.md", "new.md")
        self.assertIn("by ~~40%~~ **60%** for", out)
        self.assertGreater(rendered(out).tags["del"], 0)

    def test_no_changes(self):
        self.history()
        self.assertEqual(self.comment("HEAD", "--", "resume.md"),
                         "**No changes.** – resume.md, HEAD → working tree\n")
        self.assertEqual(self.comment(), "No Markdown file differs: HEAD → working tree.\n")

    def test_counts_alone(self):
        self.history()
        self.assertEqual(self.comment("--stat", "HEAD^", "HEAD"),
                         "**2 content changes** – resume.md, HEAD^ → HEAD\n")

    def test_one_resume_after_another(self):
        self.init()
        self.commit("One", cv__md=V1, resume__md=V1)
        self.commit("Two", cv__md=V3, resume__md=V4)
        out = self.comment("HEAD^", "HEAD")
        self.assertEqual(re.findall("^### .*", out, re.MULTILINE), ["### cv.md", "### resume.md"])
        self.assert_harmless(out)

    def test_length(self):
        """Reports of any size, of one résumé or many, stay within a comment, and say what they leave out."""
        for files, bullets, text in ((1, 3000, "Told @ada of #12"), (1, 3, "{side}@" * 20000), (3, 2000, "A *b*"),
                                     (40, 300, "Told"), (400, 9, "Told")):
            with self.subTest(files=files, bullets=bullets):
                repo = self.path(f"{files}-{bullets}")
                os.mkdir(repo)
                self.git("init", "-q", cwd=repo)
                for side in "old", "newer":
                    for number in range(files):
                        listed = "".join(f"- {side} {i * i} {text.format(side=side)} {number}\n" for i in range(bullets))
                        self.write(f"{repo}/{number}/cv.md", f"# Ada\n\n## Work\n\n### Engineer, Acme\n\n{listed}")
                    self.git("add", "-A", cwd=repo)
                    self.git("commit", "-q", "-m", side, cwd=repo)
                out = self.comment("HEAD^", "HEAD", cwd=repo)
                page = self.assert_harmless(out)
                self.assertIn("… and ", page.text)
                left_out = sum(map(int, re.findall(r"^… and (\d+) more résumé", out, re.MULTILINE)))
                self.assertEqual(page.tags["h3"] + left_out, files if files > 1 else 0)


def parsed(output):
    """Annotations as the runner reads them: (level, properties, message)."""
    def plain(text, escapes):
        for escape, char in (*escapes, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            text = text.replace(escape, char)
        return text

    for line in output.split("\n")[:-1]:
        command, message = line[2:].split("::", 1)
        level, properties = command.split(" ", 1)
        pairs = (item.split("=", 1) for item in properties.split(","))
        yield (level, {key: plain(value, (("%3A", ":"), ("%2C", ","))) for key, value in pairs},
               plain(message, ()))


class Annotations(Case):
    def annotations(self, *args):
        return list(parsed(self.ok("--format=github", *args).out))

    def test_each_change_is_one(self):
        self.history()
        self.assertEqual(self.annotations("HEAD~3", "HEAD"), [
            ("warning", {"file": "resume.md", "line": "11", "endLine": "11", "title": "Reworded bullet"},
             "Cut build times by [-40%-]{+60%+} for twelve teams.\nExperience › Senior Engineer, Tarn Systems"),
            ("notice", {"file": "resume.md", "line": "13", "endLine": "13", "title": "Added bullet"},
             "Opened the Bergen office.\nExperience › Senior Engineer, Tarn Systems"),
            ("notice", {"file": "resume.md", "line": "25", "endLine": "25", "title": "Removed skill"},
             "Python\nSkills"),
            ("notice", {"file": "resume.md", "line": "25", "endLine": "25", "title": "Added skill"},
             "Rust\nSkills")])

    def test_path_from_the_top(self):
        self.history("docs/cv.md")
        os.makedirs(self.path("docs"), exist_ok=True)
        out = self.ok("--format=github", "HEAD~3", "HEAD", cwd=self.path("docs")).out
        self.assertEqual({properties["file"] for _, properties, _ in parsed(out)}, {"docs/cv.md"})

    def test_style_only_where_asked_for(self):
        self.history()
        self.write("resume.md", V4.replace("- Wrote", "* Wrote").replace("- Ran", "* Ran"))
        self.assertEqual(self.annotations(), [])
        self.assertNotEqual(self.annotations("--style"), [])

    def test_nothing_is_injected(self):
        for injection in INJECTIONS:
            with self.subTest(injection):
                self.write("old.md", resume(injection, 1))
                self.write("new.md", resume(injection, 2))
                for args in ("old.md", "new.md"), ("new.md", "old.md"):
                    report = self.report("--no-index", *args)
                    found = self.annotations("--style", "--no-index", *args)
                    self.assertEqual(len(found), len(report["changes"]))
                    for level, properties, message in found:
                        self.assertIn(level, ("warning", "notice"))
                        self.assertEqual(properties["file"], args[1])
                        self.assertLessEqual(set(properties), {"file", "line", "endLine", "title"})
                        self.assertLessEqual(message.count("\n"), 1)


class Diagnostics(Case):
    def document(self, *args, **kwargs):
        return json.loads(self.ok("--format=rdjson", *args, **kwargs).raw)

    def assert_shape(self, document):
        """DiagnosticResult of reviewdog's schema, as far as cvdiff has use for it."""
        self.assertEqual(set(document), {"source", "diagnostics"})
        self.assertEqual(document["source"], {"name": "cvdiff"})
        for diagnostic in document["diagnostics"]:
            self.assertEqual(set(diagnostic), {"message", "location", "severity", "code"})
            self.assertTrue(diagnostic["message"])
            self.assertIn(diagnostic["severity"], ("WARNING", "INFO"))
            self.assertEqual(set(diagnostic["code"]), {"value"})
            location = diagnostic["location"]
            self.assertLessEqual({"path"}, set(location))
            self.assertLessEqual(set(location), {"path", "range"})
            if "range" in location:
                start, end = location["range"]["start"]["line"], location["range"]["end"]["line"]
                self.assertLessEqual(1, start)
                self.assertLessEqual(start, end)

    def test_one_document_for_all(self):
        self.init()
        self.commit("One", cv__md=V1, resume__md=V1)
        self.commit("Two", cv__md=V3, resume__md=V4)
        document = self.document("HEAD^", "HEAD")
        self.assert_shape(document)
        self.assertEqual([(diagnostic["location"]["path"], diagnostic["code"]["value"])
                          for diagnostic in document["diagnostics"]],
                         [("cv.md", "bullet-changed"), ("cv.md", "bullet-added"),
                          ("resume.md", "bullet-changed"), ("resume.md", "bullet-added"),
                          ("resume.md", "skill-removed"), ("resume.md", "skill-added")])
        self.assertEqual({diagnostic["severity"] for diagnostic in document["diagnostics"]}, {"WARNING", "INFO"})

    def test_nothing_to_say(self):
        self.history()
        self.assertEqual(self.document(), {"source": {"name": "cvdiff"}, "diagnostics": []})
        self.assertEqual(self.ok("--format=rdjson", "--quiet").out, "")

    def test_anything_in_it(self):
        for injection in INJECTIONS:
            with self.subTest(injection):
                self.write("old.md", resume(injection, 1))
                self.write("new.md", resume(injection, 2))
                self.assert_shape(self.document("--style", "--no-index", "old.md", "new.md"))


if __name__ == "__main__":
    harness.main()

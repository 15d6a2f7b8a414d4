"""What cvdiff understood: the outline, and JSON Resume."""

import json
import os
import re
import unittest

import harness
from harness import V1, V4, Case

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = os.environ.get("JSON_RESUME_SCHEMA")
SGR = re.compile(r"\x1b\[[0-9;]*m")

CAREER = """\
# Ines Falkenrath
[Portfolio](https://falkenrath.example) | ines@falkenrath.example | +49 30 5550142 | Berlin, Germany | \
[GitHub](https://github.com/falkenrath)

---

## Experience

### Staff Engineer | Dispatch
**Brockmoor Rail** — *Berlin, Germany*  
*March 2021 – Present*

#### Timetables
- Cut the nightly planning run from 6 hours to 40 minutes, without a single train that had to wait for its \
new timetable.
- Wrote [the guide](https://falkenrath.example/guide.pdf) for new engineers.
  - It has 40 pages.

#### Alarms
- Halved the alarms at night.

```sh
make dispatch
```

### Engineer | Billing
**Quenby Systems** — *Hamburg, Germany*  
*August 2017 – February 2021*

Kept the ledger balanced.

- Replaced three invoicing tools with one.

---

## Education

**University of Elbmarsch** — *Hamburg, Germany*  
Master of Informatics *(with distinction)*  
*June 2017*

## Skills

**Languages:** Go, Rust  
**Tools:** Kafka, PostgreSQL

## Ravens

- Fed eleven of them.
"""


def unique(pairs):
    """An object's members, none of which may be there twice."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise AssertionError(f"a key twice in {[key for key, _ in pairs]}")
    return members


class Show(Case):
    def resume(self, *args, **kwargs):
        return json.loads(self.ok("show", "--format=json-resume", *args, **kwargs).raw.decode("utf-8"),
                          object_pairs_hook=unique)


class Outline(Show):
    def test_kinds_lines_and_fields(self):
        self.write("cv.md", CAREER)
        out = self.ok("show", "--width=72", "cv.md").out
        self.assertTrue(out.startswith("cv.md\n\n 1  name  Ines Falkenrath\n"), out)
        for lines in (
            " 2  contact  Portfolio\n 2  contact  ines@falkenrath.example\n",
            " 6  section  Experience  work\n 8    role  Staff Engineer\n"
            "            organization  Brockmoor Rail\n"
            "            team          Dispatch\n"
            "            location      Berlin, Germany\n"
            "            dates         March 2021 – Present  2021-03 – present\n"
            "12      group  Timetables\n",
            "15          bullet  It has 40 pages.\n",
            "                 end           June 2017  2017-06\n"
            "                 detail        with distinction\n",
            "skill  Go, Rust\n",
            "skill  Kafka, PostgreSQL\n",
            "section  Ravens  other\n",
        ):
            self.assertIn(lines, out)
        cut = next(line for line in out.splitlines() if "Cut the nightly" in line)
        self.assertTrue(cut.endswith(" …"), cut)
        self.assertLessEqual(max(map(len, out.splitlines())), 72)
        self.assertGreater(len(cut), 50)

    def test_which_version(self):
        self.history()
        working = self.ok("show").out
        self.assertTrue(working.startswith("resume.md  working tree\n"), working)
        self.assertIn("skill  Go, C, Rust\n", working)
        self.assertIn("skill  Go, C, Python\n", self.ok("show", "HEAD~1").out)
        old = self.ok("show", "HEAD~3").out
        self.assertTrue(old.startswith("resume.md  HEAD~3\n"), old)
        self.assertIn("by 40%", old)
        for args in (["HEAD~3", "resume.md"], ["HEAD~3:resume.md"]):
            self.assertIn("by 40%", self.ok("show", *args).out)
        self.write("notes/other.md", V1)
        self.assertIn("by 40%", self.ok("show", "--", "notes/other.md").out)
        self.assertEqual(self.ok("show", "-", stdin=V1.encode()).out.splitlines()[2:],
                         old.splitlines()[2:])
        self.assertEqual(self.resume("HEAD~3")["skills"], [{"keywords": ["Go", "C", "Python"]}])

    def test_what_cannot_be_shown(self):
        self.history()
        self.fails("show", "no-such-thing", says="no-such-thing")
        self.fails("show", "HEAD", "no-such.md", says="'no-such.md' does not exist at 'HEAD'")
        self.fails("show", "HEAD~2..HEAD", says="is a range")
        self.fails("show", "a", "b", "c", says="too many operands", hint="cvdiff show [REV] [PATH]")
        self.fails("tree", "a", "b", "c", says="too many operands", hint="cvdiff tree [REV] [PATH]")

    def test_options(self):
        self.write("cv.md", V4)
        self.fails("show", "--format=json", "cv.md", says="--format cannot be 'json'",
                   hint="--format=text|json-resume")
        self.fails("tree", "--format=json-resume", "cv.md", says="--format cannot be 'json-resume'",
                   hint="--format=text|json")
        self.fails("show", "--stat", "cv.md", says="'cvdiff show' has no option --stat",
                   hint="cvdiff help show")
        self.fails("--explain", says="'cvdiff' has no option --explain",
                   hint="cvdiff help")
        self.assertIn("--explain", self.ok("help", "show").out)
        self.assertEqual(self.ok("show", "--explain", "--format=json-resume", "cv.md").out,
                         self.ok("show", "--format=json-resume", "cv.md").out)
        plain = self.ok("show", "cv.md").out.splitlines()
        explained = self.ok("show", "--explain", "cv.md").out.splitlines()
        self.assertEqual([line for line in explained if not line.lstrip().startswith("recognised by  ")],
                         plain)
        self.assertEqual(self.ok("--format", "json-resume", "show", "cv.md").out[0], "{")
        self.assertEqual(self.ok("help", "show").out, self.ok("show", "--help").out)
        self.assertIn("--format=text|json-resume", self.ok("help", "show").out)
        self.assertNotIn("json-resume", self.ok("help", "tree").out)
        self.assertIn("cvdiff show [OPTIONS] [REV] [PATH]", self.ok("--help").out)

    def test_an_empty_file(self):
        self.write("empty.md", "")
        self.assertEqual(self.ok("show", "empty.md").out, "empty.md\n\nThere is nothing in it.\n")
        found = self.resume("empty.md")
        self.assertEqual((found["basics"], found["meta"]["x-cvdiff"]), ({}, {}))

    def test_hostile_characters(self):
        hostile = ("# Eve \x1b]0;owned\x07\n\n## Work\n\n### Chief\x1b[31m Officer, Acme\u202eemcA\n\n"
                   "*2020 – \x1b[2J2021*\n\n- Did\x9b1m \x07things\u2066.\n\n## Skills\n\nGo\x1b[1m, C\u200f\n")
        self.write("cv.md", hostile)
        os.rename(self.path("cv.md"), self.path("c\x1bv.md"))
        out = self.ok("show", "c\x1bv.md").out
        self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200f]", out))
        self.assertIn("c<U+001B>v.md", out)
        self.assertIn("Chief<U+001B>[31m Officer", out)
        raw = self.ok("show", "--format=json-resume", "c\x1bv.md").raw
        self.assertIsNone(re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", raw))
        self.assertEqual(json.loads(raw)["work"][0]["position"], "Chief\x1b[31m Officer")

    def test_colour(self):
        self.write("cv.md", CAREER)
        plain = self.ok("show", "cv.md").out
        self.assertNotIn("\x1b", plain)
        coloured = self.on_terminal("show", "--no-pager", "cv.md").out
        self.assertIn("\x1b[1;36msection\x1b[m", coloured)
        self.assertIn("\x1b[2m2021-03 – present\x1b[m", coloured)
        self.assertEqual(SGR.sub("", coloured), plain)
        self.assertEqual(self.ok("show", "--color=always", "cv.md").out, coloured)
        self.assertEqual(self.on_terminal("show", "--no-pager", "--no-color", "cv.md").out, plain)
        self.assertNotIn("\x1b", self.on_terminal("show", "--no-pager", "--format=json-resume",
                                                  "cv.md").out)

    def test_pager(self):
        self.write("cv.md", V4)
        self.assertTrue(self.on_terminal("show", "cv.md", env={"GIT_PAGER": "sed '1s/^/paged: /'"})
                        .out.startswith("paged: "))


class JsonResume(Show):
    def test_a_career(self):
        self.write("cv.md", CAREER)
        found = self.resume("cv.md")
        self.assertEqual(found["basics"], {
            "name": "Ines Falkenrath",
            "email": "ines@falkenrath.example",
            "phone": "+49 30 5550142",
            "url": "https://falkenrath.example",
            "location": {"city": "Berlin", "region": "Germany"},
            "profiles": [{"network": "GitHub", "username": "falkenrath",
                          "url": "https://github.com/falkenrath"}],
        })
        timetables = [
            "Cut the nightly planning run from 6 hours to 40 minutes, without a single train that had "
            "to wait for its new timetable.",
            "Wrote the guide for new engineers.",
            "It has 40 pages.",
        ]
        self.assertEqual(found["work"], [
            {
                "position": "Staff Engineer", "name": "Brockmoor Rail", "team": "Dispatch",
                "location": "Berlin, Germany", "startDate": "2021-03", "current": True,
                "highlights": timetables + ["Halved the alarms at night."],
                "highlightLevels": [0, 0, 1, 0],
                "groups": [
                    {"name": "Timetables", "highlights": timetables, "highlightLevels": [0, 0, 1]},
                    {"name": "Alarms", "highlights": ["Halved the alarms at night."],
                     "blocks": ["make dispatch"]},
                ],
                "links": [{"text": "the guide", "url": "https://falkenrath.example/guide.pdf"}],
            },
            {
                "position": "Engineer", "name": "Quenby Systems", "team": "Billing",
                "location": "Hamburg, Germany", "startDate": "2017-08", "endDate": "2021-02",
                "summary": "Kept the ledger balanced.",
                "highlights": ["Replaced three invoicing tools with one."],
            },
        ])
        self.assertEqual(found["education"], [{
            "studyType": "Master of Informatics", "institution": "University of Elbmarsch",
            "location": "Hamburg, Germany", "detail": "with distinction", "endDate": "2017-06",
        }])
        self.assertEqual(found["skills"], [{"name": "Languages", "keywords": ["Go", "Rust"]},
                                           {"name": "Tools", "keywords": ["Kafka", "PostgreSQL"]}])
        self.assertEqual(found["meta"]["x-cvdiff"]["sections"], [
            {"type": "work", "title": "Experience"},
            {"type": "education", "title": "Education"},
            {"type": "skills", "title": "Skills"},
            {"type": "other", "title": "Ravens", "highlights": ["Fed eleven of them."]},
        ])

    def test_two_sections_of_one_type(self):
        self.write("cv.md", CAREER.replace("### Engineer | Billing", "## Internships\n\n### Engineer | Billing"))
        self.assertEqual([item["section"] for item in self.resume("cv.md")["work"]],
                         ["Experience", "Internships"])

    def test_the_same_bytes_anywhere(self):
        self.write("cv.md", CAREER)
        expected = self.ok("show", "--format=json-resume", "cv.md").raw
        for env in ({"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"}, {"COLUMNS": "33"}):
            self.assertEqual(self.ok("show", "--format=json-resume", "cv.md", env=env).raw, expected)

    def test_valid_under_the_schema(self):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        if not SCHEMA:
            self.skipTest("JSON_RESUME_SCHEMA names no file with the schema 1.0.0 of JSON Resume")
        with open(SCHEMA, encoding="utf-8") as file:
            schema = json.load(file)
        validator = jsonschema.validators.validator_for(schema)(
            schema, format_checker=jsonschema.FormatChecker())
        odd = CAREER.replace("June 2017", "Summer 3017").replace("https://github.com", "github.com/a b")
        for text in (CAREER, odd, V1, "", "- x\n", "# \x01\n\n> a\n", "| a | b |\n| - | - |\n| 1 | 2 |\n"):
            self.write("cv.md", text)
            validator.validate(self.resume("cv.md"))


if __name__ == "__main__":
    harness.main()

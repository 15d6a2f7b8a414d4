"""Nine edits of a real résumé, alone and together, told exactly and in both directions.

The résumé is input data that lies beside a development checkout; without it these tests are skipped.
"""

import os
import unittest

import harness
from harness import Case

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEED = os.path.join(os.path.dirname(ROOT), "shared", "corpus", "seed.md")


def line_of(text, start):
    """The line that begins with `start`, with its line break."""
    begin = text.index("\n" + start) + 1
    return text[begin:text.index("\n", begin) + 1]


def promotion(text):
    return text.replace("### Senior Software Engineer |", "### Staff Software Engineer |", 1)


def closed_role(text):
    return text.replace("*August 2023 – Present*", "*August 2023 – October 2026*", 1)


def new_role(text):
    role = ("### Principal Engineer | Platform  \n**Acme** — *Oslo, Norway*  \n"
            "*November 2026 – Present*\n\n- Built the platform.\n\n---\n\n")
    return text.replace("## Experience\n\n", "## Experience\n\n" + role, 1)


def changed_number(text):
    return text.replace("over $2m ARR", "over $3m ARR", 1)


def removed_bullet(text):
    return text.replace(line_of(text, "- Integrated Stripe"), "", 1)


def moved_project(text):
    begin = text.index("#### Rate Limiting Service")
    end = text.index("#### Service-to-Service")
    project = text[begin:end]
    text = text[:begin] + text[end:]
    behind = text.index("---\n\n## ", begin)
    return text[:behind] + project + text[behind:]


def renamed_section(text):
    return text.replace("## Internships", "## Early Career", 1)


def swapped_skill(text):
    return text.replace("Rust, Go, Scala, Python", "Rust, Go, Zig, Python", 1)


def moved_and_edited_bullet(text):
    bullet = line_of(text, "- Collaborated with cross-functional")
    text = text.replace(bullet, "", 1)
    before = line_of(text, "- Implemented new standardized request")
    return text.replace(before, before + bullet.replace("smooth", "seamless"), 1)


# Each edit and the changes that it is: id, severity, what stood there, what stands there now.
EDITS = [
    (promotion, [("role-title-changed", "fact", "Senior Software Engineer",
                  "Staff Software Engineer")]),
    (closed_role, [("role-end-changed", "fact", "Present", "October 2026")]),
    (new_role, [("role-added", "fact", None,
                 "Principal Engineer, Acme, Platform, Oslo, Norway, November 2026, Present")]),
    (changed_number, [("bullet-changed", "fact", "Designed and implemented comprehensive",
                       "Designed and implemented comprehensive")]),
    (removed_bullet, [("bullet-removed", "content", "Integrated Stripe for automated", None)]),
    (moved_project, [("group-reordered", "style", "Rate Limiting Service",
                      "Rate Limiting Service")]),
    (renamed_section, [("section-title-changed", "content", "Internships", "Early Career")]),
    (swapped_skill, [("skill-removed", "content", "Scala", None),
                     ("skill-added", "content", None, "Zig")]),
    (moved_and_edited_bullet, [("bullet-moved", "style", "Collaborated with cross-functional",
                                "Collaborated with cross-functional"),
                               ("bullet-changed", "content", "Collaborated with cross-functional",
                                "Collaborated with cross-functional")]),
]

TURNED = {"role-added": "role-removed", "bullet-removed": "bullet-added",
          "skill-removed": "skill-added", "skill-added": "skill-removed"}


def told(report):
    """The changes in the form of EDITS, with the texts cut to what EDITS says of them."""
    return [(change["id"], change["severity"], *(change[side] and change[side]["text"]
                                                 for side in ("old", "new")))
            for change in report["changes"]]


def fits(expected, actual):
    return expected[:2] == actual[:2] and all(
        (want is None) == (got is None) and (want is None or got.startswith(want))
        for want, got in zip(expected[2:], actual[2:]))


@unittest.skipUnless(os.path.exists(SEED), "the corpus does not lie beside this checkout")
class NineEdits(Case):
    def setUp(self):
        super().setUp()
        with open(SEED, encoding="utf-8") as file:
            self.seed = file.read()
        self.init()

    def check(self, old, new, expected):
        self.commit(resume__md=old)
        self.commit(resume__md=new)
        (report,) = self.reports("HEAD~1", "HEAD")
        rest = told(report)
        for change in expected:
            match = next((other for other in rest if fits(change, other)), None)
            self.assertIsNotNone(match, f"{change} is not told: {told(report)}")
            rest.remove(match)
        self.assertEqual(rest, [], "told, but not done")

    def test_each_alone(self):
        for edit, changes in EDITS:
            with self.subTest(edit.__name__):
                edited = edit(self.seed)
                self.assertNotEqual(edited, self.seed)
                self.check(self.seed, edited, changes)

    def test_all_together_and_back(self):
        edited = self.seed
        for edit, _ in EDITS:
            edited = edit(edited)
        changes = [change for _, list_ in EDITS for change in list_]
        self.check(self.seed, edited, changes)
        self.check(edited, self.seed, [(TURNED.get(id_, id_), severity, new, old)
                                       for id_, severity, old, new in changes])

    def test_the_changed_words(self):
        edited = moved_and_edited_bullet(changed_number(self.seed))
        self.commit(resume__md=self.seed)
        self.commit(resume__md=edited)
        (report,) = self.reports("HEAD~1", "HEAD")
        changed = [[piece for piece in change["words"] if piece[0] != "="]
                   for change in report["changes"] if change["id"] == "bullet-changed"]
        self.assertEqual(sorted(changed), [[["-", "$2m"], ["+", "$3m"]],
                                           [["-", "smooth"], ["+", "seamless"]]])


if __name__ == "__main__":
    harness.main()

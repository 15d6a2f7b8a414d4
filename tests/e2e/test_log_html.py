"""The page of a history: that it is whole and safe, and what it tells of the commits."""

import html.parser
import os
import re
import shutil
import stat

import harness
from harness import RESUME, V1, V2, V3, V4, Case

VOID = {"meta", "br", "input"}
# What a page of a history may consist of.
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer", "article", "div",
            "h1", "h2", "h3", "h4", "p", "ul", "li", "a", "span", "strong", "bdi", "code", "time", "ins", "del",
            "details", "summary", "form", "button", "label", "input", "dialog", "dl", "dt", "dd", "kbd", "script",
            "svg", "g", "rect", "path", "text"}
HOSTILE = "<script>alert(1)</script>\"'&amp;<img src=x onerror=y>\u202e-->]]>"


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults, self.open, self.ids, self.links, self.commits = [], [], [], [], []
        self.text, self.code, self.titles, self.lanes, self.signs, self.when = "", "", [], [], [], []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.begin(tag, attrs)
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_startendtag(self, tag, attrs):
        self.begin(tag, attrs)
        if not any(name == "svg" for name, _ in self.open):
            self.faults.append(f"<{tag}/>")

    def begin(self, tag, attrs):
        found = dict(attrs)
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag} {attrs}>")
        for name in found:
            if name.startswith("on") or name in ("style", "src"):
                self.faults.append(f"{name} of {tag}")
        if len(found) != len(attrs):
            self.faults.append(f"twice in {attrs}")
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag == "details" and found.get("class") == "commit":
            self.commits.append({"id": found["id"], "text": ""})
        if tag == "title" and self.open[-1][0] in ("a", "g"):
            self.titles.append("")
        classes = (found.get("class") or "").split()
        if classes[:1] == ["sign"] and any(name == "a" for name, _ in self.open):
            self.signs.append(classes[1])
        if classes == ["when"]:
            self.when.append("")
        if tag == "li" and classes[:1] == ["lane"]:
            self.lanes.append((found["class"], found["title"].split("\n")[0]))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        inside = [name for name, _ in self.open]
        if inside[-1:] in (["script"], ["style"]):
            self.code += data
            return
        self.text += data
        if inside[-1:] == ["title"] and "svg" in inside:
            self.titles[-1] += data
        if self.open[-1:] == [("text", "when")]:
            self.when[-1] += data
        if "details" in inside and self.commits:
            self.commits[-1]["text"] += data

    def handle_comment(self, data):
        self.faults.append(f"comment {data!r}")

    def handle_pi(self, data):
        self.faults.append(f"instruction {data!r}")

    def unknown_decl(self, data):
        self.faults.append(f"declaration {data!r}")


class LogHtml(Case):
    def page(self, *args, **kwargs):
        """The page, which is well-formed and leads nowhere else."""
        done = self.ok("log", "--format=html", *args, **kwargs)
        page = Page(done.out)
        self.assertEqual(page.faults, [])
        self.assertEqual(len(page.ids), len(set(page.ids)), "ids that stand twice")
        targets = {"#" + name for name in page.ids}
        self.assertEqual([link for link in page.links if link not in targets], [])
        self.assertIn("default-src 'none'", done.out)
        self.assertNotIn("http", re.sub(r"http-equiv", "", done.out))
        return page

    def shorts(self, *args):
        return ["commit-" + name[:7] for name in self.git("log", "--format=%H", *args).split()]

    def told(self, page):
        return [commit["id"] for commit in page.commits]

    def lane(self, page, title):
        """The titles of the signs in a lane of the timeline."""
        at = next(i for i, text in enumerate(page.titles) if text.startswith(title + "\n"))
        signs = []
        for text in page.titles[at + 1:]:
            if not re.match(r"\d{4}-\d\d-\d\d", text):
                break
            signs.append(text)
        return page.titles[at], signs

    # --- what is told ------------------------------------------------------------------------------

    def test_each_commit_is_a_fold(self):
        self.history()
        page = self.page()
        self.assertEqual(self.told(page), self.shorts())
        self.assertIn("4 commits up to HEAD, 2017-07-14", page.text)
        newest = page.commits[0]["text"]
        for words in "Version 4", "Ada Nilsson", "Rust", "2 content changes":
            self.assertIn(words, newest)
        self.assertIn("40%60% for twelve", page.commits[2]["text"])

    def test_same_bytes_every_time(self):
        self.history()
        self.assertEqual(self.ok("log", "--format=html").raw, self.ok("log", "--format=html").raw)

    def test_lanes_have_their_dates_and_signs(self):
        self.init()
        open_end = RESUME
        ended = RESUME.replace("January 2021 – Present", "January 2021 – March 2024")
        self.commit("Begin", resume__md=open_end)
        self.clock += 5_000_000
        self.commit("End", resume__md=ended)
        self.clock += 5_000_000
        self.commit("New", resume__md=ended.replace(
            "### Senior", "### Principal Engineer, Vik\n\n*April 2024 – Present*\n\n- Began.\n\n### Senior"))
        page = self.page()
        self.assertEqual([title for _, title in page.lanes],
                         ["Principal Engineer, Vik", "Senior Engineer, Tarn Systems", "Engineer, Fjell Labs"])
        heading, signs = self.lane(page, "Senior Engineer, Tarn Systems")
        self.assertIn("2021-01 – 2024-03", heading)
        self.assertEqual([sign.split(": ")[1] for sign in signs], ["added", "ended"])
        heading, signs = self.lane(page, "Principal Engineer, Vik")
        self.assertIn("2024-04 – present", heading)
        self.assertEqual([sign.split(": ")[1] for sign in signs], ["added"])

    def test_what_is_gone_keeps_its_lane(self):
        self.init()
        first = RESUME
        without = RESUME[:RESUME.index("### Engineer, Fjell")] + RESUME[RESUME.index("## Skills"):]
        for text in first, without:
            self.clock += 5_000_000
            self.commit("Edit", resume__md=text)
        page = self.page()
        self.assertEqual(page.lanes, [("lane", "Senior Engineer, Tarn Systems"), ("lane gone", "Engineer, Fjell Labs")])
        _, signs = self.lane(page, "Engineer, Fjell Labs")
        self.assertEqual([sign.split(": ")[1] for sign in signs], ["added", "removed"])

    def test_what_came_back_has_one_lane(self):
        self.init()
        without = RESUME[:RESUME.index("### Engineer, Fjell")] + RESUME[RESUME.index("## Skills"):]
        for text in RESUME, without, RESUME:
            self.clock += 5_000_000
            self.commit("Edit", resume__md=text)
        _, signs = self.lane(self.page(), "Engineer, Fjell Labs")
        self.assertEqual([sign.split(": ")[1] for sign in signs], ["added", "removed", "added"])

    def test_a_renamed_post_has_one_lane(self):
        self.init()
        for text in RESUME, RESUME.replace("Senior Engineer", "Staff Engineer"):
            self.clock += 5_000_000
            self.commit("Edit", resume__md=text)
        page = self.page()
        self.assertEqual([title for _, title in page.lanes],
                         ["Staff Engineer, Tarn Systems", "Engineer, Fjell Labs"])
        _, signs = self.lane(page, "Staff Engineer, Tarn Systems")
        self.assertEqual([sign.split(": ")[1] for sign in signs], ["added", "changed"])

    def test_what_the_commits_of_a_cell_come_to(self):
        """Their sign is that of what they left."""
        without = RESUME[:RESUME.index("### Senior")] + RESUME[RESUME.index("## Skills"):]
        one = RESUME[:RESUME.index("### Engineer, Fjell")] + RESUME[RESUME.index("## Skills"):]
        for texts, sign in (((one, without, one), "added"), ((one, without), "removed"),
                            ((one, one.replace("by 40%", "by 60%")), "added")):
            self.init()
            for number, text in enumerate(texts):
                self.commit(f"Edit {number}", resume__md=text)
            page = self.page()
            self.assertEqual(page.signs, [sign])
            self.assertEqual(len(self.lane(page, "Senior Engineer, Tarn Systems")[1]), 1)
            shutil.rmtree(self.path(".git"))

    def test_what_went_without_an_end_ends_there(self):
        self.init()
        early = RESUME.replace("January 2021", "January 2016")
        without = early[:early.index("### Senior")] + early[early.index("### Engineer, Fjell"):]
        for text in early, without, without.replace("Go, C", "Go, D"):
            self.clock += 9_000_000
            self.commit("Edit", resume__md=text)
        gone = self.ok("log", "--format=html").out.split('<g class="lane gone"><title')[1]
        bar = re.search(r'class="bar" x="(\d+)" y="\d+" width="(\d+)"', gone)
        self.assertEqual(bar[1], "0")
        self.assertLess(int(bar[2]), 800)

    def test_entries_of_other_sections(self):
        self.init()
        self.commit("Begin", resume__md=RESUME + "\n## Sea time\n\n### Deckhand, Brig Solveig\n\n*2015 – 2016*\n\n- Sailed.\n")
        self.assertEqual([title for _, title in self.page().lanes][-1], "Deckhand, Brig Solveig")

    def test_ticks_fit_the_time(self):
        for seconds, like in ((86_400, "2017-07-1[0-9]"), (86_400 * 40, "2017-0[78]-[0-9]{2}"), (86_400 * 365, "201[78]-[0-9]{2}"),
                              (86_400 * 3650, "20[12][0-9]")):
            self.init()
            self.commit("Begin", resume__md="# Ada\n\n## Skills\n\n- C\n")
            self.clock += seconds
            self.commit("End", resume__md="# Ada\n\n## Skills\n\n- Go\n")
            page = self.page()
            self.assertGreater(len(page.when), 1)
            self.assertEqual([when for when in page.when if not re.fullmatch(like, when)], [])
            self.clock -= seconds
            shutil.rmtree(self.path(".git"))

    def test_signs_that_would_overlap_are_one(self):
        self.history()
        _, signs = self.lane(self.page(), "Senior Engineer, Tarn Systems")
        self.assertEqual([sign.split(": ")[1] for sign in signs], ["1 added, 2 changed"])
        self.assertIn("3 commits", signs[0])

    def test_formatting_is_marked_if_asked_for(self):
        self.init()
        for text in RESUME, RESUME.replace("- Ran the", "* Ran **the**"):
            self.clock += 5_000_000
            self.commit("Edit", resume__md=text)
        self.assertEqual(len(self.lane(self.page(), "Engineer, Fjell Labs")[1]), 1)
        self.assertEqual(len(self.lane(self.page("--style"), "Engineer, Fjell Labs")[1]), 2)
        self.assertIn("style change", self.page().commits[0]["text"])

    # --- other options -----------------------------------------------------------------------------

    def test_conditions(self):
        self.history()
        self.assertEqual(self.told(self.page("-n", "2")), self.shorts("-n", "2"))
        self.assertEqual(self.told(self.page("--reverse")), self.shorts("--reverse"))
        self.assertEqual(self.told(self.page("--reverse", "-n", "2")), self.shorts("--reverse", "-n", "2"))
        self.assertEqual(self.told(self.page("HEAD~2..")), self.shorts("HEAD~2.."))
        self.assertEqual(self.told(self.page("--author=Nobody")), [])
        self.assertEqual(self.told(self.page("--only=skills", "HEAD~3..")), self.shorts("-n", "1"))
        self.assertEqual(self.told(self.page("--grep-change=60%")), self.shorts()[2:3])

    def test_filter_leaves_no_other_signs(self):
        self.history()
        page = self.page("--only=fact", "HEAD~3..")
        self.assertEqual(self.told(page), self.shorts()[2:3])
        _, signs = self.lane(page, "Senior Engineer, Tarn Systems")
        self.assertEqual(len(signs), 1)
        self.assertNotIn("Opened the Bergen office", page.text)

    def test_output_goes_to_a_file(self):
        self.history()
        done = self.ok("log", "--format=html", "-o", "out.html")
        self.assertEqual(done.out, "")
        with open(self.path("out.html"), "rb") as file:
            self.assertEqual(file.read(), self.ok("log", "--format=html").raw)

    def test_open_starts_a_browser(self):
        self.history()
        self.write("browser", "#!/bin/sh\ncp \"$1\" seen.html\n")
        os.chmod(self.path("browser"), stat.S_IRWXU)
        self.git("config", "browser.fake.cmd", self.path("browser"))
        self.git("config", "web.browser", "fake")
        self.ok("log", "--open", "-o", "out.html")
        with open(self.path("seen.html"), encoding="utf-8") as file:
            self.assertEqual(Page(file.read()).faults, [])
        self.fails("log", "--open", "--format=json", says="html")

    # --- histories of every shape ------------------------------------------------------------------

    def test_no_commit_fits(self):
        self.history()
        page = self.page("--author=Nobody")
        self.assertIn("No commit was found", page.text)
        self.assertEqual(page.commits, [])

    def test_one_commit(self):
        self.init()
        self.commit("Begin", resume__md=RESUME)
        page = self.page()
        self.assertIn("1 commit up to HEAD, 2017-07-14", page.text)
        self.assertEqual(page.signs, ["added", "added"])

    def test_no_entries(self):
        self.init()
        self.commit("Begin", resume__md="# Ada\n\n## Skills\n\nGo, C\n")
        page = self.page()
        self.assertNotIn("timeline", page.ids)
        self.assertIn("activity", page.ids)

    def test_no_dates(self):
        self.init()
        names = [f"Tool {number}" for number in range(100)]
        projects = "\n".join(f"### {name}\n\n- Wrote it.\n" for name in names)
        self.commit("Begin", resume__md=f"# Ada\n\n## Projects\n\n{projects}")
        page = self.page()
        self.assertEqual(page.lanes, [("lane", name) for name in names])
        self.assertNotIn('class="bar"', self.ok("log", "--format=html").out)

    def test_long_histories_fit(self):
        """Five hundred commits are below 5 MB, and a page grows with its commits alone."""
        self.init()
        stream = []
        for number in range(500):
            text = self.long_resume(number).encode()
            stream.append(b"commit refs/heads/main\ncommitter Ada <ada@nilsson.example> %d +0000\ndata 4\nEdit\n"
                          b"M 100644 inline resume.md\ndata %d\n%s\n" % (1_500_000_000 + number * 200_000, len(text), text))
        self.git("fast-import", "--quiet", stdin=b"".join(stream))
        self.git("reset", "-q", "--hard", "main")
        long, short = self.page("-n", "500"), len(self.ok("log", "--format=html", "-n", "250").raw)
        size = len(self.ok("log", "--format=html").raw)
        self.assertEqual(len(long.commits), 500)
        self.assertLess(size, 5_000_000)
        self.assertLess(size, 2.2 * short)

    @staticmethod
    def long_resume(version):
        """Twelve jobs; from version to version a bullet of some is reworded and one comes or goes."""
        lines = ["# Ada Nilsson", "", "## Experience", ""]
        for job in range(12):
            lines += [f"### Engineer {job}, Yard {job * 7}", "", f"*{2008 + job} – {2009 + job}*", ""]
            for bullet in range(8 + (version + job) % 5 // 4):
                words = version // 3 if bullet == job % 8 else 0
                lines.append(f"- Rigged hull {job * 31 + bullet * 17} of brig {bullet * 13 + job} with sails from loft {words} in winter.")
            lines.append("")
        return "\n".join(lines)

    def test_renames(self):
        self.history("cv.md")
        self.git("mv", "cv.md", "resume.md")
        self.commit("Rename")
        self.write("resume.md", V4.replace("Rust", "Zig"))
        self.commit("After")
        page = self.page()
        self.assertEqual(self.told(page), self.shorts())
        self.assertIn("Renamed cv.md → resume.md", page.commits[1]["text"])
        self.assertEqual(len(page.lanes), 2)

    def test_merges(self):
        self.init()
        self.commit("Begin", resume__md=V1)
        self.git("checkout", "-q", "-b", "side")
        self.commit("Side", resume__md=V1.replace("two years", "three years"))
        self.git("checkout", "-q", "main")
        self.commit("Main", resume__md=V2)
        self.git("merge", "-q", "--no-commit", "side")
        self.commit("Merge", resume__md=V2.replace("two years", "four years"))
        page = self.page("-m")
        merge = self.shorts("-n", "1")[0]
        self.assertEqual(self.told(page)[:2], [merge, merge + "-2"])
        self.assertIn("A merge, beside", page.commits[0]["text"])
        self.assertEqual(len(page.lanes), 2)

    def test_several_resumes(self):
        self.init()
        self.commit("Both", resume__md=V1, cv__md=V1.replace("Nilsson", "Berg"))
        self.commit("One", resume__md=V2)
        page = self.page()
        self.assertEqual(len(page.commits), 2)
        self.assertEqual(len(page.lanes), 4)
        self.assertIn("History of the résumés", page.text)

    def test_removed_and_written_again(self):
        self.init()
        self.commit("First", resume__md=V1)
        self.git("rm", "-q", "resume.md")
        self.commit("Gone")
        self.commit("Again", resume__md=V3)
        page = self.page()
        self.assertEqual(len(page.commits), 3)
        self.assertEqual([kind for kind, _ in page.lanes], ["lane", "lane"])

    def test_what_cannot_be_compared(self):
        self.init()
        self.commit("First", resume__md=V1)
        self.write("resume.md", b"\0\1\2" * 100)
        self.commit("Binary")
        self.commit("Again", resume__md=V2)
        page = self.page("--", "resume.md")
        self.assertEqual(len(page.commits), 3)
        self.assertIn("binary", page.text)

    def test_odd_dates(self):
        self.init()
        for number, years in enumerate(("0001 – 9999", "2030 – present", "present – 2001", "9999 – 0001", "1999")):
            self.commit(f"Edit {number}", resume__md=RESUME.replace("June 2017 – December 2020", years))
        self.assertEqual(len(self.page().commits), 5)

    # --- nothing is more than text -----------------------------------------------------------------

    def test_hostile_words(self):
        self.init()
        name = "<b>'\"&.md"
        text = RESUME.replace("Tarn Systems", HOSTILE).replace("Experience", "Work " + HOSTILE)
        self.env["GIT_AUTHOR_NAME"] = 'Ada " onload="x" ' + "<i>"
        for number in range(3):
            self.write(name, text.replace("40%", f"{number + 40}%"))
            self.git("add", "-A")
            self.git("commit", "-q", "-m", HOSTILE)
        branch = "a<script>'\"&"
        self.git("branch", branch)
        plain = self.page("--", f":(literal){name}").code
        page = self.page(branch, "--", f":(literal){name}")
        self.assertEqual(page.code, plain)
        self.assertEqual(len(page.commits), 3)
        self.assertIn("<script>alert(1)</script>", page.commits[0]["text"])
        self.assertIn(branch, page.text)
        self.assertIn("onload", page.commits[0]["text"])


if __name__ == "__main__":
    harness.main()

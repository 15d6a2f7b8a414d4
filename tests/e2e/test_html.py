"""--format=html as a file: what -o and --open do, and that the page holds both versions."""

import glob
import html.parser
import os
import re
import stat

import harness
from harness import NEW_BULLET, V1, V2, Case


class Words(html.parser.HTMLParser):
    """The text of a page, without style and script; elements that are not closed or closed twice."""

    VOID = {"meta", "input", "br"}
    IMPLIED = {"dt", "dd", "option"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.text, self.ids, self.links, self.wrong = [], [], [], [], []
        self.feed(text)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        attrs = dict(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if attrs.get("href", "").startswith("#"):
            self.links.append(attrs["href"][1:])

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append("/" + tag)

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.text.append(data)

    @property
    def words(self):
        return " ".join("".join(self.text).split())


class Page(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def page(self, *args, **kwargs):
        page = Words(self.ok("--format=html", *args, **kwargs).out)
        self.assertEqual(page.wrong, [])
        self.assertEqual(len(page.ids), len(set(page.ids)), "an id is there twice")
        self.assertEqual(set(page.links) - set(page.ids), set(), "a link leads nowhere")
        return page

    def test_both_versions_are_in_it(self):
        page = self.page("HEAD~3", "HEAD")
        for words in "Ada Nilsson", "Senior Engineer", NEW_BULLET, "Python", "Rust", "40%", "60%":
            self.assertIn(words, page.words)
        self.assertIn("HEAD~3 → HEAD", page.words)
        self.assertIn("Added bullet", page.words)

    def test_equal_versions(self):
        self.assertIn("Nothing changed.", self.page("HEAD:resume.md", "HEAD:resume.md").words)
        self.assertIn("No résumé differs.", self.page("HEAD", "HEAD").words)

    def test_file_on_one_side(self):
        self.write("empty.md", "")
        self.page("empty.md", "resume.md")
        self.page("resume.md", "empty.md")

    def test_several_resumes(self):
        self.write("cv.md", V1)
        self.commit()
        self.write("cv.md", V2)
        self.write("resume.md", V1)
        self.commit()
        page = self.page("HEAD~1", "HEAD", "--", "cv.md", "resume.md")
        self.assertIn("What changed in the résumés", page.words)
        self.assertIn("cv.md", page.words)

    def test_changed_statement_keeps_its_links(self):
        statement = "- Wrote {} and the {} of the yard for all smiths{}.\n"
        self.write("old.md", "# A\n\n## Work\n\n" + statement.format(
            "[the handbook of iron](https://a.example/old)", "[old rules](https://a.example/rules)", ""))
        self.write("new.md", "# A\n\n## Work\n\n" + statement.format(
            "[the great handbook of iron](https://a.example/new)", "[new rules](https://a.example/rules)",
            " [now](https://a.example/now)"))
        rows = re.findall("<li class=\"bullet.*|<div class=\"cell.*", self.ok("--format=html", "old.md", "new.md").out)
        links = [re.findall(r'<a rel[^>]*href="https://a.example/(\w+)">(.*?)</a>', row)
                 for row in "".join(rows).split('<div class="cell new') if "handbook" in row]
        now = [("new", "the <ins>great </ins>handbook of iron"), ("rules", "<ins>new</ins> rules"),
               ("now", "<ins>now</ins>")]
        before = [("old", "the handbook of iron"), ("rules", "<del>old</del> rules")]
        self.assertEqual(sum(links, []), now + before + now)

    def test_deep_and_wide(self):
        self.write("deep.md", "# A\n\n## Work\n\n" + "".join("  " * n + f"- b{n}\n" for n in range(300)))
        page = self.page("resume.md", "deep.md")
        self.assertIn("b299", page.words)

    def test_made_the_same_again(self):
        self.assertEqual(self.ok("--format=html", "HEAD~2").out, self.ok("--format=html", "HEAD~2").out)


class Output(Case):
    def setUp(self):
        super().setUp()
        self.history()

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def test_any_format(self):
        for form in "text", "json", "markdown", "github", "rdjson", "html":
            wanted = self.ok(f"--format={form}", "HEAD~3", "HEAD").out
            self.assertEqual(self.ok(f"--format={form}", "HEAD~3", "HEAD", "-o", "out").out, "")
            self.assertEqual(self.read("out"), wanted, form)

    def test_file_is_no_terminal(self):
        self.on_terminal("HEAD~3", "HEAD", "-o", "out.txt")
        self.assertNotIn("\x1b", self.read("out.txt"))
        self.assertIn("Opened the Bergen office", self.read("out.txt"))

    def test_nothing_is_touched_in_trouble(self):
        self.write("page.html", "mine")
        self.fails("no-such-revision", "-o", "page.html")
        self.assertEqual(self.read("page.html"), "mine")
        self.fails("HEAD~1", "-o", "", says="--output needs the name of a file")
        self.fails("HEAD~1", "-o", "resume.md/page.html")

    def test_exit_status_is_that_of_the_comparison(self):
        self.assertEqual(self.cv("HEAD~3", "HEAD", "--exit-code", "-o", "out").code, 1)
        self.assertIn("1 fact", self.read("out"))

    def test_new_file_has_an_ordinary_mode(self):
        self.ok("HEAD~3", "HEAD", "-o", "folder/page.html", "--format=html")
        mode = stat.S_IMODE(os.stat(self.path("folder/page.html")).st_mode)
        umask = os.umask(0)
        os.umask(umask)
        self.assertEqual(mode, 0o666 & ~umask)


class Open(Case):
    def setUp(self):
        super().setUp()
        self.history()
        self.seen = os.path.join(self.top, "seen")
        browser = os.path.join(self.top, "browser")
        with open(browser, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{self.seen}"\n')
        os.chmod(browser, 0o755)
        self.git("config", "web.browser", "fake")
        self.git("config", "browser.fake.cmd", browser)

    def test_page_is_shown(self):
        self.ok("HEAD~3", "HEAD", "--open", "-o", "a page.html")
        with open(self.seen, encoding="utf-8") as file:
            self.assertEqual(file.read(), self.path("a page.html") + "\n")
        with open(self.path("a page.html"), encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("<!DOCTYPE html>"))

    def test_page_without_a_name(self):
        self.ok("HEAD~3", "HEAD", "--open", env={"TMPDIR": self.top})
        pages = glob.glob(os.path.join(self.top, "cvdiff-*.html"))
        self.assertEqual(len(pages), 1)
        self.assertEqual(stat.S_IMODE(os.stat(pages[0]).st_mode), 0o600)
        with open(self.seen, encoding="utf-8") as file:
            self.assertEqual(file.read(), pages[0] + "\n")

    def test_trouble_leaves_no_page(self):
        self.fails("no-such-revision", "--open", env={"TMPDIR": self.top})
        self.assertEqual(glob.glob(os.path.join(self.top, "cvdiff-*.html")), [])

    def test_no_browser(self):
        self.git("config", "browser.fake.cmd", "false")
        self.fails("HEAD~3", "HEAD", "--open", "-o", "page.html", says="no browser could be started",
                   hint="web.browser")
        self.assertTrue(os.path.exists(self.path("page.html")))

    def test_other_formats_are_not_shown(self):
        self.fails("HEAD~3", "--open", "--format=json", hint="--format=html")


if __name__ == "__main__":
    harness.main()

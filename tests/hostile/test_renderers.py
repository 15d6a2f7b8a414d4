"""The hostile résumés in every renderer and command.

One history has all of them: a file for each payload, which one commit edits, whose author, subject, tag and
file name are the payload, too, as far as git permits. So a process tells of hundreds of résumés.
"""

import json
import os
import re
import shutil
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "e2e"))

import harness  # noqa: E402
import checks  # noqa: E402
from payloads import PAYLOADS, visible  # noqa: E402
from resumes import is_encodable, pairs, resume  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = os.path.join(HERE, "../../docs/changes.schema.json")
LONG = 1_000_000
OPS = {"added", "removed", "changed", "moved", "reordered", "split", "merged", "hidden", "shown"}


def as_bytes(text):
    return text.encode("utf-8", "surrogateescape")


def as_name(text):
    """As a file's name, which may hold anything but these."""
    return re.sub("[/\0]", "|", text)


def as_reference(text):
    """As the name of a branch or tag: git-check-ref-format(1)."""
    text = re.sub(r"[\x00-\x20\x7f~^:?*\[\\]|@\{|\.\.", "+", text)
    return re.sub("/+", "/", re.sub(r"\.(?=/|$)|(?<=/)\.|\.lock(?=/|$)", "+", text)).strip("/")


def as_person(text):
    """As an author's name: what ends a line or begins the address cannot be in it."""
    return re.sub("[<>\n\0]", "|", text)


def quoted(name):
    return b'"' + b"".join(b"\\%03o" % byte for byte in as_bytes(name)) + b'"'


def data(content):
    return b"data %d\n%s\n" % (len(content), content)


class Case(harness.Case):
    def assert_harmless(self, faults, told):
        self.assertEqual(faults[:3], [], told)

    def raw(self, *args, code=0, **kwargs):
        result = self.cv(*args, **kwargs)
        self.assertEqual(result.code, code, result.err)
        self.assert_harmless(checks.terminal(result.err.encode()), args)
        return result.raw

    def has(self, *option):
        return not self.cv(*option, "--no-index", os.devnull, os.devnull).err


class Stream:
    """What git fast-import makes a history of: a commit for each payload, and one before."""

    def __init__(self):
        self.lines, self.mark = [], 0

    def commit(self, text, *changes):
        self.mark += 1
        who = b"%s <%s> %d +0000\n" % (as_bytes(as_person(text)), as_bytes(as_person(text)), 1_500_000_000 + self.mark * 86400)
        self.lines += [b"commit refs/heads/main\nmark :%d\nauthor %scommitter %s" % (self.mark, who, who), data(as_bytes(text)),
                       *([b"from :%d\n" % (self.mark - 1)] if self.mark > 1 else []), *changes]

    def tag(self, name):
        self.lines.append(b"reset refs/tags/%s\nfrom :%d\n\n" % (as_bytes(name), self.mark))


def modify(name, text, new):
    return b"M 100644 inline %s\n%s" % (quoted(name), data(resume([text if is_encodable(text) else "a"], new)))


class History(Case):
    """All payloads in one repository, which the tests share; what one writes must not matter to another."""

    shared = None

    def setUp(self):
        super().setUp()
        if History.shared:
            self.dir = History.shared[0]
        else:
            self.dir = tempfile.mkdtemp(prefix="cvdiff-hostile-")
            History.shared = self.dir, *self.make()
        _, self.first, self.names, self.tags = History.shared

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(History.shared[0], ignore_errors=True)

    def make(self):
        self.init()
        stream, tags, names = Stream(), [], []
        before = [f"{as_name(payload.text)}{number}.md" for number, payload in enumerate(PAYLOADS)]
        stream.commit("Ada", *(modify(name, payload.text, False) for name, payload in zip(before, PAYLOADS)))
        for number, payload in enumerate(PAYLOADS):
            renamed = number % 8 == 0
            names.append(f"to/{before[number]}" if renamed else before[number])
            tags.append(f"{as_reference(payload.text)}{number}")
            stream.commit(payload.text, *([b"R %s %s\n" % (quoted(before[number]), quoted(names[-1]))] if renamed else []),
                          modify(names[-1], payload.text, True))
            stream.tag(tags[-1])
        self.git("fast-import", "--quiet", stdin=b"".join(stream.lines))
        self.git("reset", "-q", "--hard", "main")
        self.write(".git/info/attributes", "*.md cvdiff\n")
        return self.git("rev-list", "--max-parents=0", "HEAD"), names, tags

    def edit(self, tag):
        """The revisions before and behind it."""
        return as_bytes(f"tags/{tag}^"), as_bytes(f"tags/{tag}")

    def forth(self, *args):
        return self.raw(*args, self.first, "HEAD", "--", "*.md")

    def back(self, *args):
        return self.raw(*args, "HEAD", self.first, "--", "*.md")

    def test_text(self):
        self.assert_harmless(checks.terminal(self.forth("--word-diff=none")), "--word-diff=none")
        self.assert_harmless(checks.terminal(self.forth("--stat")), "--stat")
        self.assert_harmless(checks.terminal(self.back("--full", "--style", "--width=1")), "--width=1")

    def test_coloured_text(self):
        raw = self.forth("--color=always", "--word-diff=color", "--full")
        self.assert_harmless(checks.terminal(raw, colour=True), "--color=always")

    def test_colour_only_colours(self):
        options = "--word-diff=plain", "--style", "--width=30"
        coloured, plain = self.back("--color=always", *options), self.back("--color=never", *options)
        self.assert_harmless(checks.terminal(plain), options)
        self.assertTrue(checks.without_colour(coloured.decode()) == plain.decode())

    def test_linked_text(self):
        """Links lead to the files of the working tree."""
        for color in "always", "never":
            raw = self.raw("--hyperlinks=always", f"--color={color}", self.first, "--", "*.md")
            self.assertGreater(raw.count(b"file://"), len(PAYLOADS))
            self.assert_harmless(checks.terminal(raw, colour=color == "always", links=True), color)

    def test_json(self):
        told = set()
        validator = None
        if jsonschema and os.path.exists(SCHEMA):
            with open(SCHEMA, encoding="utf-8") as file:
                validator = jsonschema.Draft202012Validator(json.load(file))
        for raw in self.forth("--format=json"), self.back("--format=json"):
            documents, faults = checks.json_lines(raw)
            self.assert_harmless(faults, "--format=json")
            self.assertGreaterEqual(len(documents), len(PAYLOADS))
            for document in documents:
                for change in document["changes"]:
                    told |= {change["op"], change["id"].split("-")[-1]}
            for document in documents[::20]:
                if validator:
                    validator.validate(document)
        self.assertLessEqual(OPS, told)

    def test_rdjson(self):
        documents, faults = checks.json_lines(self.back("--format=rdjson", "--style"), whole=True)
        self.assert_harmless(faults, "--format=rdjson")
        said = "".join(diagnostic["message"] for diagnostic in documents[0]["diagnostics"])
        self.assert_harmless(checks.terminal(said.encode()), "--format=rdjson")

    def test_workflow_commands(self):
        for raw in self.forth("--format=github", "--style"), self.back("--format=github", "--style"):
            self.assert_harmless(checks.workflow(raw), "--format=github")

    @unittest.skipUnless(shutil.which("cmark-gfm"), "cmark-gfm is not installed")
    def test_comments(self):
        for at in range(0, len(self.names), 3):
            names = [as_bytes(f":(literal){name}") for name in self.names[at:at + 3]]
            revision = as_bytes(f"tags/{self.tags[at:at + 3][-1]}")
            raw = self.raw("--format=markdown", "--style", self.first, revision, "--", *names)
            self.assert_harmless(checks.markdown(raw), raw.decode())

    def assert_harmless_changelog(self, raw, told):
        """The names of versions that look like one are as they are, so that links can be defined for them."""
        heading, versions = raw.split(b"\n## ", 1)
        self.assertEqual(heading.count(b"["), 1)  # to Keep a Changelog
        versions = re.sub(rb"(?m)^(## )?\[\w[\w./+-]*\](?= - |, |$)", rb"\1v", b"## " + versions)
        self.assert_harmless(checks.markdown(versions, checks.CHANGELOG), told)

    @unittest.skipUnless(shutil.which("cmark-gfm"), "cmark-gfm is not installed")
    def test_changelog(self):
        self.assert_harmless_changelog(self.raw("changelog", "--by=commit", "--style", "--", "*.md"), "commit")
        self.raw("changelog", "--by=tag", "-o", "changes.txt", "--", "*.md")
        with open(self.path("changes.txt"), "rb") as file:
            self.assert_harmless_changelog(re.sub(rb"(?m)^<!-- [a-z :]*-->\n", b"", file.read()), "-o")
        _, faults = checks.json_lines(self.raw("changelog", "--format=json", "--", "*.md"))
        self.assert_harmless(faults, "changelog --format=json")

    def test_log(self):
        self.assert_harmless(checks.terminal(self.raw("log", "--style", "--width=1", "--", "*.md")), "log")
        raw = self.raw("log", "--color=always", "--full", "--", "*.md")
        self.assert_harmless(checks.terminal(raw, colour=True), "log --color=always")
        documents, faults = checks.json_lines(self.raw("log", "--format=json", "--", "*.md"))
        self.assert_harmless(faults, "log --format=json")
        self.assertGreaterEqual(len(documents), len(PAYLOADS))

    def test_blame(self):
        for name in self.names[::20]:
            path = as_bytes(name)
            self.assert_harmless(checks.terminal(self.raw("blame", "HEAD", "--", path)), name)
            self.assert_harmless(checks.terminal(self.raw("blame", "--color=always", "HEAD", "--", path), colour=True), name)
            self.assert_harmless(checks.json_lines(self.raw("blame", "--format=json", "HEAD", "--", path))[1], name)

    def test_single_versions(self):
        for name, _, version in pairs():
            self.write("one.md", version)
            for args in ("show",), ("tree",):
                self.assert_harmless(checks.terminal(self.raw(*args, "one.md")), (name, args))
            self.assert_harmless(checks.terminal(self.raw("show", "--explain", "--color=always", "one.md"), colour=True), name)
            lines = self.raw("textconv", "--", "one.md").replace(b"\t", b"")
            self.assert_harmless(checks.terminal(lines), (name, "textconv"))
            self.assert_harmless(checks.json_lines(self.raw("tree", "--format=json", "one.md"))[1], name)
            self.assert_harmless(checks.json_lines(self.raw("show", "--format=json-resume", "one.md"), whole=True)[1], name)

    def test_hooks(self):
        pushed = b""
        for tag in self.tags[:9]:
            name, commit = as_bytes(tag), self.git("rev-parse", as_bytes(f"tags/{tag}")).encode()
            pushed += b"refs/tags/%s %s refs/heads/%s %s\n" % (name, commit, name, b"0" * 40)
        result = self.cv("hook", "pre-push", "origin", "\x1b]0;pwn\x07", stdin=pushed)
        self.assertIn("all of it", result.err)
        self.assert_harmless(checks.terminal(result.err.encode()), "pre-push")
        for number in range(0, len(PAYLOADS), 50):
            text = PAYLOADS[number].text
            self.write(self.names[number], resume([text if is_encodable(text) else "a"], False))
        self.git("add", "-A")
        self.write("message", "\n# Please enter the commit message.\n#\n")
        self.raw("hook", "prepare-commit-msg", "message")
        with open(self.path("message"), "rb") as file:
            written = file.read()
        self.assert_harmless(checks.terminal(written), "message")
        lines = written.decode().split("\n")[1:-1]
        self.assertGreater(len(lines), 20)
        self.assertEqual([line for line in lines if not line.startswith("#")], [])

    def test_errors(self):
        for number, payload in enumerate(PAYLOADS):
            text = payload.text.replace("\0", "")
            args = ((text,), ("show", text), (f"--format={text}",), ("log", f"--only={text}"))[number % 4]
            result = self.cv(*map(as_bytes, args))
            self.assert_harmless(checks.terminal(result.raw) + checks.terminal(result.err.encode()), args)

    def test_pages(self):
        if not self.has("--format=html"):
            self.skipTest("there is no --format=html")
        self.write("same.md", "# Ada\n")
        plain = self.raw("--format=html", "--no-index", "same.md", "same.md")
        for name, old, new in pairs():
            self.write("old.md", old)
            self.write("new.md", new)
            raw = self.raw("--format=html", "--style", "--no-index", "old.md", "new.md")
            self.assert_harmless(checks.page(raw, plain), name)
        for name, tag in list(zip(self.names, self.tags))[::20]:
            raw = self.raw("--format=html", "--style", *self.edit(tag), "--", as_bytes(f":(literal){name}"))
            self.assert_harmless(checks.page(raw, plain), name)

    def test_pages_of_histories(self):
        plain = self.raw("log", "--format=html", "--author=Nobody at all", "--", "*.md")
        for options in (), ("--reverse", "--no-follow"):
            raw = self.raw("log", "--format=html", "--style", *options, "--", "*.md")
            self.assertGreater(raw.count(b"<details class=\"commit\""), len(PAYLOADS))
            self.assert_harmless(checks.page(raw, plain), options)
        for tag in self.tags[::20]:
            raw = self.raw("log", "--format=html", "-n", "1", as_bytes(f"tags/{tag}"), "--", "*.md")
            self.assert_harmless(checks.page(raw, plain), tag)


class Long(Case):
    """Words of a megabyte, which quadratic work would not end with in the time that a run may take."""

    def test_every_renderer(self):
        word = "a" * LONG
        pairs_of = {
            "texts": ("# Ada {}\n\n## Work\n\n### Engineer, Acme\n\n- One\n",
                      "# Ada {}b\n\n## Work\n\n### Engineer {}, Acme\n\n- One\n"),
            "keywords and links": ("# Ada\n\n## Skills\n\n- {}\n- [a](https://a.example/{})\n",
                                   "# Ada\n\n## Skills\n\n- b{}\n- [a](https://b.example/{})\n"),
        }
        for told, (old, new) in pairs_of.items():
            self.write("old.md", old.replace("{}", word))
            self.write("new.md", new.replace("{}", word))
            for options in ("--full", "--width=20"), ("--color=always",), ("--format=markdown",), ("--format=json",), \
                    ("--format=github",), ("--format=rdjson",):
                raw = self.raw("--style", *options, "--no-index", "old.md", "new.md")
                self.assert_harmless(checks.terminal(raw, colour="--color=always" in options), (told, options))
            for args in ("show",), ("tree",), ("textconv", "--"):
                self.raw(*args, "new.md")


if __name__ == "__main__":
    harness.main()

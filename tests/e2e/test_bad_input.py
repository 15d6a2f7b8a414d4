"""Input that nobody meant to give: a clear error or a complete answer, and nothing harmful."""

import os

import harness
from harness import RESUME, V1, V2, Case, ids, texts

ESCAPE = "\x1b]0;red\x07"


class Bytes(Case):
    """Two files, `old.md` good and `new.md` odd."""

    def compare(self, content, *args, old=RESUME):
        self.write("old.md", old)
        self.write("new.md", content)
        return self.cv(*args, "old.md", "new.md")

    def compare_json(self, content, old=RESUME):
        self.write("old.md", old)
        self.write("new.md", content)
        return self.report("old.md", "new.md")

    def test_windows_1252(self):
        odd = RESUME.replace("Nilsson\n", "Nilssön\n").encode("cp1252")
        result = self.compare(odd)
        self.assertEqual(result.code, 0)
        self.assertIn("warning:", result.err)
        self.assertIn("new.md", result.err)
        self.assertIn("Windows-1252", result.err)
        self.assertIn("Nilssön", result.out)

    def test_utf_16(self):
        for codec, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            report = self.compare_json(mark + RESUME.replace("by 40%", "by 60%").encode(codec))
            self.assertEqual(ids(report), ["bullet-changed"])

    def test_bom_and_line_ends_change_nothing_but_style(self):
        for odd in (b"\xef\xbb\xbf" + RESUME.encode(), RESUME.replace("\n", "\r\n").encode(),
                    RESUME.rstrip("\n").encode()):
            report = self.compare_json(odd)
            self.assertEqual((report["counts"]["fact"], report["counts"]["content"]), (0, 0))
            self.assertFalse(report["identical"])

    def test_broken_utf_8(self):
        odd = RESUME.replace("Go.", "Gö – “quoted” – ☃.").encode().replace("ö".encode(), b"\xc3")
        result = self.compare(odd)
        self.assertEqual(result.code, 0)
        self.assertIn("warning:", result.err)
        self.assertIn("\ufffd", result.out)

    def test_nul_bytes(self):
        self.assertEqual(self.compare(b"# Ada\0\n").code, 2)
        self.assertEqual(self.compare(b"# Ada\0\n").out, "")
        late = RESUME.encode() + b"\n- x" * 4000 + b"\n- late \0 nul\n"
        result = self.compare(late)
        self.assertEqual(result.code, 0)
        self.assertIn("warning:", result.err)
        self.assertNotIn(b"\0", result.raw)

    def test_empty_files(self):
        report = self.compare_json("")
        self.assertGreater(report["counts"]["removed"], 0)
        report = self.compare_json("", old="")
        self.assertTrue(report["identical"])
        self.assertEqual(report["old"]["root"], self.compare_json("\n\n", old="")["new"]["root"])

    def test_deep_nesting(self):
        for odd in (">" * 10_000 + " deep\n", "> " * 10_000 + "deep\n",
                    "".join("  " * depth + "- x\n" for depth in range(1_000)),
                    "- " * 10_000 + "deep\n", "[" * 10_000 + "\n", "*" * 20_000 + "x\n"):
            with self.subTest(odd[:4]):
                report = self.compare_json(RESUME + "\n" + odd)
                self.assertFalse(report["identical"])
                self.assertEqual(self.cv("tree", "new.md").code, 0)
                self.assertEqual(self.cv("tree", "--format=json", "new.md").code, 0)

    def test_a_long_line(self):
        long = "word " * 2_000_000
        report = self.compare_json(RESUME + "\n" + long + "\n")
        self.assertFalse(report["identical"])
        report = self.compare_json(RESUME + "\n" + long + "other\n", old=RESUME + "\n" + long + "\n")
        self.assertFalse(report["identical"])
        self.assertTrue(report["changes"])

    def test_a_large_file(self):
        line = "- Shipped number {} of a long list of things that shipped.\n"
        large = "".join(line.format(number) for number in range(850_000))
        self.assertGreater(len(large), 50_000_000)
        report = self.compare_json(large + "- One more.\n", old=large)
        self.assertFalse(report["identical"])
        self.assertGreater(report["counts"]["added"] + report["counts"]["changed"], 0)

    def test_escape_sequences_in_a_resume(self):
        odd = RESUME.replace("Go.", f"Go {ESCAPE}red\x07\x9b1m \u202eevil\u2069.")
        for args in ([], ["--color=never"], ["--style"], ["--stat"]):
            result = self.compare(odd, *args)
            self.assertEqual(result.code, 0)
            for character in ("\x1b", "\x07", "\x9b", "\u202e", "\u2069"):
                self.assertNotIn(character, result.out)
        self.assertIn("<U+001B>", self.compare(odd).out)
        tree = self.ok("tree", "new.md")
        self.assertNotIn("\x1b", tree.out)

    def test_files_that_cannot_be_read(self):
        self.write("old.md", RESUME)
        self.fails("old.md", "missing.md", says="cannot read 'missing.md'")
        os.mkdir(self.path("folder"))
        self.fails("old.md", "folder", says="cannot read 'folder'")
        self.fails("tree", "folder", says="cannot read 'folder'")
        self.write("closed.md", RESUME)
        if os.geteuid() != 0:
            os.chmod(self.path("closed.md"), 0)
            self.fails("old.md", "closed.md", says="cannot read 'closed.md'")

    def test_a_pipe_as_a_file(self):
        self.write("old.md", V1)
        reading, writing = os.pipe()
        os.write(writing, V2.encode())
        os.close(writing)
        result = self.cv("--format=json", "old.md", f"/dev/fd/{reading}", pass_fds=(reading,))
        os.close(reading)
        self.assertEqual(result.code, 0, result.err)
        self.assertIn("bullet-changed", result.out)


class Names(Case):
    def test_escape_sequences_in_a_file_name(self):
        name = f"resume {ESCAPE}\n\u202e.md"
        self.init()
        self.write(name, V1)
        self.commit("One")
        self.write(name, V2)
        result = self.ok("HEAD")
        self.assertIn("<U+001B>", result.out)
        for character in ("\x1b", "\u202e"):
            self.assertNotIn(character, result.out + result.err)
        self.assertEqual(self.report("HEAD")["new"]["path"], name)
        self.write(name, b"\0")
        result = self.fails("HEAD", says="<U+001B>")
        self.assertNotIn("\x1b", result.err)

    def test_a_file_name_that_is_not_utf_8(self):
        name = os.fsdecode(b"resume-\xe9.md")
        self.init()
        self.write(name, V1)
        self.commit("One")
        self.write(name, V2)
        self.assertIn("<E9>", self.ok("HEAD").out)
        report = self.report("HEAD")  # valid UTF-8, or json could not read it
        self.assertIn("\ufffd", report["new"]["path"])
        self.ok("HEAD", "--", name)

    def test_escape_sequences_in_names_that_do_not_exist(self):
        self.init()
        self.commit("One", resume__md=V1)
        for args in ([f"x{ESCAPE}"], ["HEAD", "--", f"x{ESCAPE}"], [f"--x{ESCAPE}"], [f"-{ESCAPE}"],
                     [f"--format={ESCAPE}"], [f"HEAD:{ESCAPE}", "HEAD"], ["help", ESCAPE],
                     ["tree", f"x{ESCAPE}"], ["--no-index", "resume.md", f"x{ESCAPE}"]):
            with self.subTest(args):
                result = self.fails(*args)
                self.assertNotIn("\x1b", result.err)
                self.assertIn("<U+001B>", result.err)

    def test_branch_names(self):
        self.init()
        self.commit("One", resume__md=V1)
        odd = "b\u202eranch\u009b"
        self.git("branch", odd)
        self.commit("Two", resume__md=V2)
        result = self.ok(odd)
        self.assertNotIn("\u202e", result.out)
        self.assertNotIn("\u009b", result.out)
        self.assertEqual(self.report(odd)["old"]["label"], odd)

    def test_a_revision_that_starts_with_a_dash(self):
        self.init()
        self.commit("One", resume__md=V1)
        self.git("update-ref", "refs/heads/-rev", "HEAD")
        self.commit("Two", resume__md=V2)
        self.fails("-rev", says="unknown option '-rev'", hint="--help")
        self.fails("--older-than=2y", says="'cvdiff' has no option --older-than")
        self.fails("-rev", "--", "resume.md", says="unknown option")
        self.fails("-rev..HEAD", says="unknown option")
        self.assertEqual(self.report("refs/heads/-rev")["old"]["label"], "refs/heads/-rev")


if __name__ == "__main__":
    harness.main()
